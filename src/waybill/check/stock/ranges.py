"""Amounts between two ends, and arithmetic that loses no amount the ends allow."""

from collections.abc import Iterable
from math import ceil, floor
from typing import NamedTuple

from waybill.reference.units import plural

_NEARLY = 1e-9


class Range(NamedTuple):
    """From `low` to `high`, never below 0; None where nothing bounds that end."""

    low: float | None
    high: float | None

    def times(self, other: "Range") -> "Range":
        """Every product of one of these and one of those."""
        low = self.low * other.low if self.low is not None and other.low is not None else None
        return Range(low, self.high * other.high if self.high is not None and other.high is not None else None)

    def over(self, other: "Range") -> "Range":
        """Every quotient of one of these by one of those."""
        low = self.low / other.high if self.low is not None and other.high else None
        return Range(low, self.high / other.low if self.high is not None and other.low else None)

    def less(self, other: "Range") -> "Range":
        """Every difference of one of these and one of those, as far as it is above 0."""
        low = max(self.low - other.high, 0) if self.low is not None and other.high is not None else None
        return Range(low or None, max(self.high - (other.low or 0), 0) if self.high is not None else None)

    @property
    def spread(self) -> float | None:
        """How many times its low its high is; None where an end is open."""
        return self.high / self.low if self.low and self.high is not None else None

    def of(self, unit: str) -> str:
        """ "up to 1,000 shells", "2.5 to 4 days": two ends are rounded outwards, one amount to the nearest."""
        if self.spread is not None and self.spread < 1 + _NEARLY:
            return _counted(_told(self.low or 0), unit)
        low = _down(self.low) if self.low else None
        high = _up(self.high) if self.high is not None else None
        if low is None and high is None:
            return f"an unbounded number of {plural(unit)}"
        told = f"up to {high}" if low is None else f"at least {low}" if high is None else f"{low} to {high}"
        return _counted(told, unit)


def hull(ranges: Iterable[Range]) -> Range:
    """The smallest range around all of them; there is at least one."""
    lows, highs = zip(*ranges, strict=True)
    return Range(None if None in lows else min(lows), None if None in highs else max(highs))


def _counted(told: str, unit: str) -> str:
    return f"{told} {unit if told.rpartition(' ')[2] == '1' else plural(unit)}"


def _down(amount: float) -> str:
    step = _step(amount)
    return _told(floor(amount / step + _NEARLY) * step)


def _up(amount: float) -> str:
    step = _step(amount)
    return _told(ceil(amount / step - _NEARLY) * step)


def _step(amount: float) -> float:
    """Tenths below ten, hundredths below one: our convention, two figures are enough to compare."""
    return 1.0 if amount >= 10 else 0.1 if amount >= 1 else 0.01


def _told(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 10 else f"{amount:.2f}".rstrip("0").rstrip(".")
