"""How far it is from one point to another by each mode, measured once."""

from functools import lru_cache
from math import inf

import numpy as np

from waybill.check.route.measured import Measured, by_detour
from waybill.check.route.rail import RailWays
from waybill.check.route.sea import SeaWays
from waybill.model.claim import Mode
from waybill.model.leg import Point
from waybill.reference.carriers import detour
from waybill.reference.caspian import are_on_caspian
from waybill.reference.great_circle import points_between
from waybill.reference.routes import RouteFacts
from waybill.reference.sphere import distance_km

STRAIT_KM = 60
"""Water that a road goes over or round: our convention, wider than the Kerch strait or the Bosporus, narrower than a sea."""

_EVERY_KM = 5


class Ways:
    """Measures ways over the facts; asked again, it answers from memory and always alike."""

    def __init__(self, facts: RouteFacts) -> None:
        self.nodes = facts.nodes
        self._mask, self._sea, self._rail = facts.mask, SeaWays(facts), RailWays(facts.rail)
        self._joined = lru_cache(maxsize=50_000)(self._over_land)
        self.about_km = lru_cache(maxsize=200_000)(self._about_km)

    def measured(self, mode: Mode, start: Point, end: Point) -> Measured | None:
        """The way by a mode; None where there is none."""
        if self.about_km(mode, start, end) is None:
            return None
        found = self._sea.way(start, end) if mode == "sea" else self._rail.way(start, end) if mode == "rail" else None
        return found or by_detour(mode, start, end)

    def on_rails(self, start: Point, end: Point) -> bool:
        """True where the corridor table joins two points."""
        return self._rail.way(start, end) is not None

    def _about_km(self, mode: Mode, start: Point, end: Point) -> float | None:
        """About how far it is, for choosing; None where the mode cannot go there."""
        if mode == "sea":
            km = self._sea.about_km(start, end) if self._sea.reaches(start) and self._sea.reaches(end) else inf
            return km if km < inf else None
        if mode == "rail" and (found := self._rail.way(start, end)):
            return found.km
        if mode == "air" or self._joined(start, end):
            return distance_km(*start, *end) * detour(mode).factor
        return None

    def _over_land(self, start: Point, end: Point) -> bool:
        """True where the great circle crosses no water wider than a strait."""
        points = points_between(start, end, _EVERY_KM)
        wet = self._mask.are_sea(points) | are_on_caspian(points)
        dry = np.flatnonzero(~np.concatenate(([False], wet, [False])))
        return bool((np.diff(dry).max() - 1) * _EVERY_KM <= STRAIT_KM)
