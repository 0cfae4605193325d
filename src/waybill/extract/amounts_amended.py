"""A quantity of which an analyst changes some columns, the others kept."""

from collections.abc import Mapping

from msgspec.structs import replace

from waybill.errors import JudgementError
from waybill.extract.cells import BOUNDS, MEASURES, figures, measure_said, modifier_of, number_said, unit_said
from waybill.model.claim import Slot
from waybill.model.quantity import Measure, Quantity

QUANTITY = (*BOUNDS, "unit", "measure")
"""The columns that a quantity is said in."""


def amended_quantity(present: Slot[Quantity] | None, said: Mapping[str, str]) -> Slot[Quantity] | None:
    """The quantity with what the columns given say; an empty bound is open, and None comes back where both are.

    Raises JudgementError for words that are no number, bounds that run backwards, a measure that is none, and a unit or a
    measure of no amount.
    """
    value = present.value if present else None
    if any(column in said for column in BOUNDS):
        bounded = _bounded(value or Quantity(None, None, None), said)
        return Slot(None, _spelt(amended := _recounted(bounded, said)), amended) if bounded else None
    if present is None or value is None:
        given = next(column for column in QUANTITY if column in said)
        raise JudgementError(f"{given}: the claim has no amount; give quantity_low or quantity_high, too")
    amended = _recounted(value, said)
    return Slot(None, _spelt(amended) if "unit" in said else present.text, amended)


def _bounded(value: Quantity, said: Mapping[str, str]) -> Quantity | None:
    low, high = (_bound(column, said, old) for column, old in zip(BOUNDS, (value.low, value.high), strict=True))
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        raise JudgementError(f"quantity_low: {_plain(low)} is above quantity_high, {_plain(high)}; give both bounds anew")
    if (low, high) == (value.low, value.high):
        return value
    return Quantity(low, high, value.unit, figures(low, high), modifier_of(low, high), value.measure)


def _bound(column: str, said: Mapping[str, str], present: float | None) -> float | None:
    words = said.get(column)
    if not words:
        return present if words is None else None
    number = number_said(words)
    if number is None:
        raise JudgementError(f"{column}: '{words}' is no number from 0; write it as 1000, or leave it empty where none is set")
    return number


def _recounted(value: Quantity, said: Mapping[str, str]) -> Quantity:
    """The amount in the unit and of the measure that are given."""
    if "measure" in said:
        value = replace(value, measure=_measure(said["measure"]))
    if "unit" in said:
        unit = unit_said(said["unit"])
        value = replace(value, unit=unit, alternatives=tuple(replace(a, unit=unit) for a in value.alternatives))
    return value


def _measure(words: str) -> Measure:
    found = measure_said(words)
    if found is None:
        raise JudgementError(f"measure: '{words}' is none of {', '.join(MEASURES)}; give one of them")
    return found


def _spelt(value: Quantity) -> str:
    """Bare figures, which readers spell out by bounds and unit; of an amount that is only about right, all of its words."""
    words = " to ".join(dict.fromkeys(_plain(n) for n in (value.low, value.high) if n is not None))
    return " ".join(filter(None, ("about", words, value.unit))) if value.modifier == "~" else words


def _plain(number: float) -> str:
    return f"{number:,.2f}".rstrip("0").rstrip(".")
