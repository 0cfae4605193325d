"""Distances and means on the sphere; WGS 84 degrees, the earth as a sphere of radius 6,371 km."""

import math
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
