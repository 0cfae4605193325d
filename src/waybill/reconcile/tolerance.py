"""Words to intervals: how far a figure may be from what happened."""

import re
from math import ceil, floor, log10

from msgspec import Struct

from waybill.model.claim import Slot
from waybill.model.quantity import Quantity

SMALL_COUNT = 20
"""Bare counts below this are taken as exact: our convention, few enough to be counted one by one."""

_NEARLY = re.compile(r"\b(nearly|almost|close to|just under|approaching)\b", re.IGNORECASE)
_DOZEN = re.compile(r"\b(a|one) dozen\b", re.IGNORECASE)


class Interval(Struct, frozen=True):
    """From `low` to `high`, both closed; None where the words set no bound.

    `below` is the part of the figure said, 0 to 1, that was taken off for `low`.
    """

    low: float | None
    high: float | None
    below: float = 0.0


def interval(slot: Slot[Quantity]) -> Interval | None:
    """What the words of an amount allow, or None where it is not resolved.

    | words | interval | why |
    |---|---|---|
    | more than, at least N | from N | that it is not much more is a cancellable implicature |
    | up to, as many as N | to N | likewise |
    | nearly N | 0.9 N to N | |
    | about N, or a bare figure with one significant digit | N +- 10% | round figures are approximations |
    | a bare figure with two or more | N +- the larger of 5% and half the last digit | reported rounding |
    | a dozen | +- 15% | |
    | a bare count below 20 | exact | |
    | a range, vague words | their literal ends | |
    | a subset or a detected quantity | only the lower end of the above | what was not seen may still have gone |

    Ends are rounded outward to whole numbers from SMALL_COUNT on. All tolerances are our convention.
    """
    if slot.value is None:
        return None
    found = _allowed(slot.value, slot.text)
    lower_only = slot.value.measure in ("subset", "detected")
    return Interval(found.low, None, found.below) if lower_only else found


def _allowed(quantity: Quantity, words: str) -> Interval:
    low, high = quantity.low, quantity.high
    if quantity.alternatives or quantity.modifier in (">", "range") or (low is not None and low != high):
        return Interval(low, high)
    if high is not None and _NEARLY.search(words):
        return _around(high, 0.1, 0.0)
    if quantity.modifier == "<" or low is None:
        return Interval(low, high)
    if quantity.modifier == "~":
        return _around(low, 0.1, 0.1)
    if _DOZEN.search(words):
        return _around(low, 0.15, 0.15)
    return _bare(low)


def _bare(number: float) -> Interval:
    if number < SMALL_COUNT:
        return Interval(number, number)
    step = _last_digit(number)
    if step >= 10 ** floor(log10(number)):
        return _around(number, 0.1, 0.1)
    share = max(0.05, step / 2 / number)
    return _around(number, share, share)


def _around(number: float, below: float, above: float) -> Interval:
    low, high = round(number * (1 - below), 6), round(number * (1 + above), 6)
    if number >= SMALL_COUNT:
        low, high = float(floor(low)), float(ceil(high))
    return Interval(low, high, below)


def _last_digit(number: float) -> float:
    """The value of the last digit that is not zero: 100 for 6,700."""
    step = 1.0
    while number % (step * 10) == 0:
        step *= 10
    return step
