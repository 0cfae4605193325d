"""Railway corridors: stations with their kilometres, joined to a network."""

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from waybill.model.leg import Point
from waybill.reference.tables import rows_of


class Track(Struct, frozen=True):
    """A line between two stations that follow each other. `gauges`: in millimetres, two where both lie side by side. `weight`:
    by how much it counts as longer when a way is chosen."""

    line: str
    start: str
    end: str
    km: float
    gauges: frozenset[int]
    weight: float
    source: str


class RailLines(Struct, frozen=True):
    """All tracks, and where the stations are."""

    tracks: tuple[Track, ...]
    stations: dict[str, Point]


def rail_lines() -> RailLines:
    """The corridors of rail_lines.csv."""
    rows = rows_of("rail_lines.csv")
    stations = {row["station"]: (float(row["lat"]), float(row["lon"])) for row in rows}
    return RailLines(tuple(_tracks(rows)), stations)


def _tracks(rows: Iterable[dict[str, str]]) -> Iterable[Track]:
    for before, row in pairwise(rows):
        if before["line"] == row["line"]:
            gauges = frozenset(map(int, row["gauge_mm"].split("+")))
            km = float(row["km"]) - float(before["km"])
            yield Track(row["line"], before["station"], row["station"], km, gauges, float(row["weight"]), row["source"])
