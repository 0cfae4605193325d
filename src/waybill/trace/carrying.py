"""Which texts carry which: MinHash says which to compare, the exact passages they share decide."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

import numpy as np
from msgspec import Struct

from waybill.model.document import DocumentId, Publication
from waybill.model.span import Span
from waybill.model.trace import Reprint
from waybill.trace.candidates import MOST_LATER, candidates
from waybill.trace.carried import Carried, Ordering
from waybill.trace.cores import on_all_cores
from waybill.trace.extent import LEAST_WORDS, Extent, is_carried
from waybill.trace.minhash import SHINGLE_WORDS, joined, rate, resemblance, samples, shingles
from waybill.trace.passages import Passages, ascending, passages
from waybill.trace.precedence import Precedence, stands_for_both
from waybill.trace.word_codes import CodedWords, Codes, coded_words

_AT_HAND = 4_096
"""So many texts' words are kept while pairs are compared: about 100 MB of news."""


def carrying(publications: Sequence[Publication], in_order: Ordering) -> tuple[Carried, ...]:
    """Every publication that carries another's text, with the one it is closest to; ordered by id."""
    held = sorted(publications, key=lambda p: (p.published or date.max, stands_for_both(p)))
    texts = _Texts(held)
    options = _options(texts, _asked(held, in_order))
    found: defaultdict[DocumentId, list[_Option]] = defaultdict(list)
    for copy, original, extent in options:
        order = in_order(held[copy], held[original])
        found[order.later.id].append(_Option(copy, original, order, extent))
    return tuple(texts.carried(option) for option in _closest(found))


class _Option(Struct, frozen=True):
    """A publication that another carries, by their places among those held."""

    copy: int
    original: int
    order: Precedence
    extent: Extent


class _Texts:
    """The publications held, and their words: made when asked for, and those asked for last kept at hand."""

    def __init__(self, held: Sequence[Publication]) -> None:
        self.held = held
        self._shingles = lru_cache(_AT_HAND)(lambda at: shingles(self.words(at).codes))
        self._ascending = lru_cache(_AT_HAND)(lambda at: ascending(self._shingles(at)))

    def words(self, at: int) -> CodedWords:
        """The words of a publication's body."""
        return coded_words(self.held[at].document.text, self.held[at].furniture)

    def passages(self, copy: int, original: int) -> Passages:
        """What one has in common with another, that is not the very same text."""
        return passages(self._shingles(copy), self._ascending(original))

    def extent(self, copy: int, original: int, likeness: float) -> Extent:
        """How far one carries another."""
        if self.same(copy, original):
            words = len(self.words(copy).codes)
            return Extent(words, words, words, np.array([[0, words]])[: bool(words)], 1.0)
        found, original_words = self.passages(copy, original), len(self._shingles(original)) + SHINGLE_WORDS - 1
        return Extent(found.words, original_words, found.common, found.extents, likeness)

    def same(self, some: int, other: int) -> bool:
        """True where both are the very same text."""
        return self.held[some].document.text_sha256 == self.held[other].document.text_sha256

    def carried(self, option: _Option) -> Carried:
        """What is kept of a reprint."""
        words, extent, order = self.words(option.copy), option.extent, option.order
        same = self.same(option.copy, option.original)
        reprint = Reprint(
            order.later.id,
            order.first.id,
            extent.share,
            f"{'the same text' if same else extent}; {order.why}",
            extent.share_of_original,
            extent.common,
            tuple(Span(int(words.starts[first]), int(words.ends[end - 1])) for first, end in extent.passages),
            extent.likeness,
        )
        found = b"\1" * extent.words if same else self.passages(option.copy, option.original).found.tobytes()
        return Carried(reprint, tuple(words.starts.tolist()), found)


def _asked(held: Sequence[Publication], in_order: Ordering) -> dict[int, dict[int, float]]:
    """For each text the earlier ones that it may carry, with how alike both are by MinHash."""
    asked: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for some, other, likeness in (*_alike(held), *_same_texts(held)):
        copy, original = (some, other) if in_order(held[some], held[other]).later is held[some] else (other, some)
        asked[copy][original] = likeness
    return asked


def _alike(held: Sequence[Publication]) -> Iterator[tuple[int, int, float]]:
    """The pairs of texts that MinHash says to compare."""
    kept = rate(sum(len(p.document.text) for p in held))
    bodies = [(p.document.text, p.furniture) for p in held]
    parts = on_all_cores(lambda numbers: [samples((_body(*bodies[n]) for n in numbers), kept)], len(bodies))
    all_samples = joined(parts)
    for pair in candidates(all_samples, kept):
        some, other = all_samples.sizes[[pair.text, pair.other]].tolist()
        yield pair.text, pair.other, resemblance(some, other, pair.shared)


def _body(text: str, furniture: Sequence[Span]) -> Codes:
    """The words of a body; none of one too short to carry another or to be carried, unless as the very same text."""
    words = coded_words(text, furniture).codes
    return words if len(words) >= LEAST_WORDS else words[:0]


def _same_texts(held: Sequence[Publication]) -> Iterator[tuple[int, int, float]]:
    """The pairs of the very same text, however short."""
    same: defaultdict[str, list[int]] = defaultdict(list)
    for at, publication in enumerate(held):
        earlier = same[publication.document.text_sha256]
        yield from ((at, other, 1.0) for other in earlier[-MOST_LATER:])
        earlier.append(at)


def _options(texts: "_Texts", asked: Mapping[int, Mapping[int, float]]) -> list[tuple[int, int, Extent]]:
    """Each text with each of those it was asked for that it carries, and how far."""
    copies = list(asked)
    return on_all_cores(
        lambda numbers: [o for n in numbers for o in _carried_by(texts, copies[n], asked[copies[n]])], len(copies)
    )


def _carried_by(texts: "_Texts", copy: int, likeness: Mapping[int, float]) -> Iterator[tuple[int, int, Extent]]:
    for original, estimate in sorted(likeness.items()):
        extent = texts.extent(copy, original, estimate)
        if texts.same(copy, original) or is_carried(extent, texts.held[copy], texts.held[original]):
            yield copy, original, extent


def _closest(found: dict[DocumentId, list[_Option]]) -> Iterator[_Option]:
    """Of each publication the one it is closest to, in the order of their ids; dates and credits may contradict each other, but
    following them leads in no circle.
    """
    chosen: dict[DocumentId, DocumentId] = {}
    for copy, options in sorted(found.items()):
        fitting = [o for o in options if not _leads_to(o.order.first.id, copy, chosen)]
        if fitting:
            closest = min(fitting, key=_preference)
            chosen[copy] = closest.order.first.id
            yield closest


def _leads_to(start: DocumentId, goal: DocumentId, chosen: dict[DocumentId, DocumentId]) -> bool:
    while start != goal and start in chosen:
        start = chosen[start]
    return start == goal


def _preference(option: _Option) -> tuple[float, bool, str, str]:
    day = option.order.first.published
    return (-round(option.extent.share, 2), day is None, day.isoformat() if day else "", option.order.first.id)
