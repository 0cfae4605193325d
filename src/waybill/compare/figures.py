"""Stated ceilings, floors and largest estimates that moved, and the bounds that moved with them."""

from collections.abc import Iterable, Sequence

from waybill.compare.pair import Pair
from waybill.model.changes import BoundChange, FigureChange
from waybill.model.delivery import Bound, StatedExtreme


def figures(pair: Pair, before: Sequence[StatedExtreme], after: Sequence[StatedExtreme]) -> tuple[FigureChange, ...]:
    """The figures stated otherwise than before, by unit and side in the order of the later account."""
    kinds = dict.fromkeys((e.unit, e.side) for e in (*after, *before))
    found = []
    for unit, side in kinds:
        were, are = ([e for e in held if (e.unit, e.side) == (unit, side) and _stated(e)] for held in (before, after))
        gone, come = _without(were, are), _without(are, were)
        backed = tuple(c for e in are if e not in come for c in e.claims if c not in _had(pair, were, e))
        if gone or come or backed:
            found.append(FigureChange(unit, side, gone, come, backed))
    return tuple(found)


def bounds(before: Sequence[Bound], after: Sequence[Bound]) -> tuple[BoundChange, ...]:
    """The days from which on the claims force another least quantity than before, by unit.

    Where they force the same again from a later day on, that day is told too, with `before` and `after` alike.
    """
    found = []
    for unit in sorted({b.unit for b in (*before, *after)}):
        were, are = ([b for b in held if b.unit == unit] for held in (before, after))
        found += _moved(unit, were, are)
    return tuple(found)


def _stated(extreme: StatedExtreme) -> bool:
    return extreme.quantity is not None


def _without(some: Iterable[StatedExtreme], others: Iterable[StatedExtreme]) -> tuple[StatedExtreme, ...]:
    known = {e.quantity for e in others}
    return tuple(e for e in some if e.quantity not in known)


def _had(pair: Pair, were: Iterable[StatedExtreme], extreme: StatedExtreme) -> frozenset[str]:
    return frozenset(c for e in were if e.quantity == extreme.quantity for c in pair.firsts(e.claims))


def _moved(unit: str, before: Sequence[Bound], after: Sequence[Bound]) -> list[BoundChange]:
    """The days on which the difference becomes another one or ends; in between it stays."""
    found: list[BoundChange] = []
    last = (0.0, 0.0)
    for day in sorted({b.date for b in (*before, *after)}):
        was, now = (max((b for b in held if b.date <= day), key=lambda b: b.date, default=None) for held in (before, after))
        low = (was.low if was else 0.0, now.low if now else 0.0)
        if low != last and (low[0] != low[1] or last[0] != last[1]):
            found.append(BoundChange(day, unit, *low, now.claims if now else ()))
        last = low
    return found
