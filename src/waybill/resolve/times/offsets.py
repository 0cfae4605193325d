"""Counted steps: two weeks ago, a year earlier, three days later, the past two months, recent weeks."""

import re
from datetime import date, timedelta

from msgspec.structs import replace

from waybill.model.time import Timex
from waybill.resolve.times import periods
from waybill.resolve.times.durations import length, written
from waybill.resolve.times.lexicon import number, said
from waybill.resolve.times.periods import Period, Unit
from waybill.resolve.times.reading import NO_DATE, NO_REFERENCE, Context, Edges, Reading, dated, one_of, open_date
from waybill.resolve.times.rule import rule

Match = re.Match[str]

RECENT_FROM, RECENT_TO = 8, 2
"""How many units back "recent weeks" may begin, and may end: our convention, eight weeks to two."""


def counted_from(m: Match, c: Context) -> Reading:
    """two weeks ago, a year earlier, three days later, ten days from now.

    "Ago" counts from the document's date, "earlier" and "later" from what the text last spoke of.
    """
    word, unit = said(m, "back").split()[0], said(m, "unit")
    count, of_text = number(said(m, "num") or "one"), word in ("earlier", "later")
    sign = -1 if word in ("ago", "earlier") else 1
    bases = _bases(c, unit, sign, of_text)
    if count is None and sign < 0:
        return _uncounted(sign, c)
    if not bases and of_text and (unit not in ("year", "month") or c.spoken):
        return replace(length(m, c), unresolved=NO_REFERENCE)
    if count is None:
        return replace(length(m, c), unresolved=NO_REFERENCE)
    if not bases and c.anchor:
        bases = (periods.around("day", c.anchor),)
    steps = [_stepped(base, count * sign, unit) for base in bases]
    return one_of(steps, open_date("XXXX", NO_REFERENCE if of_text else NO_DATE))


def _bases(c: Context, unit: str, sign: int, of_text: bool) -> tuple[Period, ...]:
    """What the words count from, none for the document's date; years go back from what a text reports figures of."""
    if unit == "year" and c.reported:
        return (c.reported,)
    return c.bases(_base(unit), sign) if of_text else ()


def _stepped(base: Period, count: float, unit: str) -> Reading:
    """The period that many units away: a day or so for weeks, a month for months, a year for years."""
    start = periods.away(base.first, count, unit)
    if start is None:
        return Reading(Timex("DATE", "PAST_REF" if count < 0 else "FUTURE_REF"))
    if unit in ("second", "minute", "hour"):
        return replace(dated(periods.around("day", start)), timex=Timex("DURATION", written(abs(count), unit)), derived=True)
    found = replace(dated(periods.around("quarter" if base.unit == "quarter" else _grain(unit), start)), derived=True)
    if unit in ("week", "fortnight"):
        low, high = start - timedelta(days=3), start + timedelta(days=3)
        return replace(found, first=low, last=high, edtf=None, edges=(low, high, low, high))
    return found


def _base(unit: str) -> Unit:
    """The coarsest unit that so many of a unit are counted from: weeks from a week, hours and fortnights from a day."""
    return "week" if unit == "week" else _grain(unit)


def _grain(unit: str) -> Unit:
    """The unit that is reached by so many of a unit: a day, a month or a quarter, or a year."""
    match unit:
        case "month" | "quarter" | "year":
            return periods.unit_named(unit)
        case "decade" | "century":
            return "year"
    return "day"


def _uncounted(sign: int, c: Context) -> Reading:
    """ "Years ago" ends before the document's date; "weeks later" follows something of which we know nothing."""
    if sign > 0:
        return Reading(Timex("DATE", "FUTURE_REF"), unresolved=NO_REFERENCE)
    return Reading(Timex("DATE", "PAST_REF"), edges=(None, None, None, c.anchor))


def long_from(m: Match, c: Context) -> Reading:
    """years ago, weeks later: some time before, or after, that nobody counts."""
    return _uncounted(1 if said(m, "back") == "later" else -1, c)


def rolling(m: Match, c: Context) -> Reading:
    """the past two months, the last few weeks, the next four years: a length that ends, or begins, with the document's date."""
    reading = length(m, c)
    if c.anchor is None:
        return replace(reading, unresolved=NO_DATE)
    count, unit = number(said(m, "num")), said(m, "unit")
    behind = said(m, "side") in ("past", "last", "previous", "preceding")
    if count is None:
        return replace(reading, edges=_recent(c.anchor, unit) if behind else (c.anchor, None, None, None))
    other = periods.away(c.anchor, -count if behind else count, unit)
    first, last = (other, c.anchor) if behind else (c.anchor, other)
    return replace(reading, first=first, last=last)


def recent(m: Match, c: Context) -> Reading:
    """recent weeks, coming months, the weeks ahead: lengths nobody counts, whose edges are loose by convention, or open."""
    ahead: Edges = (c.anchor, None, None, None)
    reason = None if c.anchor else NO_DATE
    if said(m, "side") == "future":
        return Reading(Timex("DATE", "FUTURE_REF"), edges=ahead, unresolved=reason)
    behind = said(m, "side") == "recent"
    edges = _recent(c.anchor, said(m, "unit")) if behind and c.anchor else None if behind else ahead
    return replace(length(m, c), edges=edges, unresolved=reason)


def _recent(anchor: date, unit: str) -> Edges:
    near = periods.away(anchor, -RECENT_TO, unit)
    return periods.away(anchor, -RECENT_FROM, unit), near, near, anchor


RULES = (
    rule(
        r"{about}?{num}~(?:or (?:so|two)~)?{unit}s?(?: or so)?[ -](?P<back>ago|earlier|later|from now|hence)",
        counted_from,
        "It left [ten days ago] = 2023-10-04",
    ),
    rule(r"(?P<unit>year|month|week|day|decade)~(?P<back>ago|earlier)", counted_from, "The [year-ago] figure stands = 2022"),
    rule(r"(?P<unit>year|month|week|day|decade)s (?P<back>ago|earlier|later)", long_from, "It left [months ago] = PAST_REF"),
    rule(
        r"(?:at least )?(?:the |these |this )?(?P<side>past|last|previous|preceding|next|coming|following) {about}?{num}~"
        r"{orso}?(?:{fiscal})?{unit}s?(?: or so)?",
        rolling,
        "Over [the past two months] it sent more = P2M",
    ),
    rule(r"(?:the )?(?P<side>past|last|next) {unit}s", rolling, "In [past months] it sent more = PXM"),
    rule(r"(?:the )?{unit}s ahead", recent, "More will come in [the weeks ahead] = PXW"),
    rule(
        r"(?:the )?(?:more |most )?(?P<side>recent|coming|future) {unit}s(?: and {grain}s)?",
        recent,
        "In [recent weeks] it sent more = PXW",
    ),
)
