"""Times counted from a day or an event that the words name: two days before 7 September, a week after the visit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.time import Timex, Window
from waybill.resolve.times.durations import written
from waybill.resolve.times.events import Event, event_at, is_day
from waybill.resolve.times.grammar import Found
from waybill.resolve.times.legible import legible
from waybill.resolve.times.lexicon import number, pattern, said
from waybill.resolve.times.periods import away
from waybill.resolve.times.reading import Edges, Reading

Read = tuple[Found, Reading]
Match = re.Match[str]

EXAMPLES = (
    "It left [two days before 7 September 2023] = 2023-09-05",
    "It left [three working days before 7 September 2023] = 2023-09-04",
    "It left [the day after 4 July 2023] = 2023-07-05",
    "Shoigu visited on 25-27 July 2023. [A week before the visit] it loaded = 2023-07-15/2023-07-21",
    "It loaded in [the two days before 7 September 2023] = 2023-09-05/2023-09-06",
    "It loaded in [the weeks after 4 July 2023] = 2023-07-05/..",
)
"""Texts with the expression in brackets, and the EDTF of its days."""

_SIDES = {"before": -1, "after": 1, "following": 1, "prior to": -1, "ahead of": -1}
_COUNTED = pattern(
    r"(?:(?P<the>the )?{num}~|(?P<one>the )?)(?:(?:trading|working|business|full|whole) )?"
    r"(?P<unit>day|week|fortnight|month|year)(?P<many>s)? (?P<side>" + "|".join(_SIDES) + ")"
)
_ARTICLE = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE)
_SIDE_BEGINS = frozenset(side.split()[0] for side in _SIDES)
_LOOK_BACK, _LOOK_AHEAD = 5, 4
"""How many tokens the count takes at most, and the name of an event ("the two leaders' summit")."""
_WITHIN = frozenset(("in", "during", "over", "throughout", "within"))
_WEEK_SLACK = timedelta(days=3)


class Base(Struct, frozen=True):
    """What is counted from: its days, where its words end, and who dates it."""

    dated: Reading
    end: int
    told: str | None = None

    def days(self, sign: int) -> tuple[date, date] | None:
        """The first and the last day it may be counted from; of what lasted from day to day, where it began or ended."""
        first, last = self.dated.first, self.dated.last
        if first is None or last is None:
            return None
        lasted = self.dated.timex is None and "/" in (self.dated.edtf or "")
        return (first, last) if not lasted else (first, first) if sign < 0 else (last, last)


def counted(parse: Parse, read: Sequence[Read], events: Mapping[str, list[Event]]) -> Iterator[Mention]:
    """A mention of each count of days or longer from a calendar date, or from the one event the text dates that it can mean.

    It spans the count and what it counts from; its TIMEX3 is the count's, as TimeML has it, but the day of "the day after".
    Weeks are give or take three days, months and years the whole one; "the two days before" are a stretch, "two days before"
    a moment.
    """
    text = legible(parse.text)
    dates = {found.match.start(): (found, reading) for found, reading in read}
    sides = {word for word in set(parse.word) if word.lower() in _SIDE_BEGINS}
    for token in (token for token, word in enumerate(parse.word) if word in sides):
        match = _count_at(parse, text, token)
        base = match and (_date_at(text, match.end(), dates) or _event_after(parse, match.end(), events))
        edges = base and match and _edges(parse, match, base)
        if match and base and edges:
            span, (low, *_, high) = Span(match.start(), base.end), edges
            edtf = f"{low}" if low == high else f"{low or '..'}/{high or '..'}"
            length = Timex("DURATION", written(_count(match), said(match, "unit")))
            timex = Timex("DATE", edtf) if low == high and not said(match, "num") else length
            yield Mention("time", span, span.text_of(parse.text), Window(edtf, *edges, timex, base.told))


def _count_at(parse: Parse, text: str, side: int) -> Match | None:
    """The longest count that ends with the "before" or "after" at a token."""
    floor = max(side - _LOOK_BACK, parse.sentence_at(side)[0])
    found = (_COUNTED.match(text, parse.start[first]) for first in range(floor, side))
    return next((m for m in found if m and m.end() >= parse.end[side]), None)


def _date_at(text: str, end: int, dates: Mapping[int, Read]) -> Base | None:
    gap = _ARTICLE.match(text, end)
    for start in {end + 1, gap.end() if gap else end + 1}:
        expression, reading = dates.get(start, (None, None))
        if expression and reading and is_day(reading) and not _owns(text, expression, reading):
            return Base(reading, expression.match.end())
    return None


def _owns(text: str, found: Found, reading: Reading) -> bool:
    """True of a month that only tells which event is counted from: "the week after last month's raid"."""
    return reading.first != reading.last and text[found.match.end() : found.match.end() + 2] in ("'s", "’s")


def _event_after(parse: Parse, end: int, events: Mapping[str, list[Event]]) -> Base | None:
    first = parse.tokens_in(Span(end, end + 2)).start
    for token in range(first, min(first + _LOOK_AHEAD, len(parse))):
        meant = event_at(parse, token, events)
        if meant is not None:
            return Base(meant[0].dated, parse.end[token], meant[0].told) if len(meant) == 1 else None
    return None


def _edges(parse: Parse, match: Match, base: Base) -> Edges | None:
    """The four dates: of a stretch that ends, or begins, beside what is counted from; else of one moment."""
    sign, unit = _SIDES[said(match, "side")], said(match, "unit")
    count, days = _count(match), base.days(sign)
    if days is None:
        return None
    near = days[0] - timedelta(days=1) if sign < 0 else days[1] + timedelta(days=1)
    if count is None:
        return (None, near, None, near) if sign < 0 else (near, None, near, None)
    low, high = (away(day, sign * count, unit) for day in days)
    if low is None or high is None:
        return None
    if _is_stretch(parse, match):
        return (low, low, near, near) if sign < 0 else (near, near, high, high)
    slack = timedelta() if unit == "day" else _WEEK_SLACK
    return (low - slack, high + slack) * 2


def _count(match: Match) -> float | None:
    """How many; None for "weeks before" and "several weeks before"."""
    if counted := said(match, "num"):
        return number(counted)
    return None if said(match, "many") else 1


def _is_stretch(parse: Parse, match: Match) -> bool:
    """True for "the two days before" and "in the week before"."""
    first = parse.token_at(match.start())
    held = first and parse.word[first - 1].lower() in _WITHIN
    return bool(said(match, "the") or (held and said(match, "one")))
