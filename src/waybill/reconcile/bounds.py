"""What the claims force on a line, figures read as floors."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.claim import ClaimId
from waybill.model.delivery import Bound
from waybill.reconcile.figures import Figure
from waybill.reconcile.flow import SLACK, Limit
from waybill.reconcile.phrases import number
from waybill.reconcile.tolerance import interval

MOST_PARTS = 4
"""Parts of a sum that are spelled out; the claims stand beside it."""


class Floor(Struct, frozen=True):
    """At least `low` had come by the end of `day`; each of `claims` forces it, or where there are `parts` all of them do."""

    day: date
    low: float
    claims: tuple[ClaimId, ...] = ()
    parts: tuple[float, ...] = ()


def bounds(by_unit: Mapping[str, Sequence[Figure]]) -> tuple[Bound, ...]:
    """The cumulative quantity of a line, one row per unit and date at which a claim's window ends; sorted by unit and date.

    `low` is the largest amount that asserted claims force by that date, from 0 and never falling. Amounts of one stage whose
    windows surely share no day are of different goods and both count; any others are never summed. A claim without an end
    counts from the day it was published; without that day it bounds nothing. Nothing is forced by what is hedged, denied,
    planned or bought, by what was only assembled or loaded, by rates and capacities, and by retellings that borrow or change
    the figure. `high` is always None: without a stated opening balance a window's ceiling is none of the cumulative quantity.
    """
    return tuple(bound for unit, of_unit in by_unit.items() for bound in _rows(unit, of_unit))


def _rows(unit: str, found: Sequence[Figure]) -> list[Bound]:
    asserted = {f.statement.claim.id: f for f in found if f.floor and f.statement.claim.stance == "asserted"}
    by_stage: defaultdict[str, list[Limit]] = defaultdict(list)
    for figure in asserted.values():
        if figure.floor:
            by_stage[figure.goods.stage].append(figure.floor)
    rows = _highest([_rising(by_stage[stage]) for stage in sorted(by_stage)])
    words = {claim: _read(asserted[claim]) for claim in dict.fromkeys(c for row in rows for c in row.claims)}
    return [_bound(unit, row, [words[claim] for claim in row.claims]) for row in rows]


def _rising(floors: Sequence[Limit]) -> list[Floor]:
    """The floors of one stage at the end of each window, by day."""
    found, days = [Floor(date.min, 0.0)], [date.min]
    for day, ending in groupby(sorted(floors, key=lambda m: (m.last, m.claim)), key=lambda m: m.last):
        held = replace(found[-1], day=day)
        for limit in ending:
            before = found[bisect_left(days, limit.first) - 1] if limit.first else found[0]
            held = _higher(held, _on_top(before, limit))
        found.append(held)
        days.append(day)
    return found


def _on_top(before: Floor, limit: Limit) -> Floor:
    """What had come by the end of a window, given what had come before it."""
    if not before.low or not limit.amount:
        return Floor(limit.last, limit.amount, (limit.claim,)) if limit.amount else replace(before, day=limit.last)
    claims = before.claims if before.parts else before.claims[:1]
    parts = (*(before.parts or (before.low,)), limit.amount)
    return Floor(limit.last, before.low + limit.amount, (*claims, limit.claim), parts)


def _higher(some: Floor, other: Floor) -> Floor:
    """The higher of two floors by one day; of two that are equal, what needs no sum, and both where neither does."""
    if abs(some.low - other.low) > SLACK:
        return some if some.low > other.low else other
    if bool(some.parts) != bool(other.parts):
        return other if some.parts else some
    return some if some.parts else replace(some, claims=tuple(dict.fromkeys((*some.claims, *other.claims))))


def _highest(stages: Sequence[Sequence[Floor]]) -> list[Floor]:
    """The floors of several stages as one, at every day of each."""
    held = {n: stage[0] for n, stage in enumerate(stages)}
    ending = sorted((floor.day, n, floor) for n, stage in enumerate(stages) for floor in stage[1:])
    found = []
    for day, at_day in groupby(ending, key=lambda found: found[0]):
        held.update({n: floor for _, n, floor in at_day})
        found.append(replace(reduce(_higher, held.values()), day=day))
    return found


def _bound(unit: str, floor: Floor, reasons: Sequence[str]) -> Bound:
    claims = tuple(sorted(floor.claims))
    if not floor.parts:
        return Bound(floor.day, unit, floor.low, None, claims, _all_computed(reasons))
    sums = " + ".join(map(number, floor.parts)) if len(floor.parts) <= MOST_PARTS else f"{len(floor.parts)} amounts"
    return Bound(
        floor.day, unit, floor.low, None, claims, "; ".join((f"{sums}: of windows that share no day", *_each(reasons)))
    )


def _all_computed(reasons: Sequence[str]) -> str:
    """How a bound was computed; "" where somebody states it as it is."""
    return "; ".join(_each(reasons)) if all(reasons) else ""


def _each(reasons: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, reasons)))


def _read(figure: Figure) -> str:
    """How the words of an amount came to its lower end ("about 6,700 containers less 10%"); "" where it is as said."""
    slot = figure.statement.claim.frame.quantity
    allowed = interval(slot) if slot else None
    if not slot or not allowed:
        return ""
    words = " ".join(slot.text.split())
    if figure.statement.vague:
        return f'"{words}" read as {number(allowed.low or 0.0)} or more'
    return f"{words} less {number(round(100 * allowed.below, 1))}%" if allowed.below else ""
