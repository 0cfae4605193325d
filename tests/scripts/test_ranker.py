"""The ranker that is measured against the rules of attribution: it learns what is there to learn."""

import pytest
import ranker


def candidate(text: str, first: int, built: str, *, ruled: bool = False) -> ranker.Candidate:
    return ranker.Candidate(text, frozenset(range(first, first + 10)), frozenset({built}), "say", ruled)


def known(name: str) -> ranker.Set:
    """Clauses that are attributed, and phrases that are not, each five times."""
    clauses = [candidate("a", 20 * n, "label ccomp", ruled=n < 3) for n in range(5)]
    phrases = [candidate("a", 200 + 20 * n, "label prep", ruled=n < 3) for n in range(5)]
    return ranker.Set(name, [*clauses, *phrases], {"a": frozenset(c for clause in clauses for c in clause.content)})


def test_what_is_built_like_the_right_ones_gets_the_better_chance() -> None:
    told = known("dev")
    chances = ranker.learned(known("train"), words=False)(told)
    assert min(chances[:5]) > 0.5 > max(chances[5:])


def test_learning_twice_gives_the_same() -> None:
    first, second = (ranker.learned(known("train"), words=True)(known("dev")) for _ in range(2))
    assert first.tolist() == second.tolist()


def test_figures_count_characters() -> None:
    told = known("dev")
    assert ranker.figures(told, [c.ruled for c in told.candidates]) == pytest.approx((50, 60, 54.5), abs=0.05)
