"""Verbs left out because they were just said: "Utopia sent drones, and Ruritania 300 shells"."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from waybill.extract.frames.arguments import Argument, ways_of
from waybill.extract.frames.events import Event
from waybill.extract.frames.scene import Scene

_SEPARATORS = {",", ";", "and", "while", "but"}
_SHARED = frozenset({"give", "get", "carry"})
"""Patterns whose verb a second party shares without repeating it."""


class Elided(Struct, frozen=True):
    """A clause without its verb: its tokens, and the event of the verb it shares with its own party and goods."""

    tokens: tuple[int, ...]
    event: Event


def elided(scene: Scene, events: Iterable[Event], tokens: Sequence[int]) -> tuple[Elided, ...]:
    """The clauses among the tokens that are a party and at once its amount or item, after a verb of giving or getting."""
    verb = next((e for e in events if e.pattern in _SHARED and e.word.pos == "verb"), None)
    if verb is None:
        return ()
    starts = list(_starts(scene, verb.token, tokens))
    ends = [*(s[0] - 1 for s in starts[1:]), tokens[-1] + 1]
    return tuple(_clause(scene, verb, tokens, start, end) for start, end in zip(starts, ends, strict=False))


def without(event: Event, clauses: Sequence[Elided]) -> Event:
    """The event without the arguments that stand in clauses of their own."""
    taken = {t for clause in clauses for t in clause.tokens}
    return replace(event, arguments=tuple(a for a in event.arguments if a.token not in taken))


def _starts(scene: Scene, verb: int, tokens: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Where such a clause begins, the head of its party, and the first token of its goods; none beyond the next verb."""
    parse, inside = scene.parse, set(tokens)
    for before in (t for t in tokens if t > verb):
        if parse.pos[before] == "VERB" and parse.dep[before] != "relcl":
            return
        first = before + 1
        party = scene.at("party", first) if parse.word[before].lower() in _SEPARATORS and first in inside else None
        if party is None or party.adjectival or parse.start[first] != party.span.start:
            continue
        goods = parse.tokens_in(party.span).stop
        mention = scene.at("quantity", goods) or scene.at("item", goods) if goods in inside else None
        if mention is not None and mention.span.start == parse.start[goods]:
            yield first, goods - 1, goods


def _clause(scene: Scene, verb: Event, tokens: Sequence[int], start: tuple[int, int, int], end: int) -> Elided:
    first, party, goods = start
    mention = scene.at("quantity", goods) or scene.at("item", goods)
    noun = goods if mention is None else scene.head(mention.span)
    filled = (Argument("subject", party), Argument("object", noun), *ways_of(scene.parse, noun))
    return Elided(tuple(t for t in tokens if first <= t < end), replace(verb, arguments=filled))
