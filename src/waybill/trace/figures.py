"""Whether two claims give the same figure."""

from math import floor, log10

from waybill.model.quantity import Quantity
from waybill.model.time import Window

TELLING_FIGURE = 20
"""Smaller counts agree by chance: our convention. From here on the same figure is taken as the same count retold."""


def numbers(quantity: Quantity) -> tuple[float, ...]:
    """The figures said, in ascending order; where none was (vague words), the ends of the interval."""
    return tuple(sorted(quantity.numbers or (n for n in (quantity.low, quantity.high) if n is not None)))


def largest(quantity: Quantity) -> float:
    """The largest figure said; 0 where there is none."""
    return max(numbers(quantity), default=0.0)


def same_figure(some: Quantity, other: Quantity) -> bool:
    """True where both say the same figures, whatever their hedges; an "or" that became an "and" may have split them in two."""
    mine, yours = numbers(some), numbers(other)
    return bool(mine) and (mine == yours or _splits(some, other) or _splits(other, some))


def same_unit(some: Quantity, other: Quantity) -> bool:
    """True where both count the same things, or one does not say what it counts."""
    return some.unit == other.unit or some.unit is None or other.unit is None


def is_round(number: float) -> bool:
    """True for a number with one significant digit, like 6,000."""
    return rounds(number, number)


def rounds(number: float, said: float) -> bool:
    """True where `said` is the number with one significant digit left: 6,700 said as 7,000."""
    return said == one_digit(number)


def one_digit(number: float) -> float:
    """The number with one significant digit left."""
    return round(number, -floor(log10(number))) if number > 0 else number


def disjoint(some: Window | None, other: Window | None) -> bool:
    """True where the two windows, at their widest, have no day in common; False where an edge is open."""
    return bool(some and other) and (_ends_before(some, other) or _ends_before(other, some))


def same_days(some: Window | None, other: Window | None) -> bool:
    """True where both state the same four edges, at least one of them known."""
    return bool(some and other) and edges(some) == edges(other) and any(edges(some))


def edges(window: Window | None) -> tuple[object, ...]:
    """The four edges in order, none where there is no window."""
    return (window.start_earliest, window.start_latest, window.end_earliest, window.end_latest) if window else ()


def _splits(whole: Quantity, part: Quantity) -> bool:
    branches = {n for branch in whole.alternatives for n in numbers(branch)}
    return bool(branches) and set(numbers(part)) <= branches


def _ends_before(some: Window | None, other: Window | None) -> bool:
    end = some.end_latest if some else None
    start = other.start_earliest if other else None
    return bool(end and start) and end < start  # type: ignore[operator]
