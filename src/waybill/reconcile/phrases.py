"""Numbers, days and speakers as they are printed."""

import re
from datetime import date

from waybill.model.time import Window
from waybill.reconcile.statement import Statement
from waybill.reference.calendar import SHORT_MONTHS

_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")


def number(value: float) -> str:
    """A number as it is printed, with separators for thousands."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def days(window: Window) -> str | None:
    """ "7 Sep-1 Oct" of a window whose edges are single days, years where they differ; None where an edge is uncertain or open.

    Days of which only the year is unresolved (XXXX in EDTF) are known well enough to be named.
    """
    first, last = _edge(window.start_earliest, window.start_latest), _edge(window.end_earliest, window.end_latest)
    if not first or not last:
        edges = [date(2000, int(m), int(d)) for m, d in _YEARLESS.findall(window.edtf or "")]
        first, last = (edges[0], edges[-1]) if len(edges) in (1, 2) else (None, None)
    if not first or not last:
        return None
    return _from_to(first, last)


def within(window: Window) -> str | None:
    """ "within 18 Aug-13 Oct" of a window whose edges are uncertain but bounded, at its widest; else None."""
    first, last = window.start_earliest, window.end_latest
    return f"within {_from_to(first, last)}" if first and last else None


def in_days(window: Window) -> str | None:
    """A window as days with their year: "7 Sep-1 Oct 2023", "within 18 Aug-13 Oct 2023", "by 26 Feb 2024"; None without any."""
    first, last = window.start_earliest, window.end_latest
    if told := days(window) or within(window):
        return f"{told} {first.year}" if first and last and first.year == last.year else told
    if last:
        return f"by {dated(last)}"
    return f"from {dated(first)} on" if first else None


def dated(day: date) -> str:
    """ "7 Sep 2023"."""
    return f"{_day(day)} {day.year}"


def who_says(statement: Statement) -> str:
    """Who says something: its source as named or told, failing one the outlet."""
    source = statement.claim.source
    return (source.name or source.text) if source else statement.publication.publisher or statement.publication.path


def _from_to(first: date, last: date) -> str:
    start = _day(first) if first.year == last.year else dated(first)
    end = _day(last) if first.year == last.year else dated(last)
    return start if first == last else f"{start}-{end}"


def _edge(earliest: date | None, latest: date | None) -> date | None:
    return earliest if earliest == latest else None


def _day(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"
