"""One place before it is compiled into the gazetteer."""

from msgspec import Struct


class Record(Struct, frozen=True):
    """A place on WGS 84. `names` are (name, rank): 2 its own or reviewed, 1 another spelling, 0 another name.

    `kind`, `context`: as in `gazetteer.Candidate`. `admin1`, `admin2`: ids of the subdivisions it is in, "" where unknown.
    """

    id: str
    name: str
    kind: str
    iso2: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    radius_km: float
    population: int
    names: tuple[tuple[str, int], ...]
    context: str = ""
