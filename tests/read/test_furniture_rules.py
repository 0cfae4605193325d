import re

import pytest

from waybill.model.span import Span
from waybill.read import datelines, dates
from waybill.read.furniture import CLUTTER_RULES, EDGE_RULES, Rule, edge_match, is_clutter


@pytest.mark.parametrize("rule", EDGE_RULES, ids=lambda rule: rule.example)
def test_each_edge_rule_is_the_first_to_fit_its_example(rule: Rule) -> None:
    found = edge_match(rule.example)
    assert found and found[0] is rule


@pytest.mark.parametrize("rule", CLUTTER_RULES, ids=lambda rule: rule.example)
def test_each_clutter_rule_fits_its_example(rule: Rule) -> None:
    assert re.fullmatch(rule.pattern, rule.example)
    assert is_clutter(rule.example)


@pytest.mark.parametrize("example", [example for _, example in datelines.FORMS])
def test_each_dateline_form_fits_its_example_and_leaves_the_sentence(example: str) -> None:
    text = example + "The ship left."
    found = datelines.dateline(text, Span(0, len(text)))
    assert found and found.span.text_of(text) == example.strip()


@pytest.mark.parametrize(
    "words", ["N'DJAMENA - ", "N’DJAMENA -- ", "KHARTOUM - ", "MOSCOW/TEHRAN, Jan 5 (Agency) - ", "Oslo, Jan 5 – "]
)
def test_a_plain_hyphen_ends_a_dateline(words: str) -> None:
    text = words + "A European official said so."
    found = datelines.dateline(text, Span(0, len(text)))
    assert found and found.span.text_of(text) == words.strip()


@pytest.mark.parametrize("example", [example for _, example in dates.FORMS])
def test_each_date_form_gives_the_day_of_its_example(example: str) -> None:
    assert str(dates.date_of(example)) == "2023-10-14"


@pytest.mark.parametrize("words", ["03/04/2023", "14 October", "31 February 2023", "2023-13-01", "14 October 20234", ""])
def test_a_date_that_is_open_or_impossible_is_not_guessed(words: str) -> None:
    assert dates.date_of(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "By Friday the ship had left Najin.",
        "Via sea and rail the containers reached the depot.",
        "The report was published by a ministry in Seoul.",
        "REPORTER: Did the ship leave?",
        "Source: officials say the containers were shipped from Najin",
        "Newspaper: minister denied that arms were shipped",
        "Image analysts counted 300 containers.",
        "Home to a shipyard, the port is closed.",
        "Print runs of the manual were found in the crate.",
        "14",
    ],
)
def test_a_sentence_is_no_furniture(words: str) -> None:
    assert edge_match(words) is None
    assert not is_clutter(words)


@pytest.mark.parametrize(
    "text",
    ["NATO — the alliance — said so.", "MR. KIRBY — Thank you.", "Mr Shoigu (Minister) - he left.", "U.S. officials said so."],
)
def test_dashes_and_capitals_alone_make_no_dateline(text: str) -> None:
    assert datelines.dateline(text, Span(0, len(text))) is None
