"""All names of the lists held, to find those that a name is like."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from waybill.check.screening.likeness import LIKE, SAME_CONSONANTS, SAME_SOUND, likeness, slips_allowed
from waybill.check.screening.spelling import all_words_of, skeleton_of, sound_of, words_of

CANDIDATES = 40
"""Names that are compared word by word, of those that share most: our convention."""

SHARED = 0.4
"""Names that share less of the weight of what is looked for are not compared: our convention, far below LIKE."""

BATCH = 500
"""Words that are compared with the whole vocabulary at once: the table of distances then takes some 15 MB."""

MOST_SLIPS = 2
SHORTEST_WHOLE = 8
"""Names of at least so many letters are also compared with their blanks left out ("Goldstar", "Gold Star")."""

Near = dict[str, list[tuple[int, float]]]
"""For each word those of the vocabulary that may be meant, by their numbers, each with a first likeness."""


class Like(Struct, frozen=True):
    """A name of the lists that a name is like, by its number in the index, and how much."""

    name: int
    likeness: float


class Names:
    """An index of names, each known by its number."""

    def __init__(self, names: Sequence[str]) -> None:
        self._words = [words_of(name) for name in names]
        self._all_words = [all_words_of(name) for name in names]
        self._wholes = ["".join(words) for words in self._all_words]
        self._vocabulary = sorted(set(chain.from_iterable(self._words)))
        self._sounding, self._skeletons = _grouped(self._vocabulary, sound_of), _grouped(self._vocabulary, _consonants)
        self._bearers = _bearers(self._words, self._vocabulary)
        self._weight = _weights(self._words)
        self._total = np.array([self._sum(words) for words in self._words], dtype=np.float32)

    def alike(self, said: Sequence[str], at_least: float = LIKE) -> list[tuple[Like, ...]]:
        """For each of these names the names of the lists that it is like, the likest first."""
        if not self._words:
            return [()] * len(said)
        words = [words_of(name) for name in said]
        near = self._near(sorted(set(chain.from_iterable(words))))
        joined = self._joined([all_words_of(name) for name in said])
        return [self._likes(one, near, whole, at_least) for one, whole in zip(words, joined, strict=True)]

    def weight(self, sound: str) -> float:
        """How rare the sound of a word is among the names: 1 for one that none of them has."""
        return self._weight.get(sound, 1.0)

    def _likes(self, said: Sequence[str], near: Near, joined: dict[int, float], at_least: float) -> tuple[Like, ...]:
        likes = dict(joined)
        for number in self._candidates(said, near):
            value = likeness(said, self._words[number], self.weight)
            likes[number] = max(value, likes.get(number, 0.0))
        good = [Like(number, round(value, 3)) for number, value in likes.items() if value >= at_least]
        return tuple(sorted(good, key=lambda like: (-like.likeness, like.name)))

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self.weight(sound_of(word)) for word in words)

    def _near(self, words: Sequence[str]) -> Near:
        found: Near = {}
        for batch in _batches(words):
            slips = process.cdist(batch, self._vocabulary, scorer=OSA.distance, score_cutoff=MOST_SLIPS, dtype=np.uint8)
            allowed = np.array([[slips_allowed(len(word))] for word in batch], dtype=np.uint8)
            for word in batch:
                found[word] = [
                    (at, SAME_CONSONANTS) for at in self._skeletons.get(_consonants(word), ()) if len(_consonants(word)) > 2
                ]
            for row, column in zip(*np.nonzero(slips <= allowed), strict=True):
                found[batch[row]].append((int(column), 1 - int(slips[row, column]) / len(batch[row])))
            for word in batch:
                found[word] += [(at, SAME_SOUND) for at in self._sounding.get(sound_of(word), ())]
                found[word].sort(key=lambda pair: pair[1])
        return found

    def _joined(self, said: Sequence[Sequence[str]]) -> list[dict[int, float]]:
        """For each name those of the lists that differ by blanks, and at most one slip."""
        wholes = ["".join(words) for words in said]
        found: list[dict[int, float]] = [{} for _ in said]
        for start in range(0, len(wholes), BATCH):
            batch = wholes[start : start + BATCH]
            slips = process.cdist(batch, self._wholes, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8)
            for row, column in zip(*np.nonzero(slips <= 1), strict=True):
                at, number = start + int(row), int(column)
                if len(wholes[at]) >= SHORTEST_WHOLE and len(said[at]) != len(self._all_words[number]):
                    found[at][number] = 1 - int(slips[row, column]) / len(wholes[at])
        return found

    def _candidates(self, words: Sequence[str], near: Near) -> list[int]:
        """The names that share most with these words."""
        shared, whole = np.zeros(len(self._words), dtype=np.float32), 0.0
        for word in words:
            one, best = np.zeros(len(self._words), dtype=np.float32), 0.0
            for at, alike in near[word]:
                weight = self.weight(sound_of(self._vocabulary[at])) * alike
                best = max(best, weight)
                one[self._bearers[at]] = weight
            shared += one
            whole += best if near[word] else 1.0
        rough = shared / (0.5 * whole + 0.5 * self._total)
        most = np.argpartition(-rough, min(CANDIDATES, len(rough) - 1))[:CANDIDATES]
        return [int(number) for number in most if rough[number] >= SHARED]


def _consonants(word: str) -> str:
    return skeleton_of(sound_of(word))


def _grouped(vocabulary: Sequence[str], by: Callable[[str], str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, word in enumerate(vocabulary):
        found.setdefault(by(word), []).append(at)
    return found


def _bearers(names: Sequence[Sequence[str]], vocabulary: Sequence[str]) -> list["np.ndarray[Any, Any]"]:
    """For each word the names that have it."""
    place = {word: at for at, word in enumerate(vocabulary)}
    found: list[list[int]] = [[] for _ in vocabulary]
    for number, words in enumerate(names):
        for word in words:
            found[place[word]].append(number)
    return [np.array(numbers, dtype=np.int32) for numbers in found]


def _weights(names: Sequence[Sequence[str]]) -> dict[str, float]:
    """1 for a sound that one name has, falling with the logarithm of how many have it."""
    counts = Counter(sound for words in names for sound in set(map(sound_of, words)))
    most = math.log(len(names) + 1)
    return {sound: 1 - math.log(count) / most for sound, count in counts.items()}


def _batches(words: Sequence[str]) -> Iterator[Sequence[str]]:
    return (words[start : start + BATCH] for start in range(0, len(words), BATCH))
