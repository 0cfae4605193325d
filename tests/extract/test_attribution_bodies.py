"""Institutes, outlets, ministries and states that speak together."""

import pytest

from attributed import speaker


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    (
        ("The research group Delta Watch said it left.", "The research group Delta Watch", "Delta Watch", "organisation"),
        ("The Tarn Institute said it left.", "The Tarn Institute", "Tarn Institute", "organisation"),
        ("The Centre for Quiet Seas said it left.", "The Centre for Quiet Seas", "Centre for Quiet Seas", "organisation"),
        ("It left, the Levant Ledger reported.", "the Levant Ledger", "Levant Ledger", "outlet"),
        ("Brokers at Moe said it left.", "Brokers at Moe", "Brokers at Moe", "unnamed"),
        ("Blue Delta, a research group, said it left.", "Blue Delta, a research group", "Blue Delta", "organisation"),
        ("Jo Till, a founder of the group, said it left.", "Jo Till, a founder of the group", "Jo Till", "person"),
    ),
)  # fmt: skip
def test_a_body_is_known_by_the_form_of_its_name(text: str, words: str, name: str, kind: str) -> None:
    found = speaker(text, words)
    assert (found.name, found.kind) == (name, kind)


def test_a_paper_speaks_of_itself_by_the_end_of_its_name() -> None:
    found = speaker("The Ledger could not establish whether it was genuine.", "The Ledger", publisher="The Levant Ledger")
    assert (found.name, found.kind) == ("The Levant Ledger", "outlet")


def test_who_works_for_an_institute_speaks_for_it() -> None:
    found = speaker("Anna Voss, an analyst at the Tarn Institute, said it left.", "Anna Voss, an analyst at the Tarn Institute")
    assert (found.name, found.institution) == ("Anna Voss", "Tarn Institute")


def test_analysts_at_an_institute_are_no_crowd() -> None:
    found = speaker("Analysts at the Tarn Institute say it left.", "Analysts at the Tarn Institute")
    assert (found.institution, found.kind) == ("Tarn Institute", "organisation")


def test_its_researchers_are_those_of_the_institute_before() -> None:
    found = speaker("The Tarn Institute counted five ships. Each was full, its researchers say.", "its researchers")
    assert (found.name, found.institution) == ("Tarn Institute researchers", "Tarn Institute")


def test_the_foreign_ministry_is_that_of_the_capital_the_text_is_dated_from() -> None:
    text = "TEHRAN, April 26 (Example) - The Foreign Ministry's spokesman said it left."
    assert speaker(text, "The Foreign Ministry's spokesman").institution == "Iranian foreign ministry"


def test_the_foreign_ministry_of_no_named_state_stays_open() -> None:
    assert speaker("The Foreign Ministry said it left.", "The Foreign Ministry").country is None


def test_the_foreign_ministry_takes_up_that_of_a_state_named_before() -> None:
    text = "OSLO, May 2 (Example) - Iran's foreign ministry denied it. The foreign ministry said it was a lie."
    assert speaker(text, "The foreign ministry").country == "Iran"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    (
        ("Moscow and Pyongyang deny that it left.", "Moscow and Pyongyang", "Russia and North Korea"),
        ("The US, Japan and Norway said it left.", "The US, Japan and Norway", "United States, Japan and Norway"),
        ("The Russian and Iranian missions said it left.", "The Russian and Iranian missions", "Russia and Iran"),
    ),
)
def test_states_that_speak_together_are_all_named(text: str, words: str, name: str) -> None:
    found = speaker(text, words)
    assert (found.name, found.country) == (name, None)


@pytest.mark.parametrize("words", ("Neither", "One", "The second official", "One of the officials"))
def test_one_of_several_is_of_those_named_before(words: str) -> None:
    text = f"Two Western officials said the ship left. {words} said that it was empty."
    assert speaker(text, words).name == "Two Western officials"


def test_we_in_a_report_is_who_put_it_out() -> None:
    found = speaker("We assess that it left.", "We", publisher="Tarn Institute for Maritime Evidence")
    assert (found.name, found.kind) == ("Tarn Institute for Maritime Evidence", "organisation")


def test_a_body_that_the_text_introduces_once_speaks_under_its_name() -> None:
    found = speaker("Grey Tern, a monitoring group, counts ships. Two left, Grey Tern said.", "Grey Tern")
    assert (found.name, found.institution, found.kind) == ("Grey Tern", "Grey Tern", "organisation")
