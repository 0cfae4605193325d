"""The places a way leads by, as points."""

from itertools import pairwise, permutations

from msgspec import Struct

from waybill.model.finding import Consignment
from waybill.model.leg import Point
from waybill.model.things import Place
from waybill.reference.sphere import distance_km

WIDEST_KM = 360
"""The radius up to which an area is taken for its middle, with the radius as what the way may be shorter or longer: our
convention, so that Darfur still is one."""

COUNTRY_KM = 100
"""As WIDEST_KM for a country of which nothing more is known: our convention, so that Qatar still is one."""

POINT_KM = 25
"""Below it a radius is no slack: our convention, a town and its harbour."""

BACKWARDS = 1.5
"""By how much the stated order of stops must be longer than another to be taken for no order: our convention."""


class End(Struct, frozen=True):
    """A place on the way; `slack_km` is how far from the point it may be, `stated` False where Waybill put it there."""

    name: str
    point: Point
    slack_km: float = 0.0
    country: str | None = None
    stated: bool = True


class Ends(Struct, frozen=True):
    """The places in order of travel, why there are none, and what is to be said of them."""

    ends: tuple[End, ...]
    unknown: str = ""
    notes: tuple[str, ...] = ()


def ends_of(consignment: Consignment) -> Ends:
    """Origin, stops and destination in order; none, with the reason, where either is not known well enough."""
    for role, place in (("origin", consignment.origin), ("destination", consignment.destination)):
        if why := _not_known(role, place):
            return Ends((), why)
    origin, destination = _end(consignment.origin), _end(consignment.destination)
    if not origin or not destination:
        return Ends((), "no place is known")
    if origin.point == destination.point:
        return Ends((), f"origin and destination are one place, {origin.name}")
    vague = [place for place in consignment.via if _not_known("stop", place)]
    stops = [end for place in consignment.via if place not in vague and (end := _end(place))]
    between = tuple(dict.fromkeys(end for end in stops if end.point not in (origin.point, destination.point)))
    order, turned = _ordered(origin, between, destination)
    notes = [f"{place.name} is too wide or unknown a place to lead the way by it" for place in vague]
    notes += (
        ["the stops are not taken in the order in which they are named, which would be a way back and forth"] if turned else []
    )
    return Ends((origin, *order, destination), "", tuple(notes))


def _not_known(role: str, place: Place | None) -> str:
    if place is None:
        return f"no {role} is known"
    if place.lat is None or place.lon is None:
        return f"it is not known where {place.name} lies, the {role}"
    country = (place.id or "").startswith("country:")
    if (place.radius_km or 0.0) > (COUNTRY_KM if country else WIDEST_KM):
        return f"of the {role} only {place.name} is known, too wide for a way"
    return ""


def _end(place: Place | None) -> End | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    radius = place.radius_km or 0.0
    return End(place.name, (place.lat, place.lon), radius if radius > POINT_KM else 0.0, place.country)


def _ordered(origin: End, stops: tuple[End, ...], destination: End) -> tuple[tuple[End, ...], bool]:
    """The stops as named, or in the shortest order where that is much shorter; of more than four the order is kept."""
    if not 2 <= len(stops) <= 4:
        return stops, False
    shortest = min(permutations(stops), key=lambda order: _straight_km((origin, *order, destination)))
    turned = _straight_km((origin, *stops, destination)) > BACKWARDS * _straight_km((origin, *shortest, destination))
    return (shortest, True) if turned else (stops, False)


def _straight_km(ends: tuple[End, ...]) -> float:
    return sum(distance_km(*a.point, *b.point) for a, b in pairwise(ends))
