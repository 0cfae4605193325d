import pytest

from waybill.reference.sphere import compass_degrees, distance_km, point_towards


@pytest.mark.parametrize(
    ("words", "degrees"),
    [("north", 0), ("south-east", 135), ("southwest", 225), ("north-northeast", 22.5), ("eastern", 90), ("West", 270)],
)
def test_words_of_the_compass_say_a_direction(words: str, degrees: float) -> None:
    assert compass_degrees(words) == pytest.approx(degrees)


def test_a_point_in_a_direction_lies_that_far() -> None:
    lat, lon = point_towards(15.46, 45.33, 45, 40)

    assert distance_km(15.46, 45.33, lat, lon) == pytest.approx(40, abs=0.05)
    assert lat > 15.46
    assert lon > 45.33


def test_a_point_beyond_the_date_line_stays_on_the_globe() -> None:
    assert point_towards(0, 179.9, 90, 111.2)[1] == pytest.approx(-179.1, abs=0.01)
