"""Makes sanctions lists of invented names in the real formats, and names to look for in them.

usage: make_lists.py FOLDER [--seed N]

Writes un.xml (1,003 entries), sdn.xml, and the same as sdn.csv with alt.csv (17,000 entries). The shares of persons,
entities and ships are near those of the real lists; given names are common ones, all else is put together from syllables.
"""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from invented_names import ship_name, spellings
from list_formats import sdn_csv, sdn_xml, un_xml

from waybill.model.listing import Listed, ListedName, Listing

UN_ENTRIES, SDN_ENTRIES = 1_003, 17_000
DATED = date(2026, 9, 23)

_WEIGHTS = {"latin": 22, "arabic": 30, "russian": 24, "korean": 4, "company": 20}


def main() -> None:
    options = argparse.ArgumentParser(description="Makes invented sanctions lists in the real formats.")
    options.add_argument("folder", type=Path)
    options.add_argument("--seed", type=int, default=1)
    told = options.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    (told.folder / "un.xml").write_bytes(un_xml(list(un_listings(told.seed)), DATED))
    sdn = list(sdn_listings(told.seed))
    (told.folder / "sdn.xml").write_bytes(sdn_xml(sdn, DATED))
    for name, data in zip(("sdn.csv", "alt.csv"), sdn_csv(sdn), strict=True):
        (told.folder / name).write_bytes(data)


def un_listings(seed: int, count: int = UN_ENTRIES) -> Iterator[Listing]:
    """Persons and entities, a quarter of them entities, each with its listing day."""
    chance = Random(f"un {seed}")
    for number in range(count):
        kind: Listed = "entity" if chance.random() < 0.25 else "person"
        listed = date(2001, 1, 1) + timedelta(days=chance.randrange(9_000))
        yield Listing(f"{'QDe' if kind == 'entity' else 'QDi'}.{number:04}", kind, _names(chance, kind), "Al-Qaida", listed)


def sdn_listings(seed: int, count: int = SDN_ENTRIES) -> Iterator[Listing]:
    """Persons, entities and ships; the ships with numbers that end as IMO numbers must."""
    chance = Random(f"sdn {seed}")
    for number in range(count):
        drawn = chance.random()
        if drawn < 0.08:
            yield _ship(chance, str(50_000 + number))
        else:
            kind: Listed = "person" if drawn < 0.48 else "entity"
            yield Listing(str(50_000 + number), kind, _names(chance, kind), "EXAMPLE")


def _names(chance: Random, kind: Listed) -> tuple[ListedName, ...]:
    """A main name, its spelling in another script where it has one, and now and then an alias that is somebody's other name."""
    culture = "company" if kind == "entity" else chance.choices(list(_WEIGHTS)[:4], list(_WEIGHTS.values())[:4])[0]
    first = spellings(chance, culture)
    names = [ListedName(first[0]), *(ListedName(other, "alias") for other in first[1:])]
    if chance.random() < 0.4:
        names.append(ListedName(spellings(chance, culture)[0], "former" if kind == "entity" else "alias"))
    return tuple(names)


def _ship(chance: Random, ident: str) -> Listing:
    names = [ListedName(ship_name(chance))]
    names += [ListedName(ship_name(chance), "former")] if chance.random() < 0.5 else []
    names += [ListedName(spellings(chance, "company")[0], "owner")] if chance.random() < 0.3 else []
    mmsi = f"{chance.randrange(201, 775)}{chance.randrange(10**6):06}" if chance.random() < 0.6 else None
    sign = f"D{chance.choice('ABCDE')}{chance.choice('FGHJK')}{chance.randrange(10)}"
    return Listing(ident, "vessel", tuple(names), "EXAMPLE", imo=imo_number(chance), mmsi=mmsi, call_sign=sign)


def imo_number(chance: Random) -> str:
    """A number whose last digit fits the others."""
    first = f"{chance.randrange(700_000, 999_999)}"
    return first + str(sum(weight * int(digit) for weight, digit in zip(range(7, 1, -1), first, strict=True)) % 10)


if __name__ == "__main__":
    main()
