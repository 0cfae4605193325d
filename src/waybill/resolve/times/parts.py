"""A part of a month or a year: the first week of October, the second half of August, the week of 4 September."""

import re
from datetime import date, timedelta

from msgspec.structs import replace

from waybill.resolve.times import dates, periods, years
from waybill.resolve.times.durations import length
from waybill.resolve.times.lexicon import ORDINALS, number, said, weekday_number
from waybill.resolve.times.periods import Unit
from waybill.resolve.times.reading import Context, Reading, dated
from waybill.resolve.times.rule import rule

Match = re.Match[str]


_SOME = {"day": 5, "week": 2, "month": 2}
"""How many "the last days of August" are, uncounted: our convention."""
_PARTS_OF_YEARS: dict[tuple[str, float], Unit] = {("half", 1): "half", ("quarter", 1): "quarter", ("quarter", 2): "half"}


def part(m: Match, c: Context) -> Reading | None:
    """The part's days in the month or year named; its TIMEX3 is the half year's, the counted length's, or the whole's."""
    whole = dates.month(m, c) if said(m, "month") else years.year(m, c)
    if whole is None or whole.first is None or whole.last is None:
        return whole
    piece, from_end = said(m, "unit"), said(m, "which") in ("last", "final", "closing")
    some = _SOME.get(piece, 1) if said(m, "many") else 1
    count = number(said(m, "num")) or some
    nth = 1 if count > 1 or from_end else ORDINALS.get(said(m, "which"), 1)
    stretch = _stretch(whole.first, whole.last, piece, count, -nth if from_end else nth)
    if stretch is None:
        return whole
    if (unit := _PARTS_OF_YEARS.get((piece, count))) and not said(m, "month"):
        return dated(periods.around(unit, stretch[0]))
    edtf = f"{stretch[0]}/{stretch[1]}"
    timex = length(m, c).timex if said(m, "num") else whole.timex
    return replace(whole, timex=timex, first=stretch[0], last=stretch[1], edtf=edtf, period=None)


def _stretch(first: date, last: date, piece: str, count: float, nth: int) -> tuple[date, date] | None:
    """The nth piece of the days from the first (from the last where negative), kept inside them."""
    days = (last - first).days + 1
    if piece in ("month", "quarter"):
        size = round(count * (3 if piece == "quarter" else 1))
        low = periods.step(first, size * (nth - 1) if nth > 0 else 12 - size, "month")
        high = periods.step(low, size, "month") if low else None
        return (low, high - timedelta(days=1)) if low and high and high - timedelta(days=1) <= last else None
    size = {"half": -(-days // 2), "third": round(days / 3), "week": round(7 * count), "day": round(count)}[piece]
    low = first + timedelta(days=size * (nth - 1)) if nth > 0 else last - timedelta(days=size - 1)
    high = min(low + timedelta(days=size - 1), last)
    return (low, high) if first <= low <= last else None


def week_of(m: Match, c: Context) -> Reading | None:
    """the week of 4 September: the week that holds the day; beginning or ending then, the seven days from or to it."""
    named = dates.full_date(m, c)
    if named is None or named.first is None:
        return named
    match said(m, "how"):
        case "of":
            return dated(periods.around("week", named.first))
        case "ending" | "ended":
            return replace(named, first=named.first - timedelta(days=6), edtf=None)
    return replace(named, last=named.first + timedelta(days=6), edtf=None)


def weekday_of(m: Match, c: Context) -> Reading | None:
    """the last Sunday of January: the day itself."""
    whole = dates.month(m, c)
    if whole is None or whole.first is None or whole.last is None:
        return whole
    days = (whole.first + timedelta(days=n) for n in range((whole.last - whole.first).days + 1))
    on = [day for day in days if day.isoweekday() == weekday_number(said(m, "weekday"))]
    nth = -1 if said(m, "which") in ("last", "final") else ORDINALS[said(m, "which")] - 1
    return dated(periods.around("day", on[nth])) if nth < len(on) else None


_PIECE = (
    r"{about}?(?:the )?(?P<which>first|second|third|fourth|last|final|opening|closing) (?:{num} )?"
    r"(?P<unit>half|third|week|day|month|quarter)(?P<many>s)? (?:of|in) "
)
_WEEK = r"the week (?P<how>of|beginning|starting|ending|ended)(?: on)? "

RULES = (
    rule(
        _PIECE + r"(?:(?P<deixis>last|this|next) )?{month}(?:,? (?:of )?{year}|(?: of)? (?P<yearly>this|last|next) year)?",
        part,
        "In [the second half of August] it loaded = 2023-08",
    ),
    rule(
        r"(?:the )?(?P<which>first|second|third|fourth|last|final) {weekday} (?:of|in) (?:(?P<deixis>last|this|next) )?"
        r"{month}(?:,? (?:of )?{year})?",
        weekday_of,
        "It left on [the last Friday of September] = 2023-09-29",
    ),
    rule(_PIECE + r"{year}", part, "Trade grew in [the first three months of 2023] = P3M"),
    rule(_WEEK + r"(?:{weekday},? )?{month} {dom}(?:,? {year})?", week_of, "In [the week of September 4] it left = 2023-W36"),
    rule(_WEEK + r"(?:{weekday},? )?{dom} {month}(?:,? {year})?", week_of, "In [the week of 4 September] it left = 2023-W36"),
)
