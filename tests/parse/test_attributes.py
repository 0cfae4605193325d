"""Remembered attributes are those of the ruler."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from waybill.parse.attributes import RememberedAttributes, remember_attributes
from waybill.settings import Settings

STOCK = spacy.load(Settings().language_model)
OURS = spacy.load(Settings().language_model)
remember_attributes(OURS)

TEXTS = [file.read_text("utf8") for file in sorted(Path("examples/najin").glob("*.txt"))]
ODD = "There's none. Ain't it so?  Gonna go, gotta run; c'mon, y'all!\n\nLet's see: it's him, he'd've thought nothin' of 'em."
WORDS = (
    *(
        "there",
        "is",
        "was",
        "I",
        "it",
        "you",
        "that",
        "but",
        "not",
        "n't",
        "gonna",
        "got",
        "ta",
        "let",
        "'s",
        "c'm",
        "on",
        "y'",
    ),
    *("all", "have", "had", "do", "who", "ships", "", "\n"),
)


def attributes(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.pos_, t.tag_, t.dep_, t.lemma_, str(t.morph)) for t in doc]


@pytest.mark.parametrize("text", [*TEXTS, ODD, ODD], ids=lambda text: text[:20])
def test_a_text_has_the_attributes_that_the_ruler_gives(text: str) -> None:
    assert attributes(OURS(text)) == attributes(STOCK(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_words_in_any_order_have_the_attributes_that_the_ruler_gives(words: list[str]) -> None:
    text = " ".join(words)
    assert attributes(OURS(text)) == attributes(STOCK(text))


def test_a_ruler_that_asks_for_more_is_left_as_it_is() -> None:
    language = spacy.load(Settings().language_model)
    language.get_pipe("attribute_ruler").add([[{"SHAPE": "dddd"}]], {"POS": "NUM"})  # type: ignore[attr-defined]
    remember_attributes(language)

    assert isinstance(language.get_pipe("attribute_ruler"), AttributeRuler)
    assert isinstance(OURS.get_pipe("attribute_ruler"), RememberedAttributes)
