"""Dates in figures: 2023-09-07, 7.9.2023, 13/9/23."""

import re

from msgspec.structs import replace

from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.anchoring import bare
from waybill.resolve.times.dates import on_day, year_said
from waybill.resolve.times.reading import EITHER_ORDER, Context, Reading, dated, open_date
from waybill.resolve.times.rule import rule

Match = re.Match[str]


def numeric_date(m: Match, c: Context) -> Reading | None:
    """2023-09-07 (ISO 8601), 7.9.2023 (day first wherever points are written)."""
    year, month_of_year, day = year_said(m, c), int(m["m"]), int(m["d"])
    if not (1 <= month_of_year <= 12 and 1 <= day <= 31):
        return None
    return bare(c, month_of_year, day) if year is None else on_day(periods.day(year, month_of_year, day))


def slashed_date(m: Match, c: Context) -> Reading | None:
    """13/9/2023: read where only one order gives a day; 7/9/2023 stays open, with both days as candidates."""
    year, one, two = year_said(m, c), int(m["one"]), int(m["two"])
    if year is None:
        return open_date("XXXX-XX-XX", "year")
    found = {p.first: p for p in (periods.day(year, two, one), periods.day(year, one, two)) if p}
    match tuple(found.values()):
        case (only,):
            return replace(dated(only), order="" if one == two else "day" if one > 12 else "month")
        case (day_first, month_first):
            either = (dated(day_first), dated(month_first))
            return Reading(Timex("DATE", f"{year:04}-XX-XX"), unresolved=EITHER_ORDER, candidates=either)
    return on_day(None)


RULES = (
    rule(r"(?P<year>\d{4})(?P<by>[-/])(?P<m>[01]\d)(?P=by)(?P<d>[0-3]\d)", numeric_date, "Left on [2023/09/07] = 2023-09-07"),
    rule(r"(?P<year>\d{4})-(?P<m>[01]\d)-(?P<d>[0-3]\d)T[\d:.]+Z?", numeric_date, "Seen at [2023-09-07T04:30Z] = 2023-09-07"),
    rule(r"(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?![.\d])", numeric_date, "On [7.9.2023] = 2023-09-07"),
    rule(r"(?P<d>[0-3]\d)\.(?P<m>[01]\d)\.(?P<short>\d\d)(?![.\d])", numeric_date, "Left on [07.09.23] = 2023-09-07"),
    rule(
        r"(?P<one>3[01]|[12]\d|0?[1-9])/(?P<two>3[01]|[12]\d|0?[1-9])/(?:(?P<year>(?:19|20)\d\d)|(?P<short>\d\d))(?![/\d])",
        slashed_date,
        "Left on [13/9/23] = 2023-09-13",
    ),
)
