"""Quarters and halves of years, calendar or fiscal: a fiscal quarter is read as the calendar quarter of the same number."""

import re
from dataclasses import replace

from waybill.resolve.times import periods
from waybill.resolve.times.lexicon import ORDINALS, pattern
from waybill.resolve.times.periods import Period
from waybill.resolve.times.reading import NO_DATE, Context, Reading, dated, open_date

Match = re.Match[str]


_LONG_OVER_DAYS = 182
"""A quarter that ended longer ago is the next year's where the clause looks ahead; a newer one is still being reported."""


def quarter(m: Match, c: Context) -> Reading | None:
    """third-quarter, the first half of 2023, Q3 2023, this year's third quarter, the year-ago third quarter."""
    named = m.groupdict()
    ordinal = ORDINALS[named["ordinal"].lower()] if named.get("ordinal") else int(named["q"])
    kind = (named.get("kind") or "quarter").lower()
    if kind == "half" and ordinal in (3, 4):
        if named["ordinal"].lower() not in ("final", "last"):
            return None
        ordinal = 2
    year = _year(named, c)
    if year is None and c.anchor is None:
        letter = "Q" if kind == "quarter" else "H"
        return open_date(f"XXXX-{letter}{ordinal}", "year")
    if year is not None:
        return dated(_build(kind, year, ordinal))
    return dated(_nearest(c, kind, ordinal))


def _build(kind: str, year: int, ordinal: int) -> Period:
    if kind == "quarter":
        return periods.quarter(year, ordinal)
    return periods.around("half", periods.month(year, 6 * ordinal).first)


def _year(named: dict[str, str | None], c: Context) -> int | None:
    """The year the words name, or None where they name none."""
    for key in ("year", "before"):
        if number := named.get(key):
            return int(number)
    if c.anchor is None:
        return None
    words = (named.get("yearly") or named.get("possessed") or "").lower()
    if words:
        return c.anchor.year + {"last": -1, "this": 0, "next": 1}[words.split()[0]]
    if named.get("ago"):
        return c.anchor.year - 1
    return None


def _nearest(c: Context, kind: str, ordinal: int) -> Period:
    """The quarter of the document's year, of the year before if it has not begun and the clause looks back, and so on."""
    assert c.anchor is not None
    here = _build(kind, c.anchor.year, ordinal)
    direction = c.direction
    if here.first > c.anchor and direction == "past":
        return _build(kind, c.anchor.year - 1, ordinal)
    if direction == "future" and (c.anchor - here.last).days > _LONG_OVER_DAYS:
        return _build(kind, c.anchor.year + 1, ordinal)
    return here


def reported_quarter(m: Match, c: Context) -> Reading | None:
    """the quarter, the latest quarter, the year-earlier period: what the text last called a quarter, or the current one."""
    words = m[0].lower()
    base = None if "latest" in words else c.last_quarter
    if c.anchor and "current" in words:
        return dated(periods.around("quarter", c.anchor))
    if base is None:
        if c.anchor is None:
            return open_date("XXXX-QX", NO_DATE)
        base = periods.around("quarter", c.anchor)
        if "latest" in words or c.anchor:
            base = base.moved(-3, "month") or base
    moved = base.moved(-1, "year") if "ago" in words or "earlier" in words else base
    if m["before"]:
        moved = base.moved(int(m["before"]) - base.first.year, "year")
    return replace(dated(moved), derived=moved != base) if moved else None


_BEFORE = r"(?:year~(?:ago|earlier)|(?P<before>(?:19|20)\d\d))"

RULES = (
    (
        pattern(
            r"(?:{edge}~)?(?:(?P<possessed>this|last|next) year['’]s |the )?(?:comparable )?"
            r"(?:{fiscal}|(?:(?P<ago>year~(?:ago|earlier))|(?P<before>(?:19|20)\d\d)) )?"
            r"{ordinal}~(?:fiscal~)?(?P<kind>quarter|half)"
            r"(?:,? (?:(?:of|in) )?(?:{fiscal}(?:year )?)?{year}|(?: of)? (?P<yearly>(?:last|this|next) year))?"
        ),
        quarter,
    ),
    (pattern(r"Q(?P<q>[1-4])(?:[ -]?(?:of )?{year})?"), quarter),
    (pattern(r"(?P<q>[1-4])Q(?:[ -]?{year})?"), quarter),
    (
        pattern(rf"(?:the |that )?(?:(?:latest|same|comparable|corresponding|current) )?(?:{_BEFORE} )?(?:fiscal )?quarter"),
        reported_quarter,
    ),
    (
        pattern(rf"(?:the |that )?(?:(?:latest|comparable|corresponding)|(?:comparable )?{_BEFORE}) (?:fiscal )?period"),
        reported_quarter,
    ),
)
