"""How far one text carries another, and from where on it is a reprint."""

from datetime import date

from msgspec import Struct

from waybill.model.document import Publication
from waybill.trace.houses import credits_house
from waybill.trace.passages import Passages

CARRIED_SHARE = 0.5
"""From this part of the later one's words on, it carries the other's text: our convention, so that background shared by reports
of two events merges nothing."""

PASSAGE_WORDS, PASSAGE_SHARE = 100, 0.1
"""A passage this long, of this part of the later one's words, is carried as well: our convention, longer than boilerplate."""

CREDITED_SHARE = 0.35
"""From this part on where it credits the other's outlet: our convention, as its own word is half the proof."""

LEAST_WORDS = 30
"""Fewer words in common prove nothing unless the texts are the very same: our convention, about two sentences."""

NEWS_DAYS, OLD_SHARE = 31, 0.8
"""What is put out more than a month apart tells of two events, unless so much of it is carried, and more than boilerplate: our
convention. The sentence of a readout in January and October is the same, what was agreed is not."""


class Extent(Struct, frozen=True):
    """What a text has in common with another: how many words each has, the passages, and how alike MinHash takes them to be."""

    words: int
    original_words: int
    passages: Passages
    likeness: float

    @property
    def share(self) -> float:
        """The part of its words that stand in the other."""
        return self.passages.common / self.words if self.words else 1.0

    @property
    def covered(self) -> float:
        """The part of its words in the passages, words changed within them included."""
        return self.passages.covered / self.words if self.words else 1.0

    @property
    def share_of_original(self) -> float:
        """The part of the other's words that these are; more than it has where it is quoted twice counts as all."""
        return min(1.0, self.passages.common / self.original_words) if self.original_words else 1.0

    def __str__(self) -> str:
        """What is shown of it."""
        count = len(self.passages.extents)
        held = f"{self.passages.common:,} words in {count} passage{'s' if count > 1 else ''}"
        edited = f" that make up {self.covered:.0%} of it" if self.covered - self.share > SHOWN_EDITED else ""
        both = f"{self.share:.0%} of its words, {self.share_of_original:.0%} of the other's"
        return f"{both} ({held}{edited}, MinHash {self.likeness:.2f})"


SHOWN_EDITED = 0.02
"""Fewer words changed within passages are not worth showing: our convention."""


def is_carried(extent: Extent, copy: Publication, original: Publication) -> bool:
    """True where a publication carries the text of another, that is not the very same, whole or in part."""
    common, covered = extent.passages.common, extent.covered
    if common < LEAST_WORDS:
        return False
    if _days_apart(copy.published, original.published) > NEWS_DAYS:
        return covered >= OLD_SHARE and common >= PASSAGE_WORDS
    if covered >= (CREDITED_SHARE if credits_house(copy, original) else CARRIED_SHARE):
        return True
    much_of_original = common >= PASSAGE_WORDS and extent.share_of_original >= CARRIED_SHARE
    return covered >= PASSAGE_SHARE and (much_of_original or extent.passages.longest >= PASSAGE_WORDS)


def _days_apart(some: date | None, other: date | None) -> int:
    """0 where one is unknown."""
    return abs((some - other).days) if some and other else 0
