"""Cells of a table of claims to the values of a frame; what does not fit is unresolved, with its reason, and never raises."""

import math
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import get_args

from waybill.model.claim import Mode, Slot
from waybill.model.document import Cell, Row
from waybill.model.quantity import Measure, Modifier, Quantity
from waybill.model.span import hull
from waybill.model.things import Item, Party, Place
from waybill.model.time import Window
from waybill.reference.parties import parties

PlaceOf = Callable[[str], Place | None]
"""What looks a place up by its name; None where it knows none of that name."""

NEAR_KM = 50.0
"""How far "near" a place may be: our convention, an hour's drive, the same as in prose."""

MEASURES: dict[Measure, frozenset[str]] = {
    "total": frozenset({"all", "sum", "overall", "cumulative", "in total", "total delivered", "delivered", "content", "count"}),
    "subset": frozenset({"part", "partial", "share", "of which", "batch", "some of", "portion"}),
    "rate": frozenset(
        {"per day", "per week", "per month", "per year", "a day", "a month", "daily", "weekly", "monthly", "yearly"}
    ),
    "capacity": frozenset({"could hold", "can hold", "could carry", "can carry", "holds up to", "max capacity", "potential"}),
    "detected": frozenset({"seen", "counted", "observed", "imaged", "sighted", "identified", "spotted"}),
}
"""The words for each measure beside its own name, as analysts write them: our convention."""

_NUMBER = re.compile(r"\d{1,3}(?:[, \u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NEAR = re.compile(r"\b(?P<near>near|outside|off|close to)\s+|\b(?:in|at|of)\s+", re.IGNORECASE)
_ABOUT = re.compile(r"about|approximately|around|roughly|some|nearly|~", re.IGNORECASE)


def party_cell(cell: Cell | None) -> Slot[Party] | None:
    """The party of the table of parties, else one by the cell's own words and of unknown type."""
    if cell is None:
        return None
    return Slot(cell.span, cell.text, parties().named(cell.text) or Party(cell.text, "unknown", None, None))


def item_cell(cell: Cell | None) -> Slot[Item] | None:
    """The goods by the cell's own words; their class stays open."""
    return None if cell is None else Slot(cell.span, cell.text, Item(cell.text, None, None))


def place_cell(cell: Cell | None, place_of: PlaceOf | None) -> Slot[Place] | None:
    """The place that the cell names, or the one it says to lie near or in; else its bare words, unresolved."""
    if cell is None:
        return None
    for name, near in _names(cell.text):
        place = place_of(name) if place_of is not None else None
        if place is not None:
            radius = max(place.radius_km or 0.0, NEAR_KM) if near else place.radius_km
            return Slot(cell.span, cell.text, replace(place, radius_km=radius))
    bare = Place(cell.text, None, None, None, None, None)
    return Slot(cell.span, cell.text, bare, unresolved=f"place: none is known by the name {cell.text}")


def quantity_cell(row: Row) -> Slot[Quantity] | None:
    """The closed bounds of a row; an empty bound is open.

    Cells that are no numbers, or run backwards, and a measure that we do not know, are unresolved.
    """
    low, high = row.cell("quantity_low"), row.cell("quantity_high")
    cells = [cell for cell in (low, high) if cell is not None]
    if not cells:
        return None
    span, text = hull(c.span for c in cells), " to ".join(dict.fromkeys(c.text for c in cells))
    odd = next((c for c in cells if _number(c.text) is None), None)
    if odd is not None:
        return Slot(span, text, None, unresolved=f"quantity: {odd.text} in {odd.column} is no number from 0")
    bounds = (_number(low.text) if low else None, _number(high.text) if high else None)
    if bounds[0] is not None and bounds[1] is not None and bounds[0] > bounds[1]:
        return Slot(span, text, None, unresolved=f"quantity: runs backwards from {text}")
    cell = row.cell("measure")
    measure = _measure(cell)
    if measure is None:
        return Slot(span, text, None, unresolved=f"quantity: {cell.text if cell else ''} in measure is no measure that we know")
    return Slot(span, text, _quantity(row, measure, *bounds))


def window_cell(row: Row) -> Slot[Window] | None:
    """From the start to the end of the row, ISO days, months or years; an empty edge is open.

    Odd dates, and a window in words alone, are unresolved with their reason.
    """
    start, end, words = row.cell("window_start"), row.cell("window_end"), row.cell("window_as_stated")
    cells = [cell for cell in (start, end) if cell is not None]
    if not cells:
        return Slot(words.span, words.text, None, unresolved="window: stated in words, without dates") if words else None
    span, text = hull(c.span for c in cells), "/".join(c.text for c in cells)
    odd = next((c for c in cells if _days(c.text) is None), None)
    if odd is not None:
        return Slot(span, text, None, unresolved=f"window: {odd.text} in {odd.column} is no ISO date")
    first, last = (_days(c.text) if c else None for c in (start, end))
    if first and last and first[0] > last[1]:
        return Slot(span, text, None, unresolved=f"window: runs backwards from {text}")
    edtf = f"{start.text if start else '..'}/{end.text if end else '..'}"
    return Slot(span, text, Window(edtf, *(first or (None, None)), *(last or (None, None))))


def mode_cell(cell: Cell | None) -> Slot[tuple[Mode, ...]] | None:
    """The modes named, in the order of the model; words that are none are said to be unresolved."""
    if cell is None:
        return None
    words = re.findall(r"[a-z]+", cell.text.lower())
    known = tuple(mode for mode in get_args(Mode) if mode in words)
    odd = [word for word in words if word not in known and word not in ("and", "or", "by", "via")]
    reason = f"mode: {', '.join(odd)} is none of {', '.join(get_args(Mode))}" if odd else None
    return Slot(cell.span, cell.text, known or None, unresolved=reason or (None if known else "mode: no word names one"))


def _names(words: str) -> list[tuple[str, bool]]:
    """The words, what follows their prepositions from the last ("depot in the south, near Kazan"), what precedes a comma."""
    names = [(words, False)]
    for found in reversed(list(_NEAR.finditer(words))):
        names.append((words[found.end() :].strip(" ,"), found["near"] is not None))
    return [*names, *((name.split(",")[0], near) for name, near in names if "," in name)]


def _number(words: str) -> float | None:
    plain = words.strip()
    if not _NUMBER.fullmatch(plain):
        return None
    number = float(re.sub(r"[, \u00a0]", "", plain))
    return number if math.isfinite(number) else None


def _measure(cell: Cell | None) -> Measure | None:
    """What the figure measures: `total` without a cell, None where its words are none that we know."""
    if cell is None:
        return "total"
    words = " ".join(re.findall(r"[a-z]+", cell.text.lower()))
    return next((m for m in get_args(Measure) if words == m or words in MEASURES[m]), None)


def _quantity(row: Row, measure: Measure, low: float | None, high: float | None) -> Quantity:
    unit = row.cell("unit")
    numbers = tuple(dict.fromkeys(n for n in (low, high) if n is not None))
    return Quantity(low, high, _singular(unit.text) if unit else None, numbers, _modifier(row, low, high), measure)


def _modifier(row: Row, low: float | None, high: float | None) -> Modifier:
    if low is None or high is None:
        return "<" if low is None else ">"
    hedge = row.cell("hedge_words")
    if low == high:
        return "~" if hedge is not None and _ABOUT.search(hedge.text) else "="
    return "range"


def _singular(unit: str) -> str:
    """A unit's words in the singular as prose has them; currencies keep their capitals."""
    if unit.isupper():
        return unit
    return re.sub(r"(?<=[a-z])(?<!s)s$", "", unit.lower())


def _days(words: str) -> tuple[date, date] | None:
    """The first and last day that an ISO day, month or year covers."""
    found = _DAY.fullmatch(words.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        return first, date(first.year, last_month, day or monthrange(first.year, last_month)[1])
    except ValueError:
        return None
