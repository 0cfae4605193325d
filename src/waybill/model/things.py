"""Where, who, what and which ship: what words can resolve to."""

from msgspec import Struct


class Place(Struct, frozen=True, gc=False):
    """A place on WGS 84. `radius_km` is how far the place meant may lie from the point (an area's extent, "near X")."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    id: str | None


class Party(Struct, frozen=True, gc=False):
    """A state, institution, person or movement; `country` by its common English name ("North Korea").

    `type`: state, government, military, person, organisation, movement, company, outlet, international.
    `institution` is the body a person or office speaks for ("White House" for Kirby), as a name.
    """

    name: str
    type: str
    country: str | None
    id: str | None
    institution: str | None = None


class Item(Struct, frozen=True, gc=False):
    """What may be delivered; `item_class` from the munitions table, None where the words say too little."""

    name: str
    item_class: str | None
    calibre_mm: float | None


class Vessel(Struct, frozen=True, gc=False):
    """A ship: `imo` is the hull's permanent number, `mmsi` its radio's changeable one."""

    name: str | None
    imo: str | None
    mmsi: str | None
