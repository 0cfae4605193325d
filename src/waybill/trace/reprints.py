"""Publications that carry another's text."""

from collections.abc import Sequence
from dataclasses import dataclass

from waybill.model.document import DocumentId, Publication
from waybill.model.span import Span
from waybill.model.trace import Reprint
from waybill.trace.likely import likely_pairs
from waybill.trace.precedence import Precedence, precedence
from waybill.trace.wording import SHINGLE_WORDS, Shingle, Wording, longest_run, wording

CARRIED_SHARE = 0.5
"""From this part of the later one's words on, it carries the other's text: our convention, so that background shared by reports
of two events merges nothing."""

PASSAGE_WORDS, PASSAGE_SHARE = 100, 0.1
"""An unbroken passage this long, of this part of the later one's words, is carried as well: our convention, longer than
boilerplate."""


LEAST_WORDS = 30
"""Fewer words in common prove nothing unless the texts are the very same: our convention, about two sentences."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A reprint, and which words of the copy stand in the original (one entry a word of `wording`)."""

    reprint: Reprint
    wording: Wording
    found: tuple[bool, ...]

    def share_of(self, spans: Sequence[Span]) -> float:
        """The part of the words within some spans of the copy that stands in the original; 0 where there are none."""
        inside = [f for f, at in zip(self.found, self.wording.starts, strict=True) if any(s.start <= at < s.end for s in spans)]
        return sum(inside) / len(inside) if inside else 0.0


def reprints(publications: Sequence[Publication]) -> tuple[Carried, ...]:
    """Every publication that carries another's text, whole or in part, with the one it is closest to; ordered by id.

    `Reprint.share` is the part of its words, furniture aside, that stand in the other in runs of five or more. The very same
    text is a reprint with share 1.0 however short. Of several equally close ones the earliest is named. The order of
    `publications` changes nothing.
    """
    held = sorted(publications, key=lambda p: p.id)
    wordings = [wording(p) for p in held]
    shingles = [w.shingles() for w in wordings]
    found: dict[DocumentId, list[tuple[Carried, Precedence]]] = {p.id: [] for p in held}
    index = {p.id: at for at, p in enumerate(held)}
    likely = [(a, b) for a, b in likely_pairs(wordings) if _may_carry(shingles[a], shingles[b])]
    for a, b in sorted({*likely, *_identical_pairs(held)}):
        order = precedence(held[a], held[b])
        later = wordings[index[order.later.id]]
        carried = _carried(order, later, later.found_in(shingles[index[order.first.id]]))
        if carried:
            found[order.later.id].append((carried, order))
    return _closest(found)


def _identical_pairs(held: Sequence[Publication]) -> list[tuple[int, int]]:
    """Each publication of a text with every other of the very same text."""
    same: dict[str, list[int]] = {}
    for at, publication in enumerate(held):
        same.setdefault(publication.document.text_sha256, []).append(at)
    return [(a, b) for group in same.values() for a in group for b in group if a < b]


def _may_carry(some: frozenset[Shingle], other: frozenset[Shingle]) -> bool:
    """False where the shingles in common are too few for either to be carried; cheaper than to look where they stand."""
    shared, shorter = len(some & other), min(len(some), len(other))
    passage = shared + SHINGLE_WORDS > PASSAGE_WORDS
    return passage or shared * SHINGLE_WORDS >= max(LEAST_WORDS, CARRIED_SHARE * shorter)


def _carried(order: Precedence, later: Wording, found: tuple[bool, ...]) -> Carried | None:
    same = order.first.document.text_sha256 == order.later.document.text_sha256
    share = 1.0 if same else sum(found) / len(found) if found else 0.0
    if not same and not _is_carried(share, found):
        return None
    extent = "the same text" if same else f"{share:.0%} of its words"
    reprint = Reprint(order.later.id, order.first.id, share, f"{extent}; {order.why}")
    return Carried(reprint, later, (True,) * len(found) if same else found)


def _is_carried(share: float, found: Sequence[bool]) -> bool:
    long_passage = longest_run(found) >= PASSAGE_WORDS and share >= PASSAGE_SHARE
    return sum(found) >= LEAST_WORDS and (share >= CARRIED_SHARE or long_passage)


def _closest(found: dict[DocumentId, list[tuple[Carried, Precedence]]]) -> tuple[Carried, ...]:
    chosen: dict[DocumentId, Carried] = {}
    for copy, options in found.items():
        fitting = [o for o in options if not _leads_to(o[0].reprint.of, copy, chosen)]
        if fitting:
            chosen[copy] = min(fitting, key=_preference)[0]
    return tuple(chosen.values())


def _leads_to(start: DocumentId, goal: DocumentId, chosen: dict[DocumentId, Carried]) -> bool:
    """True where following the originals from `start` ends in `goal`: dates and credits may contradict each other."""
    while start != goal and start in chosen:
        start = chosen[start].reprint.of
    return start == goal


def _preference(option: tuple[Carried, Precedence]) -> tuple[float, bool, str, str]:
    carried, order = option
    day = order.first.published
    return (-round(carried.reprint.share, 2), day is None, day.isoformat() if day else "", order.first.id)
