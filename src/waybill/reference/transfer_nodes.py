"""Transfer nodes: where goods change from one carrier to another."""

from functools import cache

from msgspec import Struct

from waybill.model.claim import Mode
from waybill.reference.tables import rows_of


class TransferNode(Struct, frozen=True):
    """A port or station; `modes` meet there, and so many ships as it has `berths` are worked at once."""

    name: str
    country: str
    lat: float
    lon: float
    modes: frozenset[Mode]
    berths: int
    source: str


@cache
def transfer_nodes() -> tuple[TransferNode, ...]:
    """The nodes of transfer_nodes.csv."""
    return tuple(map(_node, rows_of("transfer_nodes.csv")))


def _node(row: dict[str, str]) -> TransferNode:
    known: tuple[Mode, ...] = ("sea", "rail", "air", "road", "river")
    named = row["modes"].split("|")
    modes = frozenset(mode for mode in known if mode in named)
    return TransferNode(
        row["name"], row["country"], float(row["lat"]), float(row["lon"]), modes, int(row["berths"]), row["source"]
    )


@cache
def berths_at(name: str) -> int:
    """How many ships are worked at once at a node of this name; one where the table has none of it."""
    return next((node.berths for node in transfer_nodes() if node.name == name), 1)
