"""The Caspian, which the land mask takes for land."""

from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

_SHORES = (
    (36.6, 53.0, 54.0),
    (37.2, 49.4, 53.9),
    (38.0, 48.9, 53.8),
    (39.0, 48.9, 53.3),
    (40.0, 49.4, 53.0),
    (40.5, 50.3, 52.9),
    (41.0, 49.2, 52.9),
    (42.0, 48.3, 52.5),
    (43.0, 47.5, 51.5),
    (44.0, 47.3, 50.6),
    (45.0, 46.9, 51.4),
    (46.0, 47.9, 53.0),
    (46.9, 50.5, 52.0),
)
"""Latitude, western and eastern shore in degrees: from general knowledge of maps, to about a quarter of a degree; no source."""


def on_caspian(lat: float, lon: float, shore_deg: float = 0.0) -> bool:
    """True where a point lies on the Caspian, or within so many degrees of its shores (a degree is some 80 to 110 km)."""
    if not (36 <= lat <= 48 and 46 <= lon <= 55):
        return False
    at = min(max(lat, _SHORES[0][0]), _SHORES[-1][0])
    if abs(at - lat) > shore_deg:
        return False
    n = min(bisect_right([row[0] for row in _SHORES], at), len(_SHORES) - 1)
    (low, west, east), (high, west2, east2) = _SHORES[n - 1], _SHORES[n]
    share = (at - low) / (high - low)
    return west + share * (west2 - west) - shore_deg <= lon <= east + share * (east2 - east) + shore_deg


def are_on_caspian(points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The same for many points, rows of latitude and longitude, without its shores."""
    lats, lons = points.T
    south_to_north, west, east = np.array(_SHORES).T
    inside = (lats >= south_to_north[0]) & (lats <= south_to_north[-1])
    found: NDArray[np.bool_] = (
        inside & (lons >= np.interp(lats, south_to_north, west)) & (lons <= np.interp(lats, south_to_north, east))
    )
    return found
