"""The shortest way over the sea cells of the land mask, for short legs."""

import heapq
from collections.abc import Sequence
from itertools import pairwise, product
from math import cos, hypot, radians

from waybill.model.leg import Point
from waybill.reference.land_mask import COLUMNS, ROWS, LandMask, cell_of, middle_of
from waybill.reference.sphere import distance_km

MARGIN = 60
"""Cells that are looked at beyond the two ends: our convention, one degree, more than capes on legs under 500 km need."""

SHORE = 14
"""Cells that a port's point may lie from the sea: our convention, some 25 km of harbour and river mouth."""

Cell = tuple[int, int]
_STEPS = tuple(step for step in product((-1, 0, 1), repeat=2) if step != (0, 0))
_CELL_KM = 1.853


def water_way(mask: LandMask, start: Point, end: Point) -> tuple[Point, ...] | None:
    """The points at which the shortest way over water turns, ends included; None where none is near or joins them."""
    block = _Block(mask, start, end)
    first, last = block.sea_near(start), block.sea_near(end)
    cells = block.way(first, last) if first and last else None
    if cells is None:
        return None
    return (start, *(block.point(cell) for cell in block.straightened(cells)[1:-1]), end)


def near_sea(mask: LandMask, point: Point) -> bool:
    """True where a sea cell lies within some 25 km."""
    return _Block(mask, point, point, SHORE + 1).sea_near(point) is not None


def length_km(points: Sequence[Point]) -> float:
    """The length of a way over great circles from point to point."""
    return sum(distance_km(*a, *b) for a, b in pairwise(points))


class _Block:
    """The cells round two points."""

    def __init__(self, mask: LandMask, start: Point, end: Point, margin: int = MARGIN) -> None:
        (row, column), (row2, column2) = cell_of(*start), cell_of(*end)
        if abs(column - column2) > COLUMNS // 2:
            column, column2 = (c + COLUMNS if c < COLUMNS // 2 else c for c in (column, column2))
        self.top, self.left = max(0, min(row, row2) - margin), min(column, column2) - margin
        bottom, right = min(ROWS, max(row, row2) + margin + 1), max(column, column2) + margin + 1
        self.height, self.width = bottom - self.top, right - self.left
        self.sea = mask.block(self.top, bottom, self.left, right).tobytes()
        self.east_km = [_CELL_KM * cos(radians(middle_of(self.top + r, 0)[0])) for r in range(self.height)]

    def is_sea(self, row: int, column: int) -> bool:
        return 0 <= row < self.height and 0 <= column < self.width and self.sea[row * self.width + column] == 1

    def point(self, cell: Cell) -> Point:
        lat, lon = middle_of(self.top + cell[0], self.left + cell[1])
        return round(lat, 4), round(lon, 4)

    def sea_near(self, point: Point) -> Cell | None:
        """The sea cell nearest to a point, within SHORE."""
        row, column = cell_of(*point)
        row, column = row - self.top, (column - self.left) % COLUMNS
        reach = range(-SHORE, SHORE + 1)
        near = ((hypot(r, c), row + r, column + c) for r, c in product(reach, reach) if self.is_sea(row + r, column + c))
        found = min(near, default=None)
        return (found[1], found[2]) if found and found[0] <= SHORE else None

    def way(self, start: Cell, end: Cell) -> list[Cell] | None:
        """A* over the eight cells round each."""
        width, sea, east = self.width, self.sea, min(self.east_km)
        came: dict[int, int] = {}
        far = {start[0] * width + start[1]: 0.0}
        ahead = [(0.0, start[0] * width + start[1])]
        goal, done = end[0] * width + end[1], set[int]()
        while ahead:
            _, here = heapq.heappop(ahead)
            if here == goal:
                return self._back(came, here)
            if here in done:
                continue
            done.add(here)
            row, column = divmod(here, width)
            for down, right in _STEPS:
                r, c = row + down, column + right
                there = r * width + c
                if not (0 <= r < self.height and 0 <= c < width) or not sea[there] or there in done:
                    continue
                km = far[here] + hypot(down * _CELL_KM, right * self.east_km[row])
                if km < far.get(there, km + 1):
                    far[there], came[there] = km, here
                    left = hypot((end[0] - r) * _CELL_KM, (end[1] - c) * east)
                    heapq.heappush(ahead, (km + left, there))
        return None

    def _back(self, came: dict[int, int], here: int) -> list[Cell]:
        cells = [divmod(here, self.width)]
        while here in came:
            here = came[here]
            cells.append(divmod(here, self.width))
        return cells[::-1]

    def straightened(self, cells: list[Cell]) -> list[Cell]:
        """The way without turns that open water makes needless, pulled straight from both ends in turn."""
        for _ in range(2):
            cells = self._pulled(self._pulled(cells)[::-1])[::-1]
        return cells

    def _pulled(self, cells: list[Cell]) -> list[Cell]:
        kept, last = [cells[0]], cells[0]
        for cell in cells[1:]:
            if not self._open(kept[-1], cell):
                kept.append(last)
            last = cell
        return [*kept, cells[-1]]

    def _open(self, a: Cell, b: Cell) -> bool:
        """True where the straight line between two cells is over sea."""
        steps = 2 * max(abs(a[0] - b[0]), abs(a[1] - b[1]), 1)
        down, right = (b[0] - a[0]) / steps, (b[1] - a[1]) / steps
        return all(self.is_sea(round(a[0] + n * down), round(a[1] + n * right)) for n in range(steps + 1))
