"""Places the gazetteer does not hold: what the parser calls a place, put at the place around it where the text names one."""

from collections.abc import Iterator, Sequence

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Place
from waybill.resolve.places.evidence import LOCATIVE

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


def _looks_like_a_name(parse: Parse, first: int, end: int) -> bool:
    return parse.pos[end - 1] == "PROPN" and parse.word[first][0].isupper() and all(len(w) > 2 for w in parse.word[first:end])


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
