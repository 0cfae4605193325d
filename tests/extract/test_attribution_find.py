"""What holds for every attribution."""

import pytest

from attributed import attributions, said
from waybill.model.span import Span

TEXTS = (
    "Officials said the freighter left on Monday, and that its crates were never seen again.",
    '"We shipped nothing," the envoy told reporters. "Ask them," he added.',
    "According to two diplomats, the crates, which Oslo says were empty, went by rail.",
    "MR. VOSS: We assess that the depot is full.\n\nQ How do you know?\n\nMR. VOSS: I have seen it with my own eyes.",
)


def test_a_reported_clause_has_its_speaker_and_cue() -> None:
    assert said(TEXTS[0]) == (("the freighter left on Monday, and that its crates were never seen again", "Officials", "said"),)


def test_nothing_in_furniture_is_a_claim() -> None:
    text = "The freighter left, officials said.\nShare this. Readers said they liked this page."
    kept = attributions(text, furniture=(Span(36, len(text)),))
    assert [a.content[0].text_of(text) for a in kept] == ["The freighter left"]


def test_a_text_without_reported_speech_has_no_attributions() -> None:
    assert said("The freighter left on Monday. It rained.") == ()


@pytest.mark.parametrize("text", TEXTS)
def test_content_source_and_cue_never_overlap(text: str) -> None:
    for found in attributions(text):
        own = [s for s in (found.source, found.cue) if s is not None]
        assert not any(c.overlaps(s) for c in found.content for s in own)


@pytest.mark.parametrize("text", TEXTS)
def test_spans_hold_words_and_no_loose_punctuation(text: str) -> None:
    for span in (s for a in attributions(text) for s in a.content):
        words = span.text_of(text)
        assert not set(words[0] + words[-1]) & set(" ,;:\n")


@pytest.mark.parametrize("text", TEXTS)
def test_attributions_come_in_text_order(text: str) -> None:
    starts = [min(s.start for s in a.content) for a in attributions(text)]
    assert starts == sorted(starts)


def test_an_empty_text_has_no_attributions() -> None:
    assert said("") == ()
