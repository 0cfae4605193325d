"""Texts whose samples of shingles agree so far that one may carry the other, without comparing each with each."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from waybill.trace.cores import on_all_cores
from waybill.trace.minhash import Samples
from waybill.trace.word_codes import Codes

Numbers = npt.NDArray[np.int32]
Counts = npt.NDArray[np.int64]

BLOCK_WORDS = 16
"""In blocks of so many words is counted over how much of a text the shared shingles are spread."""

LEAST_PART, LEAST_SPREAD = 0.12, 0.4
"""Below this part of the shorter text's shingles, or in blocks of fewer than this part of its words, hardly half of its words
stand in runs of five in the other: only where each run is of five words or six."""

PASSAGE_SHINGLES, PASSAGE_BLOCKS = 72, 5
"""So many shingles, and so many blocks next to each other, are looked into whatever their part: our convention. A passage of
100 words has 96 shingles in six blocks or seven, a sentence seldom more than four."""

FOLLOWING = 500
"""With how many of the texts that follow it in order a text is compared over one shingle: our convention. What every page of a
large set says is not followed through all of it, and neighbours lead from copy to copy."""

MOST_LATER = 10
"""So many later texts at most are named for each, those that share most: our convention. Of a text with thousands of copies
each copy leads to the next."""


class Candidate(Struct, frozen=True):
    """Two texts by their indices, the lower first, and how many shingles of their samples they share."""

    text: int
    other: int
    shared: int


def candidates(samples: Samples, kept: float) -> list[Candidate]:
    """The pairs of texts that share as much as one that carries the other; `kept` is the part of shingles in the samples."""
    search = _Search(samples, kept)
    return on_all_cores(lambda numbers: [c for n in numbers if samples.sizes[n] for c in search.of(n)], len(samples.sizes))


class _Search:
    """The texts that one may carry, or that may carry it, looked up among those that follow it."""

    def __init__(self, samples: Samples, kept: float) -> None:
        self._sizes, self._words, self._kept = samples.sizes, samples.words, kept
        self._ends = np.cumsum(samples.sizes)
        self._index = _index(samples)
        self._chosen = np.zeros(len(samples.sizes), np.bool_)

    def of(self, text: int) -> Iterator[Candidate]:
        """The pairs of this text and a later one."""
        size, end = self._sizes[text], self._ends[text]
        places = self._index.followers(end - size, end)
        holders = self._index.holders.take(places)
        others, shared = _counted(np.sort(holders))
        part = LEAST_PART * np.minimum(size, self._sizes.take(others))
        likely = shared >= np.minimum(part, PASSAGE_SHINGLES * self._kept)
        others, shared, part = others[likely], shared[likely], part[likely]
        spread, in_passage = _spread(np.sort(self._index.blocks.take(places[self._are(others, holders)])), shared)
        much = spread * BLOCK_WORDS >= LEAST_SPREAD * np.minimum(self._words[text], self._words[others])
        enough = (much & (shared >= part)) | (in_passage & (shared >= PASSAGE_SHINGLES * self._kept))
        nearest = np.flatnonzero(enough)[np.argsort(-shared[enough], kind="stable")[:MOST_LATER]]
        for other, count in zip(others[nearest].tolist(), shared[nearest].tolist(), strict=True):
            yield Candidate(text, other, count)

    def _are(self, few: Numbers, holders: Numbers) -> npt.NDArray[np.bool_]:
        """Which of the holders are among a few."""
        self._chosen[few] = True
        found: npt.NDArray[np.bool_] = self._chosen.take(holders)
        self._chosen[few] = False
        return found


class _Index(Struct, frozen=True):
    """Shingle after shingle, in the order of the texts, the texts that hold it and the blocks in which it stands there; for
    each shingle of each text, text after text, where in these lists it stands, and how many to compare with follow there.

    Blocks are numbered through all texts, with one left out between two.
    """

    holders: Numbers
    blocks: Numbers
    places: Numbers
    following: Numbers

    def followers(self, start: int, end: int) -> Counts:
        """The places of later texts that hold the shingles from `start` to `end`."""
        following = self.following[start:end]
        firsts = self.places[start:end] + 1 - (np.cumsum(following) - following)
        found: Counts = np.repeat(firsts, following) + np.arange(following.sum())
        return found


def _index(samples: Samples) -> _Index:
    blocks_each = samples.words // BLOCK_WORDS + 2
    first_blocks = np.cumsum(blocks_each) - blocks_each
    blocks = (np.repeat(first_blocks, samples.sizes) + samples.places // BLOCK_WORDS).astype(np.int32)
    holders = np.repeat(np.arange(len(samples.sizes), dtype=np.int32), samples.sizes)
    order = np.argsort(samples.codes, kind="stable").astype(np.int32)
    codes = samples.codes[order]
    lasts = _lasts(codes)
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    left = np.minimum(np.repeat(lasts, _steps(lasts, -1)) - np.arange(len(order)), FOLLOWING).astype(np.int32)
    return _Index(holders[order], blocks[order], places, left[places])


def _counted(ascending: Numbers) -> tuple[Numbers, Counts]:
    """Each number once, and how often it came."""
    lasts = _lasts(ascending)
    return ascending[lasts], _steps(lasts, -1)


def _spread(blocks: Numbers, shared: Counts) -> tuple[Counts, npt.NDArray[np.bool_]]:
    """For texts that share so many shingles each, in these blocks, ascending: in how many different ones, and whether
    PASSAGE_BLOCKS of them lie side by side.
    """
    texts = np.repeat(np.arange(len(shared)), shared)
    different = _lasts(blocks)
    blocks, texts = blocks[different], texts[different]
    earlier = PASSAGE_BLOCKS - 1
    side_by_side = texts[earlier:][blocks[earlier:] - blocks[:-earlier] == earlier]
    in_passage = np.bincount(side_by_side, minlength=len(shared)) > 0
    return np.bincount(texts, minlength=len(shared)), in_passage


def _lasts(ascending: Numbers | Codes) -> Counts:
    """Where the last of each number stands."""
    return np.flatnonzero(np.append(ascending[1:] != ascending[:-1], ascending.size > 0))


def _steps(ascending: Counts, before: int) -> Counts:
    """How far each number lies above the one before it."""
    steps = ascending.copy()
    steps[:1] -= before
    steps[1:] -= ascending[:-1]
    return steps
