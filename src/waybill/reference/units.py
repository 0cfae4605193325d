"""Units of measure, currency signs, and the nouns that count goods, carriers and movements."""

from functools import cache

from msgspec import Struct

from waybill.reference.tables import rows_of

_SAME_IN_PLURAL = ("people", "percent", "aircraft", "hertz")


class Unit(Struct, frozen=True):
    """A unit of measure: `symbols` count in their exact case, `words` in any case."""

    name: str
    kind: str
    symbols: tuple[str, ...]
    words: tuple[str, ...]


class CountedNoun(Struct, frozen=True):
    """A noun of the trade: the `unit` its amounts carry, and its kind (package, carrier, movement, goods, people)."""

    unit: str
    kind: str


@cache
def units() -> tuple[Unit, ...]:
    """Every unit of measure, from units.csv."""
    return tuple(Unit(r["unit"], r["kind"], _split(r["symbols"]), _split(r["words"])) for r in rows_of("units.csv"))


@cache
def currencies() -> dict[str, str]:
    """Signs and codes that stand before an amount, to ISO 4217 codes."""
    return {r["sign"]: r["currency"] for r in rows_of("currencies.csv")}


@cache
def counted_nouns() -> dict[str, CountedNoun]:
    """The nouns of the trade by their singular, hyphens written as spaces."""
    return {r["noun"]: CountedNoun(r["unit"], r["kind"]) for r in rows_of("counted.csv")}


def plural(unit: str | None) -> str:
    """ "containers", "boxes"; what is set in capitals ("TEU"), ends in s or has no other form ("people") stays as it is."""
    if not unit or unit.isupper() or unit.endswith("s") or unit in _SAME_IN_PLURAL:
        return unit or ""
    return f"{unit}es" if unit.endswith(("x", "ch", "sh")) else f"{unit}s"


@cache
def counted_units() -> frozenset[str]:
    """The units in which those nouns count."""
    return frozenset(noun.unit for noun in counted_nouns().values())


def _split(cell: str) -> tuple[str, ...]:
    return tuple(form for form in cell.split("|") if form)
