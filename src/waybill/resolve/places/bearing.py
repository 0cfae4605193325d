"""How a text stands to the place it names: near it, some way from it in some direction, or at its border."""

import re

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.model.things import Place
from waybill.reference.numbers import number_words
from waybill.reference.sphere import compass_degrees, point_towards
from waybill.resolve.places.spot import Spot

NEAR_KM = 50.0
"""How far "near", "outside", "off" or "north of" a place may be: our convention, an hour's drive."""

MAX_RADIUS_KM, MAX_TOWARDS_KM = 100.0, 200.0
"""A place farther than this from the one named is not about it, the name only tells where it lies: our convention. Where the
text gives the direction, too, it can be farther and is still a place."""

REACH = 120
"""Code points before a name in which its bearing stands: our convention, longer than any met."""

_KM = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344, "mi": 1.609344, "nautical mile": 1.852, "nm": 1.852}
_THE_CITY = r"(?:the\s+)?(?:(?:city|town|port|village|capital|outskirts)\s+of\s+)?$"
_TOWARDS = r"(?P<towards>(?:(?:north|south|east|west)(?:ern)?(?:\s*[-–]\s*|\s)?){1,3})"
_WORDS = number_words("one", "teen", "ten")
_DISTANCE = (
    rf"(?P<number>\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_WORDS)}))[\s-]*"
    r"(?P<unit>nautical[\s-]mile|mile|mi|kilometre|kilometer|km|nm)s?\b(?:\s*\([^)]*\))?,?\s+(?:away\s+)?"
)
_NEAR = r"\b(?:near|close to|outside|off|around|in the vicinity of|not far from|(?:on|at|from) the outskirts of)\s+"

_COMPASS = (
    *("north", "north-northeast", "northeast", "east-northeast", "east", "east-southeast", "southeast", "south-southeast"),
    *("south", "south-southwest", "southwest", "west-southwest", "west", "west-northwest", "northwest", "north-northwest"),
)


class Rule(Struct, frozen=True):
    """Words right before a name, or right after it, and an example with the name in brackets, which is the rule's test."""

    pattern: re.Pattern[str]
    example: str
    after: bool = False


_BORDER_WITH = Rule(re.compile(r"\b(?:border|frontier)\s+(?:of|with)\s+(?:the\s+)?$"), "They met at the border with [Ukraine].")
_BORDER = Rule(
    re.compile(r"(?:['’]s?)?(?:\s*[-–]\s*[A-Z]\w+)?(?:\s+(?!and\b|at\b|near\b)\w+)?\s+(?:border|frontier)s?\b"),
    "The crates lay 290 km from [Ukraine]'s eastern border.",
    after=True,
)
_COAST = Rule(
    re.compile(_DISTANCE + r"(?:from|of|off)\s+(?:the\s+)?coast\s+of\s+(?:the\s+)?$"),
    "It was stopped 70 km off the coast of [Oman].",
)
_AND_TOWARDS = Rule(
    re.compile(_DISTANCE + rf"(?:(?:to|in)\s+the\s+)?{_TOWARDS}\s*(?:of|from)\s+{_THE_CITY}"),
    "The wreck lay some 40 km north-east of [Odesa].",
)
_AWAY = Rule(re.compile(_DISTANCE + rf"(?:from|of|off|outside)\s+{_THE_CITY}"), "The wreck lay within 20 miles of [Odesa].")
_TO_THE = Rule(re.compile(rf"\b{_TOWARDS}\s*of\s+{_THE_CITY}"), "The wreck lay north-east of [Odesa].")
_CLOSE = Rule(re.compile(rf"{_NEAR}{_THE_CITY}"), "The wreck lay near the port of [Odesa].")
BEARINGS = (_BORDER_WITH, _BORDER, _COAST, _AND_TOWARDS, _AWAY, _TO_THE, _CLOSE)
"""In the order they are tried."""


class Bearing(Struct, frozen=True):
    """`radius_km`: how far from the place named the one meant may lie, 0 at it. `qualifies`: the name only locates another.
    `towards_deg`: its direction from the place named, clockwise from north, with `radius_km` its distance; None if not said.
    """

    rule: Rule | None = None
    radius_km: float = 0.0
    qualifies: bool = False
    towards_deg: float | None = None


_AT = Bearing()


def bearing_of(parse: Parse, spot: Spot) -> Bearing:
    """The bearing of a spot, read from its own sentence."""
    low, high = parse.sentence_at(spot.first)
    start, end = parse.start[spot.first], parse.end[spot.last]
    before = parse.text[max(parse.start[low], start - REACH) : start]
    after = parse.text[end : min(parse.end[high - 1], end + REACH)]
    for rule in BEARINGS:
        found = rule.pattern.match(after) if rule.after else rule.pattern.search(before)
        if found:
            return _read(rule, found)
    return _AT


def _read(rule: Rule, found: re.Match[str]) -> Bearing:
    said = found.groupdict()
    if "number" not in said:
        return Bearing(rule, qualifies=True) if rule in (_BORDER, _BORDER_WITH) else Bearing(rule, NEAR_KM)
    km = _number(said["number"]) * _KM[re.sub(r"[\s-]+", " ", said["unit"])]
    towards = compass_degrees(said["towards"]) if said.get("towards") else None
    if km > (MAX_RADIUS_KM if towards is None else MAX_TOWARDS_KM) or rule is _COAST:
        return Bearing(rule, qualifies=True)
    return Bearing(rule, round(km), towards_deg=towards)


def _number(words: str) -> float:
    """The number that digits or a word say; of digits without end the first nine, which is far enough."""
    return float(words.replace(",", "")[:9]) if words[0].isdigit() else _WORDS[words]


DIRECTION_SPREAD = 0.4
"""How far a place in a direction may lie off its point, as a share of the distance: the tangent of half an eighth."""


def borne(place: Place, bearing: Bearing) -> Place:
    """The place meant by a name with its bearing: "40 km north of Marib" is a place of its own, without an id; "near Marib" is
    Marib with a wider radius."""
    if bearing.towards_deg is None or place.lat is None or place.lon is None:
        return replace(place, radius_km=round(max(place.radius_km or 0.0, bearing.radius_km), 1))
    km, towards = bearing.radius_km, _COMPASS[round(bearing.towards_deg / 22.5) % 16]
    lat, lon = point_towards(place.lat, place.lon, bearing.towards_deg, km)
    radius_km = round(max(place.radius_km or 0.0, DIRECTION_SPREAD * km), 1)
    return Place(f"{km:g} km {towards} of {place.name}", place.country, lat, lon, radius_km, None)
