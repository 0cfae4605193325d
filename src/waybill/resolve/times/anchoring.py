"""The year that a day or month said without one belongs to."""

from collections.abc import Callable

from msgspec.structs import replace

from waybill.resolve.times import periods
from waybill.resolve.times.periods import Period
from waybill.resolve.times.reading import Context, Reading, dated, open_date

LIMITS = ("by", "until")
"""What ends a stretch may lie ahead of a past verb ("was extended until Nov. 9")."""


def bare(c: Context, month: int, day: int | None) -> Reading | None:
    """A day, or a month where `day` is None, said without its year: unresolved "year" where no published date is known."""
    value = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    reading = nearest(c, value, lambda year: periods.of_month_day(year, month, day))
    return replace(reading, bare=(month, day)) if reading else None


def nearest(c: Context, value: str, build: Callable[[int], Period | None]) -> Reading | None:
    """What comes round every year: the last one not after the document's date, or the next if the clause looks ahead.

    Where the verb says neither, the nearer of the two: our convention. None where `build` never gives one.
    """
    if c.anchor is None:
        return open_date(value, "year", value)
    anchor = c.anchor
    here = [p for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (p := build(year))]
    begun = [p for p in here if p.first <= anchor]
    coming = [p for p in here if p.last >= anchor]
    match c.direction:
        case "past" if begun and c.relation not in LIMITS:
            return dated(begun[-1])
        case "future" if coming:
            return dated(coming[0])
    near = min(here, key=lambda p: abs((p.first - anchor).days), default=None)
    return dated(near) if near else None


def year_named(c: Context, word: str) -> int | None:
    """The year of "this year", "last year", "next year" by its first word; None where no published date is known."""
    return c.anchor.year + {"last": -1, "this": 0, "next": 1}[word] if c.anchor else None
