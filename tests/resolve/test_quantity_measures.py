"""What an amount measures, by the words around it."""

from functools import cache

import pytest

from waybill.model.quantity import Quantity
from waybill.parse.english import parse
from waybill.resolve.quantities import find_quantities
from waybill.settings import Settings


@cache
def measures(text: str) -> dict[str, str]:
    mentions = find_quantities(next(parse([text], Settings())))
    return {m.text: m.value.measure for m in mentions if isinstance(m.value, Quantity)}


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("They shipped 300 containers.", "300 containers", "total"),
        ("It fires 20,000-30,000 rounds a day.", "20,000-30,000 rounds a day", "rate"),
        ("It makes 250,000 shells per month.", "250,000 shells per month", "rate"),
        ("It has a monthly output of 250,000 shells.", "250,000 shells", "rate"),
        ("The containers could hold 500,000 rounds.", "500,000 rounds", "capacity"),
        ("It has a capacity of 40,000 tonnes.", "40,000 tonnes", "capacity"),
        ("There is room for 20 trains.", "20 trains", "capacity"),
        ("Satellite images show 300 containers.", "300 containers", "detected"),
        ("They released photos of what they called 300 containers.", "300 containers", "detected"),
        ("About 70 railcars were seen at the station.", "About 70 railcars", "detected"),
        ("Analysts counted 70 railcars.", "70 railcars", "detected"),
        ("At least one of the vessels sank.", "At least one of the vessels", "subset"),
    ],
)
def test_the_words_around_an_amount_say_what_it_measures(text: str, words: str, measure: str) -> None:
    assert measures(text) == {words: measure}


def test_a_part_is_told_from_its_whole() -> None:
    assert measures("They sent 900 crates, of which 250 went by rail.") == {"900 crates": "total", "250": "subset"}
    assert measures("They fired 4,700 of 6,000 rounds.") == {"4,700": "subset", "6,000 rounds": "total"}
    assert measures("They sent 300 of the 1,000 crates.") == {"300": "subset", "1,000 crates": "total"}
