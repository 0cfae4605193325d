"""How far one text carries another, and from where on it is a reprint."""

from datetime import date

import numpy as np
from msgspec import Struct

from waybill.model.document import Publication
from waybill.trace.houses import credits_house
from waybill.trace.word_codes import Places

CARRIED_SHARE = 0.5
"""From this part of the later one's words on, it carries the other's text: our convention, so that background shared by reports
of two events merges nothing."""

UNCHANGED_SHARE = 0.4
"""So many of its words, at least, stand in the other as they are: our convention. With a fifth changed at random it is 0.59;
two events told after one pattern have the pattern's words in common, but seldom so many."""

PASSAGE_WORDS, PASSAGE_SHARE = 100, 0.1
"""A passage this long, of this part of the later one's words, is carried as well: our convention, longer than boilerplate."""

CREDITED_SHARE = 0.35
"""From this part on where it credits the other's outlet: our convention, as its own word is half the proof."""

LEAST_WORDS = 30
"""Fewer words in common prove nothing unless the texts are the very same: our convention, about two sentences."""

NEWS_DAYS, OLD_SHARE = 31, 0.8
"""What is put out more than a month apart tells of two events, unless so much of it is carried, and more than boilerplate: our
convention. The sentence of a readout in January and October is the same, what was agreed is not."""


SHOWN_EDITED = 0.02
"""Fewer words changed within passages are not worth showing: our convention."""


class Extent(Struct, frozen=True):
    """How far a text carries another.

    `words` and `original_words` are how many each has, `common` how many of its own stand in the other, `passages` the first
    and the end of each passage in which they stand, `likeness` how alike MinHash takes both to be.
    """

    words: int
    original_words: int
    common: int
    passages: Places
    likeness: float

    @property
    def share(self) -> float:
        """The part of its words that stand in the other; 1 of none."""
        return self.common / self.words if self.words else 1.0

    @property
    def covered(self) -> float:
        """The part of its words in the passages, words changed within them included; 1 of none."""
        firsts, ends = self.passages.T
        covered = (ends - firsts).sum() - np.maximum(ends[:-1] - firsts[1:], 0).sum()
        return float(covered) / self.words if self.words else 1.0

    @property
    def longest(self) -> int:
        """The words of the longest passage."""
        return int((self.passages[:, 1] - self.passages[:, 0]).max(initial=0))

    @property
    def share_of_original(self) -> float:
        """The part of the other's words that these are; what is quoted twice makes it no more than 1."""
        return min(1.0, self.common / self.original_words) if self.original_words else 1.0

    def __str__(self) -> str:
        """What is shown of it."""
        count, covered = len(self.passages), self.covered
        held = f"{self.common:,} words in {count} passage{'s' if count > 1 else ''}"
        edited = f" that make up {covered:.0%} of it" if covered - self.share > SHOWN_EDITED else ""
        both = f"{self.share:.0%} of its words, {self.share_of_original:.0%} of the other's"
        return f"{both} ({held}{edited}, MinHash {self.likeness:.2f})"


def is_carried(extent: Extent, copy: Publication, original: Publication) -> bool:
    """True where a publication carries the text of another, that is not the very same, whole or in part."""
    common, covered = extent.common, extent.covered
    if common < LEAST_WORDS or covered < PASSAGE_SHARE:
        return False
    much = covered >= CARRIED_SHARE and extent.share >= UNCHANGED_SHARE
    if _days_apart(copy.published, original.published) > NEWS_DAYS:
        return much and covered >= OLD_SHARE and common >= PASSAGE_WORDS
    if much or extent.longest >= PASSAGE_WORDS:
        return True
    most_of_original = common >= PASSAGE_WORDS and extent.share_of_original >= CARRIED_SHARE
    return most_of_original or (covered >= CREDITED_SHARE and credits_house(copy, original))


def _days_apart(some: date | None, other: date | None) -> int:
    """0 where one is unknown."""
    return abs((some - other).days) if some and other else 0
