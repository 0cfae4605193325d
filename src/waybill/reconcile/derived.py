"""Why a level is at least or at most so much: the limits and bridges that lead to it from what is given."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import NamedTuple

from waybill.model.claim import ClaimId
from waybill.reconcile.programme import NEAR, Lift, Problem, free_level


class Derived(NamedTuple):
    """A level, the claims that make it, and the numbers of the bridges on the way."""

    level: float
    claims: frozenset[ClaimId] = frozenset()
    bridges: frozenset[int] = frozenset()


class _Step(NamedTuple):
    """From levels to another, each so many times, and an amount."""

    to: int
    of: tuple[tuple[int, float], ...]
    amount: float
    lift: Lift


def from_below(problem: Problem, levels: Sequence[float]) -> list[Derived]:
    """For the least levels of a problem what makes each."""
    steps = [_Step(lift.to, lift.of, lift.amount, lift) for lift in problem.lifts]
    ground = {n: Derived(0.0) for n, level in enumerate(levels) if level <= NEAR}
    return _derived(levels, steps, {**ground, **{n: Derived(level) for n, level in problem.given.items()}}, -NEAR)


def from_above(problem: Problem, levels: Sequence[float], given: Mapping[int, Derived]) -> list[Derived]:
    """For the greatest levels of a problem what makes each; `given` are its given levels."""
    steps = [step for lift in problem.lifts for step in _down(lift, problem, levels)]
    return _derived(levels, steps, given, NEAR)


def _down(lift: Lift, problem: Problem, levels: Sequence[float]) -> Iterator[_Step]:
    """The one level of a lift that is not given, from the level above it and those that are."""
    free = free_level(lift, problem.given)
    if free is not None and levels[lift.to] < inf:
        level, times = free
        others = [(n, -t / times) for n, t in lift.of if n != level]
        yield _Step(level, ((lift.to, 1 / times), *others), -lift.amount / times, lift)


def _derived(levels: Sequence[float], steps: Sequence[_Step], ground: Mapping[int, Derived], give: float) -> list[Derived]:
    """By way of steps that reach their level from the ground on, over as few limits as may be.

    What is derived so is reckoned anew from the limits alone: it holds whatever rounding the solver did. A level that holds
    itself up in a circle is taken as solved, but for the share `give`, the solver's tolerance.
    """
    found = dict(ground)
    tight = [s for s in steps if s.to not in found and _reaches(levels, s)]
    missing = [sum(n not in ground for n, _ in step.of) for step in tight]
    after: dict[int, list[int]] = {}
    for number, step in enumerate(tight):
        for n, _ in step.of:
            after.setdefault(n, []).append(number)
    waiting = deque(number for number, count in enumerate(missing) if not count)
    while waiting:
        step = tight[waiting.popleft()]
        if step.to in found:
            continue
        found[step.to] = _by(step, found)
        for number in after.get(step.to, ()):
            missing[number] -= 1
            if not missing[number]:
                (waiting.append if tight[number].lift.limit else waiting.appendleft)(number)
    rest = _circular(levels, [step for step in tight if step.to not in found], found, give)
    return [found.get(n) or rest.get(n) or Derived(level) for n, level in enumerate(levels)]


def _reaches(levels: Sequence[float], step: _Step) -> bool:
    level = levels[step.to]
    if level == inf:
        return False
    came = step.amount + sum(times * levels[n] for n, times in step.of)
    return abs(came - level) <= NEAR * max(1.0, abs(level))


def _by(step: _Step, found: Mapping[int, Derived]) -> Derived:
    of = [(found[n], times) for n, times in step.of]
    claims = frozenset({step.lift.limit.claim}) if step.lift.limit else frozenset[ClaimId]()
    bridges = frozenset({step.lift.bridge}) if step.lift.bridge is not None else frozenset[int]()
    return Derived(
        step.amount + sum(times * some.level for some, times in of),
        claims.union(*(some.claims for some, _ in of)),
        bridges.union(*(some.bridges for some, _ in of)),
    )


def _circular(
    levels: Sequence[float], open_steps: Sequence[_Step], found: Mapping[int, Derived], give: float
) -> dict[int, Derived]:
    """Levels that no steps reach from the ground on, with the claims and bridges of everything that leads to any of them."""
    ways = [_by(step, {n: found.get(n, Derived(0.0)) for n, _ in step.of}) for step in open_steps]
    claims = frozenset[ClaimId]().union(*(way.claims for way in ways))
    bridges = frozenset[int]().union(*(way.bridges for way in ways))
    return {step.to: Derived(levels[step.to] * (1 + give), claims, bridges) for step in open_steps}
