"""Statements within statements: "Reuters reported that officials said A" is what officials say, passed on by Reuters."""

from dataclasses import replace

from waybill.model.claim import Attribution, Relay
from waybill.model.span import Span, hull

SCRAPS = 12
"""An outer statement that says no more than so many code points beside the inner one only passes it on: our convention."""

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "which", "that"})


def passed_on(found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with outer speakers as relays of the inner ones.

    What somebody says of their own words ("he said he was confident that") is told once, by the outer one; an outer one
    that only passes on an inner one is left out.
    """
    kept = [a for a in found if not any(_of_own_words(a, outer) for outer in found if _within(a, outer))]
    told = [_with_relays(a, [o for o in kept if _within(a, o)]) for a in kept]
    inner = {id(outer): [i for i in kept if _within(i, outer)] for outer in kept}
    return tuple(t for t, a in zip(told, kept, strict=True) if not any(_only_passes_on(a, i) for i in inner[id(a)]))


def _within(inner: Attribution, outer: Attribution) -> bool:
    """True where the outer content opens with the inner statement; one further inside may be an aside of the outlet's."""
    if inner is outer or inner.source is None or outer.source is None:
        return False
    whole = hull(outer.content)
    spans = [*inner.content, inner.source, *([inner.cue] if inner.cue else [])]
    opens = min(s.start for s in spans[len(inner.content) :]) - whole.start <= len("that ")
    return opens and all(whole.contains(s) for s in spans) and hull(inner.content) != whole


def _of_own_words(inner: Attribution, outer: Attribution) -> bool:
    """True for "he said he was confident that"."""
    one, other = inner.speaker, outer.speaker
    return bool(one and other and one.name and one.name == other.name)


def _with_relays(inner: Attribution, outers: list[Attribution]) -> Attribution:
    nearest_first = sorted(outers, key=lambda o: len(hull(o.content)))
    speakers = [o.speaker for o in nearest_first if o.speaker is not None]
    own = inner.speaker.name if inner.speaker else None
    relays = tuple(Relay(s.name or s.text, s.span) for s in speakers if s.name != own)
    return replace(inner, relays=(*inner.relays, *relays)) if relays else inner


def _only_passes_on(outer: Attribution, inner: Attribution) -> bool:
    if inner.speaker is not None and inner.speaker.text.lower() in _PRONOUNS:
        return False
    held = [*inner.content, *filter(None, (inner.source, inner.cue))]
    return sum(_uncovered(span, held) for span in outer.content) <= SCRAPS


def _uncovered(span: Span, held: list[Span]) -> int:
    covered = {c for h in held for c in range(max(span.start, h.start), min(span.end, h.end))}
    return len(span) - len(covered)
