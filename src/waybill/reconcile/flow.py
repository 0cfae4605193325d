"""One cumulative count over time: what limits on its growth force, and the least daily peak that keeps all of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import inf
from typing import NamedTuple

from msgspec import Struct

from waybill.model.claim import ClaimId

SLACK = 1e-6
"""Differences up to this are rounding of floats: our convention, far below any amount that is counted."""


class Limit(Struct, frozen=True):
    """How much the count grows from the day `first` to the day `last`, both included: at least `amount`, or where `upper` at
    most. Without `first` it is the growth since the very beginning, when there was nothing."""

    first: date | None
    last: date
    amount: float
    upper: bool
    claim: ClaimId


class Step(NamedTuple):
    """One level made from another: by a limit, or without one by the count's not shrinking (backward in time: by its pace)."""

    start: int
    end: int
    limit: Limit | None


Edge = tuple[int, float, Limit]


class Flow(Struct, frozen=True):
    """Limits over the days at which they begin and end, as ordinals of `date`; `days[0]` is the very beginning.

    `into[n]` are the limits from below that end at day n, each with the number of the day before it begins; `out[n]` those from
    above that begin after day n, each with the number of its last day.
    """

    days: tuple[int, ...]
    into: tuple[tuple[Edge, ...], ...]
    out: tuple[tuple[Edge, ...], ...]


class Levels(Struct, frozen=True):
    """The least count at the end of each day above that of the base, -inf where nothing follows, and what made each; where
    limits exclude each other, the steps of each circle by which they do, and no levels."""

    least: tuple[float, ...]
    made_by: tuple[Step | None, ...]
    circles: tuple[tuple[Step, ...], ...] = ()

    def claims(self, day: int) -> tuple[ClaimId, ...]:
        """The claims that make a level, latest first."""
        found: dict[ClaimId, None] = {}
        step = self.made_by[day]
        while step is not None:
            if step.limit:
                found[step.limit.claim] = None
            step = self.made_by[step.start]
        return tuple(found)


def day_before(limit: Limit) -> int:
    """The ordinal of the day before a limit begins, 0 for the very beginning."""
    return limit.first.toordinal() - 1 if limit.first else 0


def flow_of(limits: Iterable[Limit]) -> Flow:
    """The limits in the order of their days."""
    spans = [(day_before(limit), limit.last.toordinal(), limit) for limit in limits]
    days = (0, *sorted({day for start, end, _ in spans for day in (start, end)} - {0}))
    number = {day: n for n, day in enumerate(days)}
    into: list[list[Edge]] = [[] for _ in days]
    out: list[list[Edge]] = [[] for _ in days]
    for start, end, limit in spans:
        if limit.upper:
            out[number[start]].append((number[end], limit.amount, limit))
        else:
            into[number[end]].append((number[start], limit.amount, limit))
    return Flow(days, tuple(map(tuple, into)), tuple(map(tuple, out)))


def levels(flow: Flow, base: int = 0, per_day: float | None = None) -> Levels:
    """The least levels above that of a day, by number; with `per_day` the count grows by no more on any one day.

    Limits from below and the count's not shrinking carry levels forward in time, limits from above carry them back: sweeps in
    turn, each in the order in which it carries, settle all of them in as many rounds as a reason turns round in time
    (Bellman-Ford in Yen's order). A circle of reasons lifts a level by itself: its limits cannot all hold. From day 0 on every
    day is reached, so that every such circle is found.
    """
    least = [-inf] * len(flow.days)
    least[base] = 0.0
    made_by: list[Step | None] = [None] * len(flow.days)
    while _forward(flow, least, made_by) | _back(flow, per_day, least, made_by):
        circles = _circles(made_by)
        if circles:
            return Levels((), (), circles)
    return Levels(tuple(least), tuple(made_by))


def backward(flow: Flow) -> Flow:
    """The flow with time running backward: its least levels, negated and read from the end, are the flow's greatest."""
    last = len(flow.days) - 1
    into: list[list[Edge]] = [[] for _ in flow.days]
    out: list[list[Edge]] = [[] for _ in flow.days]
    for day in range(len(flow.days)):
        for start, amount, limit in flow.into[day]:
            into[last - start].append((last - day, amount, limit))
        for end, amount, limit in flow.out[day]:
            out[last - end].append((last - day, amount, limit))
    return Flow(flow.days, tuple(map(tuple, into)), tuple(map(tuple, out)))


def holds(limits: Sequence[Limit]) -> bool:
    """True where all limits can hold together."""
    return not levels(flow_of(limits)).circles


def peak(limits: Sequence[Limit]) -> tuple[float, tuple[ClaimId, ...]] | None:
    """The least amount that must have come on some day if all limits hold, and the claims that force it; None where none does.

    Raises ValueError where the limits cannot all hold.
    """
    least, claims = _steepest(limits)
    flow = flow_of(limits)
    while claims and (circles := levels(flow, per_day=least).circles):
        paces = [(_pace(flow, circle), circle) for circle in circles]
        higher, circle = max(paces, key=lambda found: found[0])
        if higher <= least + SLACK:
            break
        least, claims = higher, tuple(dict.fromkeys(s.limit.claim for s in circle if s.limit))
    return (least, claims) if claims else None


def _steepest(limits: Sequence[Limit]) -> tuple[float, tuple[ClaimId, ...]]:
    """The highest daily mean of a limit from below: with no others, it is the peak."""
    means = [(m.amount / (m.last.toordinal() - day_before(m)), m) for m in limits if not m.upper and m.first and m.amount > 0]
    if not means:
        return 0.0, ()
    steepest, limit = max(means, key=lambda found: found[0])
    return steepest, (limit.claim,)


def _pace(flow: Flow, circle: Sequence[Step]) -> float:
    """What must come a day, at the least, so that a circle lifts nothing any more."""
    days = sum(flow.days[s.start] - flow.days[s.end] for s in circle if s.limit is None and s.end < s.start)
    gain = sum(-s.limit.amount if s.limit.upper else s.limit.amount for s in circle if s.limit)
    if not days:
        raise ValueError("limits that cannot all hold have no peak")
    return gain / days


def _forward(flow: Flow, least: list[float], made_by: list[Step | None]) -> bool:
    moved = False
    for day in range(1, len(least)):
        best, step = least[day] + SLACK, None
        if least[day - 1] > best:
            best, step = least[day - 1], Step(day - 1, day, None)
        for start, amount, limit in flow.into[day]:
            if least[start] + amount > best:
                best, step = least[start] + amount, Step(start, day, limit)
        if step:
            least[day], made_by[day], moved = best, step, True
    return moved


def _back(flow: Flow, per_day: float | None, least: list[float], made_by: list[Step | None]) -> bool:
    moved = False
    for day in range(len(least) - 2, -1, -1):
        best, step = least[day] + SLACK, None
        for end, amount, limit in flow.out[day]:
            if least[end] - amount > best:
                best, step = least[end] - amount, Step(end, day, limit)
        if per_day is not None and day:
            slowed = least[day + 1] - per_day * (flow.days[day + 1] - flow.days[day])
            if slowed > best:
                best, step = slowed, Step(day + 1, day, None)
        if step:
            least[day], made_by[day], moved = best, step, True
    return moved


def _circles(made_by: Sequence[Step | None]) -> tuple[tuple[Step, ...], ...]:
    """The steps of every circle of reasons, in no circle twice."""
    walk_of = [0] * len(made_by)
    found: list[tuple[Step, ...]] = []
    for walk, day in enumerate(range(len(made_by)), start=1):
        at, step = day, made_by[day]
        while step is not None and not walk_of[at]:
            walk_of[at] = walk
            at = step.start
            step = made_by[at]
        if step is not None and walk_of[at] == walk:
            found.append(_circle(made_by, at))
    return tuple(found)


def _circle(made_by: Sequence[Step | None], day: int) -> tuple[Step, ...]:
    steps: list[Step] = []
    at = day
    while (step := made_by[at]) is not None:
        steps.append(step)
        at = step.start
        if at == day:
            break
    return tuple(steps)
