"""Single words and fixed phrases for the past, the present and the future."""

import re

from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.lexicon import pattern
from waybill.resolve.times.offsets import RECENT_FROM
from waybill.resolve.times.reading import Context, Reading

Match = re.Match[str]

_PRESENT = ("right now", "now", "currently", "current", "at present", "at the moment", "these days", "nowadays", "presently")
_PAST = ("more recently", "most recently", "recently", "the past", "lately", "the recent past", "long ago")
_FUTURE = ("the near future", "the foreseeable future", "the future", "future", "soon", "the near term", "the short term")


def present(_: Match, c: Context) -> Reading:
    """now, currently: a state that holds on the document's date, begun and ended we do not know when."""
    return Reading(Timex("DATE", "PRESENT_REF"), edges=(None, c.anchor, c.anchor, None))


def past(m: Match, c: Context) -> Reading:
    """recently, long ago: "recently" reaches back as far as "recent weeks" may, our convention."""
    near = "recently" in m[0].lower()
    start = periods.step(c.anchor, -RECENT_FROM, "week") if c.anchor and near else None
    return Reading(Timex("DATE", "PAST_REF"), edges=(start, None, None, c.anchor))


def future(_: Match, c: Context) -> Reading:
    """soon, the near future."""
    return Reading(Timex("DATE", "FUTURE_REF"), edges=(c.anchor, None, None, None))


def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return pattern("|".join(sorted(phrases, key=len, reverse=True)))


RULES = ((_any(_PRESENT), present), (_any(_PAST), past), (_any(_FUTURE), future))
