import pytest

from waybill.reference.gazetteer import open_gazetteer
from waybill.resolve.places.named import place_named
from waybill.settings import Settings


@pytest.mark.parametrize(
    ("words", "country"),
    [("Najin", "North Korea"), ("Rajin, North Korea", "North Korea"), ("Tikhoretsk", "Russia"), ("Bandar Abbas", "Iran")],
)
def test_a_cell_names_its_place(words: str, country: str) -> None:
    place = place_named(open_gazetteer(Settings()), words)
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize("words", ["no such place", "", "Springfield", "Najin, Peru"])
def test_a_cell_that_names_none_or_several_is_not_guessed(words: str) -> None:
    assert place_named(open_gazetteer(Settings()), words) is None
