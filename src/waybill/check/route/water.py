"""The shortest way over the sea cells of the land mask, for short legs."""

import heapq
from collections.abc import Callable, Sequence
from itertools import pairwise, product
from math import cos, hypot, inf, radians

import numpy as np

from waybill.model.leg import Point
from waybill.reference.land_mask import COLUMNS, ROWS, LandMask, cell_of, middle_of
from waybill.reference.sphere import distance_km

MARGIN = 60
"""Cells that are looked at beyond the two ends: our convention, one degree, more than capes on legs under 500 km need."""

SHORE = 14
"""Cells that a port's point may lie from the sea: our convention, some 25 km of harbour and river mouth."""

Cell = tuple[int, int]
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
    return _Block(mask, point, point, SHORE + 2).sea_near(point) is not None


def length_km(points: Sequence[Point]) -> float:
    """The length of a way over great circles from point to point."""
    return sum(distance_km(*a, *b) for a, b in pairwise(points))


class _Block:
    """The cells round two points, with land all round them."""

    def __init__(self, mask: LandMask, start: Point, end: Point, margin: int = MARGIN) -> None:
        (row, column), (row2, column2) = cell_of(*start), cell_of(*end)
        if abs(column - column2) > COLUMNS // 2:
            column, column2 = (c + COLUMNS if c < COLUMNS // 2 else c for c in (column, column2))
        self.top, self.left = max(0, min(row, row2) - margin), min(column, column2) - margin
        bottom, right = min(ROWS, max(row, row2) + margin + 1), max(column, column2) + margin + 1
        self.sea = mask.block(self.top, bottom, self.left, right)
        self.sea[[0, -1], :] = self.sea[:, [0, -1]] = False
        self.height, self.width = bottom - self.top, right - self.left
        self.east_km = [_CELL_KM * cos(radians(middle_of(self.top + r, 0)[0])) for r in range(self.height)]

    def point(self, cell: Cell) -> Point:
        lat, lon = middle_of(self.top + cell[0], self.left + cell[1])
        return round(lat, 4), round(lon, 4)

    def sea_near(self, point: Point) -> Cell | None:
        """The sea cell nearest to a point, within SHORE."""
        row, column = cell_of(*point)
        row, column = row - self.top, (column - self.left) % COLUMNS
        top, left = max(0, row - SHORE), max(0, column - SHORE)
        rows, columns = np.nonzero(self.sea[top : row + SHORE + 1, left : column + SHORE + 1])
        far = np.hypot(rows + top - row, columns + left - column)
        if not far.size or far.min() > SHORE:
            return None
        nearest = int(far.argmin())
        return int(rows[nearest]) + top, int(columns[nearest]) + left

    def way(self, start: Cell, end: Cell) -> list[Cell] | None:
        """A* over the eight cells round each."""
        if self._open(start, end):
            return [start, end]
        width, sea, steps = self.width, self.sea.tobytes(), self._steps()
        here, goal = start[0] * width + start[1], end[0] * width + end[1]
        came, far, done = dict[int, int](), {here: 0.0}, set[int]()
        ahead = [(0.0, here)]
        left_km = self._left_km(end)
        while ahead:
            here = heapq.heappop(ahead)[1]
            if here == goal:
                return self._back(came, here)
            if here in done:
                continue
            done.add(here)
            gone = far[here]
            for step, more in steps[here // width]:
                there, km = here + step, gone + more
                if sea[there] and km < far.get(there, inf):
                    far[there], came[there] = km, here
                    heapq.heappush(ahead, (km + left_km(there), there))
        return None

    def _steps(self) -> list[tuple[tuple[int, float], ...]]:
        """For each row the eight steps, as how far on the cell lies in the block, and kilometres."""
        each = [(down, right) for down, right in product((-1, 0, 1), repeat=2) if (down, right) != (0, 0)]
        return [tuple((d * self.width + r, hypot(d * _CELL_KM, r * east)) for d, r in each) for east in self.east_km]

    def _left_km(self, end: Cell) -> Callable[[int], float]:
        """What a way from a cell to the end takes at the least, in kilometres, by steps over nothing but water."""
        width, (row, column), east = self.width, end, min(self.east_km)
        across = hypot(_CELL_KM, east)

        def left(cell: int) -> float:
            down, right = abs(cell // width - row), abs(cell % width - column)
            return down * across + (right - down) * east if down < right else right * across + (down - right) * _CELL_KM

        return left

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
        share = np.linspace(0, 1, 2 * max(abs(a[0] - b[0]), abs(a[1] - b[1]), 1) + 1)
        rows, columns = (np.rint(a[n] + share * (b[n] - a[n])).astype(np.intp) for n in (0, 1))
        return bool(self.sea[rows, columns].all())
