"""Days and years that one expression bounds or lists: 7-10 September, Sept. 7 to 10, 7 and 12 September, 2023-24."""

import re
from datetime import date

from msgspec.structs import replace

from waybill.resolve.times import periods
from waybill.resolve.times.dates import full_date
from waybill.resolve.times.lexicon import pattern
from waybill.resolve.times.reading import Context, Reading, dated

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
    numbers = [int(m["dom"]), *(int(n) for n in re.findall(r"\d+", m["more"])), int(m["till"])]
    if numbers != sorted(numbers) or numbers[-1] > 31:
        return None
    edtf = "{" + ",".join(f"{first.edtf[:-2]}{n:02}" for n in numbers) + "}"
    last = periods.day(first.first.year, first.first.month, numbers[-1]) if first.first else None
    return replace(first, timex=None, last=last.first if last else None, edtf=edtf, bare=None)


def years(m: Match, _: Context) -> Reading:
    """2023-24: both years, without a TIMEX3; 2023-09 is a month (ISO 8601), for it cannot run backwards."""
    begin, short = int(m["year"]), int(m["short"] or 0)
    end = int(m["long"] or begin // 100 * 100 + short)
    if end > begin:
        return Reading(None, date(begin, 1, 1), date(end, 12, 31), f"{begin:04}/{end:04}")
    return dated(periods.month(begin, short)) if 1 <= short <= 12 else dated(periods.year(begin))


_LAST_DAY = r"(?P<till>[0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,]\d|:\d)"
_NO_MONTH = r"(?! (?:of )?(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
_TO = r" ?(?:[-‐‑–—]|\bto\b|\bthrough\b|\buntil\b) ?"

RULES = (
    (pattern(rf"between(?: the)? {{dom}} and {_LAST_DAY}(?: of)? {{month}}(?:,? {{year}})?"), days),
    (pattern(rf"(?:from )?(?:the )?{{dom}}{_TO}(?:the )?{_LAST_DAY}(?: of)? {{month}}(?:,? {{year}})?"), days),
    (pattern(rf"(?:the )?{{dom}}(?P<more>(?:, \d\d?)*,? (?:and|or|&) ){_LAST_DAY}(?: of)? {{month}}(?:,? {{year}})?"), listed),
    (pattern(rf"{{month}} {{dom}}(?P<more>(?:, \d\d?)*,? (?:and|or|&) ){_LAST_DAY}, {{year}}"), listed),
    (pattern(rf"between {{month}} {{dom}} and {_LAST_DAY}{_NO_MONTH}(?:,? {{year}})?"), days),
    (pattern(rf"(?:from )?{{month}} {{dom}}{_TO}{_LAST_DAY}{_NO_MONTH}(?:,? {{year}})?"), days),
    (pattern(r"(?P<year>1[89]\d\d|20\d\d)(?:[-–/](?P<short>\d\d)|/(?P<long>(?:19|20)\d\d))(?![-–/\d])"), years),
)
