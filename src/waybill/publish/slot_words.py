"""How one slot of a frame reads."""

import re
from typing import Any

from waybill.model.claim import Slot
from waybill.model.quantity import Quantity
from waybill.model.time import Window
from waybill.publish.meanings import figure
from waybill.reference.units import plural

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
    if quantity is None or not words:
        return words
    if quantity.vague and quantity.unit and " " not in words:
        return f"{words} of {plural(quantity.unit)}"
    return figure(quantity) if _BARE.fullmatch(words) else words
