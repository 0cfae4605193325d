"""How a text stands to the place it names: near it, some way from it, or at its border."""

import re

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.resolve.places.spot import Spot

NEAR_KM = 50.0
"""How far "near", "outside" or "off" a place may be: our convention, an hour's drive."""

MAX_RADIUS_KM = 100.0
"""A place farther than this from the one named is not about it, the name only tells where it lies: our convention."""

_KM = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344, "mi": 1.609344, "nautical mile": 1.852, "nm": 1.852}
_DISTANCE = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<unit>nautical mile|mile|mi|kilometre|kilometer|km|nm)s?\b(?:\s*\([^)]*\))?\s+"
    r"(?:away\s+)?(?:(?:to\s+the\s+)?(?:north|south|east|west)\S*\s+)?(?:from|of|off|outside)\s+"
    r"(?:the\s+)?(?P<border>(?:border|frontier|coast)\s+(?:of|with)\s+)?(?:the\s+)?(?:(?:city|town|port|village|capital)\s+of\s+)?$"
)
_NEAR = re.compile(
    r"\b(?:near|close to|outside|off|around|in the vicinity of|not far from)\s+(?:the\s+)?(?:(?:city|town|port)\s+of\s+)?$"
)
_BORDER_WITH = re.compile(r"\b(?:border|frontier)\s+(?:of|with)\s+(?:the\s+)?$")
_BORDER = re.compile(r"(?:['’]s?)?\s+(?:\w+\s+)?(?:border|frontier)s?\b")


class Bearing(Struct, frozen=True):
    """`radius_km`: how far from the place named the one meant may lie, 0 at it. `qualifies`: the name only locates another."""

    radius_km: float = 0.0
    qualifies: bool = False


def bearing_of(parse: Parse, spot: Spot) -> Bearing:
    """The bearing of a spot, read from its own sentence."""
    low, high = parse.sentence_at(spot.first)
    before = parse.text[parse.start[low] : parse.start[spot.first]]
    after = parse.text[parse.end[spot.last] : parse.end[high - 1]]
    if _BORDER_WITH.search(before) or _BORDER.match(after):
        return Bearing(qualifies=True)
    distance = _DISTANCE.search(before)
    if distance:
        km = float(distance["number"].replace(",", "")) * _KM[distance["unit"]]
        return Bearing(0.0, qualifies=True) if km > MAX_RADIUS_KM or distance["border"] else Bearing(km)
    return Bearing(NEAR_KM) if _NEAR.search(before) else Bearing()
