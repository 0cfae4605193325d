"""Values in words that are read as those values."""

import re
from calendar import monthrange
from datetime import date

from waybill.model.claim import Slot
from waybill.model.quantity import Quantity
from waybill.model.things import Place, Vessel
from waybill.model.time import Window
from waybill.publish.value_records import day, number

_NEAR = re.compile(r"\b(?:near|outside|off|close to)\b", re.IGNORECASE)


def amount(slot: Slot[Quantity] | None, column: str) -> str:
    """One column of a quantity: a bound as a plain number, "" where it is open; its unit or its measure."""
    quantity = slot.value if slot else None
    if quantity is None:
        return ""
    value = getattr(quantity, column.removeprefix("quantity_"))
    return value or "" if column in ("unit", "measure") else _figure(value)


def edge(slot: Slot[Window] | None, column: str) -> str:
    """An edge as its day; as a month or year where it is known to lie in that; "" where nothing bounds it.

    Of another stretch of days in which an edge may lie the outer day stands alone.
    """
    window = slot.value if slot else None
    if window is None:
        return ""
    if column == "window_start":
        first, last = window.start_earliest, window.start_latest
        return _period(first, last) or day(first or last) or ""
    first, last = window.end_earliest, window.end_latest
    return _period(first, last) or day(last or first) or ""


def named(slot: Slot[object] | None) -> str:
    """A value by its name; the words where there is no value, or where they are an analyst's own."""
    if slot is None:
        return ""
    if slot.corrected or slot.value is None:
        return slot.text
    match slot.value:
        case Place():
            return _place(slot.value, slot.text)
        case Vessel():
            return _vessel(slot.value)
        case tuple():
            return ", ".join(slot.value)
        case str():
            return slot.value
        case party_or_item:
            return str(getattr(party_or_item, "name", ""))


def _figure(value: float | None) -> str:
    return "" if value is None else f"{number(value)}"


def _period(first: date | None, last: date | None) -> str | None:
    """The month or year that two days are the first and last of."""
    if first is None or last is None or first.day != 1 or first.year != last.year:
        return None
    if (first.month, last.month, last.day) == (1, 12, 31):
        return first.isoformat()[:4]
    month_end = date(first.year, first.month, monthrange(first.year, first.month)[1])
    return first.isoformat()[:7] if last == month_end else None


def _place(place: Place, words: str) -> str:
    near = "near " if _NEAR.search(words) else ""
    country = f", {place.country}" if place.country and place.country != place.name else ""
    return f"{near}{place.name}{country}"


def _vessel(vessel: Vessel) -> str:
    number = f"IMO {vessel.imo}" if vessel.imo else f"MMSI {vessel.mmsi}" if vessel.mmsi else ""
    return ", ".join(filter(None, (vessel.name, number)))
