"""Texts whose samples of shingles agree so far that one may carry the other, without comparing each with each."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from waybill.trace.cores import on_all_cores
from waybill.trace.minhash import Samples

Numbers = npt.NDArray[np.int32]

BLOCK_WORDS = 16
"""In blocks of so many words is counted over how much of a text the shared shingles are spread."""

LEAST_PART, LEAST_SPREAD = 0.1, 0.35
"""Below this part of the shorter text's shingles, or in blocks of fewer than this part of its words, less than half of its
words stand in runs of five in the other."""

PASSAGE_SHINGLES, PASSAGE_BLOCKS = 56, 5
"""So many shingles, and so many blocks next to each other, are looked into whatever their part: our convention. A passage of
100 words has 96 shingles in six blocks or seven, a sentence seldom more than four."""

FOLLOWING = 500
"""With how many of the texts that follow it in order a text is compared over one shingle: our convention. What every page of a
large set says is not followed through all of it, and neighbours lead from copy to copy."""


class Candidate(Struct, frozen=True):
    """Two texts by their indices, the lower first, and how many shingles of their samples they share."""

    text: int
    other: int
    shared: int


def candidates(samples: Samples, kept: float) -> list[Candidate]:
    """The pairs of texts that share as much as one that carries the other; `kept` is the part of shingles in the samples."""
    search = _Search(samples, kept)
    return on_all_cores(lambda numbers: [c for text in numbers for c in search.of(text)], len(samples.sizes))


class _Search:
    """The texts that one may carry, or that may carry it, looked up among those that follow it."""

    def __init__(self, samples: Samples, kept: float) -> None:
        self._sizes, self._words, self._kept = samples.sizes, samples.words, kept
        self._ends = np.cumsum(samples.sizes)
        self._holder = np.repeat(np.arange(len(samples.sizes), dtype=np.int32), samples.words // BLOCK_WORDS + 2)
        self._index = _index(samples, self._holder)

    def of(self, text: int) -> Iterator[Candidate]:
        """The pairs of this text and a later one."""
        size, end = self._sizes[text], self._ends[text]
        found = _common(np.sort(self._index.followers(end - size, end)), self._holder)
        blocks = np.minimum(self._words[text], self._words[found.texts]) / BLOCK_WORDS
        much = found.shared >= LEAST_PART * np.minimum(size, self._sizes[found.texts])
        enough = much & (found.spread >= LEAST_SPREAD * blocks)
        enough |= found.in_passage & (found.shared >= PASSAGE_SHINGLES * self._kept)
        for other, shared in zip(found.texts[enough].tolist(), found.shared[enough].tolist(), strict=True):
            yield Candidate(text, other, shared)


class _Index(Struct, frozen=True):
    """The blocks in which shingles stand, shingle after shingle, in the order of the texts; for each shingle of each text, text
    after text, where in that list it stands, and how many to compare with follow there.
    """

    blocks: Numbers
    places: Numbers
    following: Numbers

    def followers(self, start: int, end: int) -> Numbers:
        """The blocks of later texts that hold the shingles from `start` to `end`."""
        following = self.following[start:end]
        firsts = self.places[start:end] + 1 - (np.cumsum(following) - following)
        found: Numbers = self.blocks[np.repeat(firsts, following) + np.arange(following.sum())]
        return found


def _index(samples: Samples, holder: Numbers) -> _Index:
    first_blocks = np.searchsorted(holder, np.arange(len(samples.sizes)))
    blocks = (np.repeat(first_blocks, samples.sizes) + samples.places // BLOCK_WORDS).astype(np.int32)
    order = np.argsort(samples.codes, kind="stable").astype(np.int32)
    codes = samples.codes[order]
    lasts = np.flatnonzero(np.append(codes[1:] != codes[:-1], len(codes) > 0))
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    left = np.repeat(lasts, np.diff(lasts, prepend=-1)) - np.arange(len(order))
    return _Index(blocks[order], places, np.minimum(left, FOLLOWING).astype(np.int32)[places])


class _Common(Struct, frozen=True):
    """Texts that share shingles with one: how many, in how many blocks, and whether PASSAGE_BLOCKS of them lie side by side."""

    texts: Numbers
    shared: npt.NDArray[np.int64]
    spread: npt.NDArray[np.int64]
    in_passage: npt.NDArray[np.bool_]


def _common(blocks: Numbers, holder: Numbers) -> _Common:
    """The texts that these blocks, one for each shared shingle and in ascending order, belong to."""
    ends = _ends(blocks)
    blocks = blocks[ends]
    texts = holder[blocks]
    lasts = _ends(texts)
    ends_passage = np.zeros(len(blocks), np.int64)
    earlier = PASSAGE_BLOCKS - 1
    ends_passage[earlier:] = blocks[earlier:] - blocks[:-earlier] == earlier
    passages = np.cumsum(ends_passage)[lasts]
    return _Common(texts[lasts], _steps(ends[lasts], -1), _steps(lasts, -1), _steps(passages, 0) > 0)


def _ends(ascending: Numbers) -> npt.NDArray[np.int64]:
    """Where the last of each number stands."""
    return np.flatnonzero(np.append(ascending[1:] != ascending[:-1], ascending.size > 0))


def _steps(ascending: npt.NDArray[np.int64], before: int) -> npt.NDArray[np.int64]:
    """How far each number lies above the one before it."""
    steps = ascending.copy()
    steps[:1] -= before
    steps[1:] -= ascending[:-1]
    return steps
