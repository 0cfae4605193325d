"""Years that a date said without one takes from the date it is joined to."""

import re
from datetime import date

from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.reference.calendar import SHORT_MONTHS
from waybill.resolve.times import periods
from waybill.resolve.times.grammar import Found
from waybill.resolve.times.periods import Period
from waybill.resolve.times.reading import EITHER_ORDER, MonthDay, Reading, dated

Read = tuple[Found, Reading]
_JOINT = re.compile(r"\s*,?\s*(?:and|or|to|until|till|through|up to|[-‐‑–—])\s*(?:the\s+)?", re.IGNORECASE)
_LISTED = re.compile(r"\s*,\s*(?:and\s+|or\s+)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:1\d|20)\d\d|['’]\d\d")
_IN_CALENDAR = re.compile(rf"\d|{'|'.join(SHORT_MONTHS)}", re.IGNORECASE)
"""What a date holds, and "Friday" in "a revision on Friday to December's figures" does not."""
_ORDERED = re.compile(r"\s*(?:to|until|till|through|up to|[-‐‑–—])\s*(?:the\s+)?", re.IGNORECASE)


def settled(parse: Parse, read: list[Read], published: date | None) -> list[Read]:
    """The readings, with years settled by their neighbours.

    "1 January to 30 June 2023" and "November 2022 and January": the year that keeps the two in order. Without a published
    date, a bare date also takes the year of a full date before it in its own sentence, the first time it comes round ("left
    on 7 September 2023, landed on 9 September"); else it stays open.
    """
    found = list(read)
    for n in range(len(found) - 2, -1, -1):
        found[n] = _before(parse, found[n], found[n + 1])
    for n in range(1, len(found)):
        found[n] = _after(parse, found[n - 1], found[n], published)
    return found


def order_told(read: list[Read]) -> Read | None:
    """The first date whose figures allow one order of day and month alone, where all such dates of the text keep to one."""
    known = [each for each in read if each[1].order]
    return known[0] if len({reading.order for _, reading in known}) == 1 else None


def in_order(reading: Reading, told: Read | None) -> Reading:
    """The reading, "3/4/2023" with the order of day and month that another date of the text tells, if one does."""
    if told is None or reading.unresolved != EITHER_ORDER:
        return reading
    candidate = reading.candidates[("day", "month").index(told[1].order)]
    return replace(candidate, inferred=f'order of day and month: as of "{told[0].match[0]}"')


def _before(parse: Parse, left: Read, right: Read) -> Read:
    """The left of two joined dates at its latest not after the right."""
    joint = _between(parse, left, right)
    if left[1].bare is None or right[1].period is None:
        return left
    if not _JOINT.fullmatch(joint) and not (left[1].bare[1] and right[1].period.unit == "day" and _LISTED.fullmatch(joint)):
        return left
    if right[1].bare and not _ORDERED.fullmatch(joint):
        return left
    return _with(left, _latest(left[1].bare, right[1].period.last), right)


def _after(parse: Parse, left: Read, right: Read, published: date | None) -> Read:
    """The right of two joined dates at its first not before the left."""
    if (
        right[1].bare is None
        or left[1].period is None
        or not _IN_CALENDAR.search(left[0].match[0])
        or left[1].period.unit not in ("day", "month")
    ):
        return right
    if left[1].bare and not left[1].inferred:
        return right
    near = published is None and parse.sentence_at(left[0].first) == parse.sentence_at(right[0].first)
    joint = _between(parse, left, right)
    if not near and not _JOINT.fullmatch(joint) and not _LISTED.fullmatch(joint):
        return right
    return _with(right, _earliest(right[1].bare, left[1].period.first), left)


def _between(parse: Parse, left: Read, right: Read) -> str:
    return parse.text[left[0].match.end() : right[0].match.start()]


def _with(read: Read, period: Period | None, other: Read) -> Read:
    """The date in that year; that it is the text's is said, unless the other took it from the published date itself."""
    if period is None:
        return read
    said = other[1].inferred or _YEAR.search(other[0].match[0])
    told = f'year: as of "{other[0].match[0]}"' if said else None
    return read[0], replace(dated(period), bare=read[1].bare, inferred=told)


def _latest(bare: MonthDay, limit: date) -> Period | None:
    years = (limit.year - n for n in range(5))
    return next((p for y in years if (p := periods.of_month_day(y, *bare)) and p.first <= limit), None)


def _earliest(bare: MonthDay, limit: date) -> Period | None:
    years = (limit.year + n for n in range(5))
    return next((p for y in years if (p := periods.of_month_day(y, *bare)) and p.last >= limit), None)
