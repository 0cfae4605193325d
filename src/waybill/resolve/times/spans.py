"""Days and years that one expression bounds: 7-10 September, Sept. 7 to 10, 2023-24."""

import re
from dataclasses import replace
from datetime import date

from waybill.resolve.times import periods
from waybill.resolve.times.dates import full_date
from waybill.resolve.times.lexicon import pattern
from waybill.resolve.times.reading import Context, Reading, dated

Match = re.Match[str]


def days(m: Match, c: Context) -> Reading | None:
    """7-10 September 2023, between Sept. 7 and 10: from the first day to the last of one month, without a TIMEX3."""
    opening, till = full_date(m, c), int(m["till"])
    if opening is None or not int(m["dom"]) < till <= 31:
        return None
    if opening.first is None:
        return replace(opening, timex=None, edtf=f"{opening.edtf}/XXXX-{month_of(opening):02}-{till:02}")
    closing = periods.day(opening.first.year, opening.first.month, till)
    if closing is None:
        return None
    return Reading(None, opening.first, closing.last, f"{opening.edtf}/{closing.edtf}", period=opening.period)


def month_of(reading: Reading) -> int:
    """The month of a date said without its year."""
    return reading.bare[0] if reading.bare else 1


def years(m: Match, _: Context) -> Reading:
    """2023-24: both years, without a TIMEX3; 2023-09 is a month (ISO 8601), for it cannot run backwards."""
    begin, short = int(m["year"]), int(m["short"])
    end = begin // 100 * 100 + short
    if end > begin:
        return Reading(None, date(begin, 1, 1), date(end, 12, 31), f"{begin:04}/{end:04}")
    return dated(periods.month(begin, short)) if 1 <= short <= 12 else dated(periods.year(begin))


_LAST_DAY = r"(?P<till>[0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,]\d|:\d)"
_NO_MONTH = r"(?! (?:of )?(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
_TO = r" ?(?:[-‐‑–—]|\bto\b|\bthrough\b|\buntil\b) ?"

RULES = (
    (pattern(rf"between(?: the)? {{dom}} and {_LAST_DAY}(?: of)? {{month}}(?:,? {{year}})?"), days),
    (pattern(rf"(?:from )?(?:the )?{{dom}}{_TO}{_LAST_DAY}(?: of)? {{month}}(?:,? {{year}})?"), days),
    (pattern(rf"between {{month}} {{dom}} and {_LAST_DAY}{_NO_MONTH}(?:,? {{year}})?"), days),
    (pattern(rf"(?:from )?{{month}} {{dom}}{_TO}{_LAST_DAY}{_NO_MONTH}(?:,? {{year}})?"), days),
    (pattern(r"(?P<year>1[89]\d\d|20\d\d)[-–/](?P<short>\d\d)(?![-–/\d])"), years),
)
