"""The publications that are held, by the names under which others refer to them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from msgspec import Struct

from waybill.model.document import Publication
from waybill.trace.houses import house

K = TypeVar("K")

_DESCRIPTIONS = """
    a an the of at from for with in and its own
    agency analysts authors blog broadcaster bulletin channel collective correspondents daily editors group institute
    institution investigators journal journalists magazine monitor monitors network news newsletter newspaper newspapers ngo
    organisation organization outfit outlet paper project publication report reporters research researcher researchers
    service site state-run state-owned investigative independent tabloid tank team think think-tank watchdog website weekly
    wire
"""
_DESCRIBES = frozenset(_DESCRIPTIONS.split())
"""Words in lower case that stand around a publisher's name and name the same house."""

_COMMON_ENDS = """
    agency chronicle courier daily echo express gazette globe group guardian herald independent institute journal ledger mail
    mirror monitor news observer post press record report review standard star sun telegraph times today tribune watch weekly
    wire world
"""
_COMMON = frozenset(_COMMON_ENDS.split())
"""Last words that many publishers share: alone they name only the publisher whose text uses them."""


class Shelf(Struct, frozen=True):
    """Publishers and publications of a folder.

    `publishers` are their names by house, the shortest form of each, `shortened` the houses that a shorter name may mean;
    `by_url` and `by_issue` (house and day) find what a row of a table was taken from.
    """

    publishers: Mapping[str, str]
    shortened: Mapping[str, frozenset[str]]
    by_url: Mapping[str, Publication]
    by_issue: Mapping[tuple[str, date], Publication]

    def publisher(self, words: str, beside: Publication) -> str | None:
        """The publisher that these words name in the text of `beside`, or None where none or several fit.

        Articles and descriptions are passed over ("the research group Delta Watch"). The beginning of a longer name does
        ("Tarn Institute" for the Tarn Institute for Maritime Evidence), as does its end ("the Quillon" for the Daily
        Quillon); a single last word that many publishers share does so only in that publisher's own text.
        """
        name = house(_undescribed(words))
        if name in self.publishers:
            return self.publishers[name]
        meant = self.shortened.get(name, frozenset())
        own = house(beside.publisher) if beside.publisher else ""
        if own in meant:
            return self.publishers[own]
        return self.publishers[min(meant)] if len(meant) == 1 and name not in _COMMON else None

    def reported_at(self, publication: Publication, offset: int) -> Publication:
        """The publication whose words stand at an offset: for a row of a table the one it was taken from, if that is held."""
        row = publication.row_at(offset)
        url, outlet = (row.cell("url"), row.cell("outlet")) if row else (None, None)
        if url and url.text in self.by_url:
            return self.by_url[url.text]
        day = publication.published_at(offset)
        return self.by_issue.get((self._house(outlet.text, publication), day), publication) if outlet and day else publication

    def _house(self, outlet: str, beside: Publication) -> str:
        return house(self.publisher(outlet, beside) or outlet)


def shelf(publications: Sequence[Publication]) -> Shelf:
    """The shelf that these publications fill; a table of claims is none of a publisher's. Their order changes nothing.

    Two texts of one publisher and day, or of one url, are not told apart, and no row is taken to be from either.
    """
    held = [p for p in publications if not p.rows]
    names = sorted((p.publisher for p in held if p.publisher), key=lambda name: (-len(name), name))
    publishers = {house(name): name for name in names}
    shortened: defaultdict[str, set[str]] = defaultdict(set)
    for full in publishers:
        for short in _shorter_forms(full.split()):
            shortened[short].add(full)
    return Shelf(
        publishers,
        {short: frozenset(full) for short, full in shortened.items()},
        _unique((p.url, p) for p in held if p.url),
        _unique(((house(p.publisher), p.published), p) for p in held if p.publisher and p.published),
    )


def _unique(keyed: Iterable[tuple[K, Publication]]) -> dict[K, Publication]:
    """Each key with its only text; of copies of the very same text the one with the lowest id."""
    held: defaultdict[K, list[Publication]] = defaultdict(list)
    for key, publication in keyed:
        held[key].append(publication)
    alike = {key: found for key, found in held.items() if len({p.document.text_sha256 for p in found}) == 1}
    return {key: min(found, key=lambda p: p.id) for key, found in alike.items()}


def _shorter_forms(full: Sequence[str]) -> Iterator[str]:
    """The ends of a name, and its beginnings of two words or more."""
    for at in range(1, len(full)):
        yield " ".join(full[at:])
    for at in range(2, len(full)):
        yield " ".join(full[:at])


def _undescribed(words: str) -> str:
    """The name among the words that describe it; all words where some mean another ("a rival of Delta Watch")."""
    tokens = [re.sub(r"['’]s?$", "", token) for token in words.split()]
    names = [at for at, token in enumerate(tokens) if not token[:1].islower()]
    if not names:
        return words
    first, end = names[0], names[-1] + 1
    around = {*tokens[:first], *tokens[end:]}
    return " ".join(tokens[first:end]) if around <= _DESCRIBES else words
