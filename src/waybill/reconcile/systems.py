"""Limits on bridged counts as one problem: which count for what, and what ties them."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.claim import Mode
from waybill.reconcile.bridges import Bridge, Network, crossed, network
from waybill.reconcile.contents import Counted
from waybill.reconcile.figures import Figure
from waybill.reconcile.flow import Limit, day_before
from waybill.reconcile.goods import Goods
from waybill.reconcile.programme import Lift, Problem

Held = tuple[tuple[int, Limit], ...]
"""Limits, each with the number of the count that it is on."""


class System(Struct, frozen=True):
    """Counts on one way at one stage, with the limits on each; `of` is a figure whose way it is, None for whatever way.

    Counts begin at the end of the day `base`, an ordinal, 0 for the very beginning.
    """

    way: Goods
    of: Figure | None
    tied: Network
    held: Held
    base: int

    def problem(self, days: Sequence[int]) -> Problem:
        """The level of every count at the end of each of these days, the base first of them; level after level by count."""
        number, width = {day: n for n, day in enumerate(days)}, len(days)
        lifts = [lift for count, limit in _strongest(self.held) for lift in _limited(limit, number, count * width)]
        at = range(1, width)
        for count in range(len(self.tied.counts)):
            lifts += [Lift(count * width + n, ((count * width + n - 1, 1.0),)) for n in at]
        for b, (source, target, bridge) in enumerate(self.tied.bridges):
            lifts += [Lift(target * width + n, ((source * width + n, bridge.low),), bridge=b) for n in at]
            lifts += [Lift(source * width + n, ((target * width + n, 1 / bridge.high),), bridge=b) for n in at]
        for s in self.tied.sums:
            lifts += [Lift(s.whole * width + n, tuple((part * width + n, 1.0) for part in s.parts)) for n in at]
        given = {count * width: 0.0 for count in range(len(self.tied.counts))}
        return Problem(len(self.tied.counts) * width, tuple(lifts), given)

    def days(self) -> tuple[int, ...]:
        """The base and every day before which or at whose end a limit begins or ends."""
        found = {day for _, limit in self.held for day in (day_before(limit), limit.last.toordinal())}
        return (self.base, *sorted(found - {self.base}))

    def since(self) -> date | None:
        """The first day that counts; None for the very beginning."""
        return date.fromordinal(self.base + 1) if self.base else None


def from_the_beginning(told: Sequence[Counted], held: Sequence[Bridge]) -> Iterator[System]:
    """For every stage all that its figures state as floors, whatever the way; and again on the way that a unit tells."""
    for stage in sorted({c.figure.goods.stage for c in told}):
        for mode in _modes(held, told):
            way = Goods(stage, mode=(mode,) if mode else None)
            inside = [c for c in told if way.includes(c.figure.goods)]
            tied = network(crossed(held, inside, mode))
            limits = _floors(tied, inside)
            if limits:
                yield System(way, None, tied, limits, 0)


def from_a_ceiling(told: Sequence[Counted], held: Sequence[Bridge], whole: bool) -> Iterator[System]:
    """For the way and stage of every figure with a limit from above: the floors of what went so, and the limits from above that
    hold for it, from the first day on which one of these is; with `whole` amounts limit from above too."""
    ways = {replace(c.figure.goods, item=None): c.figure for c in told if above(c.figure, whole)}
    for goods, of in ways.items():
        for mode in _modes(held, told):
            if mode and goods.mode not in (None, (mode,)):
                continue
            way = replace(goods, mode=(mode,)) if mode else goods
            inside = [c for c in told if way.includes(c.figure.goods)]
            around = [c for c in told if replace(c.figure.goods, item=None).includes(way) and above(c.figure, whole)]
            tied = network(crossed(held, [*inside, *around], mode))
            ceilings = _ceilings(tied, around, whole)
            if ceilings:
                base = min(day_before(limit) for _, limit in ceilings)
                floors = tuple((n, limit) for n, limit in _floors(tied, inside) if day_before(limit) >= base)
                yield System(way, of, tied, (*floors, *ceilings), base)


def above(figure: Figure, whole: bool) -> Limit | None:
    """What a figure says at most."""
    return figure.ceiling or (figure.whole if whole else None)


def _modes(held: Sequence[Bridge], told: Sequence[Counted]) -> tuple[Mode | None, ...]:
    """Whatever way, and each that a unit tells which somebody counts."""
    units = {c.unit for c in told}
    return tuple(dict.fromkeys((None, *(b.mode for b in held if b.source.units[0] in units))))


def _floors(tied: Network, inside: Sequence[Counted]) -> Held:
    firm = [(c, c.figure.floor) for c in inside if c.figure.floor and c.figure.floor.amount and c.figure.counted]
    return tuple((n, limit) for n, count in enumerate(tied.counts) for c, limit in firm if count.includes(c))


def _ceilings(tied: Network, around: Sequence[Counted], whole: bool) -> Held:
    firm = [(c, limit) for c in around if (limit := above(c.figure, whole))]
    return tuple((n, limit) for n, count in enumerate(tied.counts) for c, limit in firm if count.is_within(c))


def _strongest(held: Sequence[tuple[int, Limit]]) -> Held:
    """Of limits on one count for the same days the one that says most."""
    found: dict[tuple[int, date | None, date, bool], Limit] = {}
    for n, limit in held:
        key = (n, limit.first, limit.last, limit.upper)
        other = found.get(key)
        if other is None or (limit.amount < other.amount if limit.upper else limit.amount > other.amount):
            found[key] = limit
    return tuple((n, limit) for (n, _, _, _), limit in found.items())


def _limited(limit: Limit, number: dict[int, int], first: int) -> Iterator[Lift]:
    """A limit as a lift; none where its days are not among those asked for."""
    start, end = number.get(day_before(limit)), number.get(limit.last.toordinal())
    if start is not None and end is not None:
        if limit.upper:
            yield Lift(first + start, ((first + end, 1.0),), -limit.amount, limit)
        else:
            yield Lift(first + end, ((first + start, 1.0),), limit.amount, limit)
