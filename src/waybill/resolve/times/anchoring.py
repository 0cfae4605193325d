"""The year that a day or month said without one belongs to."""

from collections.abc import Callable

from msgspec.structs import replace

from waybill.resolve.times import periods
from waybill.resolve.times.direction import of_a_noun
from waybill.resolve.times.periods import Period
from waybill.resolve.times.reading import NO_DAY, Context, Reading, dated, open_date

_LAG_DAYS = 3
"""How far from the document's date a day is that day whatever the verb says: pages are corrected, and days begin elsewhere."""
_LIMITS = ("by", "until")
"""What ends a stretch may lie ahead of a past verb ("ruled that it ends by 14 January")."""
_SHORT_AHEAD = 10
"""How many years ahead two figures for a year may lie: our convention."""
_LEAP_YEAR = 2000
_LEAP = 4
"""Years to either side within which every day of the calendar comes round."""
_SOON_DAYS = 60
"""How near what is to come must be for a date that a noun has ("the summit on 24 April") to mean it after a past verb: our
convention; a day of almost a year ago is seldom told without its year.
"""


def bare(c: Context, month: int, day: int | None) -> Reading | None:
    """A day, or a month where `day` is None, said without its year: unresolved "year" where no published date is known."""
    if day and periods.day(_LEAP_YEAR, month, day) is None:
        return Reading(None, unresolved=NO_DAY)
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
    here = [p for n in range(-_LEAP, _LEAP + 1) if (p := build(anchor.year + n))]
    begun = [p for p in here if p.first <= anchor]
    coming = [p for p in here if p.last >= anchor]
    near = min(here, key=lambda p: abs((p.first - anchor).days), default=None)
    if near and near.unit == "day" and abs((near.first - anchor).days) <= _LAG_DAYS:
        return dated(near)
    soon = coming and (coming[0].first - anchor).days <= _SOON_DAYS and of_a_noun(c.parse, c.token)
    if begun and (c.relation == "since" or (c.direction == "past" and not soon and c.relation not in _LIMITS)):
        return dated(begun[-1])
    if coming and c.direction == "future":
        return dated(coming[0])
    return dated(near) if near else None


def year_named(c: Context, word: str) -> int | None:
    """The year of "this year", "last year", "next year" by its first word; None where no published date is known."""
    return c.anchor.year + {"last": -1, "this": 0, "next": 1}[word] if c.anchor else None


def year_of_two(c: Context, short: int) -> int | None:
    """The year of two figures, in the century that puts it at most ten years after the document's date; None without one."""
    if c.anchor is None:
        return None
    year = c.anchor.year // 100 * 100 + short
    return year - 100 if year > c.anchor.year + _SHORT_AHEAD else year
