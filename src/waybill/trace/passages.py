"""Which words of a text stand in another one, exactly, and in which passages."""

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from waybill.trace.minhash import SHINGLE_WORDS
from waybill.trace.word_codes import Codes, Places

EDITED_WORDS = 10
"""So many words between two runs that both texts have in the same order are an editor's change within one passage: our
convention. Of a text with a fifth of its words changed at random, nine gaps in ten are no longer."""


class Ascending(Struct, frozen=True):
    """The shingles of a text in ascending order, to be looked up, and the word at which each stands."""

    codes: Codes
    places: Places


class Passages(Struct, frozen=True):
    """What a text has in common with another one.

    `found`: for each word, whether it stands in the other in a run of SHINGLE_WORDS or more; `extents`: the first word and the
    end of each passage, an array of shape (passages, 2), words changed within it included.
    """

    found: npt.NDArray[np.bool_]
    extents: Places

    @property
    def common(self) -> int:
        """How many words stand in the other."""
        return int(np.count_nonzero(self.found))

    @property
    def covered(self) -> int:
        """How many words stand within the passages."""
        firsts, ends = self.extents.T
        return int((ends - firsts).sum() - np.maximum(ends[:-1] - firsts[1:], 0).sum())

    @property
    def longest(self) -> int:
        """The words of the longest passage."""
        return int((self.extents[:, 1] - self.extents[:, 0]).max(initial=0))


def ascending(codes: Codes) -> Ascending:
    """The shingles of a text, given in its order."""
    places = np.argsort(codes, kind="stable")
    return Ascending(codes[places], places)


def passages(copy: Codes, original: Ascending) -> Passages:
    """What a text, by its shingles, has in common with another one. Both have at least one shingle."""
    at = np.minimum(np.searchsorted(original.codes, copy), len(original.codes) - 1)
    here = np.flatnonzero(original.codes[at] == copy)
    found = np.zeros(len(copy) + SHINGLE_WORDS - 1, np.bool_)
    for word in range(SHINGLE_WORDS):
        found[here + word] = True
    begins = _begins(here, original.places[at[here]])
    return Passages(found, np.stack([here[begins], here[np.roll(begins, -1)] + SHINGLE_WORDS], axis=1))


def _begins(here: Places, there: Places) -> npt.NDArray[np.bool_]:
    """For each shared shingle whether a passage begins with it: where no other is near before it in both texts."""
    reach = SHINGLE_WORDS + EDITED_WORDS
    step, step_there = np.diff(here), np.diff(there)
    goes_on = (step == 1) | ((step <= reach) & (step_there > 0) & (step_there <= reach))
    return np.concatenate([np.ones(min(1, len(here)), np.bool_), ~goes_on])


def whole(words: int) -> Passages:
    """What so many words have in common with themselves."""
    return Passages(np.ones(words, np.bool_), np.array([[0, words]] if words else [], np.int64).reshape(-1, 2))
