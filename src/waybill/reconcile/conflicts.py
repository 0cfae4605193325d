"""Which limits on one count cannot all hold: pairs first, then the smallest sets of more."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from math import inf

from msgspec import Struct

from waybill.model.claim import ClaimId
from waybill.reconcile.flow import SLACK, Limit, flow_of, holds, levels

MOST_PAIRED = 10_000
"""Floors times ceilings in conflict of which every pair is listed; of more, each one's foremost opponent: our convention."""

MOST_TRIED = 50
"""Opponents among which that one is then sought: our convention."""

Conflict = tuple[Limit, ...]
Independent = Callable[[ClaimId, ClaimId], bool]
"""True where two claims are of different origins."""


class Sorted(Struct, frozen=True):
    """The conflicts found among limits, and the limits of claims that are in none: those can all hold."""

    conflicts: tuple[Conflict, ...]
    rest: tuple[Limit, ...]


def conflicts(limits: Sequence[Limit], independent: Independent) -> Sorted:
    """Sets of limits that cannot all hold, each of them such that without any one it can.

    All pairs of a floor and a ceiling, of very many only each one's foremost opponent, first of all an independent one; then
    among the claims in none of these sets of more, until what is left can hold. A set of more that shares a claim with another
    set found before is not sought.
    """
    if holds(limits):
        return Sorted((), tuple(limits))
    found = list(pairs(limits, independent))
    rest = _without(limits, found)
    while circles := levels(flow_of(rest)).circles:
        new = [smallest([s.limit for s in circle if s.limit]) for circle in circles]
        found += new
        rest = _without(rest, new)
    return Sorted(tuple(found), tuple(rest))


def smallest(limits: Sequence[Limit]) -> Conflict:
    """Of limits that cannot all hold as few as still cannot: what can be left out is, one by one."""
    kept = list(dict.fromkeys(limits))
    for limit in tuple(kept):
        fewer = [other for other in kept if other is not limit]
        if not holds(fewer):
            kept = fewer
    return tuple(kept)


def exclude(floor: Limit, ceiling: Limit) -> bool:
    """True where a limit from below cannot hold beside one from above: it begins no earlier, ends no later, and is more."""
    inside = ceiling.first is None or (floor.first is not None and ceiling.first <= floor.first)
    return inside and floor.last <= ceiling.last and floor.amount > ceiling.amount + SLACK


def _without(limits: Sequence[Limit], found: Sequence[Conflict]) -> list[Limit]:
    disputed = {limit.claim for conflict in found for limit in conflict}
    return [limit for limit in limits if limit.claim not in disputed]


def pairs(limits: Sequence[Limit], independent: Independent) -> Iterator[Conflict]:
    """All pairs of a floor and a ceiling that exclude each other; only each one's foremost opponent of very many."""
    floors, ceilings = _disputed(limits)
    if len(floors) * len(ceilings) <= MOST_PAIRED:
        yield from ((f, c) for c in ceilings for f in floors if exclude(f, c))
        return
    foremost = dict.fromkeys(
        [
            *(_foremost([(f, c) for f in islice(floors, MOST_TRIED) if exclude(f, c)], independent) for c in ceilings),
            *(_foremost([(f, c) for c in islice(ceilings, MOST_TRIED) if exclude(f, c)], independent) for f in floors),
        ]
    )
    yield from (pair for pair in foremost if pair)


def _foremost(pairs: Sequence[Conflict], independent: Independent) -> Conflict | None:
    apart = (pair for pair in pairs if independent(pair[0].claim, pair[1].claim))
    return next(apart, pairs[0] if pairs else None)


def _disputed(limits: Sequence[Limit]) -> tuple[list[Limit], list[Limit]]:
    """The floors that some ceiling excludes, the highest first, and the ceilings that some floor does, the lowest first."""
    floors = [m for m in limits if not m.upper]
    ceilings = [m for m in limits if m.upper]
    highest = _largest_inside([_box(c, 1) for c in ceilings], [_box(f, 1) for f in floors])
    lowest = _largest_inside([_box(f, -1) for f in floors], [_box(c, -1) for c in ceilings])
    excluded = [f for f, low in zip(floors, lowest, strict=True) if f.amount > SLACK - low]
    excluding = [c for c, high in zip(ceilings, highest, strict=True) if high > c.amount + SLACK]
    return sorted(excluded, key=lambda m: -m.amount), sorted(excluding, key=lambda m: m.amount)


Box = tuple[int, int, float]


def _box(limit: Limit, sign: int) -> Box:
    """First day, last day and amount; with sign -1 mirrored, so that what holds another lies inside of it."""
    first = limit.first.toordinal() if limit.first else 0
    return sign * first, sign * limit.last.toordinal(), sign * limit.amount


def _largest_inside(asked: Sequence[Box], held: Sequence[Box]) -> list[float]:
    """For each box asked the largest amount of those held that begin no earlier and end no later; -inf where none does.

    Boxes are taken from the latest first day on; a Fenwick tree over the last days keeps the largest amount up to each.
    """
    rank = {last: n for n, last in enumerate(sorted({last for _, last, _ in (*asked, *held)}), start=1)}
    tree = [-inf] * (len(rank) + 1)
    waiting = sorted(held)
    largest = [-inf] * len(asked)
    for number in sorted(range(len(asked)), key=lambda n: -asked[n][0]):
        first, last, _ = asked[number]
        while waiting and waiting[-1][0] >= first:
            _, end, amount = waiting.pop()
            _raise(tree, rank[end], amount)
        largest[number] = _most_up_to(tree, rank[last])
    return largest


def _raise(tree: list[float], at: int, amount: float) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], amount)
        at += at & -at


def _most_up_to(tree: Sequence[float], at: int) -> float:
    most = -inf
    while at:
        most = max(most, tree[at])
        at -= at & -at
    return most
