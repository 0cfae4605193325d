"""Statements within statements: "Reuters reported that officials said A" is what officials say, passed on by Reuters."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from waybill.extract.attribution.draft import Draft
from waybill.model.claim import Attribution, Relay
from waybill.model.parse import Parse
from waybill.model.span import Span, hull

SCRAPS = 12
"""An outer statement that says no more than so many code points beside the inner one only passes it on: our convention."""

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASIDE = frozenset({"relcl", "acl"})
_SPEAKING = frozenset({"we", "i"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "which", "that"})


def told_once(parse: Parse, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts without what is but a part of what another draft tells.

    Within a clause a feeling, a will, a noun: "said they hope to win", "said that Oslo's claim to A was old", "said he will say
    A", "said A is expected". Anywhere what is only named: "stood by its claim to A", "scolded them for saying A".
    """
    around: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.cue[:1] or d.content[:1]):
        if draft.cue:
            around = [d for d in around if d.content[-1] >= draft.cue[0]]
        holders = [d for d in around if draft.cue and draft.cue[0] in d.content and draft.content[-1] <= d.content[-1]]
        clause = any(_tells_clause(parse, d) for d in holders)
        if not holders or not (_is_named(parse, draft) or (clause and _is_part(parse, draft))):
            yield draft
        if draft.cue:
            around.append(draft)


def _is_named(parse: Parse, draft: Draft) -> bool:
    """True for "his claim that A" and "for saying A", whatever is said of it."""
    own = len(draft.source) == 1 and parse.tag[draft.source[0]] == "PRP$" and parse.pos[draft.anchor] == "NOUN"
    return own or (parse.dep[draft.anchor] == "pcomp" and parse.tag[draft.anchor] == "VBG")


def _is_part(parse: Parse, draft: Draft) -> bool:
    """True for a noun, what is yet to be said, what nobody is named for, a feeling or a will without a clause of its own."""
    if parse.pos[draft.anchor] not in {"VERB", "AUX"} or _is_to_come(parse, draft.anchor):
        return True
    felt = draft.tells in {"thought", "will"} and parse.dep[draft.anchor] not in _ASIDE
    return not draft.source or (felt and not _tells_clause(parse, draft))


def _is_to_come(parse: Parse, verb: int) -> bool:
    """True for "said they will say" and "to say", not for "did not say" nor for an aside ("which they will deny")."""
    asked = any(parse.lemma[c].lower() == "do" for c in parse.children[verb] if parse.dep[c] == "aux")
    first = verb
    while parse.dep[first] == "conj":
        first = parse.head[first]
    return parse.tag[verb] == "VB" and not asked and parse.dep[first] not in {"relcl", "acl", "advcl"}


def _tells_clause(parse: Parse, draft: Draft) -> bool:
    return any(parse.tag[t] in _FINITE for t in draft.content)


def passed_on(found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with outer speakers as relays of the inner ones.

    What somebody says of their own words ("he said he had told them") is told once, by the outer one; an outer one
    that only passes on the words of an inner one is `passing`.
    """
    outers = _outers(found)
    kept = [a for a in found if not any(_of_own_words(a, outer) for outer in outers(a))]
    around = _outers(tuple(kept))
    told = [_with_relays(_for_whom(a, around(a)), around(a)) for a in kept]
    passing = {id(outer) for a in kept for outer in around(a) if _only_passes_on(outer, a)}
    return tuple(replace(t, passing=True) if id(a) in passing else t for t, a in zip(told, kept, strict=True))


def _outers(found: tuple[Attribution, ...]) -> Callable[[Attribution], list[Attribution]]:
    """Gives the statements that open with a statement; `found` are in text order."""
    starts = [hull(a.content).start for a in found]

    def around(inner: Attribution) -> list[Attribution]:
        if inner.source is None:
            return []
        opening = _opening(inner)
        near = found[bisect_left(starts, opening - len("that ")) : bisect_right(starts, opening)]
        return [outer for outer in near if _within(inner, outer)]

    return around


def _within(inner: Attribution, outer: Attribution) -> bool:
    """True where the outer content opens with the inner statement; one further inside may be an aside of the outlet's."""
    if inner is outer or inner.source is None or outer.source is None:
        return False
    whole = hull(outer.content)
    spans = [*inner.content, inner.source, *([inner.cue] if inner.cue else [])]
    opens = _opening(inner) - whole.start <= len("that ")
    return opens and all(whole.contains(s) for s in spans) and hull(inner.content) != whole


def _opening(inner: Attribution) -> int:
    """Where a statement begins: at its source or cue, or at all of its content before these ("A, officials said")."""
    named = min(s.start for s in (inner.source, inner.cue) if s is not None)
    whole = hull(inner.content)
    return whole.start if whole.end <= named else named


def _of_own_words(inner: Attribution, outer: Attribution) -> bool:
    """True for "he said he had told them"."""
    one, other = inner.speaker, outer.speaker
    return inner.tells == "words" and bool(one and other and one.name and one.name == other.name)


def _for_whom(inner: Attribution, outers: list[Attribution]) -> Attribution:
    """ "We cannot confirm that A, the spokesman said": "we" stands for whoever speaks."""
    one = inner.speaker
    other = min(outers, key=lambda o: len(hull(o.content))).speaker if outers else None
    if one is None or other is None or one.name or one.institution or one.text.lower() not in _SPEAKING:
        return inner
    return replace(inner, speaker=replace(other, span=one.span, text=one.text, name=other.name or other.text))


def _with_relays(inner: Attribution, outers: list[Attribution]) -> Attribution:
    nearest_first = sorted(outers, key=lambda o: len(hull(o.content)))
    speakers = [o.speaker for o in nearest_first if o.speaker is not None]
    own = inner.speaker.name if inner.speaker else None
    relays = tuple(Relay(s.name or s.text, s.span) for s in speakers if s.name != own)
    return replace(inner, relays=(*inner.relays, *relays)) if relays else inner


def _only_passes_on(outer: Attribution, inner: Attribution) -> bool:
    if inner.tells != "words" or (inner.speaker is not None and inner.speaker.text.lower() in _PRONOUNS):
        return False
    held = [*inner.content, *filter(None, (inner.source, inner.cue))]
    return sum(_uncovered(span, held) for span in outer.content) <= SCRAPS


def _uncovered(span: Span, held: list[Span]) -> int:
    covered = {c for h in held for c in range(max(span.start, h.start), min(span.end, h.end))}
    return len(span) - len(covered)
