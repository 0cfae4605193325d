"""Our reviewed supplement to GeoNames: seas, straits, regions and sites it lacks, and the points of large areas.

`places.csv` was reviewed in November 2026; its column `context` has words that favour that sense of a name. Kind `area`
is a subdivision whose point we set ourselves, for the mean of its cities lies far off.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from waybill.reference.countries import countries
from waybill.reference.gazetteer_names import name_key
from waybill.reference.gazetteer_record import Record
from waybill.reference.sphere import distance_km
from waybill.reference.tables import rows_of

MERGE_KM = 60
"""Our supplement's entry replaces one of the same name within this distance: our convention, above any city's extent."""

PRESENCE = {
    "water": 3_000_000,
    "region": 3_000_000,
    "continent": 50_000_000,
    "area": 500_000,
    "port": 30_000,
    "site": 20_000,
    "town": 20_000,
}
"""What stands in for the population of what has none, to rank candidates: our convention."""


def merged(geonames: list[Record]) -> list[Record]:
    """The places of GeoNames with those of `places.csv`; ours replaces a city of its name nearby, or the subdivision it is."""
    rows = list(_supplement())
    namesakes = _namesakes(rows, geonames)
    ours: list[Record] = []
    replaced: set[str] = set()
    for row in rows:
        keys = sorted({name_key(name) for name, _ in row.names})
        twins = [twin for key in keys for twin in namesakes[row.iso2, key] if _same(row, twin)]
        ours.append(_inherit(row, twins))
        replaced.update(twin.id for twin in twins)
    return [r for r in geonames if r.id not in replaced] + ours


def _namesakes(rows: list[Record], geonames: list[Record]) -> dict[tuple[str, str], list[Record]]:
    """By country and key of every name of ours, the places of GeoNames that bear it."""
    found: dict[tuple[str, str], list[Record]] = {(row.iso2, name_key(name)): [] for row in rows for name, _ in row.names}
    countries_of_ours = {iso2 for iso2, _ in found if iso2}
    for record in geonames:
        if record.iso2 in countries_of_ours:
            for key in {name_key(name) for name, rank in record.names if rank}:
                if (record.iso2, key) in found:
                    found[record.iso2, key].append(record)
    return found


def _same(row: Record, twin: Record) -> bool:
    if row.kind == "area":
        return twin.kind == "admin1"
    return twin.kind == "city" and distance_km(row.lat, row.lon, twin.lat, twin.lon) < MERGE_KM


def _inherit(row: Record, twins: list[Record]) -> Record:
    """Our entry with the standing and names of the largest GeoNames entry it replaces."""
    if not twins:
        return row
    twin = max(twins, key=lambda t: t.population)
    names = dict(twin.names) | dict(row.names)
    return replace(
        row,
        id=twin.id,
        kind=twin.kind if row.kind in ("area", "city", "town") else row.kind,
        admin1=twin.admin1,
        admin2=twin.admin2,
        radius_km=row.radius_km or twin.radius_km,
        population=max(twin.population, row.population),
        names=tuple(names.items()),
    )


def _supplement() -> Iterator[Record]:
    iso2 = {c.name: c.iso2 for c in countries()}
    for row in rows_of("places.csv"):
        aliases = [a for a in row["aliases"].split(";") if a]
        yield Record(
            id="waybill:" + name_key(row["name"]).replace(" ", "-"),
            name=row["name"],
            kind=row["kind"],
            iso2=iso2[row["country"]] if row["country"] else "",
            admin1="",
            admin2="",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=float(row["radius_km"] or 0),
            population=PRESENCE.get(row["kind"], 5_000),
            names=tuple((name, 2) for name in (row["name"], *aliases)),
            context=row["context"].replace(";", " "),
        )
