"""Distances and means on the sphere; WGS 84 degrees, the earth as a sphere of radius 6,371 km."""

import math
import re
from collections.abc import Iterable


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres on a sphere of radius 6,371 km; arguments in degrees."""
    phi, phi2 = math.radians(lat), math.radians(lat2)
    half = math.sin((phi2 - phi) / 2) ** 2 + math.cos(phi) * math.cos(phi2) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def mean_point(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The mean of (latitude, longitude) points, rounded to four decimals; the date line does it no harm."""
    x = y = z = 0.0
    for lat, lon in points:
        phi, theta = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(phi) * math.cos(theta), y + math.cos(phi) * math.sin(theta), z + math.sin(phi)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def point_towards(lat: float, lon: float, towards_deg: float, km: float) -> tuple[float, float]:
    """The point so many kilometres from another, in a direction clockwise from north; degrees, rounded to four decimals."""
    phi, theta, course, arc = math.radians(lat), math.radians(lon), math.radians(towards_deg), km / 6371
    end = math.asin(math.sin(phi) * math.cos(arc) + math.cos(phi) * math.sin(arc) * math.cos(course))
    east = math.sin(course) * math.sin(arc) * math.cos(phi)
    turned = theta + math.atan2(east, math.cos(arc) - math.sin(phi) * math.sin(end))
    return round(math.degrees(end), 4), round((math.degrees(turned) + 540) % 360 - 180, 4)


_NORTH_EAST = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}


def compass_degrees(words: str) -> float:
    """The direction that words of the compass say, in degrees clockwise from north: 45 for "north-east"."""
    north = east = 0.0
    for word in re.split(r"[\s–-]+", words.lower()):
        points = [_NORTH_EAST[p] for p in re.findall("north|south|east|west", word)]
        length = math.hypot(sum(n for n, _ in points), sum(e for _, e in points)) or 1.0
        north += sum(n for n, _ in points) / length
        east += sum(e for _, e in points) / length
    return math.degrees(math.atan2(east, north)) % 360
