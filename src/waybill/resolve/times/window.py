"""From a reading and the preposition that governs it to the window of four dates."""

import re
from dataclasses import replace
from datetime import date, timedelta

from waybill.model.time import Window
from waybill.resolve.times.periods import step
from waybill.resolve.times.reading import Edges, Reading
from waybill.resolve.times.relation import Relation

_THIRDS = {
    "early": (0, 1), "beginning": (0, 1), "start": (0, 1),
    "mid": (1, 2), "middle": (1, 2),
    "late": (2, 3), "end": (2, 3), "close": (2, 3),
}  # fmt: skip
"""Which thirds of the days the words leave: our convention."""


def window(reading: Reading, words: str, relation: Relation, anchor: date | None) -> Window:
    """The window of an expression. `words` are its own; "early", "mid" and "late" keep a third of the days each."""
    part = _part(reading, words)
    if relation == "before" and part.last and re.match(r"(?:the\s+)?(?:end|close)\b", words.lower()):
        part = replace(part, first=part.last)
    edges = part.edges or _edges(part.first, part.last, relation, anchor)
    edtf = part.edtf if not relation else None
    return Window(edtf or reading.edtf, *edges, timex=reading.timex)


def _edges(first: date | None, last: date | None, relation: Relation, anchor: date | None) -> Edges:
    """By the contract: "since A" ends between A and the document's date, "by B" starts anywhere, "in May" is all of it."""
    if first is None or last is None:
        return (None, None, None, None)
    match relation:
        case "since" if anchor is None or anchor >= first:
            return (first, last, first, anchor)
        case "by" | "until":
            return (None, None, None if relation == "by" else first, last)
        case "before":
            return (None, None, None, first - timedelta(days=1))
        case "after":
            ends = anchor if anchor and anchor > last else None
            return (last + timedelta(days=1), ends, last + timedelta(days=1), ends)
        case "from":
            return (first, last, first, None)
    return (first, first, last, last)


def _part(reading: Reading, words: str) -> Reading:
    """The third of the days that "early", "mid" or "late" leaves; "the end of" a day or an open length stays whole."""
    found = re.match(r"(?:the\s+|very\s+)*(early|mid|middle|late|end|beginning|start|close)\b(?!r)", words.lower())
    if not found or not reading.first or not reading.last or not reading.period or reading.period.unit == "day":
        return reading
    days = (reading.last - reading.first).days + 1
    low, high = _THIRDS[found[1]]
    first = reading.first + timedelta(days=_cut(reading, days, low))
    last = reading.first + timedelta(days=_cut(reading, days, high) - 1)
    return replace(reading, first=first, last=last)


def _cut(reading: Reading, days: int, thirds: int) -> int:
    """Days before a third begins; a month is cut after its 10th and 20th day, a year after April and August."""
    if reading.period and reading.first and reading.period.unit == "year":
        cut = step(reading.first, 4 * thirds, "month")
        return (cut - reading.first).days if cut else days
    if reading.period and reading.period.unit == "month" and thirds < 3:
        return 10 * thirds
    return round(days * thirds / 3)
