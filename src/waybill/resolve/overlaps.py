"""Which of two readings of the same words stands: a name of a ship or of a weapon is no place and no person."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Party
from waybill.reference.party_ids import is_listed

_LEADS_TO_PLACES = frozenset({"in", "near", "at", "from", "to", "around", "outside", "towards", "via", "through", "of"})
"""Words right before the name of a place (our collection)."""


def outside(names: Sequence[Mention], found: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions but for those within a name: "Suez" in "the tanker Suez Rajan", "Hwasong" in "the Hwasong missile"."""
    held = _outermost(names)
    for mention in found:
        at = bisect_right(held, mention.span.start, key=lambda s: s.start) - 1
        if at < 0 or mention.span.end > held[at].end:
            yield mention


def _outermost(names: Sequence[Mention]) -> list[Span]:
    """The spans of names that lie in no other's, in order."""
    kept: list[Span] = []
    for span in sorted((name.span for name in names), key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


def parted(parse: Parse, items: Sequence[Mention], places: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Items and places where one name is of both: Koksan in "guns near Koksan" is the town, else it is the gun."""
    both = {item.span for item in items} & {place.span for place in places}
    located = {span for span in both if _is_located(parse, span.start)}
    kept = [item for item in items if item.span not in located]
    return kept, list(outside(kept, places))


def _is_located(parse: Parse, start: int) -> bool:
    token = parse.token_at(start)
    return token is not None and token > 0 and parse.word[token - 1].lower() in _LEADS_TO_PLACES


def without_places(parse: Parse, found: Iterable[Mention], places: Iterable[Mention]) -> tuple[Mention, ...]:
    """The parties but for those that only the parser knows where the gazetteer has a place, or nothing but places: "Goma" is no
    person, "Lashio and Laukkai" no body; and but for states within a place's name: "Sudan" in "Port Sudan"."""
    resolved = sorted(mention.span for mention in places if mention.value is not None)
    return tuple(
        m for m in found if not (_ends_name(m, resolved) if _is_settled(m) else _is_of_places(parse, m.span, resolved))
    )


def _ends_name(party: Mention, places: Sequence[Span]) -> bool:
    at = bisect_right(places, party.span.start, key=lambda s: s.start) - 1
    is_state = isinstance(party.value, Party) and party.value.type == "state"
    return is_state and at >= 0 and places[at].start < party.span.start and party.span.end <= places[at].end


def _is_of_places(parse: Parse, span: Span, places: Sequence[Span]) -> bool:
    """True where a span holds places and nothing else but what links them."""
    first = bisect_left(places, span.start, key=lambda s: s.start)
    within = list(takewhile(lambda place: place.end <= span.end, places[first:]))
    between = zip([span.start, *(place.end for place in within)], [*(place.start for place in within), span.end], strict=True)
    return bool(within) and all(parse.text[low:high].strip() in ("", "and", ",") for low, high in between)


def without_named(found: Sequence[Mention], names: Sequence[Mention]) -> tuple[Mention, ...]:
    """The parties but for those that only the parser knows where a vessel or a weapon is named: the "Lady Mariia" is no person,
    nor is "Mariia" in it, nor "Koksan" in "Koksan guns". A longer name stays: "Lady Mariia Shipping Ltd" is a company."""
    beside = set(outside(names, found))
    return tuple(m for m in found if m in beside or _is_settled(m))


def _is_settled(party: Mention) -> bool:
    """True for a party of the table, or one whose country the text tells."""
    return not isinstance(party.value, Party) or is_listed(party.value) or party.value.country is not None
