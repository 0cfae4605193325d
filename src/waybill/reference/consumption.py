"""What armies fire and what is made for them: published figures, each by name, to be replaced or switched off."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache
from math import inf
from typing import Literal, cast

from msgspec import Struct

from waybill.reference.countries import countries
from waybill.reference.factors import Kind
from waybill.reference.item_classes import item_classes
from waybill.reference.own_tables import number_in, own_rows
from waybill.reference.tables import rows_of

Measured = Literal["use", "production"]
COLUMNS = (
    "name", "country", "measure", "item_class", "calibre_mm", "since", "until", "low", "high", "per", "source", "url", "note",
)  # fmt: skip
_NEEDED = ("name", "country", "measure", "item_class", "since", "until", "low", "high", "per", "source")
_FILLED = tuple(column for column in _NEEDED if column not in ("low", "high"))
_DAYS = {"day": 1.0, "month": 365 / 12, "year": 365.0}


class Rate(Struct, frozen=True):
    """What is used or made a day from `since` to `until`, both included, of a kind; a kind without a calibre is all calibres
    together. An end that the words leave open is None."""

    name: str
    country: str
    measure: Measured
    kind: Kind
    since: date
    until: date
    low_a_day: float | None
    high_a_day: float | None
    source: str
    note: str = ""

    @property
    def of(self) -> tuple[str, str, Kind]:
        """Rates alike in this are alternatives."""
        return self.country, self.measure, self.kind

    @property
    def days(self) -> int:
        """How long its period is."""
        return (self.until - self.since).days + 1


class TakenRates(Struct, frozen=True):
    """The rates of a table, and what is wrong with each other row, in words that begin with its line."""

    rates: tuple[Rate, ...]
    faults: tuple[str, ...] = ()


@cache
def consumption() -> tuple[Rate, ...]:
    """The rates that are shipped, from consumption.csv."""
    return tuple(map(_rate, rows_of("consumption.csv")))


def consumption_in(text: str) -> TakenRates:
    """The rates of a user's table with the columns of consumption.csv; lines that begin with "#" are left out.

    A row that cannot be read is no rate, and its fault says why.
    """
    rows, lacking = own_rows(text, COLUMNS, _NEEDED)
    if lacking:
        return TakenRates((), (lacking,))
    found: dict[str, Rate] = {}
    faults: list[str] = []
    for line, cells in rows:
        fault = next(_faults(cells), None) or (f"a second rate named {cells['name']}" if cells["name"] in found else None)
        if fault:
            faults.append(f"line {line}: {fault}")
        else:
            found[cells["name"]] = _rate(cells)
    return TakenRates(tuple(found.values()), tuple(faults))


def rates_with(own: Collection[Rate], without: Collection[str]) -> tuple[Rate, ...]:
    """The shipped rates with a user's own in place of those of the same country, measure and goods, less those switched off."""
    of = {rate.of for rate in own}
    kept = [rate for rate in consumption() if rate.of not in of]
    return tuple(rate for rate in (*kept, *own) if rate.name not in without)


def _rate(cells: Mapping[str, str]) -> Rate:
    since, until = date.fromisoformat(cells["since"]), date.fromisoformat(cells["until"])
    days = _DAYS.get(cells["per"], (until - since).days + 1)
    low, high = (float(cells[column]) / days if cells[column] else None for column in ("low", "high"))
    kind = Kind(cells["item_class"], float(cells["calibre_mm"]) if cells["calibre_mm"] else None)
    source = ", ".join(filter(None, (cells["source"], cells["url"])))
    measure = cast(Measured, cells["measure"])
    return Rate(cells["name"], cells["country"], measure, kind, since, until, low, high, source, cells["note"])


def _faults(cells: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{column} is empty" for column in _FILLED if not cells[column])
    if cells["country"] not in {country.name for country in countries()}:
        yield f"unknown country {cells['country']!r}; try its common English name"
    if cells["measure"] not in ("use", "production"):
        yield f"measure {cells['measure']!r} is neither use nor production"
    if cells["item_class"] not in {row.item_class for row in item_classes()}:
        yield f"unknown item_class {cells['item_class']!r}"
    if cells["per"] not in (*_DAYS, "period"):
        yield f"per {cells['per']!r} is none of {', '.join(_DAYS)}, period"
    yield from (
        f"{column} {cells[column]!r} is no day as YYYY-MM-DD" for column in ("since", "until") if not _day(cells[column])
    )
    if (_day(cells["since"]) or date.min) > (_day(cells["until"]) or date.max):
        yield f"since {cells['since']} is after until {cells['until']}"
    if not cells["low"] and not cells["high"]:
        yield "low and high are both empty"
    numbers = [column for column in ("low", "high", "calibre_mm") if cells[column]]
    yield from (
        f"{column} {cells[column]!r} is no number above 0" for column in numbers if not 0 < number_in(cells[column]) < inf
    )
    if cells["low"] and cells["high"] and number_in(cells["low"]) > number_in(cells["high"]):
        yield f"low {cells['low']} is above high {cells['high']}"


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
