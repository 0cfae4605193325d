"""Reprints are planted anew from any folder of texts, and what is found is counted against them."""

import random
from pathlib import Path

import pytest
from bench_trace import ours, quality
from make_reprints import KINDS, Planted, planted


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Forty texts of twenty sentences of words made up."""
    chance = random.Random(2)
    for number in range(40):
        sentences = [" ".join(f"w{chance.randrange(3_000)}" for _ in range(20)) + "." for _ in range(20)]
        (tmp_path / f"{number}.txt").write_text(" ".join(sentences), "utf8")
    return tmp_path


def test_the_same_texts_are_planted_every_time(texts: Path) -> None:
    assert planted(texts, 60) == planted(texts, 60)


def test_every_kind_of_reprint_comes_after_its_original(texts: Path) -> None:
    made = planted(texts, 400)
    assert {m.kind for m in made} == {"new", *KINDS}
    assert all(made[m.family].kind == "new" and made[m.family].published <= m.published for m in made)


def test_planted_reprints_are_found_and_nothing_else(texts: Path) -> None:
    made = planted(texts, 400)
    found = quality(made, ours(made))
    assert found.precision == 1.0
    assert found.recall >= 0.95


def test_quality_counts_pairs_of_one_family_in_either_order(texts: Path) -> None:
    first = planted(texts, 1)[0]
    made = [first, Planted("a", first.published, 0, "cut"), Planted("b", first.published, 0, "cut"), first]
    assert quality(made, [(0, 1), (3, 1)]).recall == 0.5
    assert quality([first, *(Planted("c", first.published, n) for n in (1, 2))], [(0, 1)]).precision == 0.0
