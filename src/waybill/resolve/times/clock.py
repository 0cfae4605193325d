"""Times of day: 10 p.m. Wednesday, this morning, last night, overnight, Friday evening."""

import re
from datetime import date, timedelta

from msgspec.structs import replace

from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.dates import full_date
from waybill.resolve.times.deixis import near_day
from waybill.resolve.times.lexicon import DAYPARTS, said
from waybill.resolve.times.reading import NO_DATE, NO_REFERENCE, Context, Reading, one_of
from waybill.resolve.times.recurring import weekday
from waybill.resolve.times.rule import rule

Match = re.Match[str]


def clock(m: Match, c: Context) -> Reading | None:
    """10 p.m. Wednesday, 7:15 p.m., noon Thursday, 0400 GMT: the hour on the day named, else on the day last spoken of."""
    hour = _hour(m)
    return _on(_day(m, c), f"T{hour}", c) if hour else None


def _hour(m: Match) -> str | None:
    if fixed := said(m, "fixed"):
        return "24:00" if fixed == "midnight" else "12:00"
    number, minute = int(said(m, "hour") or said(m, "hour24")), int(said(m, "minute") or said(m, "minute24") or 0)
    if half := said(m, "half") or HALVES.get(said(m, "daypart")):
        number = number % 12 + (12 if half == "p" else 0)
    return f"{number:02}:{minute:02}" if number < 25 and minute < 60 else None


HALVES = {"morning": "a", "afternoon": "p", "evening": "p"}
"""Which half of the day "4 in the morning" is in."""


def _day(m: Match, c: Context) -> Reading | None:
    """The day the words name beside the hour, or None where they name none."""
    if said(m, "near"):
        return near_day(m, c)
    if said(m, "month"):
        return full_date(m, c)
    return weekday(m, c) if said(m, "weekday") else None


def _on(day: Reading | None, part: str, c: Context) -> Reading:
    """The part of the day, of the day last spoken of where none is named, else of the document's."""
    if day and day.first:
        return replace(day, timex=Timex("TIME", day.first.isoformat() + part), edtf=day.first.isoformat())
    if day is None and c.anchor:
        told = c.bases("day", 0) if c.last and c.last.unit == "day" else ()
        return _at(next((p.first for p in told if p.first <= c.anchor), c.anchor), part)
    return _open(part, day.unresolved if day else NO_DATE)


def _open(part: str, reason: str | None) -> Reading:
    return Reading(Timex("TIME", f"XXXX-XX-XX{part}"), unresolved=reason)


_OF_TEXT = {"that": 0, "the same": 0, "the next": 1, "the following": 1}
"""What points at a part of a day the text spoke of, and how many days later."""


def part_of_day(m: Match, c: Context) -> Reading:
    """this morning, last night, tonight, overnight, Wednesday night, the next morning."""
    part = "T" + DAYPARTS.get("dawn" if said(m, "hours") else said(m, "daypart"), "NI")
    named = _day(m, c)
    pointed = said(m, "pointed")
    if pointed in _OF_TEXT:
        days = [p.first + timedelta(days=_OF_TEXT[pointed]) for p in c.bases("day", _OF_TEXT[pointed])]
        return one_of([_at(day, part) for day in days], _open(part, NO_REFERENCE))
    if named or c.anchor is None or not pointed:
        return _on(named, part, c)
    if pointed in ("last", "overnight"):
        return _at(c.anchor - timedelta(days=1), part, until=c.anchor)
    return _at(c.anchor, part)


def _at(day: date, part: str, until: date | None = None) -> Reading:
    timex = Timex("TIME", day.isoformat() + part)
    return Reading(timex, day, until or day, day.isoformat(), period=periods.around("day", day))


_ABOUT = r"(?:about |around )?"
_ZONE = r"(?: (?:GMT|UTC|EST|EDT|PST|PDT|CST|CDT|CET|MSK|KST|JST|local time|[a-z]+ time))?"
_HOURS = (
    r"(?:(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?|(?P<fixed>noon|midday|midnight)|"
    r"(?P<hour24>[0-2]\d)[:.]?(?P<minute24>[0-5]\d)"
    r"(?:Z|(?= (?:GMT|UTC|hours|local|CET|MSK|KST|EST|EDT))|(?<=at[ ]\d\d:\d\d))(?: hours)?)"
)

_DAY_NAMED = (r"(?:{weekday},? )?{month} {dom}(?:,? {year})?", r"(?:{weekday},? )?{dom} {month}(?:,? {year})?")

RULES = (
    rule(
        rf"{_ABOUT}{_HOURS}{_ZONE}(?:,? (?:on )?(?P<deixis>last|next|this)? ?{{weekday}})?",
        clock,
        "It docked at [10 p.m. Wednesday] = 2023-10-11T22:00",
    ),
    rule(
        rf"{_ABOUT}{_HOURS}{_ZONE},? (?:on )?(?P<near>yesterday|today|tomorrow)",
        clock,
        "It docked at [7:15 p.m. yesterday] = 2023-10-13T19:15",
    ),
    rule(rf"{_ABOUT}{_HOURS}{_ZONE},? (?:on )?{_DAY_NAMED[0]}", clock, "It left at [6 a.m. on Sept. 12] = 2023-09-12T06:00"),
    rule(rf"{_ABOUT}{_HOURS}{_ZONE},? (?:on )?{_DAY_NAMED[1]}", clock, "Seen at [0430Z on 12 September] = 2023-09-12T04:30"),
    rule(
        r"(?P<hour>\d\d?)(?: o['’]clock)? in the (?P<daypart>morning|afternoon|evening)",
        clock,
        "It left at [4 in the morning] = 2023-10-14T04:00",
    ),
    rule(
        r"(?:(?:early|late) )?(?:(?P<deixis>last|next|this) )?{weekday} {daypart}",
        part_of_day,
        "[Friday night] = 2023-10-13TNI",
    ),
    rule(r"{daypart} (?:on )?{weekday}", part_of_day, "It left at [dawn on Friday] = 2023-10-13TMO"),
    rule(r"overnight (?:on |of )?{weekday}", part_of_day, "It left [overnight on Monday] = 2023-10-09TNI"),
    rule(rf"overnight (?:on |of )?{_DAY_NAMED[0]}", part_of_day, "It left [overnight on Sept. 12] = 2023-09-12TNI"),
    rule(rf"overnight (?:on |of )?{_DAY_NAMED[1]}", part_of_day, "It left [overnight on 12 September] = 2023-09-12TNI"),
    rule(
        r"(?P<dom>3[01]|[12]\d|0[1-9])(?P<hour24>[0-2]\d)(?P<minute24>[0-5]\d)Z {month} (?P<short>\d\d)",
        clock,
        "Seen at [120430Z SEP 23] by radar = 2023-09-12T04:30",
    ),
    rule(r"(?P<near>yesterday|today|tomorrow) {daypart}", part_of_day, "It left [yesterday morning] = 2023-10-13TMO"),
    rule(
        rf"(?:the )?(?:{{daypart}}|(?P<hours>(?:early|small|predawn) hours)) of {_DAY_NAMED[0]}",
        part_of_day,
        "It left on [the night of Sept. 12] = 2023-09-12TNI",
    ),
    rule(
        rf"(?:the )?(?:{{daypart}}|(?P<hours>(?:early|small|predawn) hours)) of {_DAY_NAMED[1]}",
        part_of_day,
        "It left in [the early hours of 12 September] = 2023-09-12TMO",
    ),
    rule(
        r"(?:the )?(?:{daypart}|(?P<hours>(?:early|small|predawn) hours)) of {weekday}(?: morning)?",
        part_of_day,
        "It left in [the early hours of Thursday morning] = 2023-10-12TMO",
    ),
    rule(r"mid~{daypart} (?P<near>yesterday|today|tomorrow)", part_of_day, "It left [mid-morning yesterday] = 2023-10-13TMO"),
    rule(
        r"(?:(?:earlier|later|early|late) )?(?P<pointed>this|last|the next|the following|the same|that) {daypart}",
        part_of_day,
        "It docked [late last night] = 2023-10-13TNI",
    ),
    rule(r"(?:the |mid~)(?P<daypart>morning|afternoon|evening)", part_of_day, "It docked in [the morning] = 2023-10-14TMO"),
    rule(r"(?P<pointed>tonight|overnight)", part_of_day, "It docked [overnight] = 2023-10-13TNI"),
)
