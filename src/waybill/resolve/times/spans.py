"""Days and years that one expression bounds or lists: 7-10 September, Sept. 7 to 10, 7 and 12 September, 2023-24."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from waybill.model.span import Span
from waybill.resolve.times import periods
from waybill.resolve.times.dates import full_date
from waybill.resolve.times.periods import Period
from waybill.resolve.times.reading import NO_DAY, Context, Reading, dated
from waybill.resolve.times.rule import rule

Match = re.Match[str]


def days(m: Match, c: Context) -> Reading | None:
    """7-10 September 2023, between Sept. 7 and 10: from the first day to the last of one month, without a TIMEX3."""
    opening, till = full_date(m, c), int(m["till"])
    if opening is None or opening.edtf is None or not int(m["dom"]) < till <= 31:
        return None
    closing = periods.day(opening.first.year, opening.first.month, till) if opening.first else None
    if opening.first and closing is None:
        return None
    edtf = f"{opening.edtf}/{opening.edtf[:-2]}{till:02}"
    return replace(opening, timex=None, last=closing.last if closing else None, edtf=edtf, bare=None)


def listed(m: Match, c: Context) -> Reading | None:
    """7, 12 and 20 September: an EDTF set of days, whose window is all from the first to the last; without a TIMEX3."""
    first = full_date(m, c)
    if first is None or first.edtf is None:
        return None
    if c.counts(m.end()):
        return None
    numbers = [int(m["dom"]), *(int(n) for n in re.findall(r"\d+", m["more"])), int(m["till"])]
    if numbers != sorted(numbers) or numbers[-1] > 31:
        return None
    on = [periods.day(first.first.year, first.first.month, n) if first.first else None for n in numbers]
    if first.first and not all(on):
        return Reading(None, unresolved=NO_DAY)
    edtf = "{" + ",".join(f"{first.edtf[:-2]}{n:02}" for n in numbers) + "}"
    return replace(first, timex=None, last=on[-1].first if on[-1] else None, edtf=edtf, bare=None, listed=_each(m, on))


def _each(m: Match, on: Sequence[Period | None]) -> tuple[tuple[Span, Reading], ...]:
    """The single days of a list with their spans: the month belongs to the day it stands beside."""
    spans = [m.span("dom"), *(n.span() for n in re.compile(r"\d+").finditer(m.string, *m.span("more"))), m.span("till")]
    beside = 0 if m.start("month") < m.start("dom") else -1
    spans[beside] = (min(spans[beside][0], m.start("month")), max(spans[beside][1], m.end("month")))
    return tuple((Span(*span), dated(day)) for span, day in zip(spans, on, strict=True) if day)


def years(m: Match, _: Context) -> Reading:
    """2023-24: both years, without a TIMEX3; 2023-09 is a month (ISO 8601), for it cannot run backwards."""
    begin, short = int(m["year"]), int(m["short"] or 0)
    end = int(m["long"] or begin // 100 * 100 + short)
    if end > begin:
        return Reading(None, date(begin, 1, 1), date(end, 12, 31), f"{begin:04}/{end:04}")
    return dated(periods.month(begin, short)) if 1 <= short <= 12 else dated(periods.year(begin))


_LAST_DAY = r"(?P<till>[0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,]\d|:\d)"
_NO_MONTH = r"(?! (?:of )?(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
_NIGHT = r"(?:(?:the )?(?:night|overnight) (?:of |from |on )?)?"
_MORE = r"(?:, \d\d?)*,? (?:and|or|&) "
_TO = r" ?(?:[-‐‑–—]|\bto\b|\bthrough\b|\buntil\b) ?"

RULES = (
    rule(
        rf"between(?: the)? {{dom}} and (?:the )?{_LAST_DAY}(?: of)? {{month}}(?:,? {{year}})?",
        days,
        "[Between the 7th and 10th of September] it loaded = 2023-09-07/2023-09-10",
    ),
    rule(
        rf"{_NIGHT}(?:from )?(?:the )?{{dom}}{_TO}(?:the )?{_LAST_DAY}(?: of)? {{month}}(?:,? {{year}})?",
        days,
        "It loaded [from 7 to 10 September] = 2023-09-07/2023-09-10",
    ),
    rule(
        rf"(?:the )?{{dom}}(?P<more>{_MORE}){_LAST_DAY}(?: of)? {{month}}(?:,? {{year}})?",
        listed,
        "It called on [7, 12 and 20 September] = {2023-09-07,2023-09-12,2023-09-20}",
    ),
    rule(
        rf"{{month}} {{dom}}(?P<more>{_MORE}){_LAST_DAY}{_NO_MONTH}(?:,? {{year}})?",
        listed,
        "It called on [Sept. 7, 12 and 20] = {2023-09-07,2023-09-12,2023-09-20}",
    ),
    rule(
        rf"between {{month}} {{dom}} and {_LAST_DAY}{_NO_MONTH}(?:,? {{year}})?",
        days,
        "[Between September 7 and 10] it loaded = 2023-09-07/2023-09-10",
    ),
    rule(
        rf"{_NIGHT}(?:from )?{{month}} {{dom}}{_TO}{_LAST_DAY}{_NO_MONTH}(?:,? {{year}})?",
        days,
        "Images of [Sept. 7-10, 2023] show it = 2023-09-07/2023-09-10",
    ),
    rule(
        r"(?:FY ?|{fiscal}(?:year )?)?(?P<year>1[89]\d\d|20\d\d)(?:[-–/](?P<short>\d\d)|/(?P<long>(?:19|20)\d\d))(?![-–/\d])",
        years,
        "Output rose in [2022-23] = 2022/2023",
    ),
)
