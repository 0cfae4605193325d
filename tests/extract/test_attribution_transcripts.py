"""Speakers of transcripts."""

import pytest

from attributed import attributions, said, speaker

BRIEFING = (
    "MR. KIRBY: Thank you. Our information indicates that Oslo has sent shells. The trains left in May.\n\n"
    "They came back empty.\n\n"
    "Q Did Rome pay for the shells?\n\n"
    "MR. KIRBY: We have not seen that. Go ahead."
)


def test_a_speakers_own_words_are_statements() -> None:
    assert ("The trains left in May", "MR. KIRBY", None) in said(BRIEFING)


def test_a_paragraph_without_label_is_the_last_speakers() -> None:
    assert ("They came back empty", "MR. KIRBY", None) in said(BRIEFING)


def test_we_is_who_has_the_turn() -> None:
    assert speaker(BRIEFING, "Our information").name == "John Kirby"


def test_a_reporters_words_are_questioned() -> None:
    asked = [a.content[0].text_of(BRIEFING) for a in attributions(BRIEFING) if a.questioned]
    assert asked == ["Did Rome pay for the shells?"]


def test_courtesies_are_no_statements() -> None:
    assert not any("Thank you" in content or "Go ahead" in content for content, _, _ in said(BRIEFING))


def test_a_label_in_a_news_text_is_no_speaker() -> None:
    assert said("Source: The Daily Wire\nPhotos: two of them were taken in May near the pier.") == ()


@pytest.mark.parametrize("name", ("Q:", "QUESTION:", "Question:", "Reporter:", "**Question:**"))
def test_whoever_asks_is_nobody_by_name(name: str) -> None:
    text = f"MR. VOSS: The ship left Oslo in May.\n\n{name} How many crates did it carry?\n\nMR. VOSS: It carried two hundred."
    asked = [a for a in attributions(text) if a.questioned]
    assert [a.speaker.name for a in asked if a.speaker] == [None]


def test_a_named_reporter_may_ask_once() -> None:
    text = "MR. VOSS: The ship left Oslo.\nKelly Olsen, Example News: Is that all of it?\nMR. VOSS: It held 300 grey crates."
    assert [(a.speaker.name, a.questioned) for a in attributions(text) if a.speaker] == [
        ("MR. VOSS", False),
        ("Kelly Olsen", True),
        ("MR. VOSS", False),
    ]


def test_every_sentence_of_a_long_turn_is_the_speakers() -> None:
    text = "Anna Voss: Oslo sent many shells. They went by sea.\n\nHost: How many of them went?\n\nAnna Voss: There were a few."
    assert [s for _, s, _ in said(text)] == ["Anna Voss", "Anna Voss", "Host", "Anna Voss"]


def test_a_heading_is_nobodys_turn() -> None:
    text = (
        "PRESS CALL: A RECORD OF WHAT WAS SAID THERE\n\nMR. VOSS: The ship left.\n\nQ Is that so?\n\nMR. VOSS: I have seen it."
    )
    assert "PRESS CALL" not in [s for _, s, _ in said(text)]
