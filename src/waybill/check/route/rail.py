"""Rail legs on the corridor table."""

import heapq
from collections import defaultdict
from functools import lru_cache
from math import cos, hypot, radians

from msgspec import Struct

from waybill.check.route.measured import Measured
from waybill.model.leg import Point
from waybill.reference.rail_lines import RailLines, Track
from waybill.reference.sphere import distance_km

OFF_KM = 40
"""How far a place may lie from a line that serves it: our convention, the reach of sidings and of the table's coordinates."""

AT_KM = 15
"""How near a place is at a station: our convention, a town's extent."""


class _Halt(Struct, frozen=True):
    """Where a place meets the lines: at `station`, so far along the track and so far off it."""

    station: str
    km: float
    track: int


class RailWays:
    """Measures ways by rail, each once."""

    def __init__(self, lines: RailLines) -> None:
        self._lines = lines
        self._beside: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, track in enumerate(lines.tracks):
            self._beside[track.start].append((track.end, number))
            self._beside[track.end].append((track.start, number))
        self.way = lru_cache(maxsize=20_000)(self._way)
        self.halts = lru_cache(maxsize=20_000)(self._halts)
        self._tree = lru_cache(maxsize=512)(self._shortest_tree)

    def _way(self, start: Point, end: Point) -> Measured | None:
        """The shortest way by the corridors; None where an end is off them, or nothing joins them."""
        ways = [way for a in self.halts(start) for b in self.halts(end) if (way := self._between(a, b))]
        if not ways:
            return None
        _, km, stations, numbers = min(ways, key=lambda way: way[0])
        tracks = [self._lines.tracks[n] for n in numbers]
        names, sources = (tuple(dict.fromkeys(found)) for found in ((t.line for t in tracks), (t.source for t in tracks)))
        by = f"the corridor table ({', '.join(names)})"
        points = (start, *(self._lines.stations[s] for s in stations), end)
        return Measured(km, km, by, "rail_lines.csv: " + "; ".join(sources), points, _breaks(tracks))

    def _between(self, a: _Halt, b: _Halt) -> tuple[float, float, list[str], list[int]] | None:
        """The weighted and the true length of a way, its stations and tracks."""
        if a.track == b.track >= 0 and a.station == b.station:
            km = abs(a.km - b.km)
            return km, km, [], [a.track]
        far, came = self._tree(a.station)
        if b.station not in far:
            return None
        stations, numbers, here = [b.station], list[int](), b.station
        while here in came:
            here, number = came[here]
            stations.append(here)
            numbers.append(number)
        ends = [h.track for h in (a, b) if h.track >= 0]
        on_tracks = sum(self._lines.tracks[n].km for n in numbers)
        return a.km + far[b.station] + b.km, a.km + on_tracks + b.km, stations[::-1], numbers[::-1] or ends

    def _halts(self, point: Point) -> tuple[_Halt, ...]:
        """The station a place is at, else both ends of the nearest track; none where all are too far."""
        off, station = min((distance_km(*point, *at), name) for name, at in self._lines.stations.items())
        if off <= AT_KM:
            return (_Halt(station, off, -1),)
        (off, share), number = min((self._off(point, track), n) for n, track in enumerate(self._lines.tracks))
        if off > OFF_KM:
            return ()
        track = self._lines.tracks[number]
        return _Halt(track.start, off + share * track.km, number), _Halt(track.end, off + (1 - share) * track.km, number)

    def _off(self, point: Point, track: Track) -> tuple[float, float]:
        """How far a point lies from a track, in kilometres, and by which share along it; on a plane round the point."""
        (x, y), (x2, y2) = (_plane(point, self._lines.stations[s]) for s in (track.start, track.end))
        length = (x2 - x) ** 2 + (y2 - y) ** 2 or 1.0
        share = min(1.0, max(0.0, -(x * (x2 - x) + y * (y2 - y)) / length))
        return hypot(x + share * (x2 - x), y + share * (y2 - y)), share

    def _shortest_tree(self, start: str) -> tuple[dict[str, float], dict[str, tuple[str, int]]]:
        far, came, done = {start: 0.0}, dict[str, tuple[str, int]](), set[str]()
        ahead = [(0.0, start)]
        while ahead:
            km, here = heapq.heappop(ahead)
            if here in done:
                continue
            done.add(here)
            for there, number in self._beside[here]:
                track = self._lines.tracks[number]
                more = km + track.km * track.weight
                if more < far.get(there, more + 1):
                    far[there], came[there] = more, (here, number)
                    heapq.heappush(ahead, (more, there))
        return far, came


def _plane(middle: Point, point: Point) -> tuple[float, float]:
    east = (point[1] - middle[1] + 180) % 360 - 180
    return east * 111.195 * cos(radians(middle[0])), (point[0] - middle[0]) * 111.195


def _breaks(tracks: list[Track]) -> int:
    """How often the gauge must change: tracks that lie beside each other in one gauge make none."""
    breaks, open_ = 0, frozenset[int]()
    for track in tracks:
        kept = open_ & track.gauges if open_ else track.gauges
        breaks += not kept
        open_ = kept or track.gauges
    return breaks
