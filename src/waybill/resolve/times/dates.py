"""Calendar dates: days, months, years, decades, centuries, weekdays, seasons and holidays."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.lexicon import (
    SEASONS,
    month_number,
    pattern,
    said,
    spelled_day,
    spelled_decade,
    spelled_year,
    weekday_number,
)
from waybill.resolve.times.periods import Period
from waybill.resolve.times.reading import NO_DATE, Context, Reading, dated, open_date

Match = re.Match[str]


def full_date(m: Match, c: Context) -> Reading | None:
    """7 September 2023; Sept. 7, 2023; Friday, Oct. 13: a day whose year is said or follows from the document's date."""
    named = m.groupdict()
    month = month_number(named["month"])
    day = int(named["dom"]) if named.get("dom") else spelled_day(named["nthday"])
    if not 1 <= day <= 31:
        return None
    if (number := _year_meant(m, c)) is not None:
        found = periods.day(number, month, day)
        return dated(found) if found else None
    if named.get("weekday") and (agreeing := _agreeing(c, month, day, weekday_number(named["weekday"]))):
        return dated(agreeing)
    return _bare(c, month, day)


def _year_meant(m: Match, c: Context) -> int | None:
    """The year said, "last year" counted from the document's date, or "of that year" after the last year said."""
    if stated := said(m, "year"):
        return int(stated)
    if (yearly := said(m, "yearly")) and c.anchor:
        return c.anchor.year + _YEARS_OFF[yearly]
    return c.last_year if said(m, "same") else None


def _agreeing(c: Context, month: int, day: int, number: int) -> Period | None:
    """The one day of the three years around the document's date that falls on the weekday said."""
    if c.anchor is None:
        return None
    here = (periods.day(c.anchor.year + n, month, day) for n in (0, -1, 1))
    return next((p for p in here if p and p.first.isoweekday() == number), None)


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
    named = m.groupdict()
    number = month_number(named["month"])
    if named.get("year"):
        return dated(periods.month(int(named["year"]), number))
    if named.get("spelled") and (spoken := spelled_year(named["spelled"])):
        return dated(periods.month(spoken, number))
    deixis = said(m, "deixis")
    if c.anchor is None:
        return _bare(c, number, None)
    if named.get("yearly"):
        return dated(periods.month(c.anchor.year + _YEARS_OFF[said(m, "yearly")], number))
    if "next" in deixis or "coming" in deixis:
        return dated(periods.month(c.anchor.year + (number <= c.anchor.month), number))
    if "last" in deixis or "past" in deixis:
        return dated(periods.month(c.anchor.year - (number >= c.anchor.month), number))
    if deixis == "this":
        return dated(periods.month(c.anchor.year, number))
    return _bare(c, number, None)


def _bare(c: Context, month_of_year: int, day: int | None) -> Reading | None:
    value = f"XXXX-{month_of_year:02}" + (f"-{day:02}" if day else "")
    reading = _nearest(c, value, lambda year: periods.of_month_day(year, month_of_year, day))
    return replace(reading, bare=(month_of_year, day)) if reading else None


def _nearest(c: Context, value: str, build: Callable[[int], Period | None]) -> Reading | None:
    """The year for a bare day or month: the last one not after the document's date, or the next if the clause looks ahead.

    Where the verb says neither, the nearer of the two: our convention.
    """
    if c.anchor is None:
        return open_date(value, "year", value)
    here = [p for year in (c.anchor.year - 1, c.anchor.year, c.anchor.year + 1) if (p := build(year))]
    past = [p for p in here if p.first <= c.anchor]
    ahead = [p for p in here if p.last >= c.anchor]
    direction = "open" if c.relation in _LIMITS and c.direction == "past" else c.direction
    if direction == "past" and past:
        return dated(past[-1])
    if direction == "future" and ahead:
        return dated(ahead[0])
    anchor = c.anchor
    near = min(here, key=lambda p: abs((p.first - anchor).days), default=None)
    return dated(near) if near else None


_YEARS_OFF = {"last": -1, "this": 0, "next": 1}
_LIMITS = ("by", "until")
"""What ends a stretch may lie ahead of a past verb ("was extended until Nov. 9")."""


def year(m: Match, _: Context) -> Reading:
    """1989, fiscal 1989, early 2024. A fiscal year is read as the calendar year it is named for."""
    return dated(periods.year(int(m["year"])))


def year_in_words(m: Match, _: Context) -> Reading | None:
    """nineteen ninety-seven, the year two thousand."""
    if m["thousand"]:
        return dated(periods.year(2000))
    number = spelled_year(m["spelled"])
    return dated(periods.year(number)) if number else None


def decade(m: Match, c: Context) -> Reading | None:
    """the 1990s, the late '80s, the nineties: without a century, the latest such decade begun by the document's date."""
    if m["decade"]:
        return dated(periods.around("decade", date(int(m["decade"]), 1, 1)))
    tens = int(m["tens"]) if m["tens"] else spelled_decade(m["word"])
    if tens is None:
        return None
    if c.anchor is None:
        return open_date(f"XX{tens // 10}", NO_DATE, f"XX{tens // 10}X")
    century = c.anchor.year // 100 - (tens > c.anchor.year % 100)
    return dated(periods.around("decade", date(century * 100 + tens, 1, 1)))


def century(m: Match, _: Context) -> Reading | None:
    """the 20th century: by custom the years 1900 to 1999."""
    number = int(m["nth"])
    return dated(periods.around("century", date(max(number * 100 - 100, 1), 1, 1))) if 1 < number <= 99 else None


def weekday(m: Match, c: Context) -> Reading:
    """on Friday, next Monday: the latest such day up to the document's date, or the next if the clause looks ahead."""
    number = weekday_number(m["weekday"])
    if c.anchor is None:
        return open_date(f"XXXX-WXX-{number}", NO_DATE)
    deixis = said(m, "deixis")
    if "previous" in deixis and c.last:
        return _day(c.last.first - timedelta(days=(c.last.first.isoweekday() - number - 1) % 7 + 1))
    behind = (c.anchor.isoweekday() - number) % 7
    if "last" in deixis or "past" in deixis:
        behind = behind or 7
    elif "next" in deixis or "coming" in deixis or c.direction == "future" or (c.relation in _LIMITS and c.direction == "open"):
        behind = behind - 7 if behind or "next" in deixis else 0
    return _day(c.anchor - timedelta(days=behind))


def _day(at: date) -> Reading:
    return dated(periods.around("day", at))


def season(m: Match, c: Context) -> Reading | None:
    """the summer of 2022, this fall, last winter."""
    letters = SEASONS[m["season"].lower()]
    if m["year"] or m["spelled"]:
        number = int(m["year"]) if m["year"] else spelled_year(m["spelled"])
        return dated(periods.season(number, letters)) if number else None
    if c.anchor is None:
        return open_date(f"XXXX-{letters}", NO_DATE)
    if m["yearly"]:
        return dated(periods.season(c.anchor.year + _YEARS_OFF[said(m, "yearly")], letters))
    deixis = said(m, "deixis")
    here = [periods.season(c.anchor.year + n, letters) for n in (-2, -1, 0, 1)]
    begun = [p for p in here if p.first <= c.anchor]
    if "next" in deixis or "coming" in deixis:
        return dated(next(p for p in here if p.first > c.anchor))
    if "last" in deixis:
        return dated(next(p for p in reversed(begun) if p.last < c.anchor))
    if "past" in deixis:
        return dated(begun[-1])
    if deixis == "this":
        return dated(here[1] if letters == "WI" and c.anchor.month < 6 else here[2])
    return _nearest(c, f"XXXX-{letters}", lambda number: periods.season(number, letters))


_FIXED_DAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "valentine's day": (2, 14), "independence day": (7, 4), "veterans day": (11, 11),
    "halloween": (10, 31), "boxing day": (12, 26), "may day": (5, 1), "victory day": (5, 9),
}  # fmt: skip
_MOVING_DAYS = {"thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "labor day": (9, 1, 1)}
"""Month, ISO weekday, which one of the month (United States law, 5 U.S.C. 6103)."""


def holiday(m: Match, c: Context) -> Reading | None:
    """Christmas Eve, Thanksgiving, Victory Day: days with a fixed rule."""
    name = re.sub(r"\s+", " ", m["holiday"].lower().replace("’", "'"))

    def build(number: int) -> Period | None:
        if name in _FIXED_DAYS:
            return periods.day(number, *_FIXED_DAYS[name])
        at_month, at_weekday, nth = _MOVING_DAYS[name]
        first = date(number, at_month, 1)
        return periods.day(number, at_month, 1 + (at_weekday - first.isoweekday()) % 7 + 7 * (nth - 1))

    if m["year"]:
        found = build(int(m["year"]))
        return dated(found) if found else None
    reading = _nearest(c, "XXXX", build)
    return replace(reading, edtf=None, timex=Timex("DATE", "XXXX-XX-XX")) if reading and not reading.period else reading


_HOLIDAYS = "|".join(sorted((n.replace("'", "['’]") for n in _FIXED_DAYS | _MOVING_DAYS), key=len, reverse=True))

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
            rf"(?:{{edge}}~)?(?:{{deixis}} )?{{month}}(?:,? (?:of )?(?:{{year}}|(?P<spelled>{{spelled}}))|(?: of)? {_YEARLY})?"
        ),
        month,
    ),
    (pattern(r"(?:{edge}~|(?:post|pre)-|the year |the (?=\d+ period))?(?:{fiscal}(?:year )?)?{year}"), year),
    (pattern(r"(?:the year )?(?:(?P<thousand>two thousand)|(?P<spelled>{spelled}))"), year_in_words),
    (
        pattern(
            r"(?:the )?(?:{edge}~)?(?:(?P<decade>1\d\d0|20\d0)['’]?s|['’‘](?P<tens>[1-9]0)s|"
            r"(?P<word>(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))"
        ),
        decade,
    ),
    (pattern(r"(?:the )?(?:{edge}~)?(?P<nth>\d\d?)(?:st|nd|rd|th)[ -]century"), century),
    (pattern(r"(?:(?P<edge>early|late|earlier|later) )?(?:{deixis} )?{weekday}"), weekday),
    (
        pattern(
            r"(?:{edge}~)?(?:(?:{deixis}|the)(?: early| late)? )?{season}"
            rf"(?:,? (?:of )?(?:{{year}}|(?P<spelled>{{spelled}}))|(?: of)? {_YEARLY})?"
        ),
        season,
    ),
    (pattern(rf"(?:{{edge}}~)?(?P<holiday>{_HOLIDAYS})(?:,? {{year}})?"), holiday),
)
