"""Two dates that bound one stretch: between A and B, from A to B, A-B, A through B."""

import re
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.time import Timex, Window
from waybill.resolve.times.durations import written
from waybill.resolve.times.grammar import Found
from waybill.resolve.times.lexicon import number, said
from waybill.resolve.times.periods import away
from waybill.resolve.times.reading import Reading
from waybill.resolve.times.window import window

_OPENING = re.compile(r"(between|from)(?:\s+(?:about|around|roughly|the))*\s+$", re.IGNORECASE)
_JOINT = {
    "between": re.compile(r",?\s+and\s+(?:the\s+)?$", re.IGNORECASE),
    "from": re.compile(r",?\s*(?:to|until|till|through|up to|[-‐‑–—])\s*(?:the\s+)?$", re.IGNORECASE),
    "": re.compile(r"\s*(?:to|through|until|thru|[-‐‑–—/])\s*(?:the\s+)?$", re.IGNORECASE),
}
_UP_TO = re.compile(r"\s+(?:up )?(?:to|until|ending|ended)(?:\s+on)?\s+", re.IGNORECASE)
_ONE = re.compile(r"the\s+(week|month|year)", re.IGNORECASE)
_LOOK_BACK = 40
Read = tuple[Found, Reading]


class Range(Struct, frozen=True):
    """The mention of a range, and the offsets at which the two expressions that are its ends begin."""

    mention: Mention
    ends: tuple[int, int]

    @property
    def length(self) -> int | None:
        """Where the length begins that it is told by ("the three weeks to 1 October"), and that is no time of its own."""
        value = self.mention.value
        return self.ends[0] if isinstance(value, Window) and value.timex else None


def ranges(parse: Parse, read: list[Read], published: date | None) -> list[Range]:
    """The range of each two neighbours that bound a stretch; it spans both and the word that opens it.

    It has no TIMEX3, but that of its length where it is told by one ("the three weeks to 1 October").
    """
    return [
        Range(mention, (left[0].match.start(), right[0].match.start()))
        for left, right in pairwise(read)
        if (mention := _range(parse, left, right, published))
    ]


def bound(parse: Parse, left: Read, right: Read) -> bool:
    """True where two neighbours are the two ends of a range by the words around them."""
    return _joins(_joint(parse, left, right), _opening(parse, left), left, right)


def _joint(parse: Parse, left: Read, right: Read) -> str:
    return parse.text[left[0].match.end() : right[0].match.start()]


def _opening(parse: Parse, left: Read) -> re.Match[str] | None:
    start = left[0].match.start()
    return _OPENING.search(parse.text, max(0, start - _LOOK_BACK), start)


def _range(parse: Parse, left: Read, right: Read, published: date | None) -> Mention | None:
    start, end = left[0].match.start(), right[0].match.end()
    opening, joint = _opening(parse, left), _joint(parse, left, right)
    span, value = Span(start, end), _run_up(left, right, joint)
    if value is None and _joins(joint, opening, left, right):
        span, value = Span(opening.start() if opening else start, end), _stretch(left, right, published)
    reason = left[1].unresolved or right[1].unresolved
    return Mention("time", span, span.text_of(parse.text), value, reason) if value else None


def _joins(joint: str, opening: re.Match[str] | None, left: Read, right: Read) -> bool:
    """True where the words between make a range; "to" alone does between units of one kind ("May to June")."""
    if not _JOINT[opening[1].lower() if opening else ""].fullmatch(joint):
        return False
    return opening is not None or joint.split() != ["to"] or _unit(left) == _unit(right)


def _unit(read: Read) -> str | None:
    return read[1].period.unit if read[1].period else None


def _stretch(left: Read, right: Read, published: date | None) -> Window | None:
    """From the left to the right; a month or "mid-August" leaves its edge loose within its own days. Hours make no window."""
    if not (left[1].edtf and right[1].edtf) or any(r.timex and r.timex.type == "TIME" for _, r in (left, right)):
        return None
    edtf = f"{left[1].edtf.split('/')[0]}/{right[1].edtf.split('/')[-1]}"
    if left[1].unresolved or right[1].unresolved:
        return Window(edtf)
    low = window(left[1], left[0].match[0], "", published)
    high = window(right[1], right[0].match[0], "", published)
    if not (low.start_earliest and high.end_latest and low.start_earliest <= high.end_latest):
        return None
    edges = (low.start_earliest, low.end_latest, high.start_earliest, high.end_latest)
    return Window(edtf, *edges, inferred=low.inferred or high.inferred)


def _run_up(left: Read, right: Read, joint: str) -> Window | None:
    """three weeks to 1 October, the week to 1 October: a counted length that ends with a day, or with a whole month."""
    match, day = left[0].match, right[1].period
    one = _ONE.fullmatch(match[0])
    count = 1 if one else number(said(match, "num"))
    if not (_UP_TO.fullmatch(joint) and count and day and (one or said(match, "unit"))):
        return None
    unit = one[1].lower() if one else said(match, "unit")
    begin = away(day.last, -count, unit)
    if begin and day.unit != "day":
        begin += timedelta(days=1)
    length = Timex("DURATION", written(count, unit))
    return Window(f"{begin}/{day.last}", begin, begin, day.last, day.last, length) if begin else None
