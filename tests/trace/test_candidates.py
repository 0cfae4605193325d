import random

import pytest

from waybill.trace.candidates import Candidate, candidates
from waybill.trace.minhash import SHINGLE_WORDS, joined, resemblance, samples, shingles
from waybill.trace.word_codes import coded_words


def text(seed: int, words: int) -> str:
    """Words drawn at random."""
    chance = random.Random(seed)
    return " ".join(f"w{chance.randrange(10_000)}" for _ in range(words))


def pairs(texts: list[str], kept: float = 1.0) -> list[Candidate]:
    return candidates(samples((coded_words(t).codes for t in texts), kept), kept)


def test_a_half_carried_is_looked_into_and_a_sentence_is_not() -> None:
    wire = text(1, 300)
    half, sentence = f"{wire[: len(wire) // 2]} {text(2, 140)}", f"{' '.join(wire.split()[:25])} {text(3, 200)}"
    assert [(c.text, c.other) for c in pairs([wire, half, sentence])] == [(0, 1)]


def test_a_long_passage_within_a_longer_text_is_looked_into() -> None:
    wire = text(1, 2_000)
    assert pairs([wire, f"{text(2, 950)} {' '.join(wire.split()[500:600])} {text(3, 950)}"])


def test_a_sample_finds_what_all_shingles_find() -> None:
    wire = text(1, 400)
    assert [(c.text, c.other) for c in pairs([wire, text(2, 400), f"{wire} {text(3, 50)}"], 0.25)] == [(0, 2)]


def test_nothing_is_found_among_no_texts_or_empty_ones() -> None:
    assert not pairs([]) and not pairs(["", "two words", ""])


@pytest.mark.parametrize("kept", [1.0, 0.25])
def test_resemblance_is_the_jaccard_similarity_of_the_shingles(kept: float) -> None:
    wire = text(1, 4_000)
    texts = [wire, f"{wire} {text(2, 4_000)}"]
    sampled = samples((coded_words(t).codes for t in texts), kept)
    (pair,) = candidates(sampled, kept)
    some, other = sampled.sizes.tolist()
    assert resemblance(some, other, pair.shared) == pytest.approx(0.5, abs=0.03)


def test_samples_made_apart_are_those_made_together() -> None:
    texts = [coded_words(text(seed, 50)).codes for seed in range(4)]
    apart, together = joined([samples(texts[:1], 0.25), samples(texts[1:], 0.25)]), samples(texts, 0.25)
    assert apart.codes.tolist() == together.codes.tolist() and apart.sizes.tolist() == together.sizes.tolist()


def test_a_text_shorter_than_a_shingle_has_none() -> None:
    assert not shingles(coded_words(text(1, SHINGLE_WORDS - 1)).codes).size
