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


class Party(Struct, frozen=True, gc=False, omit_defaults=True):
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


class Vessel(Struct, frozen=True, gc=False, omit_defaults=True):
    """A ship: `imo` is the hull's permanent number, `mmsi` and `call_sign` its radio's changeable ones; `renamed` is the name
    that the text gives it first, where it gives two."""

    name: str | None
    imo: str | None
    mmsi: str | None
    renamed: str | None = None
    call_sign: str | None = None

    @property
    def id(self) -> str | None:
        """The same in every document: the hull's number, else the radio's; where neither is known the name, which two ships may
        bear."""
        if self.imo or self.mmsi:
            return f"imo:{self.imo}" if self.imo else f"mmsi:{self.mmsi}"
        name = self.renamed or self.name
        return f"name:{'-'.join(name.casefold().replace('-', ' ').split())}" if name else None
