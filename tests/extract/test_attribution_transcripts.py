"""Speakers of transcripts."""

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
