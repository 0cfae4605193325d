import pytest

from waybill.reference.nearness import leg


@pytest.mark.parametrize(
    ("place", "words"), [("Aden", "to Aden"), ("near Aden", "near Aden"), ("close to Aden", "close to Aden")]
)
def test_a_place_with_its_own_preposition_keeps_it(place: str, words: str) -> None:
    assert leg("to", place) == words
