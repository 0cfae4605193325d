"""The words of an analyst's cells to the values of a frame; what does not fit is unresolved, with its reason, and never raises.

Slots come back without a span: whoever knows where the words stand sets it.
"""

import math
import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import get_args

from msgspec.structs import replace

from waybill.model.claim import Mode, Slot, Stage
from waybill.model.quantity import Measure, Modifier, Quantity
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window
from waybill.reference.munitions import goods_by_head
from waybill.reference.numbers import Size, size_words
from waybill.reference.parties import parties
from waybill.reference.party_ids import with_id
from waybill.reference.units import counted_nouns, currencies, units
from waybill.reference.vessels import is_imo_number, is_ship_mmsi, ships_by_name, ships_by_number

PlaceOf = Callable[[str], Place | None]
"""What looks a place up by its name; None where it knows none of that name."""

Cells = Mapping[str, str]
"""Words by column of a table of claims; an empty one counts as missing."""

BOUNDS = ("quantity_low", "quantity_high")
EDGES = ("window_start", "window_end")

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

_WRITE_UNIT = "write what is counted, as containers, rounds, railcars, voyages, tonnes or an item"

_NUMBER = re.compile(r"\d{1,3}(?:[, \u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_PLURAL = re.compile(r"(?<=[a-z][^aeiou])ies$|(?<=x|z)es$|(?<=ch|sh|ss)es$|(?<=[a-z])(?<!s)s$")
_SHIP_NUMBER = re.compile(r"\b(?P<kind>IMO|MMSI)\b[\s:#]*(?P<digits>\d+)", re.IGNORECASE)
_CALIBRE = re.compile(r"\b(?P<mm>\d{2,3}(?:\.\d+)?)[ -]?mm\b", re.IGNORECASE)
_NEAR = re.compile(r"\b(?P<near>near|outside|off|close to)\s+|\b(?:in|at|of)\s+", re.IGNORECASE)
_ABOUT = re.compile(r"about|approximately|around|roughly|some|nearly|~", re.IGNORECASE)


def party_said(words: str) -> Slot[Party]:
    """The party of the table of parties, else one by these words and of unknown type."""
    return Slot(None, words, parties().named(words) or with_id(Party(words, "unknown", None, None)))


def item_said(words: str) -> Slot[Item]:
    """The goods by these words, with the calibre that they name and the class of the longest name of goods that ends them."""
    plain = _singular(words).split()
    goods = goods_by_head().get(plain[-1], ()) if plain else ()
    named = next((g for g in goods if tuple(plain[-len(g.words) :]) == g.words), None)
    calibre = _CALIBRE.search(words)
    return Slot(None, words, Item(words, named.item_class if named else None, float(calibre["mm"]) if calibre else None))


def place_said(words: str, place_of: PlaceOf | None) -> Slot[Place]:
    """The place that is named, or the one it is said to lie near or in; else the bare words, unresolved."""
    for name, near in _names(words):
        place = place_of(name) if place_of is not None else None
        if place is not None:
            radius = max(place.radius_km or 0.0, NEAR_KM) if near else place.radius_km
            return Slot(None, words, replace(place, radius_km=radius))
    bare = Place(words, None, None, None, None, None)
    return Slot(None, words, bare, unresolved=f"place: none is known by the name {words}")


def quantity_said(cells: Cells) -> Slot[Quantity] | None:
    """The closed bounds of a row; an empty bound is open. A word of size ("dozens") in one of them alone gives both.

    Cells that are no numbers, or run backwards, and a measure or a unit that we do not know, are unresolved.
    """
    said = {column: cells[column] for column in BOUNDS if cells.get(column)}
    if not said:
        return None
    text = " to ".join(dict.fromkeys(said.values()))
    sizes = {column: _size_said(words) for column, words in said.items()}
    odd = next((column for column, size in sizes.items() if size is None), None)
    if odd is not None:
        return Slot(
            None,
            text,
            None,
            unresolved=f"quantity: {said[odd]} in {odd} is no number from 0; write digits or a word of size as dozens",
        )
    low, high = _ends(*(sizes.get(column) for column in BOUNDS))
    if low is not None and high is not None and low > high:
        return Slot(None, text, None, unresolved=f"quantity: runs backwards from {text}; put the lower bound first")
    measure = measure_said(cells.get("measure", ""))
    if measure is None:
        return Slot(
            None,
            text,
            None,
            unresolved=f"quantity: {cells['measure']} in measure is none; write {', '.join(get_args(Measure))}",
        )
    if cells.get("unit") and not unit_is_known(cells["unit"]):
        return Slot(None, text, None, unresolved=f"quantity: {cells['unit']} in unit is none that we know; {_WRITE_UNIT}")
    about = bool(_ABOUT.search(cells.get("hedge_words", "")))
    unit = unit_said(cells.get("unit", ""))
    vague = any(number_said(words) is None for words in said.values())
    numbers = () if vague else figures(low, high)
    return Slot(None, text, Quantity(low, high, unit, numbers, modifier_of(low, high, about), measure, vague=vague))


def _ends(lowest: Size | None, highest: Size | None) -> tuple[float | None, float | None]:
    """Both ends of what the bounds allow; a word of size in one alone is an interval, a number leaves the other open."""
    low, high = lowest.low if lowest else None, highest.high if highest else None
    if lowest and not highest and lowest.high != lowest.low:
        high = lowest.high
    if highest and not lowest and highest.high != highest.low:
        low = highest.low
    return low, high


def window_said(cells: Cells) -> Slot[Window] | None:
    """From the start to the end of the row, ISO days, months or years; an empty edge is open.

    Odd dates, and a window in words alone, are unresolved with their reason.
    """
    said = {column: cells[column] for column in EDGES if cells.get(column)}
    if not said:
        words = cells.get("window_as_stated")
        return Slot(None, words, None, unresolved="window: stated in words, without dates") if words else None
    text = "/".join(said.values())
    odd = next((column for column, words in said.items() if days_said(words) is None), None)
    if odd is not None:
        return Slot(
            None, text, None, unresolved=f"window: {said[odd]} in {odd} is no ISO date; write it as 2023-10-14, 2023-10 or 2023"
        )
    first, last = (days_said(said[column]) if column in said else None for column in EDGES)
    if first and last and first[0] > last[1]:
        return Slot(None, text, None, unresolved=f"window: runs backwards from {text}; put the earlier day first")
    edtf = "/".join(said.get(column, "..") for column in EDGES)
    return Slot(None, text, Window(edtf, *(first or (None, None)), *(last or (None, None))))


def modes_said(words: str) -> Slot[tuple[Mode, ...]]:
    """The modes named, in the order of the model; words that are none are said to be unresolved."""
    named = re.findall(r"[a-z]+", words.lower())
    known = tuple(mode for mode in get_args(Mode) if mode in named)
    odd = [word for word in named if word not in known and word not in ("and", "or", "by", "via")]
    reason = f"mode: {', '.join(odd)} is none of {', '.join(get_args(Mode))}" if odd else None
    return Slot(None, words, known or None, unresolved=reason or (None if known else "mode: no word names one"))


def stage_said(words: str) -> Slot[Stage]:
    """The stage of that name, else unresolved."""
    word = words.strip().lower()
    known = next((stage for stage in get_args(Stage) if stage == word), None)
    return Slot(None, words, known, unresolved=None if known else f"stage: {words} is none of {', '.join(get_args(Stage))}")


def vessel_said(words: str) -> Slot[Vessel]:
    """The ship of an IMO number, an MMSI or a name, or of a name and its numbers ("Maria, IMO 9179842").

    A number that no ship can have is unresolved, and so is a name that the table of ships gives to several.
    """
    numbers = {found["kind"].upper(): found["digits"] for found in _SHIP_NUMBER.finditer(words)}
    imo, mmsi, name = numbers.get("IMO"), numbers.get("MMSI"), _SHIP_NUMBER.sub("", words).strip(" ,;()")
    if imo and not is_imo_number(imo):
        return Slot(None, words, None, unresolved=f"vessel: IMO {imo} is not seven digits with a true check digit")
    if mmsi and not is_ship_mmsi(mmsi):
        return Slot(None, words, None, unresolved=f"vessel: MMSI {mmsi} is no ship's number")
    known = ships_by_number().get(imo or mmsi or "")
    if imo or mmsi:
        return Slot(None, words, Vessel(name or (known.vessel.name if known else None), imo, mmsi))
    listed = ships_by_name().get(name.upper(), ())
    if len(listed) > 1:
        return Slot(None, words, Vessel(name, None, None), unresolved=f"vessel: {len(listed)} ships are named {name}")
    return Slot(None, words, listed[0].vessel if listed else Vessel(name, None, None))


def _size_said(words: str) -> Size | None:
    """A number from 0, or what a word of size stands for ("dozens": 24 to 99); None where the words are neither."""
    number = number_said(words)
    return size_words("size").get(words.strip().lower()) if number is None else Size(number, number, ())


def number_said(words: str) -> float | None:
    """A number from 0, its thousands parted or not; None where the words are none."""
    plain = words.strip()
    if not _NUMBER.fullmatch(plain):
        return None
    number = float(re.sub(r"[, \u00a0]", "", plain))
    return number if math.isfinite(number) else None


def measure_said(words: str) -> Measure | None:
    """What a figure measures: `total` without words, None where they are none that we know."""
    plain = " ".join(re.findall(r"[a-z]+", words.lower()))
    return next((m for m in get_args(Measure) if plain == m or plain in MEASURES[m]), None) if words else "total"


def unit_said(words: str) -> str | None:
    """A unit's words in the singular as prose has them; currencies keep their capitals. None without words."""
    if not words or words.isupper():
        return words or None
    return _singular(words)


def unit_is_known(words: str) -> bool:
    """True for a unit of measure, a currency, a noun that counts goods and carriers, or an item ("152 mm shells")."""
    singular = _singular(words)
    forms = {words, words.lower(), singular, *singular.split()[-1:]}
    return any(form in known for form in forms for known in (_measured_in(), counted_nouns(), goods_by_head()))


@cache
def _measured_in() -> frozenset[str]:
    """Every form of a unit of measure, and every currency."""
    forms = (form for unit in units() for form in (unit.name, *unit.symbols, *unit.words))
    return frozenset((*forms, *currencies().values()))


def _singular(words: str) -> str:
    return _PLURAL.sub(lambda ending: "y" if ending[0] == "ies" else "", " ".join(words.lower().replace("-", " ").split()))


def figures(low: float | None, high: float | None) -> tuple[float, ...]:
    """The figures that bounds were said with."""
    return tuple(dict.fromkeys(n for n in (low, high) if n is not None))


def modifier_of(low: float | None, high: float | None, about: bool = False) -> Modifier:
    """How bounds limit an amount, at least one of them set; `about` where a single figure was said so."""
    if low is None or high is None:
        return "<" if low is None else ">"
    if low == high:
        return "~" if about else "="
    return "range"


def days_said(words: str) -> tuple[date, date] | None:
    """The first and last day that an ISO day, month or year covers; None where the words are none."""
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


def _names(words: str) -> list[tuple[str, bool]]:
    """The words, what follows their prepositions from the last ("depot in the south, near Kazan"), what precedes a comma."""
    names = [(words, False)]
    for found in reversed(list(_NEAR.finditer(words))):
        names.append((words[found.end() :].strip(" ,"), found["near"] is not None))
    return [*names, *((name.split(",")[0], near) for name, near in names if "," in name)]
