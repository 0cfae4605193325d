"""When two statements of a line speak of one movement."""

from waybill.model.quantity import Quantity
from waybill.model.time import Window
from waybill.reconcile.statement import NOT_DELIVERED, Statement

TELLING_FIGURE = 20
"""Smaller counts agree by chance: our convention. They tell of one movement only where their days overlap."""

_JOURNEYS = frozenset({"trip", "round trip", "voyage", "journey", "sailing", "flight", "sortie", "visit", "call", "time"})


def is_figure(statement: Statement) -> bool:
    """True for an amount of something that moved, not for a rate or a capacity."""
    quantity = statement.quantity
    return quantity is not None and quantity.unit is not None and quantity.measure not in ("rate", "capacity")


def is_cargo(statement: Statement) -> bool:
    """True where the amount counts goods and not the times they were carried."""
    return statement.quantity is not None and statement.quantity.unit not in _JOURNEYS


def agree(some: Statement, other: Statement) -> bool:
    """True where both give the same figures of the same things, hedged or not, and their windows have a day in common."""
    mine, yours = some.quantity, other.quantity
    if not mine or not yours or mine.unit != yours.unit or numbers(mine) != numbers(yours) or not numbers(mine):
        return False
    if largest(mine) < TELLING_FIGURE or some.vague or other.vague:
        return surely_overlap(some.window, other.window)
    return not disjoint(some.window, other.window)


def is_part(part: Statement, whole: Statement) -> bool:
    """True where a smaller figure beside a larger one of the same mouth counts what was seen, ready or picked of it."""
    mine, all_of_it = part.quantity, whole.quantity
    if not mine or not all_of_it or mine.unit != all_of_it.unit or part.mouth != whole.mouth or whole.vague:
        return False
    return is_picked(part) and 0 < largest(mine) < largest(all_of_it) and not disjoint(part.window, whole.window)


def is_picked(statement: Statement) -> bool:
    """True for an amount that was seen, ready or picked, of whatever there was in all."""
    quantity = statement.quantity
    counted = quantity is not None and quantity.measure in ("subset", "detected")
    return counted or statement.stage in NOT_DELIVERED or statement.claim.basis == "imagery"


def numbers(quantity: Quantity) -> tuple[float, ...]:
    """The figures said, in ascending order; none for vague words."""
    return tuple(sorted(quantity.numbers))


def largest(quantity: Quantity) -> float:
    """The largest figure or end of the interval; 0 where there is none."""
    return max((*quantity.numbers, quantity.low or 0.0, quantity.high or 0.0))


def disjoint(some: Window | None, other: Window | None) -> bool:
    """True where the two windows, at their widest, have no day in common; False where an edge that matters is open."""
    return bool(some and other and (_ends_before(some, other) or _ends_before(other, some)))


def surely_overlap(some: Window | None, other: Window | None) -> bool:
    """True where all outer edges are known and the two windows have a day in common."""
    if not some or not other:
        return False
    known = all((some.start_earliest, some.end_latest, other.start_earliest, other.end_latest))
    return known and not disjoint(some, other)


def _ends_before(some: Window, other: Window) -> bool:
    return bool(some.end_latest and other.start_earliest and some.end_latest < other.start_earliest)
