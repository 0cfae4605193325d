"""Values, spans and slots as plain records."""

from collections.abc import Mapping
from datetime import date

from waybill.model.claim import Slot
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window

Record = Mapping[str, object]
"""What `json.dumps` takes: str keys; str, int, float, bool, None, lists and records as values."""

Value = Window | Quantity | Place | Party | Item | Vessel | str | tuple[str, ...]


def value_record(value: Value | None) -> object:
    """A resolved value; a tuple becomes a list, a plain word itself."""
    match value:
        case Window():
            return _window(value)
        case Quantity():
            return _quantity(value)
        case Place():
            return {name: getattr(value, name) for name in ("name", "country", "lat", "lon", "radius_km", "id")}
        case Party():
            return {name: getattr(value, name) for name in ("name", "type", "country", "id", "institution")}
        case Item():
            return {"name": value.name, "class": value.item_class, "calibre_mm": value.calibre_mm}
        case Vessel():
            return {name: getattr(value, name) for name in ("name", "imo", "mmsi", "id", "renamed")}
        case tuple():
            return list(value)
        case str() | None:
            return value


def span_record(span: Span) -> dict[str, object]:
    """A span as its two offsets."""
    return {"start": span.start, "end": span.end}


def words_record(span: Span, text: str) -> dict[str, object]:
    """A span with its words."""
    return {**span_record(span), "text": span.text_of(text)}


def slot_record(slot: Slot[Value] | None, text: str) -> Record | None:
    """A filled slot with its words as the document's text has them: of a table's row also what parts its cells.

    None stays None. `unresolved` and `inferred` stand there only with their reasons, `corrected` only where an analyst put the
    value there: the words are then the analyst's, and the offsets those of the words misread.
    """
    if slot is None:
        return None
    record: dict[str, object] = {
        "start": slot.span and slot.span.start,
        "end": slot.span and slot.span.end,
        "text": slot.span.text_of(text) if slot.span and not slot.corrected else slot.text,
        "value": value_record(slot.value),
    }
    if slot.unresolved:
        record["unresolved"] = slot.unresolved
    if slot.inferred:
        record["inferred"] = slot.inferred
    if slot.corrected:
        record["corrected"] = slot.corrected
    return record


def _window(window: Window) -> dict[str, object]:
    return {
        "edtf": window.edtf,
        "start_earliest": day(window.start_earliest),
        "start_latest": day(window.start_latest),
        "end_earliest": day(window.end_earliest),
        "end_latest": day(window.end_latest),
        **({"inferred": window.inferred} if window.inferred else {}),
    }


def _quantity(quantity: Quantity) -> dict[str, object]:
    return {
        "low": number(quantity.low),
        "high": number(quantity.high),
        "unit": quantity.unit,
        "numbers": [number(n) for n in quantity.numbers],
        "modifier": quantity.modifier,
        "measure": quantity.measure,
        "alternatives": [_quantity(q) for q in quantity.alternatives],
    }


def number(number: float | None) -> float | int | None:
    """A whole number as an int."""
    return int(number) if number is not None and number == int(number) else number


def day(day: date | None) -> str | None:
    """An ISO day, or None."""
    return day.isoformat() if day else None
