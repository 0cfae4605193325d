"""The states and territories of the world, by the names English reports give them (countries.csv; sources in parties.md)."""

from functools import cache

from msgspec import Struct

from waybill.reference.tables import rows_of


class Country(Struct, frozen=True):
    """A state or territory. `lat`, `lon` (WGS 84 degrees) are a point for the whole; `capitals` stand for the government."""

    iso2: str
    name: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    aliases: tuple[str, ...]
    capitals: tuple[str, ...]
    lat: float
    lon: float

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the country itself, the common English one first."""
        return (self.name, *self.aliases)

    @property
    def government(self) -> str:
        """What its government is called: "Iranian government"."""
        return f"{next(iter(self.adjectives), self.name)} government"


@cache
def countries() -> tuple[Country, ...]:
    """All of them, in table order; read once."""
    return tuple(map(_country, rows_of("countries.csv")))


@cache
def capitals() -> frozenset[tuple[str | None, str]]:
    """Seats of government, each with its country's name."""
    return frozenset((c.name, capital) for c in countries() for capital in c.capitals)


def _country(row: dict[str, str]) -> Country:
    def several(column: str) -> tuple[str, ...]:
        return tuple(filter(None, row[column].split(";")))

    return Country(
        iso2=row["iso2"],
        name=row["name"],
        adjectives=several("adjectives"),
        people=several("people"),
        aliases=several("aliases"),
        capitals=several("capitals"),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
    )
