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
    """What a text has in common with another one: the words at which its shingles that stand there too start, ascending; for
    each, whether a passage begins with it; and how many words it has.
    """

    shared: Places
    begins: npt.NDArray[np.bool_]
    words: int

    @property
    def common(self) -> int:
        """How many words stand in the other, in runs of SHINGLE_WORDS or more."""
        return int(np.minimum(np.diff(self.shared), SHINGLE_WORDS).sum()) + SHINGLE_WORDS * bool(len(self.shared))

    @property
    def extents(self) -> Places:
        """The first word and the end of each passage, words changed within it included: an array of shape (passages, 2)."""
        firsts = np.flatnonzero(self.begins)
        lasts = np.append(firsts[1:], len(self.shared)) - 1
        return np.stack([self.shared[firsts], self.shared[lasts[: len(firsts)]] + SHINGLE_WORDS], axis=1)

    @property
    def found(self) -> npt.NDArray[np.bool_]:
        """For each word of the text whether it stands in the other."""
        found = np.zeros(self.words, np.bool_)
        found[(self.shared[:, None] + np.arange(SHINGLE_WORDS)).ravel()] = True
        return found


def ascending(codes: Codes) -> Ascending:
    """The shingles of a text, given in its order."""
    places = np.argsort(codes, kind="stable")
    return Ascending(codes[places], places)


def passages(copy: Codes, original: Ascending) -> Passages:
    """What a text, by its shingles, has in common with another one. Both have at least one shingle."""
    at = np.minimum(np.searchsorted(original.codes, copy), len(original.codes) - 1)
    here = np.flatnonzero(original.codes[at] == copy)
    return Passages(here, _begins(here, original.places[at[here]]), len(copy) + SHINGLE_WORDS - 1)


def _begins(here: Places, there: Places) -> npt.NDArray[np.bool_]:
    """For each shared shingle whether a passage begins with it: where no other is near before it in both texts."""
    reach = SHINGLE_WORDS + EDITED_WORDS
    step, step_there = np.diff(here), np.diff(there)
    goes_on = (step == 1) | ((step <= reach) & (step_there > 0) & (step_there <= reach))
    return np.append(len(here) > 0, ~goes_on)[: len(here)]
