import pytest

from newsroom import exactly, more_than, up_to
from waybill.model.claim import Slot
from waybill.model.quantity import Quantity
from waybill.reconcile.tolerance import Interval, interval


@pytest.mark.parametrize(
    ("words", "amount", "low", "high"),
    [
        ("more than 1,000 crates", more_than(1000), 1000, None),
        ("up to 1,000 crates", up_to(1000), None, 1000),
        ("nearly 500 crates", up_to(500), 450, 500),
        ("almost 500 crates", exactly(500, modifier="~"), 450, 500),
        ("about 400 crates", exactly(400, modifier="~"), 360, 440),
        ("1,000 crates", exactly(1000), 900, 1100),
        ("6,700 crates", exactly(6700), 6365, 7035),
        ("a dozen crates", exactly(12), 10.2, 13.8),
        ("five crates", exactly(5), 5, 5),
        ("dozens of crates", Quantity(24, 99, "crate", (), "range"), 24, 99),
        ("200 to 250 crates", Quantity(200, 250, "crate", (200, 250), "range"), 200, 250),
        ("300 of the crates", exactly(300, measure="subset"), 270, None),
    ],
)
def test_words_allow_an_interval(words: str, amount: Quantity, low: float | None, high: float | None) -> None:
    found = interval(Slot(None, words, amount))
    assert found is not None and (found.low, found.high) == (low, high)


def test_an_unresolved_amount_allows_nothing_to_be_said() -> None:
    assert interval(Slot(None, "a lot", None, "vague")) is None


def test_an_interval_of_or_is_its_hull() -> None:
    either = Quantity(100, 900, "crate", (100, 900), alternatives=(exactly(100), exactly(900)))
    assert interval(Slot(None, "100 or 900 crates", either)) == Interval(100, 900)
