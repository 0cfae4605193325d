"""How much texts resemble each other, estimated from some of their shingles: scaled MinHash (FracMinHash, Irber et al. 2022).

A text keeps the shingles whose code falls below a limit that is the same for all texts. So the sample of what two texts share
is what their samples share, whatever their lengths: it estimates how much of one stands in the other as well as their Jaccard
similarity, where the usual MinHash estimates only the latter.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct

from waybill.trace.word_codes import Codes, Places, mixed, powers

SHINGLE_WORDS = 5
"""Words in a row that must agree: our convention, long enough that stock phrases of the trade rarely fill it."""

_WHOLE_CHARACTERS, _SAMPLED = 6_000_000, 0.25
"""Texts of so many characters together, about a million words, keep all shingles; larger sets a quarter, which is some twenty
of a short report of 100 words: our convention."""

_POWERS = powers(SHINGLE_WORDS)
_NO_CODES, _NO_PLACES = np.zeros(0, np.uint64), np.zeros(0, np.int64)


class Samples(Struct, frozen=True):
    """Shingles of texts, text after text: each once, in ascending order, with the word at which it first stands in its text.

    `sizes` are how many of them each text has, `words` how many words.
    """

    codes: Codes
    places: Places
    sizes: Places
    words: Places


def shingles(words: Codes) -> Codes:
    """The codes of the runs of SHINGLE_WORDS words, in order."""
    count = max(0, len(words) - SHINGLE_WORDS + 1)
    total = np.zeros(count, np.uint64)
    for at, power in enumerate(_POWERS):
        total += words[at : at + count] * power
    return mixed(total)


def rate(characters: int) -> float:
    """The part of their shingles that texts of so many characters together keep."""
    return 1.0 if characters <= _WHOLE_CHARACTERS else _SAMPLED


def samples(texts: Iterable[Codes], kept: float) -> Samples:
    """The part `kept` of the shingles of texts, given by their words."""
    codes, places, words = [_NO_CODES], [_NO_PLACES], []
    for text in texts:
        found = shingles(text)
        at = np.arange(len(found)) if kept == 1 else np.flatnonzero(found < np.uint64(kept * 2**64))
        held, first = np.unique(found[at], return_index=True)
        codes.append(held)
        places.append(at[first])
        words.append(len(text))
    sizes = [len(held) for held in codes[1:]]
    return Samples(np.concatenate(codes), np.concatenate(places), np.array(sizes, np.int64), np.array(words, np.int64))


def joined(parts: Sequence[Samples]) -> Samples:
    """The samples of all texts of all parts."""
    codes, places = [_NO_CODES, *(p.codes for p in parts)], [_NO_PLACES, *(p.places for p in parts)]
    sizes, words = [_NO_PLACES, *(p.sizes for p in parts)], [_NO_PLACES, *(p.words for p in parts)]
    return Samples(np.concatenate(codes), np.concatenate(places), np.concatenate(sizes), np.concatenate(words))


def resemblance(some: int, other: int, shared: int) -> float:
    """The Jaccard similarity, 0 to 1, that samples of these sizes with so many in common estimate."""
    return shared / (some + other - shared) if shared else 0.0
