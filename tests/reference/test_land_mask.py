"""The land mask tells sea from land, over the 180th meridian too."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waybill.reference.caspian import are_on_caspian, on_caspian
from waybill.reference.land_mask import LandMask, cell_of, middle_of, open_land_mask
from waybill.settings import Settings

LATS, LONS = st.floats(-89.9, 89.9), st.floats(-179.9, 179.9)


@pytest.fixture(scope="module")
def mask() -> LandMask:
    return open_land_mask(Settings())


@pytest.mark.parametrize(
    ("lat", "lon", "sea"),
    [(40.0, 135.0, True), (20.0, 38.5, True), (55.75, 37.6, False), (0.0, 180.0, True), (41.0, 51.0, False)],
)
def test_sea_is_told_from_land(mask: LandMask, lat: float, lon: float, sea: bool) -> None:
    assert mask.is_sea(lat, lon) is sea


def test_a_block_runs_over_the_date_line(mask: LandMask) -> None:
    row, column = cell_of(10.0, 179.99)
    assert mask.block(row, row + 2, column - 3, column + 4).all()


@given(st.lists(st.tuples(LATS, LONS), min_size=1, max_size=20))
def test_many_points_are_told_as_each(mask: LandMask, points: list[tuple[float, float]]) -> None:
    assert mask.are_sea(np.array(points)).tolist() == [mask.is_sea(*point) for point in points]
    assert are_on_caspian(np.array(points)).tolist() == [on_caspian(*point) for point in points]


@given(LATS, LONS)
def test_the_middle_of_a_cell_lies_in_it(lat: float, lon: float) -> None:
    assert cell_of(*middle_of(*cell_of(lat, lon))) == cell_of(lat, lon)


def test_the_caspian_is_known_though_the_mask_takes_it_for_land() -> None:
    assert on_caspian(41.0, 51.0)
    assert not on_caspian(41.0, 45.0)
