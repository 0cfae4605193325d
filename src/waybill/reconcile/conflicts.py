"""Which limits on one count cannot all hold: pairs first, then the smallest sets of more."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from math import inf

from waybill.model.claim import ClaimId
from waybill.reconcile.flow import SLACK, Limit, flow_of, holds, levels

MOST_PAIRED = 10_000
"""Floors times ceilings in conflict of which every pair is listed; of more, each one's foremost opponent: our convention, more
than anybody reads."""

MOST_TRIED = 50
"""Opponents among which an independent one is then looked for, before the foremost of all: our convention, so that it takes
no longer than the rest."""

Conflict = tuple[Limit, ...]
Independent = Callable[[ClaimId, ClaimId], bool]
"""True where two claims are of different origins."""


def conflicts(limits: Sequence[Limit], independent: Independent) -> tuple[Conflict, ...]:
    """Sets of limits that cannot all hold, each of them such that without any one it can.

    All pairs of a floor and a ceiling, of very many only each one's foremost opponent, first of all an independent one; then
    among the claims in none of these sets of more, until those in none can all hold. A set of more that shares a claim with
    another set found before is not sought.
    """
    if holds(limits):
        return ()
    found = list(pairs(limits, independent))
    rest = _without(limits, found)
    while circles := levels(flow_of(rest)).circles:
        new = [smallest([s.limit for s in circle if s.limit]) for circle in circles]
        found += new
        rest = _without(rest, new)
    return tuple(found)


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
    """All pairs of a floor and a ceiling that exclude each other; of very many, for every floor and ceiling the foremost."""
    floors, ceilings = _disputed(limits)
    if len(floors) * len(ceilings) <= MOST_PAIRED:
        yield from ((f, c) for c, _ in ceilings for f, _ in floors if exclude(f, c))
        return
    of_ceilings = ([*((f, c) for f, _ in islice(floors, MOST_TRIED) if exclude(f, c)), (high, c)] for c, high in ceilings)
    of_floors = ([*((f, c) for c, _ in islice(ceilings, MOST_TRIED) if exclude(f, c)), (f, low)] for f, low in floors)
    yield from dict.fromkeys(_foremost(found, independent) for found in chain(of_ceilings, of_floors))


def _foremost(found: Sequence[Conflict], independent: Independent) -> Conflict:
    """The first pair of different origins, failing one the first."""
    return next((pair for pair in found if independent(pair[0].claim, pair[1].claim)), found[0])


def _disputed(limits: Sequence[Limit]) -> tuple[list[Conflict], list[Conflict]]:
    """The floors that some ceiling excludes, the highest first, each with the lowest of these; and the ceilings that some floor
    does, the lowest first, each with the highest."""
    floors = [m for m in limits if not m.upper]
    ceilings = [m for m in limits if m.upper]
    highest = _largest_inside([_box(c, 1) for c in ceilings], [_box(f, 1) for f in floors])
    lowest = _largest_inside([_box(f, -1) for f in floors], [_box(c, -1) for c in ceilings])
    excluded = [(f, ceilings[n]) for f, (low, n) in zip(floors, lowest, strict=True) if f.amount > SLACK - low]
    excluding = [(c, floors[n]) for c, (high, n) in zip(ceilings, highest, strict=True) if high > c.amount + SLACK]
    return sorted(excluded, key=lambda pair: -pair[0].amount), sorted(excluding, key=lambda pair: pair[0].amount)


Box = tuple[int, int, float]


def _box(limit: Limit, sign: int) -> Box:
    """First day, last day and amount; with sign -1 mirrored, so that what holds another lies inside of it."""
    first = limit.first.toordinal() if limit.first else 0
    return sign * first, sign * limit.last.toordinal(), sign * limit.amount


Largest = tuple[float, int]
"""An amount, and the number of the box that has it."""


def _largest_inside(asked: Sequence[Box], held: Sequence[Box]) -> list[Largest]:
    """For each box asked the largest of those held that begin no earlier and end no later; -inf where none does.

    Boxes are taken from the latest first day on; a Fenwick tree over the last days keeps the largest up to each.
    """
    rank = {last: n for n, last in enumerate(sorted({last for _, last, _ in (*asked, *held)}), start=1)}
    tree: list[Largest] = [(-inf, -1)] * (len(rank) + 1)
    waiting = sorted(range(len(held)), key=lambda n: held[n])
    largest: list[Largest] = [(-inf, -1)] * len(asked)
    for number in sorted(range(len(asked)), key=lambda n: -asked[n][0]):
        first, last, _ = asked[number]
        while waiting and held[waiting[-1]][0] >= first:
            _, end, amount = held[waiting[-1]]
            _raise(tree, rank[end], (amount, waiting.pop()))
        largest[number] = _most_up_to(tree, rank[last])
    return largest


def _raise(tree: list[Largest], at: int, largest: Largest) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], largest)
        at += at & -at


def _most_up_to(tree: Sequence[Largest], at: int) -> Largest:
    most = (-inf, -1)
    while at:
        most = max(most, tree[at])
        at -= at & -at
    return most
