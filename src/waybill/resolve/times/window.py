"""From a reading and the preposition that governs it to the window of four dates."""

import re
from datetime import date, timedelta

from msgspec.structs import replace

from waybill.model.time import Window
from waybill.resolve.times.periods import Unit, step
from waybill.resolve.times.reading import Edges, Reading
from waybill.resolve.times.relation import Relation

SIXTHS = {
    "early to mid": (0, 4), "mid to late": (2, 6),
    "early": (0, 2), "mid": (2, 4), "middle": (2, 4), "late": (4, 6),
    "beginning": (0, 1), "start": (0, 1), "end": (5, 6), "close": (5, 6),
}  # fmt: skip
"""Which sixths of the days the words leave, "the end of" fewer than "late": our convention. In years two months each."""
_MONTH_CUTS = (0, 5, 10, 15, 20, 25)
"""The days of a month after which its sixths begin."""
_DECADE_CUTS = (0, 2, 4, 5, 7, 8)
"""The years of a decade after which its sixths begin: "the mid-1990s" are 1994 to 1996, our convention."""
_AT_DAWN = re.compile(r"(?:the\s+)?(?:dawn|daybreak|sunrise|first light)\b", re.IGNORECASE)
"""What is before it, is on its day."""
_PARTIAL = re.compile(rf"(?:the\s+|very\s+)*({'|'.join(SIXTHS).replace(' ', '[ -]')})\b")


def window(reading: Reading, words: str, relation: Relation, anchor: date | None) -> Window:
    """The window of an expression. `words` are its own; "early", "mid" and "late" keep a third of the days each."""
    part = _part(reading, words)
    if relation == "before" and part.last and re.match(r"(?:the\s+)?(?:end|close)\b", words.lower()):
        part = replace(part, first=part.last)
    hours = reading.timex is not None and reading.timex.type == "TIME"
    if relation == "before" and hours and _AT_DAWN.match(words):
        relation = ""
    edges = part.edges or _edges(part.first, part.last, relation, anchor, hours)
    return Window(reading.edtf, *edges, reading.timex, reading.inferred)


def _edges(first: date | None, last: date | None, relation: Relation, anchor: date | None, hours: bool) -> Edges:
    """By the contract: "since A" ends between A and the document's date, "by B" starts anywhere, "in May" is all of it.

    What is before or after an hour may be on its day still.
    """
    if first is None or last is None:
        return (None, None, None, None)
    aside = timedelta(days=0 if hours else 1)
    match relation:
        case "since" if anchor is None or anchor >= first:
            return (first, last, first, anchor)
        case "by" | "as of" | "until":
            return (None, None, first if relation == "until" else None, last)
        case "before":
            return (None, None, None, first - aside)
        case "after":
            ends = anchor if anchor and anchor > last else None
            return (last + aside, ends, last + aside, ends)
        case "from":
            return (first, last, first, None)
    return (first, first, last, last)


def _part(reading: Reading, words: str) -> Reading:
    """The days that "early", "mid", "late" or "the end of" leave; a day, or a length, stays whole."""
    found = _PARTIAL.match(words.lower())
    if not found or not reading.first or not reading.last or not reading.period or reading.period.unit == "day":
        return reading
    low, high = (
        _cut(reading.first, reading.last, reading.period.unit, sixths) for sixths in SIXTHS[found[1].replace("-", " ")]
    )
    return replace(reading, first=low, last=high - timedelta(days=1))


def _cut(first: date, last: date, unit: Unit, sixths: int) -> date:
    """The day on which a sixth begins; the day after the last for the sixth one's end."""
    days = (last - first).days + 1
    if sixths == 6:
        return first + timedelta(days=days)
    if unit == "month":
        return first + timedelta(days=_MONTH_CUTS[sixths])
    if unit in ("decade", "century"):
        return date(first.year + _DECADE_CUTS[sixths] * (10 if unit == "century" else 1), 1, 1)
    return (unit == "year" and step(first, 2 * sixths, "month")) or first + timedelta(days=round(days * sixths / 6))
