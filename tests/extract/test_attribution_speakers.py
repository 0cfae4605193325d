"""Whom sources stand for."""

import pytest

from attributed import speaker
from waybill.model.claim import Source


def is_named(source: Source) -> tuple[str | None, str | None, str | None, str]:
    return source.name, source.institution, source.country, source.kind


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    (
        ("US officials said it left.", "US officials", ("US officials", "US government", "United States", "government")),
        ("Pyongyang said it left.", "Pyongyang", ("North Korea", "North Korean government", "North Korea", "government")),
        ("Mr Kirby said it left.", "Mr Kirby", ("John Kirby", "White House", "United States", "government")),
        ("A Western official said it left.", "A Western official", ("A Western official", None, None, "unnamed")),
        ("Some analysts say it left.", "Some analysts", ("Some analysts", None, None, "crowd")),
        ("Russian bloggers say it left.", "Russian bloggers", ("Russian bloggers", None, None, "crowd")),
        ("Local media said it left.", "Local media", ("Local media", None, None, "outlet")),
        ("Reuters reported that it left.", "Reuters", ("Reuters", "Reuters", "United Kingdom", "outlet")),
        ("A Kremlin aide said it left.", "A Kremlin aide", ("A Kremlin aide", "Kremlin", "Russia", "government")),
        ("A retired US general said it left.", "A retired US general", ("A retired US general", None, None, "unnamed")),
    ),
)  # fmt: skip
def test_a_source_is_named_with_its_institution(text: str, words: str, expected: tuple[str | None, ...]) -> None:
    assert is_named(speaker(text, words)) == expected


def test_he_is_the_speaker_before() -> None:
    text = "The train met Mr Olsen, Mr Kirby said. He said it was full."
    assert speaker(text, "He").name == "John Kirby"


def test_they_are_the_group_before() -> None:
    assert speaker("Observers say the depots are full. They say it is late.", "They").name == "Observers"


def test_they_may_be_the_subject_of_the_same_sentence() -> None:
    text = "US officials showed pictures of what they said were crates."
    assert speaker(text, "they").institution == "US government"


def test_bare_officials_take_up_the_officials_named_before() -> None:
    text = "US officials said the ship left. It came back in May, officials said."
    assert speaker(text, "officials").institution == "US government"


def test_bare_officials_that_nobody_named_before_stay_unnamed() -> None:
    assert is_named(speaker("The ship left, officials said.", "officials")) == ("officials", None, None, "unnamed")


def test_the_ministry_takes_up_the_ministry_of_a_state() -> None:
    text = "Norway's defence ministry said the ship left. The ministry added that it was empty."
    assert speaker(text, "The ministry").country == "Norway"


def test_a_surname_takes_up_the_full_name() -> None:
    text = "Anna Voss, who runs the port, said it was shut. Voss said nobody came."
    assert speaker(text, "Voss").name == "Anna Voss"


def test_she_is_no_mister() -> None:
    text = "Ms Voss runs the port. Mr Olsen left it in May. She said the port was shut."
    assert speaker(text, "She").name == "Voss"


def test_a_pronoun_that_nothing_fits_stays_without_a_name() -> None:
    assert is_named(speaker("He said the ship left.", "He")) == (None, None, None, "person")


def test_we_of_a_statement_is_who_put_it_out() -> None:
    assert speaker("We assess that the ship left.", "We", publisher="White House").institution == "White House"


def test_who_saw_a_report_is_not_who_wrote_it() -> None:
    assert speaker("The report, seen by Reuters, says it left.", "The report, seen by Reuters").institution is None


def test_a_surname_first_takes_up_the_office_of_the_full_name() -> None:
    text = "Defence Minister Shin Won-sik said it left. Shin said it was full."
    assert speaker(text, "Shin").institution == "South Korean defence ministry"


def test_a_mission_speaks_for_the_state_that_owns_it() -> None:
    assert speaker("Tehran's UN mission rejected the report.", "Tehran's UN mission").country == "Iran"
