"""Places the gazetteer does not hold: what the parser calls a place, put at the place around it where the text names one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Place
from waybill.resolve.places.choose import Choice
from waybill.resolve.places.evidence import LOCATIVE
from waybill.resolve.places.spot import Spot

NOT_HELD = "place: not in the gazetteer"


def unlisted(parse: Parse, listed: Sequence[Mention]) -> Iterator[Mention]:
    """A Mention for each GPE or LOC entity that no listed mention touches, after "in", "from", "to" and the like.

    Its point and radius are those of the place named right after it ("Qatraneh, Jordan", "Foua in Syria"), and `unresolved`
    says so; with none it has no value.
    """
    taken = {token for mention in listed for token in parse.tokens_in(mention.span)}
    after = {mention.span.start: mention for mention in listed}
    for first, end, label in parse.entities:
        if label in ("GPE", "LOC") and taken.isdisjoint(range(first, end)) and _looks_like_a_name(parse, first, end):
            span = parse.span(first, end - 1)
            around = _container(parse, end, after)
            if around or _stands_as_a_place(parse, first):
                yield _mention(span, span.text_of(parse.text), around)


def astray(parse: Parse, found: Sequence[Spot], choices: Sequence[Choice], ties: Mapping[int, int]) -> dict[int, Place]:
    """For the index of a spot before a comma and a subdivision that no reading of it lies in, that subdivision: the place meant
    is one the gazetteer lacks ("Holliday, Missouri", where it has that of Texas only)."""
    outer = {
        at: choices[at + 1].best.place
        for at, (inner, around) in enumerate(pairwise(found))
        if at not in ties
        and parse.word[inner.last + 1 : around.first] == (",",)
        and choices[at].best.kind in ("city", "admin2")
        and (choices[at + 1].best.kind == "admin1" or (choices[at + 1].best.kind == "region" and choices[at + 1].best.iso2))
    }
    return {at: place for at, place in outer.items() if at - 1 not in outer and not _is_listed(parse, found, at + 1, ties)}


def _is_listed(parse: Parse, found: Sequence[Spot], at: int, ties: Mapping[int, int]) -> bool:
    """True where the spot's name is followed by another of a list: "Moscow, Dagestan and Chechnya"."""
    if at in ties or at + 1 >= len(found):
        return False
    return parse.word[found[at].last + 1 : found[at + 1].first] in ((",",), ("and",), (",", "and"), ("or",), (",", "or"))


def unheld(parse: Parse, spot: Spot, around: Place) -> Mention:
    """A Mention of a place that the gazetteer lacks, at the place around it."""
    return _mention(parse.span(spot.first, spot.last), spot.text, around)


def _looks_like_a_name(parse: Parse, first: int, end: int) -> bool:
    return (
        parse.pos[end - 1] == "PROPN"
        and parse.word[first][0].isupper()
        and all(len(w) > 2 and w[-1].isalpha() for w in parse.word[first:end])
    )


def _stands_as_a_place(parse: Parse, first: int) -> bool:
    before = parse.word[first - 1].lower() if first else ""
    return before in LOCATIVE


def _container(parse: Parse, end: int, after: dict[int, Mention]) -> Place | None:
    for gap in ((",",), ("in",), (",", "in"), ("in", "the")):
        start = end + len(gap)
        if parse.word[end:start] == gap and start < len(parse) and parse.start[start] in after:
            value = after[parse.start[start]].value
            return value if isinstance(value, Place) else None
    return None


def _mention(span: Span, text: str, around: Place | None) -> Mention:
    if around is None or around.lat is None:
        return Mention("place", span, text, None, NOT_HELD)
    place = Place(text, around.country or around.name, around.lat, around.lon, around.radius_km, None)
    return Mention("place", span, text, place, f"{NOT_HELD}; the point is that of {around.name}")
