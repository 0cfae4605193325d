"""What sanctions lists hold: who or which ship is listed, under which names and numbers, since when."""

from datetime import date
from typing import Literal

from msgspec import Struct

OFAC, UN = "OFAC SDN", "UN consolidated"
LISTS = (OFAC, UN)
"""The lists that can be held, by the names they are shown under."""

ListedAs = Literal["name", "alias", "former", "weak", "owner", "linked"]
"""weak: an alias that the list itself calls weak or of low quality; owner: of a listed ship; linked: named as linked to it."""

DatedBy = Literal["list", "user"] | None
"""Who says which day a list is of."""

Listed = Literal["person", "entity", "vessel", "aircraft"]


class ListedName(Struct, frozen=True, gc=False):
    """A name as a listing writes it, and what it is to what is listed."""

    text: str
    kind: ListedAs = "name"


class Listing(Struct, frozen=True, omit_defaults=True):
    """One entry of a list. `listed_on` is None where the list states no such day, as OFAC's do not.

    `hulls` are IMO numbers that the remarks of what is no ship name: of ships it owns or runs.
    """

    id: str
    kind: Listed
    names: tuple[ListedName, ...]
    programme: str = ""
    listed_on: date | None = None
    imo: str | None = None
    mmsi: str | None = None
    call_sign: str | None = None
    hulls: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name it is listed under."""
        return self.names[0].text


class Edition(Struct, frozen=True):
    """A list as it stood on its day: `dated` is None where neither the list nor who loaded it says.

    `sha256` is of each file it was read from, the main one first. `left_out` counts entries without a name.
    """

    list: str
    dated: date | None
    dated_by: DatedBy
    sha256: tuple[str, ...]
    entries: int
    left_out: int = 0

    @property
    def id(self) -> str:
        """What it is kept under: the beginning of the main file's sha256."""
        return self.sha256[0][:12]


class SanctionsList(Struct, frozen=True):
    """An edition with its listings, in the list's own order."""

    edition: Edition
    listings: tuple[Listing, ...]


class Entry(Struct, frozen=True):
    """An entry with its listing in each edition that has it, the oldest first."""

    list: str
    listings: tuple[tuple[Edition, Listing], ...]

    @property
    def last(self) -> Listing:
        """As the youngest edition that has it writes it."""
        return self.listings[-1][1]

    @property
    def kind(self) -> Listed:
        """What is listed."""
        return self.last.kind

    @property
    def shown(self) -> str:
        """Its name, its list and its id there."""
        return f"{self.last.name} ({self.list}, {self.last.id})"

    def named(self, *kinds: str) -> tuple[str, ...]:
        """Its names of these kinds over all editions, each once."""
        found = (n.text for _, one in self.listings for n in one.names if n.kind in kinds)
        return tuple(dict.fromkeys(found))


class Possible(Struct, frozen=True):
    """An entry that a name is like, by which of its names, and how much (1: the same words)."""

    entry: Entry
    name: ListedName
    likeness: float
