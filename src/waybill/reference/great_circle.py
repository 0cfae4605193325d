"""Points along a great circle of the sphere; apart, for numpy takes a tenth of a second to import."""

import math

import numpy as np
from numpy.typing import NDArray

from waybill.reference.sphere import distance_km


def points_between(start: tuple[float, float], end: tuple[float, float], every_km: float) -> NDArray[np.float64]:
    """Points of the great circle from start to end, both included, at most so far apart: rows of latitude and longitude."""
    arc = distance_km(*start, *end) / 6371
    if math.sin(arc) < 1e-9:
        return np.array([start, end])
    share = np.linspace(0, 1, max(1, math.ceil(arc * 6371 / every_km)) + 1)[:, None]
    on_sphere = np.sin((1 - share) * arc) * _on_sphere(*start) + np.sin(share * arc) * _on_sphere(*end)
    x, y, z = on_sphere.T / math.sin(arc)
    points: NDArray[np.float64] = np.degrees(np.column_stack((np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x))))
    return points


def _on_sphere(lat: float, lon: float) -> NDArray[np.float64]:
    phi, theta = math.radians(lat), math.radians(lon)
    return np.array((math.cos(phi) * math.cos(theta), math.cos(phi) * math.sin(theta), math.sin(phi)))
