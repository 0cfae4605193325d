"""A window of which an analyst changes one edge or both."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from waybill.errors import JudgementError
from waybill.extract.cells import EDGES, days_said
from waybill.model.claim import Slot
from waybill.model.time import Window

Edge = tuple[date | None, date | None]
"""The first and last day that an edge may fall on; None where nothing bounds it."""

OPEN: Edge = (None, None)


def amended_window(present: Slot[Window] | None, said: Mapping[str, str]) -> Slot[Window] | None:
    """The window with the edges that are given; an empty one is open, and None comes back where both are.

    Raises JudgementError for what is no ISO day, month or year, and for edges that run backwards.
    """
    value = present.value if present and present.value else Window()
    held = ((value.start_earliest, value.start_latest), (value.end_earliest, value.end_latest))
    start, end = (_edge(column, said, old) for column, old in zip(EDGES, held, strict=True))
    if start == OPEN and end == OPEN:
        return None
    if start[0] and end[1] and start[0] > end[1]:
        raise JudgementError(f"window_start: {start[0]} is after window_end, {end[1]}; give both edges anew")
    if "window_start" not in said:
        start = (start[0], _drawn_in(start[1], end[1], min))
    if "window_end" not in said:
        end = (_drawn_in(end[0], start[0], max), end[1])
    return Slot(None, *_told([said.get(column) for column in EDGES], (start, end)))


def _told(words: Sequence[str | None], edges: tuple[Edge, Edge]) -> tuple[str, Window]:
    """The window in words, in EDTF where it can be said there."""
    iso = [w or _iso(edge) for w, edge in zip(words, edges, strict=True)]
    edtf = "/".join(dict.fromkeys(filter(None, iso))) if all(iso) else None
    text = edtf or "/".join(w or " to ".join(map(_day, edge)) for w, edge in zip(iso, edges, strict=True))
    return text, Window(edtf, *edges[0], *edges[1])


def _edge(column: str, said: Mapping[str, str], present: Edge) -> Edge:
    if column not in said:
        return present
    if not said[column]:
        return OPEN
    days = days_said(said[column])
    if days is None:
        raise JudgementError(f"{column}: '{said[column]}' is no day; write it as 2023-09-07, 2023-09 or 2023")
    return days


def _drawn_in(day: date | None, limit: date | None, within: Callable[[date, date], date]) -> date | None:
    """The inner day of an edge that is kept, within the other edge."""
    return within(day, limit) if day and limit else day


def _iso(edge: Edge) -> str | None:
    """An edge as EDTF writes it: a day, month or year, ".." where it is open; None where it is none of these."""
    first, last = edge
    if first is None or last is None:
        return ".." if first is last is None else None
    if first == last:
        return first.isoformat()
    if (first.day, last) == (1, date(first.year, first.month, monthrange(first.year, first.month)[1])):
        return first.isoformat()[:7]
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return first.isoformat()[:4]
    return None


def _day(day: date | None) -> str:
    return day.isoformat() if day else ".."
