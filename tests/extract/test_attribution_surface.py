"""Reporting clauses that the tree may miss, read from the order of the words."""

import pytest

from attributed import attributions, said
from waybill.model.span import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    (
        (
            "Washington had warned before the visit that arms talks were advancing.",
            ("that arms talks were advancing", "Washington", "had warned"),
        ),
        (
            "Ships that sail to Olya carry grain, timber and machine parts, the head of the ports authority told the Wire.",
            (
                "Ships that sail to Olya carry grain, timber and machine parts",
                "the head of the ports authority",
                "told",
            ),
        ),
        (
            "Since then, says Valentina Ruskova, who teaches history in Oslo, both sides talk as if a deal existed.",
            (
                "Since then | who teaches history in Oslo, both sides talk as if a deal existed",
                "Valentina Ruskova",
                "says",
            ),
        ),
    ),
)
def test_the_order_of_words_tells_who_says_it_where_the_tree_does_not(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in said(text)


def test_a_judgement_in_quotation_marks_is_said_of_its_object() -> None:
    assert said("Voss called Rome “The Harbour of Lies” on Monday.") == (("Rome “The Harbour of Lies”", "Voss", "called"),)


def test_a_name_with_an_office_behind_it_may_say_where_before_what() -> None:
    text = "Anna Voss, mayor of Olya and head of its port council, said in her first speech that no crates had come."
    assert ("that no crates had come", "said") in [(content, cue) for content, _, cue in said(text)]


def test_what_tells_of_the_speaking_is_no_part_of_the_statement() -> None:
    text = "Thousands of crates have reached Oslo since May, two officials said this week, describing a trade nobody admits."
    assert said(text)[0][0] == "Thousands of crates have reached Oslo since May"


def test_a_lesser_clause_is_no_statement() -> None:
    assert said("When Congress cut the funds two years later, Mexico said.") == ()


def test_a_dateline_is_cut_off_what_is_said_and_leaves_the_rest() -> None:
    text = "OSLO, May 2 (Example) - Three ships carried shells to Rome, the foreign ministry said on Friday."
    (found,) = attributions(text, furniture=(Span(0, 24),))
    assert [s.text_of(text) for s in found.content] == ["Three ships carried shells to Rome"]


@pytest.mark.parametrize(
    ("text", "source"),
    (
        ("White House: Iran has shipped up to 1,000 drones to Russia\n\nMore soon.", "White House"),
        ("Iran shipped arms to Russia, says Kyiv\n\nMore soon.", "Kyiv"),
        ("Kyiv accuses Tehran of arming Moscow\n\nMore soon.", "Kyiv"),
    ),
)
def test_a_headline_has_a_speaker(text: str, source: str) -> None:
    assert [s for _, s, _ in said(text)] == [source]


@pytest.mark.parametrize("label", ("Revealed", "Weekly Round-up", "Shells and ships"))
def test_a_headline_that_opens_with_a_topic_has_no_speaker(label: str) -> None:
    assert said(f"{label}: the long way of the crates to Olya\n\nThe crates went by sea.") == ()


def test_a_text_may_end_with_a_word_that_reports() -> None:
    assert said("The ship sailed - Kirby insists") == ()
