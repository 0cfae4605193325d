"""Ships by name and number, and how ship numbers are checked."""

import re
from functools import cache

from msgspec import Struct

from waybill.model.things import Vessel
from waybill.reference.tables import rows_of

_WEIGHTS = range(7, 1, -1)


class RegisteredShip(Struct, frozen=True):
    """A row of vessels.csv: one hull under one of its names."""

    vessel: Vessel
    flag: str | None
    role: str


def is_imo_number(digits: str) -> bool:
    """True where the seventh digit ends the sum of the first six, weighted 7 to 2 (IMO Ship Identification Number Scheme)."""
    if len(digits) != 7 or not digits.isdigit():
        return False
    return sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=False)) % 10 == int(digits[6])


def is_ship_mmsi(digits: str) -> bool:
    """True for nine digits that begin with a ship's maritime identification digits, 201 to 775 (ITU-R M.585)."""
    return len(digits) == 9 and digits.isdigit() and 201 <= int(digits[:3]) <= 775


@cache
def ships_by_name() -> dict[str, tuple[RegisteredShip, ...]]:
    """The ships of each name, in upper case; one name may have several hulls."""
    ships: dict[str, list[RegisteredShip]] = {}
    for row in rows_of("vessels.csv"):
        vessel = Vessel(row["name"], row["imo"] or None, row["mmsi"] or None)
        ships.setdefault(row["name"], []).append(RegisteredShip(vessel, row["flag"] or None, row["role"]))
    return {name: tuple(listed) for name, listed in ships.items()}


@cache
def ships_by_number() -> dict[str, RegisteredShip]:
    """The ships by IMO number and by MMSI; under its first name where a hull has had several."""
    ships: dict[str, RegisteredShip] = {}
    for listed in ships_by_name().values():
        for ship in listed:
            for number in (ship.vessel.imo, ship.vessel.mmsi):
                if number:
                    ships.setdefault(number, ship)
    return ships


@cache
def ship_prefixes() -> frozenset[str]:
    """What stands before a ship's name as part of it: MV, USS."""
    return frozenset(r["word"] for r in rows_of("ship_words.csv") if r["kind"] == "prefix")


@cache
def sea_words() -> frozenset[str]:
    """Lemmas of what ships do and where they lie, and their instruments."""
    return frozenset(r["word"] for r in rows_of("ship_words.csv") if r["kind"] == "sea")


@cache
def ship_nouns() -> frozenset[str]:
    """Lemmas of the kinds of ship."""
    return frozenset(r["word"] for r in rows_of("ship_words.csv") if r["kind"] == "noun")


@cache
def ship_noun_ends() -> frozenset[str]:
    """The last word of each kind of ship: few words of a text are one, so it is asked first."""
    return frozenset(re.split(r"[ -]", noun)[-1].lower() for noun in ship_nouns())
