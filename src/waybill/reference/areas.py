"""Areas within a state that rules name: whether a place lies in one."""

from functools import cache
from math import cos, radians
from typing import Literal, NamedTuple

from waybill.model.things import Place
from waybill.reference.tables import rows_of

KM_A_DEGREE = 111.2
"""Of latitude: a sixtieth of it is a sea mile, 1.852 km, as it was first defined."""


class Box(NamedTuple):
    """Edges in degrees on WGS 84."""

    south: float
    north: float
    west: float
    east: float


@cache
def _areas() -> dict[str, tuple[str, Box, Box]]:
    """By country: the area's name, a box inside it, and a box around it (areas.csv)."""
    return {row["country"]: (row["name"], _box(row, "inner"), _box(row, "outer")) for row in rows_of("areas.csv")}


def area_of(country: str) -> str:
    """The name of the area of a country that rules name."""
    return _areas()[country][0]


def lies_in_area(place: Place | None, country: str) -> Literal["yes", "open", "no"]:
    """Whether a place of a country lies in its area; open where it may reach over the edge, or where no place is known."""
    if place is None:
        return "open"
    name, inner, outer = _areas()[country]
    if name.casefold() in place.name.casefold().split():
        return "yes"
    if place.lat is None or place.lon is None:
        return "open"
    reach = (place.radius_km or 0) / KM_A_DEGREE
    wide = reach / cos(radians(place.lat))
    around = Box(place.lat - reach, place.lat + reach, place.lon - wide, place.lon + wide)
    if around.south >= inner.south and around.north <= inner.north and around.west >= inner.west and around.east <= inner.east:
        return "yes"
    apart = around.north < outer.south or around.south > outer.north or around.east < outer.west or around.west > outer.east
    return "no" if apart else "open"


def _box(row: dict[str, str], which: str) -> Box:
    return Box(*(float(row[f"{which}_{edge}"]) for edge in Box._fields))
