"""The land mask: sea or land, by the arc minute, compiled once to packed bits in the cache folder."""

import os
import tempfile
import zipfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from waybill.errors import WriteError
from waybill.settings import Settings

ROWS, COLUMNS = 10_800, 21_600
"""Cells of one arc minute, from the north pole south and from 180 W east."""

_EDITION = 1
"""Raised whenever what is compiled from the same input changes."""

_AT_ONCE = 60
"""Rows of cells compiled at a time: our convention, 10 MB of the source."""

_BYTES_A_ROW = COLUMNS // 8


class LandMask:
    """Looks cells up in a compiled mask, of which only the pages that are used are read."""

    def __init__(self, path: Path, source: str) -> None:
        self._bits = np.memmap(path, dtype=np.uint8, mode="r", shape=(ROWS, _BYTES_A_ROW))
        self.source = source

    def is_sea(self, lat: float, lon: float) -> bool:
        """True where the cell of this point is sea; inland waters and the Caspian are land."""
        row, column = cell_of(lat, lon)
        return bool(self._bits[row, column >> 3] >> (7 - (column & 7)) & 1)

    def are_sea(self, points: NDArray[np.float64]) -> NDArray[np.bool_]:
        """The same for many points, rows of latitude and longitude."""
        rows = np.minimum(ROWS - 1, ((90 - points[:, 0]) * 60).astype(np.int64))
        columns = ((points[:, 1] + 180) * 60).astype(np.int64) % COLUMNS
        found: NDArray[np.bool_] = (self._bits[rows, columns >> 3] >> (7 - (columns & 7)).astype(np.uint8) & 1).astype(bool)
        return found

    def block(self, top: int, bottom: int, left: int, right: int) -> NDArray[np.bool_]:
        """The cells of rows `top` to `bottom` and columns `left` to `right`, ends not included, True for sea; columns may run
        over the 180th meridian."""
        columns = np.arange(left, right) % COLUMNS
        bits: NDArray[Any] = self._bits[top:bottom, columns >> 3] >> (7 - (columns & 7)).astype(np.uint8) & 1
        return bits.astype(bool)


def cell_of(lat: float, lon: float) -> tuple[int, int]:
    """Row and column of a point in degrees."""
    return min(ROWS - 1, int((90 - lat) * 60)), int((lon + 180) * 60) % COLUMNS


def middle_of(row: int, column: int) -> tuple[float, float]:
    """Latitude and longitude of the middle of a cell, in degrees."""
    return 90 - (row + 0.5) / 60, ((column % COLUMNS) + 0.5) / 60 - 180


def open_land_mask(settings: Settings) -> LandMask:
    """The mask of the settings' cache folder, compiled there first where it is missing (some seconds, 29 MB).

    It is written aside and moved into place, so two runs at once do no harm. Raises WriteError where the folder cannot be
    written.
    """
    edition = version("global-land-mask")
    path = settings.cache_dir / f"land-mask-{edition}-{_EDITION}.bits"
    try:
        if not path.exists() or path.stat().st_size != ROWS * _BYTES_A_ROW:
            _compile(path)
    except OSError as error:
        raise WriteError(
            f"{path.parent}: the land mask cannot be kept there ({error.strerror}); let XDG_CACHE_HOME"
            " name a folder that can be written"
        ) from error
    return LandMask(path, f"global-land-mask {edition} (GLOBE), 1 arc minute")


def _compile(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(_shipped()) as shipped, shipped.open("mask.npy") as cells:
            _write(cells, file)
        Path(aside).replace(path)
    finally:
        Path(aside).unlink(missing_ok=True)


def _write(cells: IO[bytes], file: IO[bytes]) -> None:
    """Packs the source's cells of half a minute by fours: sea where two of four are."""
    np.lib.format.read_magic(cells)
    np.lib.format.read_array_header_1_0(cells)
    for _ in range(ROWS // _AT_ONCE):
        fine = np.frombuffer(cells.read(_AT_ONCE * 4 * COLUMNS), np.uint8).reshape(_AT_ONCE, 2, COLUMNS, 2)
        sea = fine[:, 0, :, 0] + fine[:, 0, :, 1] + fine[:, 1, :, 0] + fine[:, 1, :, 1] >= 2
        file.write(np.packbits(sea, axis=1).tobytes())


def _shipped() -> Path:
    """The package's file; the package itself, which unpacks a gigabyte, is not imported."""
    spec = find_spec("global_land_mask")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("global-land-mask is not installed")
    return Path(spec.submodule_search_locations[0]) / "globe_combined_mask_compressed.npz"
