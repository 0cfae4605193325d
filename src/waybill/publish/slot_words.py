"""How one slot of a frame reads, and what a value means in a few words."""

import re
from typing import Any

from waybill.model.claim import Slot
from waybill.model.quantity import Quantity
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window

_BARE = re.compile(r"[\d.,]+(?: to [\d.,]+)?")


def words_of(slot: Slot[Any] | None) -> str:
    """The text's own words, or the analyst's; "" where nothing is filled and where the value is inferred."""
    return " ".join(slot.text.split()) if slot is not None and (slot.span is not None or slot.corrected) else ""


def when(slot: Slot[Window] | None) -> str:
    """The words of a window with the days they resolve to, where the words do not give those themselves."""
    words = words_of(slot)
    window = slot.value if slot else None
    edges = [] if window is None else [window.start_earliest or window.start_latest, window.end_latest or window.end_earliest]
    days = [edge.isoformat() if edge else "…" for edge in edges]
    if not words or not any(edges) or all(day in words for day in days):
        return words
    return f"{words} [{days[0]}]" if days[0] == days[1] else f"{words} [{days[0]} to {days[1]}]"


def amount(slot: Slot[Quantity] | None) -> str:
    """The words of an amount; of a bare number in a table or a correction, the amount spelt out by its bounds and unit."""
    words = words_of(slot)
    quantity = slot.value if slot else None
    if quantity is None or not words or not _BARE.fullmatch(words):
        return words
    low, high = (None if n is None else f"{n:,.0f}" for n in (quantity.low, quantity.high))
    figure = (
        low if low == high else f"up to {high}" if low is None else f"at least {low}" if high is None else f"{low} to {high}"
    )
    return f"{figure} {plural(quantity.unit)}".strip()


def meaning(value: object) -> str:
    """A value in a few words; "" where there is none."""
    match value:
        case Window():
            edges = (value.start_earliest, value.start_latest, value.end_earliest, value.end_latest)
            return " ".join(str(e) if e else "..." for e in edges) if any(edges) else value.edtf or ""
        case Quantity():
            return f"{_bound(value.low)} to {_bound(value.high)} {value.unit or ''} {value.measure}"
        case Place():
            near = f" within {value.radius_km:g} km" if value.radius_km else ""
            at = f" {value.lat} {value.lon}" if value.lat is not None else ""
            return f"{value.name}, {value.country or '?'}{at}{near}"
        case Party():
            return f"{value.name} ({value.type}, {value.country or '?'})"
        case Item():
            return f"{value.name} ({value.item_class or 'class open'})"
        case Vessel():
            return f"{value.name or '?'} IMO {value.imo or '?'}"
        case tuple():
            return " ".join(map(str, value))
    return ""


def plural(unit: str | None) -> str:
    """ "containers", "boxes"; what is set in capitals ("TEU") or ends in s stays as it is."""
    if not unit or unit.isupper() or unit.endswith("s"):
        return unit or ""
    return f"{unit}es" if unit.endswith(("x", "ch", "sh")) else f"{unit}s"


def _bound(number: float | None) -> str:
    return "..." if number is None else f"{number:,g}" if number < 1e6 else f"{number:,.0f}"
