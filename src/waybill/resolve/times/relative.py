"""Times that count from another: this week, last year, two weeks ago, a year earlier, the same day, the past two months."""

import re
from dataclasses import replace
from datetime import date, timedelta

from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.durations import length
from waybill.resolve.times.lexicon import number, pattern, said
from waybill.resolve.times.periods import Period, Unit
from waybill.resolve.times.reading import NO_DATE, NO_REFERENCE, Context, Reading, dated, duration, open_date

Match = re.Match[str]

_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}
_BEHIND = re.compile(r"last|past|previous|prior|preceding")
_AHEAD = re.compile(r"next|coming|following")
_OF_TEXT = re.compile(r"previous|prior|preceding|following|that|same|^the$")
"""Words that count from what the text last spoke of rather than from the document's date."""

RECENT_FROM, RECENT_TO = 8, 2
"""How many units back "recent weeks" may begin, and may end: our convention, eight weeks to two."""


def unit_name(words: str) -> Unit:
    """The calendar unit of a unit's name."""
    name = words.lower()
    return "century" if name.startswith("centur") else name  # type: ignore[return-value]


def deictic(m: Match, c: Context) -> Reading | None:
    """this week, last month, the following year, that day, earlier this week, the end of the year."""
    unit = unit_name(m["grain"])
    deixis = said(m, "deixis")
    base = _base(c, unit, deixis)
    if base is None:
        return open_date(_OPEN.get(unit, "XXXX"), NO_REFERENCE if c.anchor or _OF_TEXT.search(deixis) else NO_DATE)
    shift = -1 if _BEHIND.search(deixis) else 1 if _AHEAD.search(deixis) else 0
    if unit == "century" and shift == 0:
        return dated(periods.around(unit, base))
    found = periods.around(unit, base).moved(shift, unit)
    if found is None:
        return None
    if "past" in deixis and c.anchor and "this" not in deixis:
        return replace(dated(found), first=periods.step(c.anchor, -1, unit), last=c.anchor, edtf=None)
    return _so_far(dated(found), said(m, "edge"), c) if deixis == "this" else dated(found)


def _base(c: Context, unit: Unit, deixis: str) -> date | None:
    """What the words count from: "the next day" from a day the text spoke of, "last month" from the document's date."""
    if not _OF_TEXT.search(deixis) and not (unit == "day" and deixis == "the next"):
        return c.anchor
    if c.last and (unit != "day" or c.last.unit == "day"):
        return c.last.first
    return None if unit == "day" or "same" in deixis else c.anchor


def _so_far(reading: Reading, edge: str, c: Context) -> Reading:
    """ "Earlier this week", or "this week" in a clause that looks back, ends with the document's date; "later" begins there."""
    if c.anchor is None or not reading.first or not reading.last or not reading.first <= c.anchor <= reading.last:
        return reading
    if edge.startswith("later") or (c.direction == "future" and not edge):
        return replace(reading, first=c.anchor)
    if edge.startswith("earlier") or (c.direction == "past" and not edge):
        return replace(reading, last=c.anchor)
    return reading


def the_unit(m: Match, c: Context) -> Reading | None:
    """the end of the year, late in the month, the weekend, year-end: the unit the text last spoke of, else the current one."""
    unit = unit_name(m["grain"])
    held = c.last if c.last and unit in ("day", "month") and c.last.unit in ("day", "month") else None
    base = held.first if held else c.anchor
    if base is None:
        return open_date(_OPEN.get(unit, "XXXX"), NO_DATE)
    found = periods.around(unit, base)
    if unit == "weekend" and found.first > base and c.direction != "future":
        found = found.moved(-1, "week") or found
    return dated(found)


def unit_end(m: Match, c: Context) -> Reading:
    """year-end, year's end, month-end: the last day of the current unit."""
    if c.anchor is None:
        return open_date("XXXX", NO_DATE)
    return dated(periods.around("day", periods.around(unit_name(m["grain"]), c.anchor).last))


_NEAR_DAYS = {
    "yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2, "tonight": 0,
}  # fmt: skip


def near_day(m: Match, c: Context) -> Reading | None:
    """yesterday, today, tomorrow, the day before yesterday; with a part of the day where one is said."""
    if c.anchor is None:
        return open_date("XXXX-XX-XX", NO_DATE)
    at = periods.step(c.anchor, _NEAR_DAYS[said(m, "near")], "day")
    return dated(periods.around("day", at)) if at else None


def counted_from(m: Match, c: Context) -> Reading | None:
    """two weeks ago, a year earlier, three days later, ten days from now: "ago" counts from the document's date, "earlier" and
    "later" from what the text last spoke of.
    """
    word, unit = said(m, "back").split()[0], said(m, "unit")
    count = number(said(m, "num") or "one")
    of_text = word in ("earlier", "later")
    base = (c.last_quarter if unit == "year" and c.last_quarter else c.last) if of_text else _base_of_ago(c, unit)
    if of_text and base is None and unit not in ("year", "month"):
        return replace(length(m, c), unresolved=NO_REFERENCE)
    if base is None and c.anchor:
        base = periods.around(_coarse(unit), c.anchor)
    sign = 1 if word in ("later", "after", "from", "hence", "on") else -1
    if count is None:
        return _vague_count(sign, c)
    if base is None:
        return open_date(_OPEN.get(unit, "XXXX"), NO_DATE)
    return _counted(base, count * sign, unit)


def _base_of_ago(c: Context, unit: str) -> Period | None:
    return c.last_quarter if unit == "year" else None


def _coarse(unit: str) -> Unit:
    """The grain of what lies N units away: three weeks ago is a day or so, two years ago a year."""
    return unit if unit in ("month", "year", "quarter") else "year" if unit in ("decade", "century") else "day"  # type: ignore[return-value]


def _counted(base: Period, count: float, unit: str) -> Reading | None:
    if unit in ("second", "minute", "hour"):
        return dated(periods.around("day", base.first))
    if unit in ("night", "fortnight"):
        unit, count = ("day", count) if unit == "night" else ("week", 2 * count)
    start = periods.step(base.first, count, unit)
    if start is None:
        return None
    grain = base.unit if base.unit == "quarter" else _coarse(unit)
    found = replace(dated(periods.around(grain, start)), derived=True)
    if unit == "week":
        low, high = start - timedelta(days=3), start + timedelta(days=3)
        return replace(found, first=low, last=high, edtf=None, edges=(low, high, low, high))
    return found


def _vague_count(sign: int, c: Context) -> Reading:
    """ "Years ago" ends before the document's date; "weeks later" follows something of which we know nothing."""
    if sign > 0:
        return Reading(Timex("DATE", "FUTURE_REF"), unresolved=NO_REFERENCE)
    return Reading(Timex("DATE", "PAST_REF"), edges=(None, None, None, c.anchor))


def long_from(m: Match, c: Context) -> Reading:
    """years ago, weeks later: some time before, or after, that nobody counts."""
    return _vague_count(1 if said(m, "back") == "later" else -1, c)


def whole_year(_m: Match, _c: Context) -> Reading:
    """the year ended March 31: a length."""
    return duration("P1Y")


def rolling(m: Match, c: Context) -> Reading | None:
    """the past two months, the last few weeks, the next four years: a length that ends, or begins, with the document's date."""
    reading = length(m, c)
    if c.anchor is None:
        return replace(reading, unresolved=NO_DATE)
    count, unit = number(said(m, "num")), said(m, "unit")
    behind = _BEHIND.search(said(m, "side")) is not None
    if count is None:
        return replace(reading, edges=_recent(c.anchor, unit) if behind else (c.anchor, None, None, None))
    other = periods.away(c.anchor, -count if behind else count, unit)
    first, last = (other, c.anchor) if behind else (c.anchor, other)
    return replace(reading, first=first, last=last)


def recent(m: Match, c: Context) -> Reading:
    """recent weeks, coming months: loose edges by convention, or open ones."""
    unit = said(m, "unit")
    reason = None if c.anchor else NO_DATE
    if said(m, "side") == "recent":
        return replace(length(m, c), edges=_recent(c.anchor, unit) if c.anchor else None, unresolved=reason)
    return Reading(Timex("DATE", "FUTURE_REF"), edges=(c.anchor, None, None, None), unresolved=reason)


def _recent(anchor: date, unit: str) -> tuple[date | None, date | None, date | None, date | None]:
    near = periods.away(anchor, -RECENT_TO, unit)
    return periods.away(anchor, -RECENT_FROM, unit), near, near, anchor


RULES = (
    (pattern(r"(?:{edge}~)?{deixis} (?:{fiscal})?{grain}"), deictic),
    (pattern(r"{edge} (?:{fiscal})?{grain}"), the_unit),
    (pattern(r"the (?:fiscal )?year(?= (?:ended|ending|ends))"), whole_year),
    (pattern(r"the (?:full )?(?:{fiscal})?(?P<grain>year|week|month|weekend)(?!-| (?:ago|earlier))"), the_unit),
    (pattern(r"(?P<grain>year|month|week|quarter|decade)(?:['’]s |-| )end"), unit_end),
    (pattern(r"(?:{edge} )?(?P<near>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow)"), near_day),
    (
        pattern(r"{about}?{num}~(?:or (?:so|two)~)?{unit}s?(?: or so)?[ -](?P<back>ago|earlier|later|from now|hence)"),
        counted_from,
    ),
    (pattern(r"(?P<unit>year|month|week|day|decade)~(?P<back>ago|earlier)"), counted_from),
    (pattern(r"(?P<unit>year|month|week|day|decade)s (?P<back>ago|earlier|later)"), long_from),
    (
        pattern(
            r"(?:at least )?(?:the |these |this )?(?P<side>past|last|previous|preceding|next|coming|following) {about}?{num}~"
            r"{orso}?(?:{fiscal})?{unit}s?(?: or so)?"
        ),
        rolling,
    ),
    (pattern(r"(?:the )?(?P<side>past|last|next) {unit}s"), rolling),
    (pattern(r"(?:the )?(?:more |most )?(?P<side>recent|coming|future) {unit}s(?: and {grain}s)?"), recent),
)
