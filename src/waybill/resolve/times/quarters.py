"""Quarters and halves of years, calendar or fiscal: a fiscal quarter is read as the calendar quarter of the same number."""

import re
from datetime import date

from msgspec.structs import replace

from waybill.resolve.times import periods
from waybill.resolve.times.anchoring import year_named
from waybill.resolve.times.lexicon import ORDINALS, number, said
from waybill.resolve.times.periods import Period, Unit
from waybill.resolve.times.reading import NO_DATE, Context, Reading, dated, open_date
from waybill.resolve.times.rule import rule

Match = re.Match[str]

_LONG_OVER_DAYS = 182
"""A quarter that ended longer ago is the next year's where the clause looks ahead; a newer one is still being reported."""


def quarter(m: Match, c: Context) -> Reading | None:
    """third-quarter, the first half of 2023, Q3 2023, this year's third quarter, the year-ago third quarter."""
    unit: Unit = "half" if said(m, "kind") in ("half", "h") else "quarter"
    ordinal = ORDINALS[said(m, "ordinal")] if said(m, "ordinal") else int(said(m, "q"))
    if unit == "half" and ordinal > 2:
        return None
    year = _year(m, c)
    if year is not None:
        return dated(_numbered(unit, year, ordinal))
    if c.anchor is None:
        return open_date(f"XXXX-{unit[0].upper()}{ordinal}", "year")
    return dated(_nearest(c, unit, ordinal, c.anchor))


def _year(m: Match, c: Context) -> int | None:
    """The year the words name, or None where they name none."""
    if stated := said(m, "year") or said(m, "before"):
        return int(stated)
    if pointed := said(m, "yearly") or said(m, "possessed"):
        return year_named(c, pointed)
    return year_named(c, "last") if said(m, "ago") else None


def _numbered(unit: Unit, year: int, ordinal: int) -> Period:
    return periods.quarter(year, ordinal) if unit == "quarter" else periods.around(unit, date(year, 6 * ordinal, 1))


def _nearest(c: Context, unit: Unit, ordinal: int, anchor: date) -> Period:
    """The one of the document's year; of the year before if it has not begun and the clause looks back, and so on."""
    here, direction = _numbered(unit, anchor.year, ordinal), c.direction
    if here.first > anchor and direction == "past":
        return _numbered(unit, anchor.year - 1, ordinal)
    if (anchor - here.last).days > _LONG_OVER_DAYS and direction == "future":
        return _numbered(unit, anchor.year + 1, ordinal)
    return here


def reported_quarter(m: Match, c: Context) -> Reading | None:
    """the quarter, the latest quarter, the year-earlier period: what the text last called a quarter, else the last one over."""
    words = m[0].lower()
    if c.anchor and "current" in words:
        return dated(periods.around("quarter", c.anchor))
    told = c.last_quarter if "quarter" in words else c.reported
    base = told if told and "latest" not in words else _last_over(c)
    if base is None:
        return open_date("XXXX-QX", NO_DATE)
    moved = base.moved(_years_back(m, base, c), "year")
    return replace(dated(moved), derived=moved != base) if moved else None


def year_of_months(m: Match, c: Context) -> Period | None:
    """The year of "the nine months", the sum of quarters up to the one a text reports on; None of any other words."""
    months = number(said(m, "num")) if said(m, "unit") == "month" and m[0].lower().startswith("the ") else None
    quarter = c.last_quarter or _last_over(c)
    return periods.around("year", quarter.first) if months in (6, 9) and not said(m, "side") and quarter else None


def _last_over(c: Context) -> Period | None:
    return periods.around("quarter", c.anchor).moved(-1, "quarter") if c.anchor else None


def _years_back(m: Match, base: Period, c: Context) -> int:
    if stated := said(m, "before"):
        return int(stated) - base.first.year
    if (yearly := said(m, "yearly")) and c.anchor:
        return min(c.anchor.year - 1 - base.first.year, 0) if yearly == "last" else 0
    return -1 if re.search(r"ago|earlier", m[0], re.IGNORECASE) else 0


_BEFORE = r"(?:year~(?:ago|earlier)|(?P<before>(?:19|20)\d\d))"
_YEAR_BACK = r"(?: (?P<yearly>last) year| a year (?:ago|earlier))?"

RULES = (
    rule(
        r"(?:{edge}~)?(?:(?P<possessed>this|last|next) year['’]s |the )?(?:comparable )?"
        r"(?:{fiscal}|(?:(?P<ago>year~(?:ago|earlier))|(?P<before>(?:19|20)\d\d)) )?"
        r"{ordinal}~(?:fiscal~)?(?P<kind>quarter|half)"
        r"(?:,? (?:(?:of|in) )?(?:{fiscal}(?:year )?)?{year}|(?: of)? (?P<yearly>last|this|next) year)?",
        quarter,
        "It grew in [the first half of last year] = 2022-H1",
    ),
    rule(r"(?:{edge}~)?Q(?P<q>[1-4])(?:[ -]?(?:of )?{year})?", quarter, "It grew in [Q3 2022] = 2022-Q3"),
    rule(r"(?P<q>[1-4])Q(?:[ -]?{year})?", quarter, "It grew in [3Q 2022] = 2022-Q3"),
    rule(r"(?P<kind>H)(?P<q>[12])[ -]?(?:of )?{year}", quarter, "It grew in [H1 2022] = 2022-H1"),
    rule(r"(?P<q>[12])(?P<kind>H)[ -]?{year}", quarter, "It grew in [1H 2022] = 2022-H1"),
    rule(
        rf"(?:the |that )?(?:(?:latest|same|comparable|corresponding|current) )?(?:{_BEFORE} )?(?:fiscal )?quarter{_YEAR_BACK}",
        reported_quarter,
        "Sales rose in [the latest quarter] = 2023-Q3",
    ),
    rule(
        rf"(?:the |that )?(?:(?:latest|comparable|corresponding)|(?:comparable )?{_BEFORE}) (?:fiscal )?period{_YEAR_BACK}",
        reported_quarter,
        "Sales fell from [the year-earlier period] = 2022-Q3",
    ),
    rule(
        r"(?P<yearly>last|this) year['’]s (?:fiscal )?quarter",
        reported_quarter,
        "Sales fell from those of [last year's quarter] = 2022-Q3",
    ),
)
