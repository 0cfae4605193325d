"""What a value means, as a reader is told."""

from datetime import date

import pytest

from waybill.model.quantity import Quantity
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window
from waybill.publish.meanings import meaning

SEP, OCT = (date(2023, 9, 1), date(2023, 9, 30)), (date(2023, 10, 1), date(2023, 10, 14))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Window(None, SEP[0], SEP[0], SEP[0], SEP[0]), "1 Sep 2023"),
        (Window(None, SEP[0], SEP[0], OCT[1], OCT[1]), "1 Sep to 14 Oct 2023"),
        (Window(None, date(2022, 12, 30), date(2022, 12, 30), SEP[0], SEP[0]), "30 Dec 2022 to 1 Sep 2023"),
        (Window(None, *SEP, *SEP), "some time 1 Sep to 30 Sep 2023"),
        (Window(None, *SEP, *OCT), "starts 1 Sep to 30 Sep 2023, ends 1 Oct to 14 Oct 2023"),
        (Window(None, SEP[0], None, None, OCT[1]), "starts 1 Sep 2023 or later, ends 14 Oct 2023 or earlier"),
        (Window(None, None, None, None, OCT[1]), "ends 14 Oct 2023 or earlier"),
        (Window("XXXX-09-07"), "XXXX-09-07"),
        (Quantity(None, 1000, "container", (1000,), "<"), "up to 1,000 containers"),
        (Quantity(1000, None, "container", (1000,), ">"), "at least 1,000 containers"),
        (Quantity(400, 400, "crate", (400,), "~"), "about 400 crates"),
        (Quantity(20, 30, "box", (20, 30), "range", "rate"), "20 to 30 boxes (a rate)"),
        (Quantity(300, 300, "container", (300,), measure="detected"), "300 containers (what was detected)"),
        (Quantity(24, 99, "crate", (), "range", vague=True), "24 to 99 crates (no figure is said)"),
        (Quantity(0, 0, "shell", (0,)), "0 shells"),
        (Quantity(1, 1, "site", (1,)), "1 site"),
        (Quantity(1 / 3, 1 / 3, "share", (1 / 3,), measure="subset"), "0.33 shares (part of a whole)"),
        (Quantity(2, 2, "people", (2,)), "2 people"),
        (Quantity(1234.5, 1234.5, "tonne", (1234.5,)), "1,234.5 tonnes"),
        (Quantity(6e9, 6e9, "USD", (6e9,)), "6,000,000,000 USD"),
        (Place("Rajin", "North Korea", 42.23, 130.3, 10, "x"), "Rajin, North Korea (42.23, 130.30 within 10 km)"),
        (Place("Norway", "Norway", None, None, None, None), "Norway"),
        (Party("John Kirby", "person", "United States", None, "White House"), "John Kirby (person, White House)"),
        (Party("Norway", "state", "Norway", "NO", "Norwegian government"), "Norway (state)"),
        (Item("equipment", None, None), "equipment (class open)"),
        (Vessel("Angara", "9179842", None), "Angara, IMO 9179842"),
        (Vessel(None, None, "273123456"), "a vessel, MMSI 273123456"),
        (("sea", "rail"), "sea rail"),
        (None, ""),
    ],
)
def test_a_value_is_told_in_a_few_words(value: object, words: str) -> None:
    assert meaning(value) == words
