"""Single words and fixed phrases for the past, the present and the future."""

import re

from msgspec.structs import replace

from waybill.model.span import Span
from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.offsets import RECENT_FROM
from waybill.resolve.times.reading import Context, Reading, dated, duration
from waybill.resolve.times.rule import rule

Match = re.Match[str]

PRESENT = ("now", "currently", "current", "at present", "at the moment", "these days", "nowadays", "presently")
PAST = (
    "more recently", "most recently", "recently", "the past", "lately", "the recent past", "long ago", "then current",
    "then-current",
)  # fmt: skip
FUTURE = ("the near future", "the foreseeable future", "the future", "future", "soon", "the near term", "the short term")


def present(_: Match, c: Context) -> Reading:
    """now, currently: a state that holds on the document's date, begun and ended we do not know when."""
    return Reading(Timex("DATE", "PRESENT_REF"), edges=(None, c.anchor, c.anchor, None))


def past(m: Match, c: Context) -> Reading | None:
    """recently, long ago: "recently" reaches back as far as "recent weeks" may, our convention.

    Right before a date "most recently" tells only that it was the last time: "most recently in May".
    """
    if m[0].lower().startswith("most") and _dated_next(m, c):
        return None
    near = "recently" in m[0].lower()
    start = periods.step(c.anchor, -RECENT_FROM, "week") if c.anchor and near else None
    return Reading(Timex("DATE", "PAST_REF"), edges=(start, None, None, c.anchor))


def _dated_next(m: Match, c: Context) -> bool:
    after = c.parse.tokens_in(Span(m.end(), m.end() + 2)).start
    after += after < len(c.parse) and c.parse.pos[after] == "ADP"
    return after < len(c.parse) and c.parse.entity[after] == "DATE"


def future(m: Match, c: Context) -> Reading | None:
    """soon, the near future; what "soon left" was not yet to come."""
    if m[0].lower() == "soon" and c.direction == "past":
        return None
    return Reading(Timex("DATE", "FUTURE_REF"), edges=(c.anchor, None, None, None))


_FINITE = frozenset(("MD", "VB", "VBD", "VBP", "VBZ"))
"""Tags of a verb right behind "one day", but for participles: "one day loading", "one day left"."""


def someday(_: Match, c: Context) -> Reading:
    """one day, said of what will be, or was, and not of how long: the verb comes right behind it."""
    day, verb = c.token + 1, c.token + 2
    tag = c.parse.tag[verb] if verb < len(c.parse) else ""
    is_subject = c.parse.dep[day].startswith("nsubj") and (not c.token or c.parse.pos[c.token - 1] != "AUX")
    if c.before in ("for", "in", "within") or is_subject or tag not in _FINITE:
        return duration("P1D")
    if tag == "VBD":
        return Reading(Timex("DATE", "PAST_REF"), edges=(None, None, None, c.anchor))
    return Reading(Timex("DATE", "FUTURE_REF"), edges=(c.anchor, None, None, None))


def then(_: Match, c: Context) -> Reading | None:
    """since then, by that time: the day or longer that the text last spoke of."""
    if c.before not in ("since", "by", "until", "till", "before") or c.last is None:
        return None
    return replace(dated(c.last), derived=True)


def _any(phrases: tuple[str, ...]) -> str:
    return "|".join(sorted(phrases, key=len, reverse=True))


RULES = (
    rule(_any(PRESENT), present, "It is [now] in port = PRESENT_REF"),
    rule(_any(PAST), past, "It [recently] left = PAST_REF"),
    rule(_any(FUTURE), future, "It will [soon] leave = FUTURE_REF"),
    rule(r"one day", someday, "It will [one day] rule there = FUTURE_REF"),
    rule(r"then|that time", then, "Talks began in May 2021; since [then] it has sailed = 2021-05"),
)
