"""Sea legs: short ones on the land mask, long ones and the Caspian on the marine network."""

import heapq
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from waybill.check.route.measured import Measured, by_detour
from waybill.check.route.water import length_km, near_sea, water_way
from waybill.model.leg import Point
from waybill.reference.caspian import on_caspian
from waybill.reference.great_circle import points_between
from waybill.reference.routes import RouteFacts
from waybill.reference.sphere import distance_km

SHORT_KM = 500
"""Below it the network's lanes are too coarse: our convention; they make Rajin to Dunay half as long as it is."""

_SHORE_DEG = 0.5
_NEAREST = 8
"""Points of the network that are tried at either end: our convention."""


Tree = tuple["array[float]", "array[int]"]
"""Kilometres from one point of the network to each other, and from which point each is reached."""

_KEPT = 256
"""Trees kept at a time beside those of ports: our convention, some 40 MB."""


class SeaWays:
    """Measures ways by sea, each once; the ways from a port are found when it is first asked for, and kept."""

    def __init__(self, facts: RouteFacts) -> None:
        self._mask, self._network = facts.mask, facts.network
        self._points = np.radians(np.array(facts.network.points))
        self._caspian = np.array([on_caspian(*point, _SHORE_DEG) for point in facts.network.points])
        self.reaches = lru_cache(maxsize=20_000)(self._reaches)
        self.way = lru_cache(maxsize=20_000)(self._way)
        self._entry = lru_cache(maxsize=20_000)(self._nearest_node)
        self._other_tree = lru_cache(maxsize=_KEPT)(lambda node: _shortest(facts.network.beside, node))
        self._port_tree = cache(lambda node: _shortest(facts.network.beside, node))
        self._ports = {self._entry((node.lat, node.lon)) for node in facts.nodes if "sea" in node.modes}

    def _reaches(self, point: Point) -> bool:
        """True where a ship comes within some 25 km of a point."""
        return on_caspian(*point, _SHORE_DEG) or near_sea(self._mask, point)

    def about_km(self, start: Point, end: Point) -> float:
        """About how long the way is, for choosing between ports."""
        straight = distance_km(*start, *end)
        inner = on_caspian(*start, _SHORE_DEG) or on_caspian(*end, _SHORE_DEG)
        return straight * 1.1 if straight < SHORT_KM and not inner else self._by_network_km(start, end)

    def _way(self, start: Point, end: Point) -> Measured:
        """The way over water; the great circle times a factor where neither mask nor network has one."""
        inner = on_caspian(*start, _SHORE_DEG), on_caspian(*end, _SHORE_DEG)
        if distance_km(*start, *end) < SHORT_KM and not any(inner):
            points = water_way(self._mask, start, end)
            if points:
                km = length_km(points)
                return Measured(km, km, "the land mask", self._mask.source, points)
        return self._by_network(start, end, inner[0] != inner[1])

    def _by_network_km(self, start: Point, end: Point) -> float:
        entry, leave = self._entry(start), self._entry(end)
        far = self._tree(entry)[0][leave] if entry in self._ports else self._tree(leave)[0][entry]
        return distance_km(*start, *self._network.points[entry]) + far + distance_km(*end, *self._network.points[leave])

    def _by_network(self, start: Point, end: Point, by_river: bool) -> Measured:
        km, straight = self._by_network_km(start, end), distance_km(*start, *end)
        if not straight <= km < float("inf"):
            return by_detour("sea", start, end)
        came, here, nodes = self._tree(self._entry(start))[1], self._entry(end), list[int]()
        while here >= 0:
            nodes.append(here)
            here = came[here]
        by = "the marine network" + (", by the Volga and the Don" if by_river else "")
        points = (start, *(self._network.points[n] for n in reversed(nodes)), end)
        return Measured(km, km, by, self._network.source, points)

    def _nearest_node(self, point: Point) -> int:
        """The nearest point of the network on the same sea, if one is with open water between."""
        lat, lon = np.radians(point)
        lats, lons = self._points[:, 0], self._points[:, 1]
        half = np.sin((lats - lat) / 2) ** 2 + np.cos(lat) * np.cos(lats) * np.sin((lons - lon) / 2) ** 2
        far = np.where(self._caspian == on_caspian(*point, _SHORE_DEG), half, np.inf)
        nearest = [int(n) for n in np.argsort(far)[:_NEAREST]]
        return next((n for n in nearest if self._open(point, self._network.points[n])), nearest[0])

    def _open(self, start: Point, end: Point) -> bool:
        """True where hardly any land lies between, but for the first 25 km."""
        return on_caspian(*start, _SHORE_DEG) or bool(self._mask.are_sea(points_between(start, end, 4)[6:]).all())

    def _tree(self, start: int) -> Tree:
        """The shortest ways from a point of the network: those of ports are all kept."""
        return self._port_tree(start) if start in self._ports else self._other_tree(start)


def _shortest(beside: Sequence[Sequence[tuple[int, float]]], start: int) -> Tree:
    """Dijkstra's shortest ways from one point to all others."""
    far, came = array("d", [float("inf")] * len(beside)), array("l", [-1] * len(beside))
    far[start] = 0.0
    ahead = [(0.0, start)]
    while ahead:
        km, here = heapq.heappop(ahead)
        if km > far[here]:
            continue
        for there, more in beside[here]:
            if km + more < far[there]:
                far[there], came[there] = km + more, here
                heapq.heappush(ahead, (km + more, there))
    return far, came
