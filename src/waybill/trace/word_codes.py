"""The words of a text as numbers that are equal where the words are, whatever their case: arrays for speed, not strings."""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from waybill.model.span import Span

Codes = npt.NDArray[np.uint64]
"""One code a word or a run of words; different ones agree by a chance of one in 2**64."""

Places = npt.NDArray[np.int64]

_LAST = 0xFFFF
"""The last code point that can be part of a word: our convention; beyond stand hardly any letters of living scripts."""

_NO_WORD, _LETTER, _JOINER = range(3)

_LONGEST = 64
"""From this letter of a word on, the order of letters no longer counts."""

_ODD = 0x9E3779B97F4A7C15


class CodedWords(Struct, frozen=True):
    """The words of a text in order: their codes, and the code-point offsets at which each starts and ends."""

    codes: Codes
    starts: Places
    ends: Places


def coded_words(text: str, furniture: Sequence[Span] = ()) -> CodedWords:
    """The words of a text; those that start in its furniture are left out.

    A word is a run of letters and figures; a point, comma or apostrophe between two of them is part of it ("U.S", "1,000").
    """
    padded = f" {text} ".encode("utf-32-le", "surrogatepass")
    points = np.minimum(np.frombuffer(padded, np.uint32), _LAST)
    inside = _inside_words(_KINDS.take(points))
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    codes = _coded(points[inside], ends - starts)
    body = np.ones(len(starts), np.bool_)
    for span in furniture:
        body[np.searchsorted(starts, span.start) : np.searchsorted(starts, span.end)] = False
    return CodedWords(codes[body], starts[body], ends[body])


def _coded(letters: npt.NDArray[np.uint32], lengths: Places) -> Codes:
    """The codes of words that stand one after the other, each so many letters long."""
    if not lengths.size:
        return np.zeros(0, np.uint64)
    first = np.cumsum(lengths) - lengths
    letter = np.minimum(np.arange(len(letters)) - np.repeat(first, lengths), _LONGEST - 1)
    return np.add.reduceat(_LETTERS.take(letters) * _POWERS.take(letter), first)


def mixed(codes: Codes) -> Codes:
    """Codes whose every bit hangs on every bit of the given ones: the finalizer of SplitMix64 (Steele, Lea and Flood 2014)."""
    codes = (codes ^ (codes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    codes = (codes ^ (codes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return codes ^ (codes >> np.uint64(31))


def powers(count: int) -> Codes:
    """The first powers of an odd number, modulo 2**64."""
    return np.array([pow(_ODD, n, 1 << 64) for n in range(count)], np.uint64)


def _inside_words(kinds: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    letters: npt.NDArray[np.bool_] = kinds == _LETTER
    joiners = np.flatnonzero(kinds[1:-1] == _JOINER) + 1
    inside: npt.NDArray[np.bool_] = letters.copy()
    inside[joiners] = letters[joiners - 1] & letters[joiners + 1]
    return inside


def _kinds() -> npt.NDArray[np.uint8]:
    kinds = np.full(_LAST + 1, _NO_WORD, np.uint8)
    kinds[[m.start() for m in re.finditer(r"\w", "".join(map(chr, range(_LAST))))]] = _LETTER
    kinds[[ord(c) for c in ".,'’"]] = _JOINER
    return kinds


def _letters() -> Codes:
    """A code for each code point, one for both cases; where a fold is several letters, as of ß, case is kept."""
    every = "".join(map(chr, range(_LAST + 1)))
    folded = "".join(fold if len(fold) == 1 else letter for letter, fold in zip(every, map(str.casefold, every), strict=True))
    points = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), np.uint32)
    return mixed(points.astype(np.uint64) + np.uint64(_ODD))


_KINDS, _LETTERS, _POWERS = _kinds(), _letters(), powers(_LONGEST)
