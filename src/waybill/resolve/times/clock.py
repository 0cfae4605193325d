"""Times of day: 10 p.m. Wednesday, this morning, last night, overnight, Friday evening."""

import re
from dataclasses import replace
from datetime import date, timedelta

from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.dates import full_date
from waybill.resolve.times.deixis import near_day
from waybill.resolve.times.lexicon import DAYPARTS, pattern
from waybill.resolve.times.reading import NO_DATE, Context, Reading
from waybill.resolve.times.recurring import weekday

Match = re.Match[str]


def clock(m: Match, c: Context) -> Reading | None:
    """10 p.m. Wednesday, 7:15 p.m., noon Thursday, 0400 GMT: the hour on the day named, else on the document's."""
    hour = _hour(m)
    if hour is None:
        return None
    return _on(_day(m, c), f"T{hour}", c)


def _hour(m: Match) -> str | None:
    if m["fixed"]:
        return {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}[m["fixed"].lower()]
    number = int(m["hour"] or m["hour24"])
    minute = int(m["minute"] or m["minute24"] or 0)
    if m["half"]:
        number = number % 12 + (12 if m["half"].lower() == "p" else 0)
    return f"{number:02}:{minute:02}" if number < 25 and minute < 60 else None


def _day(m: Match, c: Context) -> Reading | None:
    named = m.groupdict()
    if named.get("near"):
        return near_day(m, c)
    if named.get("month"):
        return full_date(m, c)
    if named.get("weekday"):
        return weekday(m, c)
    return None


def _on(day: Reading | None, part: str, c: Context) -> Reading:
    if day and day.first:
        return replace(day, timex=Timex("TIME", day.first.isoformat() + part), edtf=day.first.isoformat())
    if day is None and c.anchor:
        at = c.last.first if c.last and c.last.unit == "day" and c.last.first <= c.anchor else c.anchor
        return Reading(Timex("TIME", at.isoformat() + part), at, at, at.isoformat())
    return Reading(Timex("TIME", f"XXXX-XX-XX{part}"), unresolved=NO_DATE)


def part_of_day(m: Match, c: Context) -> Reading:
    """this morning, last night, tonight, overnight, Wednesday night, the next morning."""
    words = re.sub(r"\s+", " ", m[0].lower())
    named = m.groupdict()
    part = "T" + (DAYPARTS[named["daypart"].lower()] if named.get("daypart") else "NI")
    if named.get("weekday") or named.get("near") or named.get("month"):
        return _on(_day(m, c), part, c)
    if c.anchor is None:
        return _on(None, part, c)
    if "next" in words or "following" in words:
        return _at((c.last.first if c.last else c.anchor) + timedelta(days=1), part)
    if "last" in words or words == "overnight":
        return _at(c.anchor - timedelta(days=1), part, until=c.anchor)
    return _at(c.anchor, part)


def _at(day: date, part: str, until: date | None = None) -> Reading:
    reading = Reading(Timex("TIME", day.isoformat() + part), day, until or day, period=periods.around("day", day))
    return replace(reading, edtf=day.isoformat())


_ZONE = r"(?: (?:GMT|UTC|EST|EDT|PST|PDT|CST|CDT|CET|MSK|KST|JST|local time|[a-z]+ time))?"
_HOURS = (
    r"(?:(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?|(?P<fixed>noon|midday|midnight)|"
    r"(?P<hour24>[0-2]\d)[:.]?(?P<minute24>[0-5]\d)(?= (?:GMT|UTC|hours|local|CET|MSK|KST|EST|EDT))(?: hours)?)"
)

RULES = (
    (pattern(rf"(?:about |around )?{_HOURS}{_ZONE}(?:,? (?:on )?(?P<deixis>last|next|this)? ?{{weekday}})?"), clock),
    (pattern(rf"(?:about |around )?{_HOURS}{_ZONE},? (?:on )?(?P<near>yesterday|today|tomorrow)"), clock),
    (pattern(rf"(?:about |around )?{_HOURS}{_ZONE},? (?:on )?{{month}} {{dom}}(?:,? {{year}})?"), clock),
    (pattern(rf"(?:about |around )?{_HOURS}{_ZONE},? (?:on )?{{dom}} {{month}}(?:,? {{year}})?"), clock),
    (pattern(r"(?:(?:early|late) )?(?:(?P<deixis>last|next|this) )?{weekday} {daypart}"), part_of_day),
    (pattern(r"(?P<near>yesterday|today|tomorrow) {daypart}"), part_of_day),
    (pattern(r"mid~{daypart} (?P<near>yesterday|today|tomorrow)"), part_of_day),
    (pattern(r"(?:(?:earlier|later|early|late) )?(?:this|last|the next|the following|the same|that) {daypart}"), part_of_day),
    (pattern(r"(?:the |mid~)(?P<daypart>morning|afternoon|evening)"), part_of_day),
    (pattern(r"tonight|overnight"), part_of_day),
)
