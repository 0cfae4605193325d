"""A part of a way: from where to where, how, how far."""

from typing import Literal

from msgspec import Struct

from waybill.model.claim import Mode

Point = tuple[float, float]
"""Latitude and longitude, WGS 84, in degrees."""

Standing = Literal["stated", "inferred"]


class Leg(Struct, frozen=True):
    """One mode from one place to another, `distance_km` long by a table, a network or a factor that `by` names.

    `standing`: stated where both ends and the mode are said, inferred where Waybill put one of them in. `points` are the way
    for a map, first to last; it is inferred always, also between stated ends, and never an observed track. `between_km`: the
    least and the most it may be, wide where an end is an area or the distance rests on a factor. `gauge_breaks`: how often the
    gauge of the railway changes.
    """

    start: str
    end: str
    mode: Mode
    distance_km: float
    by: str
    standing: Standing
    points: tuple[Point, ...]
    source: str
    between_km: tuple[float, float]
    gauge_breaks: int = 0
