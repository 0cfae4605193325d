"""Factors: how much of one thing comes in another, each by name and with its source, to be swapped or switched off."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from math import inf
from typing import NamedTuple

from msgspec import Struct

from waybill.reference.munitions import goods_by_head
from waybill.reference.own_tables import number_in, own_rows
from waybill.reference.tables import rows_of
from waybill.reference.units import counted_nouns, units


class Kind(NamedTuple):
    """Goods of a class of munitions.csv and a calibre in millimetres, None for any."""

    item_class: str
    calibre_mm: float | None


class Factor(Struct, frozen=True):
    """Of `to_unit` there are `low` to `high` in one `from_unit` that holds nothing else; with a `kind` they are of it.

    Factors that are alike in units and kind are alternatives.
    """

    name: str
    from_unit: str
    to_unit: str
    kind: Kind | None
    low: float
    high: float
    source: str
    note: str = ""

    @property
    def of(self) -> tuple[str, str, Kind | None]:
        """What it is a factor of."""
        return self.from_unit, self.to_unit, self.kind


class Taken(Struct, frozen=True):
    """The factors of a table, and what is wrong with each other row, in words that begin with its line."""

    factors: tuple[Factor, ...]
    faults: tuple[str, ...] = ()


COLUMNS = ("name", "from_unit", "to_unit", "item_class", "calibre_mm", "low", "high", "source", "note")
_NEEDED = ("name", "from_unit", "to_unit", "low", "high", "source")


@cache
def factors() -> tuple[Factor, ...]:
    """The factors that are shipped, from factors.csv."""
    return tuple(map(_factor, rows_of("factors.csv")))


def factors_in(text: str) -> Taken:
    """The factors of a user's table with the columns of factors.csv; lines that begin with "#" are left out.

    A row that cannot be read is no factor, and its fault says why.
    """
    rows, lacking = own_rows(text, COLUMNS, _NEEDED)
    if lacking:
        return Taken((), (lacking,))
    found: dict[str, Factor] = {}
    faults: list[str] = []
    for line, cells in rows:
        fault = next(_faults(cells), None) or (f"a second factor named {cells['name']}" if cells["name"] in found else None)
        if fault:
            faults.append(f"line {line}: {fault}")
        else:
            found[cells["name"]] = _factor(cells)
    return Taken(tuple(found.values()), tuple(faults))


def swapped(own: Collection[Factor], without: Collection[str]) -> tuple[Factor, ...]:
    """The shipped factors with a user's own in place of those of the same goods, less those that are switched off by name."""
    of = {factor.of for factor in own}
    kept = [factor for factor in factors() if factor.of not in of]
    return tuple(factor for factor in (*kept, *own) if factor.name not in without)


def _factor(cells: Mapping[str, str]) -> Factor:
    calibre = float(cells["calibre_mm"]) if cells["calibre_mm"] else None
    kind = Kind(cells["item_class"], calibre) if cells["item_class"] else None
    from_unit, to_unit = _unit(cells["from_unit"]) or "", _unit(cells["to_unit"]) or ""
    low, high = float(cells["low"]), float(cells["high"])
    return Factor(cells["name"], from_unit, to_unit, kind, low, high, cells["source"], cells["note"])


def _faults(cells: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{column} is empty" for column in _NEEDED if not cells[column])
    yield from (f"unknown unit {cells[c]!r} as {c}" for c in ("from_unit", "to_unit") if _unit(cells[c]) is None)
    if _unit(cells["from_unit"]) == _unit(cells["to_unit"]):
        yield "from_unit and to_unit are the same"
    if cells["item_class"] and cells["item_class"] not in _classes():
        yield f"unknown item_class {cells['item_class']!r}"
    if cells["calibre_mm"] and not cells["item_class"]:
        yield "a calibre_mm without an item_class"
    if cells["calibre_mm"] and not 0 < number_in(cells["calibre_mm"]) < inf:
        yield f"calibre_mm {cells['calibre_mm']!r} is no number above 0"
    yield from (f"{c} {cells[c]!r} is no number above 0" for c in ("low", "high") if not 0 < number_in(cells[c]) < inf)
    if number_in(cells["low"]) > number_in(cells["high"]):
        yield f"low {cells['low']} is above high {cells['high']}"


def _unit(word: str) -> str | None:
    """A unit by its name, or by a noun that counts it, in the singular or with an s; None for any other word."""
    names, nouns = {unit.name for unit in units()}, counted_nouns()
    forms = (word.casefold(), word.casefold().removesuffix("s"))
    return next((nouns[form].unit if form in nouns else form for form in forms if form in nouns or form in names), None)


def _classes() -> frozenset[str]:
    return frozenset(good.item_class for goods in goods_by_head().values() for good in goods if good.item_class)
