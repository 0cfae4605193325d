"""Days and months of the calendar: 7 September 2023, Sept. 7, 2023-09-07, mid-August, last September."""

import re

from waybill.resolve.times import periods
from waybill.resolve.times.anchoring import bare, year_named, year_of_two
from waybill.resolve.times.lexicon import month_number, said, spelled_day, spelled_year, weekday_number
from waybill.resolve.times.periods import Period
from waybill.resolve.times.reading import NO_DAY, Context, Reading, dated
from waybill.resolve.times.rule import rule

Match = re.Match[str]


def full_date(m: Match, c: Context) -> Reading | None:
    """7 September 2023; Sept. 7, 2023; Friday, Oct. 13: a day whose year is said or follows from the document's date."""
    number = month_number(m["month"])
    day = int(said(m, "dom") or spelled_day(said(m, "nthday")))
    if (year := year_said(m, c)) is not None:
        return on_day(periods.day(year, number, day))
    found = _agreeing(c, number, day, said(m, "weekday"))
    return dated(found) if found else bare(c, number, day)


def on_day(day: Period | None) -> Reading:
    """The reading of a day, which the calendar may not have."""
    return dated(day) if day else Reading(None, unresolved=NO_DAY)


def year_said(m: Match, c: Context) -> int | None:
    """The year said, "last year" counted from the document's date, or "of that year" after the last year said."""
    if stated := said(m, "year"):
        return int(stated)
    if short := said(m, "short"):
        return year_of_two(c, int(short))
    if spoken := said(m, "spelled"):
        return spelled_year(spoken)
    if yearly := said(m, "yearly"):
        return year_named(c, yearly)
    return c.last_year if said(m, "same") else None


def _agreeing(c: Context, month_of_year: int, day: int, weekday: str) -> Period | None:
    """The day of the three years around the document's date that falls on the weekday said."""
    if c.anchor is None or not weekday:
        return None
    here = (periods.day(c.anchor.year + n, month_of_year, day) for n in (0, -1, 1))
    return next((p for p in here if p and p.first.isoweekday() == weekday_number(weekday)), None)


def month(m: Match, c: Context) -> Reading | None:
    """September 2023, last September, mid-August, March: a month whose year is said or follows."""
    number = month_number(m["month"])
    year = year_said(m, c)
    if year is None:
        year = _year_of_month(said(m, "deixis"), number, c)
    return bare(c, number, None) if year is None else dated(periods.month(year, number))


def _year_of_month(deixis: str, number: int, c: Context) -> int | None:
    """The year of "last", "this" or "next" before a month; "last October" in October is a year back.

    "The following January" is the first after what the text last spoke of, "that January" of the same year.
    """
    if c.last and ("following" in deixis or "that" in deixis or "same" in deixis):
        return c.last.first.year + ("following" in deixis and number <= c.last.first.month)
    if c.anchor is None:
        return None
    year, current = c.anchor.year, c.anchor.month
    if "next" in deixis or "coming" in deixis:
        return year + (number <= current)
    if "last" in deixis or "past" in deixis:
        return year - (number >= current)
    return year if deixis == "this" else None


def day_alone(m: Match, c: Context) -> Reading | None:
    """the 12th, the 12th of this month: of the month the text last spoke of, else the nearest one gone by, or to come."""
    number, monthly = int(m["dom"]), said(m, "monthly")
    named = c.last if c.last and c.last.unit in ("day", "month") and monthly not in ("this", "last") else None
    base = named.first if named else c.anchor
    if base is None or not (monthly or (c.before in _BEFORE_DAYS and not c.counts(m.end()))):
        return None
    whole = periods.around("month", base)
    if monthly == "last" or (not monthly and not named and number > base.day and c.direction != "future"):
        whole = whole.moved(-1, "month") or whole
    if not monthly and not named and number < base.day and c.direction == "future":
        whole = whole.moved(1, "month") or whole
    return on_day(periods.day(whole.first.year, whole.first.month, number))


_BEFORE_DAYS = frozenset(("on", "by", "since", "until", "before", "after", "between", "and"))
"""What stands before a day of the month said alone: "on the 12th"."""
_WEEKDAY = r"(?:{weekday},? )?"

RULES = (
    rule(
        _WEEKDAY + r"(?:the )?{dom}(?: of)?(?: |-){month}{ofyear}", full_date, "On [the 7th of September] it left = 2023-09-07"
    ),
    rule(
        r"{dom} {month} (?P<short>\d\d)(?=\s*(?:,(?!\d)|[;)]|$|\.(?!\d)))",
        full_date,
        "MV Maria, [14 Jan 24], berth 2 = 2024-01-14",
    ),
    rule(r"{dom}-{month}-{year}", full_date, "Imagery of [07-Sep-2023] = 2023-09-07"),
    rule(_WEEKDAY + r"(?:the )?{nthday} of {month}{ofyear}", full_date, "It left on [the first of June] = 2023-06-01"),
    rule(
        r"(?:(?:this |last |next )?(?:coming |past )?{weekday},? )?{month}(?: the)? {nthday}",
        full_date,
        "On [Tuesday, September the twelfth] it left = 2023-09-12",
    ),
    rule(
        r"(?:(?:last|next|this) )?" + _WEEKDAY + r"{month}(?: the)? ?{dom}{ofyear}",
        full_date,
        "On [Thursday, Sept. 7, 2023], it left = 2023-09-07",
    ),
    rule(
        r"(?:{edge}~)?(?:{deixis} )?{month}(?:,? (?:of )?(?:{year}|(?P<spelled>{spelled}))| ?['’](?P<short>\d\d)(?![\w%])"
        r"|(?: of)? (?P<yearly>this|last|next) year| of (?P<same>that|the same) year)?",
        month,
        "In [late September of last year] it left = 2022-09",
    ),
    rule(
        r"the (?P<dom>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)(?!-)(?: of (?P<monthly>this|last|that|the|the same) month)?",
        day_alone,
        "It left on [the 12th] = 2023-10-12",
    ),
)
