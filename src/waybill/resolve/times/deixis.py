"""Units pointed at: this week, last month, the same day, the end of the year, yesterday."""

import re
from datetime import date

from msgspec.structs import replace

from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.durations import written
from waybill.resolve.times.lexicon import said
from waybill.resolve.times.periods import Period, Unit, unit_named
from waybill.resolve.times.reading import NO_DATE, NO_REFERENCE, Context, Reading, dated, duration, one_of, open_date
from waybill.resolve.times.rule import rule

Match = re.Match[str]

_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}
_SHORT = ("week", "weekend", "month")
_BEHIND = re.compile(r"last|latest|past|previous|prior|preceding")
_AHEAD = re.compile(r"next|coming|following")
_ROLLING = ("past", "the past", "the last")
"""What "over the past month" ends with the document's date by."""
_OF_TEXT = re.compile(r"previous|prior|preceding|following|that|same")
"""Words that count from what the text last spoke of rather than from the document's date."""


def deictic(m: Match, c: Context) -> Reading | None:
    """this week, last month, the following year, that day, earlier this week, the end of last year."""
    unit, deixis = unit_named(said(m, "grain")), said(m, "deixis")
    shift = -1 if _BEHIND.search(deixis) else 1 if _AHEAD.search(deixis) else 0
    if unit == "day" and "same" in deixis and (told := c.near) and told.last.unit == "month" and told.single:
        return _within(told.last)
    bases = _bases(c, unit, deixis, shift)
    found = [p for base in bases if (p := periods.around(unit, base).moved(shift, unit))]
    if bases and not found:
        return None
    reason = NO_REFERENCE if c.anchor or _OF_TEXT.search(deixis) else NO_DATE
    return one_of([_pointed_at(p, m, c) for p in found], open_date(_OPEN.get(unit, "XXXX"), reason))


def _within(month: Period) -> Reading:
    """That day, where the text spoke of a month last: one of its days."""
    return Reading(Timex("DATE", f"{month.timex}-XX"), month.first, month.last, f"{month.edtf}-XX")


def _pointed_at(found: Period, m: Match, c: Context) -> Reading:
    unit, deixis = found.unit, said(m, "deixis")
    if deixis in _ROLLING and c.anchor and unit not in ("quarter", "weekend"):
        long = unit in ("decade", "century") and deixis != "the last"
        meant = duration(written(1, unit)) if long else dated(found)
        return replace(meant, first=periods.step(c.anchor, -1, unit), last=c.anchor, edtf=None)
    return _so_far(dated(found), said(m, "edge"), c) if deixis == "this" else dated(found)


def _bases(c: Context, unit: Unit, deixis: str, shift: int) -> list[date]:
    """What the words may count from: "the next day" a day the text spoke of, "last month" the document's date.

    So does "the next month" of a verb that looks back. Where the text spoke only of what is longer than a month, "the
    following month" has nothing to count from.
    """
    of_text = _OF_TEXT.search(deixis) or (deixis == "the next" and (unit == "day" or c.direction == "past"))
    told = c.bases(unit, shift) if of_text else ()
    if of_text and (told or unit == "day" or "same" in deixis or (c.spoken and unit in _SHORT)):
        return [period.first for period in told]
    return [c.anchor] if c.anchor else []


def _so_far(reading: Reading, edge: str, c: Context) -> Reading:
    """ "Earlier this week", or "this week" in a clause that looks back, ends with the document's date; "later" begins there."""
    if c.anchor is None or not reading.first or not reading.last or not reading.first <= c.anchor <= reading.last:
        return reading
    if edge.startswith("later") or (c.direction == "future" and not edge):
        return _days(reading, c.anchor, reading.last)
    if edge.startswith("earlier") or (c.direction == "past" and not edge):
        return _days(reading, reading.first, c.anchor)
    return reading


def _days(reading: Reading, first: date, last: date) -> Reading:
    return replace(reading, first=first, last=last, edtf=f"{first}" if first == last else f"{first}/{last}")


def the_unit(m: Match, c: Context) -> Reading | None:
    """the end of the year, late in the month, the weekend, year-end: the unit the text last spoke of, else the current one."""
    unit = unit_named(said(m, "grain"))
    held = c.last if c.last and unit in ("day", "month") and c.last.unit in ("day", "month") else None
    base = held.first if held else c.anchor
    if base is None:
        return open_date(_OPEN.get(unit, "XXXX"), NO_DATE)
    return dated(_weekend(c, base) if unit == "weekend" else periods.around(unit, base))


def _weekend(c: Context, base: date) -> Period:
    """The weekend last begun, or the next if the clause looks ahead."""
    found = periods.around("weekend", base)
    if found.first > base and c.direction != "future":
        return found.moved(-1, "week") or found
    return found


def unit_end(m: Match, c: Context) -> Reading:
    """year-end, year's end, month-end: the last day of the current unit."""
    if c.anchor is None:
        return open_date("XXXX", NO_DATE)
    whole = periods.around(unit_named(said(m, "grain")), c.anchor)
    return replace(dated(whole), first=whole.last)


_NEAR_DAYS = {
    "yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2, "tonight": 0,
}  # fmt: skip


def near_day(m: Match, c: Context) -> Reading | None:
    """yesterday, today, tomorrow, the day before yesterday; with a part of the day where one is said."""
    if c.anchor is None:
        return open_date("XXXX-XX-XX", NO_DATE)
    at = periods.step(c.anchor, _NEAR_DAYS[said(m, "near")], "day")
    return dated(periods.around("day", at)) if at else None


def whole_year(_m: Match, _c: Context) -> Reading:
    """the year ended March 31: a length."""
    return duration("P1Y")


def beside(m: Match, c: Context) -> Reading:
    """the month before, the day after: beside what the text last spoke of."""
    unit = unit_named(said(m, "grain"))
    step = 1 if said(m, "side") == "after" else -1
    found = [p for base in c.bases(unit, step) if (p := periods.around(unit, base.first).moved(step, unit))]
    return one_of([dated(p) for p in found], open_date(_OPEN.get(unit, "XXXX"), NO_REFERENCE))


RULES = (
    rule(
        r"the {grain} (?P<side>before|after|earlier)(?=\s*(?:[.,;:)]|$|and\b|but\b))",
        beside,
        "It sent 60 in May 2023 and 70 [the month before]. = 2023-04",
    ),
    rule(r"(?:{edge}~)?{deixis} (?:{fiscal})?{grain}", deictic, "[Earlier this week] he said so = 2023-W41"),
    rule(
        r"(?:the|its|their) (?P<deixis>latest) (?:{fiscal})?(?P<grain>week|month|year)",
        deictic,
        "It sold 40 in [the latest fiscal year] = 2022",
    ),
    rule(r"{edge} (?:{fiscal})?{grain}", the_unit, "It must land by [the end of the year] = 2023"),
    rule(r"the (?:fiscal )?year(?= (?:ended|ending|ends))", whole_year, "Sales in [the year] ended in June = P1Y"),
    rule(
        r"the (?:full )?(?:{fiscal})?(?P<grain>year|week|month|weekend)(?!-| (?:ago|earlier|before|after|since))",
        the_unit,
        "It called over [the weekend] = 2023-W41-WE",
    ),
    rule(r"(?P<grain>year|month|week|quarter|decade)(?:['’]s |-| )end", unit_end, "All should be there by [year-end] = 2023"),
    rule(
        r"(?:{edge} )?(?P<near>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow)",
        near_day,
        "It left [yesterday] = 2023-10-13",
    ),
)
