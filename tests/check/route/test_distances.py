"""Legs are as long as is published, and say by what they are measured."""

import pytest

from waybill.check.route.find import Routes
from waybill.model.claim import Mode
from waybill.reference.sphere import distance_km
from ways import delivery

PUBLISHED: tuple[tuple[str, str, Mode, float, float], ...] = (
    ("Rajin", "Dunay", "sea", 180, 190),
    ("Rajin", "Vostochny Port", "sea", 240, 240),
    ("Vladivostok", "Moscow", "rail", 9289, 9289),
    ("Dunay", "Tikhoretsk", "rail", 9500, 9500),
    ("Bandar Anzali", "Olya", "sea", 1000, 1000),
    ("Bandar Abbas", "Hodeidah", "sea", 3050, 3290),
)


@pytest.mark.parametrize("row", PUBLISHED)
def test_a_leg_is_within_a_twentieth_of_what_is_published(routes: Routes, row: tuple[str, str, Mode, float, float]) -> None:
    start, end, mode, low, high = row
    (leg,) = routes.legs(delivery(start, end, mode))
    assert low * 0.95 <= leg.distance_km <= high * 1.05


@pytest.mark.parametrize(
    ("start", "end", "mode", "by"),
    [
        ("Rajin", "Dunay", "sea", "the land mask"),
        ("Bandar Abbas", "Hodeidah", "sea", "the marine network"),
        ("Vladivostok", "Moscow", "rail", "the corridor table (Trans-Siberian)"),
        ("Amdjarass", "Nyala", "road", "great circle times 1.4 (road detour)"),
    ],
)
def test_a_leg_names_what_it_is_measured_by(routes: Routes, start: str, end: str, mode: Mode, by: str) -> None:
    (leg,) = routes.legs(delivery(start, end, mode))
    assert leg.by == by


@pytest.mark.parametrize(("start", "end", "mode"), [row[:3] for row in PUBLISHED] + [("Abu Dhabi", "Amdjarass", "air")])
def test_no_leg_is_shorter_than_the_great_circle_between_its_ends(routes: Routes, start: str, end: str, mode: Mode) -> None:
    for leg in routes.legs(delivery(start, end, mode)):
        assert leg.between_km[0] >= distance_km(*leg.points[0], *leg.points[-1]) - 0.1
        assert leg.between_km[0] <= leg.distance_km <= leg.between_km[1]


@pytest.mark.parametrize(("start", "end"), [("Rajin", "Dunay"), ("Bandar Abbas", "Hodeidah"), ("Bandar Anzali", "Olya")])
def test_the_way_back_is_as_long_by_sea(routes: Routes, start: str, end: str) -> None:
    (there,), (back,) = routes.legs(delivery(start, end, "sea")), routes.legs(delivery(end, start, "sea"))
    assert there.distance_km == pytest.approx(back.distance_km, rel=0.02)


def test_a_sea_leg_leads_over_water_only(routes: Routes) -> None:
    (leg,) = routes.legs(delivery("Rajin", "Dunay", "sea"))
    assert len(leg.points) > 2
    assert leg.points[0] == (42.23, 130.3)


def test_from_the_caspian_to_the_open_sea_a_leg_says_that_it_goes_by_river(routes: Routes) -> None:
    (leg,) = routes.legs(delivery("Bandar Anzali", "Hodeidah", "sea"))
    assert leg.by == "the marine network, by the Volga and the Don"


def test_a_change_of_gauge_is_counted_and_one_on_a_line_of_both_gauges_is_none(routes: Routes) -> None:
    (over,) = routes.legs(delivery("Tehran", "Moscow", "rail"))
    (along,) = routes.legs(delivery("Rajin", "Moscow", "rail"))
    assert (over.gauge_breaks, along.gauge_breaks) == (1, 0)
