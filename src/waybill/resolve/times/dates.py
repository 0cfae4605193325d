"""Days and months of the calendar: 7 September 2023, Sept. 7, 2023-09-07, mid-August, last September."""

import re

from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.anchoring import bare, year_named
from waybill.resolve.times.lexicon import month_number, pattern, said, spelled_day, spelled_year, weekday_number
from waybill.resolve.times.periods import Period
from waybill.resolve.times.reading import Context, Reading, dated

Match = re.Match[str]


def full_date(m: Match, c: Context) -> Reading | None:
    """7 September 2023; Sept. 7, 2023; Friday, Oct. 13: a day whose year is said or follows from the document's date."""
    number = month_number(m["month"])
    day = int(said(m, "dom") or spelled_day(said(m, "nthday")))
    if not 1 <= day <= 31:
        return None
    if (year := _year_said(m, c)) is not None:
        found = periods.day(year, number, day)
    else:
        found = _agreeing(c, number, day, said(m, "weekday"))
        if found is None:
            return bare(c, number, day)
    return dated(found) if found else None


def _year_said(m: Match, c: Context) -> int | None:
    """The year said, "last year" counted from the document's date, or "of that year" after the last year said."""
    if stated := said(m, "year"):
        return int(stated)
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


def numeric_date(m: Match, _: Context) -> Reading | None:
    """2023-09-07 (ISO 8601), 7.9.2023 (day first wherever points are written)."""
    found = periods.day(int(m["year"]), int(m["m"]), int(m["d"]))
    return dated(found) if found else None


def slashed_date(m: Match, _: Context) -> Reading | None:
    """13/9/2023: read where only one order gives a day; 7/9/2023 stays open, with both days as candidates."""
    year, one, two = int(m["year"]), int(m["one"]), int(m["two"])
    found = {p.first: p for p in (periods.day(year, two, one), periods.day(year, one, two)) if p}
    match tuple(found.values()):
        case (only,):
            return dated(only)
        case (day_first, month_first):
            either = (dated(day_first), dated(month_first))
            return Reading(Timex("DATE", f"{year}-XX-XX"), unresolved="day or month first", candidates=either)
    return None


def month(m: Match, c: Context) -> Reading | None:
    """September 2023, last September, mid-August, March: a month whose year is said or follows."""
    number = month_number(m["month"])
    year = _year_said(m, c)
    if year is None and c.anchor:
        year = _year_of_month(said(m, "deixis"), number, c.anchor.year, c.anchor.month)
    return bare(c, number, None) if year is None else dated(periods.month(year, number))


def _year_of_month(deixis: str, number: int, year: int, current: int) -> int | None:
    """The year of "last", "this" or "next" before a month; "last October" in October is a year back."""
    if "next" in deixis or "coming" in deixis:
        return year + (number <= current)
    if "last" in deixis or "past" in deixis:
        return year - (number >= current)
    return year if deixis == "this" else None


_YEARLY = r"(?P<yearly>this|last|next) year"
_OF_YEAR = rf"(?:,? {{year}}|(?: of)? {_YEARLY}| of (?P<same>that|the same) year)?"

RULES = (
    (pattern(r"(?P<year>\d{4})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?:T[\d:.]+Z?)?"), numeric_date),
    (pattern(r"(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<year>(?:19|20)\d\d)"), numeric_date),
    (pattern(r"(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d)/(?P<year>(?:19|20)\d\d)"), slashed_date),
    (pattern(r"(?:{weekday},? )?(?:the )?{dom}(?: of)?[ -]{month}" + _OF_YEAR), full_date),
    (pattern(r"(?:(?:this |last |next )?(?:coming |past )?{weekday},? )?{month}(?: the)? {nthday}"), full_date),
    (pattern(r"(?:(?:last|next|this) )?(?:{weekday},? )?{month}(?: the)? ?{dom}" + _OF_YEAR), full_date),
    (
        pattern(
            r"(?:{edge}~)?(?:{deixis} )?{month}"
            rf"(?:,? (?:of )?(?:{{year}}|(?P<spelled>{{spelled}}))|(?: of)? {_YEARLY}| of (?P<same>that|the same) year)?"
        ),
        month,
    ),
)
