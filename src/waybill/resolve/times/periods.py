"""Stretches of the calendar, how to step from one to another, and how TIMEX3 and EDTF write them."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

SEASONS = ("SP", "SU", "FA", "WI")
"""TIMEX3's letters. Northern seasons by whole months, spring from March: our convention; a winter has the year it begins in."""

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7}


class Period(Struct, frozen=True):
    """A calendar unit as its first and its last day, both included."""

    unit: Unit
    first: date
    last: date

    @property
    def timex(self) -> str:
        """The TIMEX3 value: `2023-09-07`, `2023-W36`, `2023-09`, `2023-Q3`, `2023-SU`, `2023`, `202` (a decade), `20`."""
        year = self.first.year
        iso = self.first.isocalendar()
        match self.unit:
            case "day":
                return self.first.isoformat()
            case "week":
                return f"{iso.year:04}-W{iso.week:02}"
            case "weekend":
                return f"{iso.year:04}-W{iso.week:02}-WE"
            case "month":
                return f"{year:04}-{self.first.month:02}"
            case "quarter":
                return f"{year:04}-Q{(self.first.month + 2) // 3}"
            case "half":
                return f"{year:04}-H{(self.first.month + 5) // 6}"
            case "season":
                return f"{year:04}-{SEASONS[self.first.month // 3 - 1]}"
            case "year":
                return f"{year:04}"
            case "decade":
                return f"{year // 10:03}"
            case "century":
                return f"{year // 100:02}"

    @property
    def edtf(self) -> str:
        """The EDTF expression (ISO 8601-2): seasons 21 to 24, quarters 33 to 36, halves 40 and 41; a week is an interval."""
        year = self.first.year
        match self.unit:
            case "week" | "weekend":
                return f"{self.first}/{self.last}"
            case "quarter":
                return f"{year:04}-{32 + (self.first.month + 2) // 3}"
            case "half":
                return f"{year:04}-{39 + (self.first.month + 5) // 6}"
            case "season":
                return f"{year:04}-{20 + self.first.month // 3}"
            case "decade" | "century":
                return self.timex.ljust(4, "X")
            case _:
                return self.timex

    def moved(self, count: int, unit: Unit) -> "Period | None":
        """The period of the same unit that lies `count` times `unit` later; None where the calendar ends."""
        day = step(self.first, count, unit)
        return around(self.unit, day) if day else None


def unit_named(name: str) -> Unit:
    """The calendar unit of a name as patterns take it ("centurie" of "centuries")."""
    return "century" if name.startswith("centur") else name  # type: ignore[return-value]


def around(unit: Unit, day: date) -> Period:
    """The calendar unit that holds the day. Weeks run Monday to Sunday, decades from the year that ends in 0."""
    if unit == "day":
        return Period(unit, day, day)
    if unit in _DAYS:
        first = day - timedelta(days=day.weekday())
        return Period(unit, first + timedelta(days=5 if unit == "weekend" else 0), first + timedelta(days=6))
    span = _MONTHS[unit]
    index = day.year * 12 + day.month - 1
    offset = 2 if unit == "season" else 0
    return _months(unit, (index - offset) // span * span + offset, span)


def _months(unit: Unit, index: int, span: int) -> Period:
    year, month = divmod(index, 12)
    end_year, end_month = divmod(index + span - 1, 12)
    last = date(min(end_year, 9999), end_month + 1, monthrange(min(end_year, 9999), end_month + 1)[1])
    return Period(unit, date(max(year, 1), month + 1, 1), last)


def year(number: int) -> Period:
    """The calendar year."""
    return around("year", date(number, 1, 1))


def month(year_number: int, number: int) -> Period:
    """The calendar month, 1 to 12."""
    return around("month", date(year_number, number, 1))


def quarter(year_number: int, number: int) -> Period:
    """The calendar quarter, 1 to 4."""
    return around("quarter", date(year_number, number * 3, 1))


def season(year_number: int, letters: str) -> Period:
    """The season by TIMEX3's letters; the winter of a year begins in its December."""
    return around("season", date(year_number, 3 + 3 * SEASONS.index(letters), 1))


def day(year_number: int, month_number: int, day_number: int) -> Period | None:
    """The calendar day, or None where there is no such day."""
    try:
        return around("day", date(year_number, month_number, day_number))
    except ValueError:
        return None


def of_month_day(year_number: int, month_number: int, day_number: int | None) -> Period | None:
    """The day, or the month where there is no day number; None where there is no such day."""
    return month(year_number, month_number) if day_number is None else day(year_number, month_number, day_number)


def step(start: date, count: float, unit: str) -> date | None:
    """The day `count` units after `start` (before it where negative), the 31st clipped; None where the calendar ends."""
    try:
        if unit in _DAYS:
            return start + timedelta(days=round(count * _DAYS[unit]))
        index = start.year * 12 + start.month - 1 + round(count * _MONTHS[unit])
        at_year, at_month = divmod(index, 12)
        return date(at_year, at_month + 1, min(start.day, monthrange(at_year, at_month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def away(start: date, count: float, unit: str) -> date | None:
    """The day a number of the units that lengths are told in lies from another; hours count as whole days only."""
    if unit in ("second", "minute"):
        return start
    if unit == "hour":
        return step(start, int(count / 24), "day")
    if unit in ("night", "fortnight"):
        unit, count = ("day", count) if unit == "night" else ("week", 2 * count)
    return step(start, count, unit.replace("centurie", "century"))
