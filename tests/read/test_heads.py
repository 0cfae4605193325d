"""Heads of plain texts: headlines of all lengths with a byline and a date right below them."""

from datetime import date
from itertools import product

import pytest

from waybill.read.imprint import Imprint, imprint_of

BODY = (
    "A cargo plane landed at Port Sudan on Monday, people at the airport said. No one would say what it carried.\n\n"
    "The flights went on until 3 February 2024, two officials said.\n"
)
HEADLINES = (
    "Drones flown to Sudan, say two",
    "Iran flew drones to Sudan, two officials said",
    "Iran flew 120 drones to Sudan's army, officials said",
    "Senior aides in three capitals: 90 attack drones flown to Sudan",
    "Iran Flew at Least 120 Attack Drones to Sudan's Army, Two Officials Say",
    "Officials in two capitals say that Iran sent some 120 drones to the army of Sudan by air",
    "Did Iran fly at least 120 attack drones to Sudan's army in January?",
    "Officials in several capitals say that Iran flew at least a\nhundred and twenty attack drones to the army of Sudan",
)
DATES = (
    "13 March 2024",
    "March 13, 2024",
    "2024-03-13",
    "Wednesday, 13 March 2024",
    "Mar. 13, 2024 5:03 pm ET",
    "13 March 2024 | 5 min read",
    "13 March 2024 (updated 14 March 2024)",
    "Published 13 March 2024, 10:15 GMT",
    "Published 13 March 2024, updated 14 March 2024",
    "PUBLISHED 13 MARCH 2024",
    "Updated 13 March 2024 at 10.15",
    "Last updated: 13 March 2024",
)
OUTLETS = ((), ("Harbour Lantern",), ("Harbour Post",))
"""None, one that its name does not show to be an outlet, one that it does."""

BELOW = (("{date}",), ("By Lena Marsh", "{date}"), ("{date}", "By Lena Marsh and Karim Haddad"), ("by Lena Marsh", "{date}"))


def furniture(text: str, imprint: Imprint) -> list[str]:
    return [span.text_of(text) for span in imprint.furniture]


@pytest.mark.parametrize("said", DATES)
@pytest.mark.parametrize("headline", HEADLINES)
def test_a_date_and_a_byline_below_a_headline_are_read_however_long_it_is(headline: str, said: str) -> None:
    for outlet, form, gap in product(OUTLETS, BELOW, ("\n", "\n\n")):
        below = [line.format(date=said) for line in form]
        text = gap.join((*outlet, headline, *below)) + "\n\n" + BODY
        found = imprint_of(text)
        assert found.published == date(2024, 3, 13), text
        if "|" not in said:
            assert set(below) <= set(furniture(text, found)), text


@pytest.mark.parametrize("headline", [h for h in HEADLINES if len(h) >= 50])
@pytest.mark.parametrize("byline", ["By Lena Marsh", "BY LENA MARSH", "by Lena Marsh", "Lena Marsh", "Lena Marsh in Nairobi"])
def test_a_byline_below_a_long_headline_is_furniture_without_a_date_too(headline: str, byline: str) -> None:
    text = f"Harbour Lantern\n{headline}\n{byline}\n\n{BODY}"
    assert byline in furniture(text, imprint_of(text))


def test_names_without_by_tell_no_author() -> None:
    assert imprint_of(f"Harbour Lantern\n{HEADLINES[3]}\nPort Sudan\n\n{BODY}").author is None


@pytest.mark.parametrize(
    "prose",
    [
        "The papers on the delivery were signed in the harbour of Najin on\n14 March 2024\n",
        "The delivery was agreed in Najin in the night before the ministers left,\n14 March 2024\n",
        "The ministers put their names to the papers on the delivery of crates\n14 March 2024.\n",
        "The ministers put their names to the papers on the delivery of crates\n14 March 2024\nand left the same day.\n",
        "The ship left the port. The papers on the delivery of the crates were\n14 March 2024\n",
        "Ministers who asked not to be named told the ambassadors of the three\n"
        "states that the crates were loaded at the northern pier of the harbour\n"
        "by soldiers who had come from the capital with a list of all the goods\n"
        "that were to leave the country until the end of the month and not past\n"
        "14 March 2024\n",
    ],
)
def test_a_date_in_wrapped_prose_is_no_publishing_date(prose: str) -> None:
    found = imprint_of(prose + "\n" + BODY)
    assert (found.published, found.furniture) == (None, ())


def test_a_date_that_heads_a_part_amid_prose_does_not_settle_when_a_text_was_put_out() -> None:
    text = (
        f"Drones flown to Sudan\n\n{BODY}\n5 March 2024\n\nThe planes came back to the airport for more, people there said.\n"
    )
    found = imprint_of(text)
    assert (found.published, found.open_days) == (None, (date(2024, 3, 5),))


def test_a_date_below_a_standfirst_is_the_texts() -> None:
    standfirst = "Officials count a hundred and twenty of them, all flown in January."
    text = f"Drones flown to Sudan\n\n{standfirst}\n\n13 March 2024\n\n{BODY}"
    assert imprint_of(text).published == date(2024, 3, 13)


def test_two_dates_in_a_head_stay_undecided() -> None:
    found = imprint_of(f"{HEADLINES[2]}\n13 March 2024\n14 March 2024\n\n{BODY}")
    assert (found.published, found.open_days) == (None, (date(2024, 3, 13), date(2024, 3, 14)))


def test_a_date_that_could_be_two_days_stays_open_below_a_long_headline() -> None:
    found = imprint_of(f"{HEADLINES[3]}\n03/04/2024\n\n{BODY}")
    assert (found.published, found.open_dates) == (None, ("03/04/2024",))
