"""What a system of bridged counts forces and allows, day by day, where a bridge has a part in it."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil, floor, inf
from typing import NamedTuple

from msgspec.structs import replace

from waybill.model.delivery import Within
from waybill.reconcile.bridge_words import of_words
from waybill.reconcile.bridges import Bridge
from waybill.reconcile.contents import Kinds
from waybill.reconcile.derived import Derived, from_above, from_below
from waybill.reconcile.flow import SLACK
from waybill.reconcile.programme import NotSolvedError, Problem, greatest, least
from waybill.reconcile.systems import System
from waybill.reference.units import counted_units


class Row(NamedTuple):
    """A row, and the bridges that lead to it."""

    within: Within
    bridges: frozenset[Bridge]


Edges = tuple[Derived, Derived | None]
"""The least of a count at the end of a day and the greatest, None where nothing bounds it."""


def floors_of(system: System) -> list[Row]:
    """The least of every count, on the days on which it rises. Raises NotSolvedError."""
    problem = system.problem(system.days())
    lows = _lows(problem)
    return list(_rows(system, [(low, None) for low in lows]))


def totals_of(system: System) -> list[Row]:
    """The least and the greatest of every count that something bounds from above, on the days on which either changes.

    What of several goods that share a whole was most is sought for one after another, each beside the least of the others: no
    other share leaves it more. Raises NotSolvedError.
    """
    problem = system.problem(system.days())
    lows = _lows(problem)
    highs: dict[int, Derived] = {}
    for kinds in _sharing(system) or [None]:
        for n, high in enumerate(_highs(system, problem, lows, kinds)):
            if n not in highs and high is not None:
                highs[n] = high
    bounded = [
        (low, high if high and high.level < inf else None)
        for low, high in zip(lows, map(highs.get, range(len(lows))), strict=True)
    ]
    return [row for row in _rows(system, bounded) if row.within.high is not None]


def _lows(problem: Problem) -> list[Derived]:
    levels = least(problem)
    if levels is None:
        raise NotSolvedError("infeasible beside what is set aside")
    return from_below(problem, levels)


def _highs(system: System, problem: Problem, lows: Sequence[Derived], kinds: Kinds | None) -> list[Derived | None]:
    """The greatest levels, those of other goods than these that share a whole held at their least, and not told of."""
    width = problem.levels // len(system.tied.counts)
    others = {n for n, count in enumerate(system.tied.counts) if count.kinds in _sharing(system) and count.kinds != kinds}
    held = {n: lows[n] for n in range(problem.levels) if n // width in others}
    given = {**{n: Derived(0.0) for n in problem.given}, **held}
    narrowed = replace(problem, given={n: some.level for n, some in given.items()})
    return [None if n in held else some for n, some in enumerate(from_above(narrowed, greatest(narrowed), given))]


def _sharing(system: System) -> list[Kinds | None]:
    """The goods that lie side by side in a whole."""
    counts, sums = system.tied.counts, [s for s in system.tied.sums if s.parts[1:]]
    return list(dict.fromkeys(counts[part].kinds for s in sums for part in s.parts))


def _rows(system: System, edges: Sequence[Edges]) -> Iterator[Row]:
    """A row a count and day on which it changes, if a bridge leads to it."""
    days = system.days()
    ties = [bridge for _, _, bridge in system.tied.bridges]
    for c, count in enumerate(system.tied.counts):
        words, shown = of_words(system, count), (0.0, inf)
        for n, day in enumerate(days[1:], start=1):
            low, high = edges[c * len(days) + n]
            ends = _ends(count.units[0], low.level, high.level if high else inf)
            crossed = low.bridges | (high.bridges if high else frozenset())
            if crossed and (abs(ends[0] - shown[0]) > SLACK or ends[1] != shown[1]):
                claims = low.claims | (high.claims if high else frozenset())
                ceiling = ends[1] if ends[1] < inf else None
                within = Within(
                    system.since(), date.fromordinal(day), count.units[0], ends[0], ceiling, tuple(sorted(claims)), words
                )
                yield Row(within, frozenset(ties[b] for b in crossed))
            shown = ends


def _ends(unit: str, low: float, high: float) -> tuple[float, float]:
    """What is counted comes in whole pieces, what is weighed or measured in any part of one."""
    least, most = round(low, 3), round(high, 3)
    if unit in counted_units() and ceil(least) <= most:
        return float(ceil(least)), float(floor(most)) if most < inf else inf
    return least, most
