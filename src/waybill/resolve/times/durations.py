"""Lengths of time (three weeks, a two-year, months) and what recurs (daily, every week)."""

import re

from msgspec.structs import replace

from waybill.model.time import Timex
from waybill.resolve.times.lexicon import month_number, number, said, weekday_number
from waybill.resolve.times.periods import away
from waybill.resolve.times.reading import Context, Reading, duration
from waybill.resolve.times.rule import rule

Match = re.Match[str]

_LETTERS = {
    "second": ("PT", 1, "S"), "minute": ("PT", 1, "M"), "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"), "night": ("P", 1, "D"), "weekend": ("P", 2, "D"),
    "week": ("P", 1, "W"), "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"), "quarter": ("P", 3, "M"),
    "year": ("P", 1, "Y"), "decade": ("P", 10, "Y"), "century": ("P", 100, "Y"), "centurie": ("P", 100, "Y"),
}  # fmt: skip
_MANY = {"decade": "E", "century": "C", "centurie": "C"}


def length(m: Match, c: Context) -> Reading:
    """nearly two years, a ten-day, 2 1/2 hours, several months: the TIMEX3 length, X where the words do not count.

    "In two weeks", "within a year" of what is to come also begin with the document's date.
    """
    half = said(m, "half") != ""
    count = number(said(m, "num") or ("one" if half else ""))
    reading = duration(written(count + 0.5 if count and half else count, said(m, "unit")))
    if c.anchor is None or not c.token or c.parse.word[c.token - 1].lower() not in ("in", "within") or c.direction != "future":
        return reading
    end = away(c.anchor, count, said(m, "unit")) if count else None
    return replace(reading, edges=(c.anchor, end, c.anchor, end))


def long(m: Match, _: Context) -> Reading:
    """a day-long, weeklong, decades-long."""
    return duration(written(None if said(m, "many") else 1, said(m, "unit")))


def half_a(m: Match, _: Context) -> Reading:
    """half an hour."""
    return duration(written(0.5, said(m, "unit")))


def written(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length, X where the count is None; units as patterns take them."""
    prefix, factor, letter = _LETTERS[unit]
    if count is None:
        return f"{prefix}X{_MANY.get(unit, letter)}"
    total = count * factor
    if total % 1 == 0:
        return f"{prefix}{int(total)}{letter}"
    if letter == "Y" and total * 12 % 1 == 0:
        return f"P{int(total)}Y{int(total * 12 % 12)}M" if total > 1 else f"P{int(total * 12)}M"
    if letter in "HM" and prefix == "PT" and total * 60 % 1 == 0:
        low = "M" if letter == "H" else "S"
        return f"PT{int(total)}{letter}{int(total * 60 % 60)}{low}" if total > 1 else f"PT{int(total * 60)}{low}"
    return f"{prefix}{total:g}{letter}"


OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M",    "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def often(m: Match, _: Context) -> Reading:
    """daily, weekly, annually."""
    return Reading(Timex("SET", OFTEN[m["often"].lower()]))


def every(m: Match, _: Context) -> Reading:
    """every day, each year, every three months."""
    count = number(said(m, "num") or "one")
    return Reading(Timex("SET", written(count, said(m, "unit"))))


def every_weekday(m: Match, _: Context) -> Reading:
    """every Friday, Mondays."""
    return Reading(Timex("SET", f"XXXX-WXX-{weekday_number(m['weekday'])}"))


def every_month(m: Match, _: Context) -> Reading:
    """every July."""
    return Reading(Timex("SET", f"XXXX-{month_number(m['month']):02}"))


RULES = (
    rule(r"{num}~{unit}(?!s)", length, "A [10-day] voyage followed = P10D"),
    rule(
        r"{about}?(?:an? (?:additional |extra )|the (?:first |final |full |latest |year~(?:ago|earlier) )?)?{num} {orso}?"
        r"(?:(?:more|full|straight|consecutive|additional|long|trading|working|calendar|fiscal) )?{unit}s?"
        r"(?P<half> and a half)?",
        length,
        "It took [more than two and a half years] = P2Y6M",
    ),
    rule(
        r"(?:an? )?(?P<unit>hour|day|night|week|month|year|decade|century|centurie)(?:long|(?P<many>s)?-long)",
        long,
        "They held [a week-long] exercise = P1W",
    ),
    rule(r"half an? {unit}", half_a, "It took [half an hour] = PT30M"),
    rule(
        r"(?P<unit>hour|day|week|month|year|decade|centurie)s(?: or (?:days|weeks|months|years|decades))?",
        length,
        "It has lasted for [weeks or months] = PXW",
    ),
    rule(rf"(?P<often>{'|'.join(OFTEN)})", often, "It shells the town [daily] = P1D"),
    rule(r"(?:every|each)(?: {num})? {unit}s?", every, "A ship calls [every two weeks] = P2W"),
    rule(r"(?:every|each) {weekday}", every_weekday, "A ship calls [every Friday] = XXXX-WXX-5"),
    rule(r"(?:every|each) {month}", every_month, "A ship calls [each July] = XXXX-07"),
)
