"""Publications that carry another's text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from math import floor

from msgspec import Struct

from waybill.model.document import DocumentId, Publication
from waybill.model.span import Span
from waybill.model.trace import Reprint
from waybill.trace.precedence import Precedence, precedence
from waybill.trace.shared import Row, has_run, shared_words, stretch
from waybill.trace.wording import Wording, wording

CARRIED_SHARE = 0.5
"""From this part of the later one's words on, it carries the other's text: our convention, so that background shared by reports
of two events merges nothing."""

PASSAGE_WORDS, PASSAGE_SHARE = 100, 0.1
"""An unbroken passage this long, of this part of the later one's words, is carried as well: our convention, longer than
boilerplate."""


Ordering = Callable[[Publication, Publication], Precedence]
"""Which of two publications came first, and what that rests on."""

LEAST_WORDS = 30
"""Fewer words in common prove nothing unless the texts are the very same: our convention, about two sentences."""


class Carried(Struct, frozen=True):
    """A reprint, and which words of the copy's `wording` stand in the original."""

    reprint: Reprint
    wording: Wording
    found: Row

    def share_of(self, spans: Sequence[Span]) -> float:
        """The part of the words within some spans of the copy that stands in the original; 0 where there are none."""
        starts, inside = self.wording.starts, 0
        for span in spans:
            inside |= stretch(bisect_left(starts, span.start), bisect_left(starts, span.end))
        return (inside & self.found).bit_count() / inside.bit_count() if inside else 0.0


def reprints(publications: Sequence[Publication], in_order: Ordering = precedence) -> tuple[Carried, ...]:
    """Every publication that carries another's text, whole or in part, with the one it is closest to; ordered by id.

    `Reprint.share` is the part of its words, furniture aside, that stand in the other in runs of five or more. The very same
    text is a reprint with share 1.0 however short. Of several equally close ones the earliest is named. The order of
    `publications` changes nothing. `in_order` says which of two came first.
    """
    held = sorted(publications, key=lambda p: p.id)
    wordings = [wording(p) for p in held]
    same = _same_texts(held)
    found: dict[DocumentId, list[tuple[Carried, Precedence]]] = {}
    for copy, shared in enumerate(shared_words(wordings, _least_carried)):
        words = len(wordings[copy].words)
        rows = {other: row for other, row in shared.items() if _is_carried(row, words)}
        rows |= dict.fromkeys(same[held[copy].document.text_sha256] - {copy}, stretch(0, words))
        orders = {other: in_order(held[copy], held[other]) for other in sorted(rows)}
        found[held[copy].id] = [(_reprint(o, wordings[copy], rows[n]), o) for n, o in orders.items() if o.later is held[copy]]
    return _closest(found)


def _same_texts(held: Sequence[Publication]) -> dict[str, set[int]]:
    """The publications of each text, by its sha256."""
    same: defaultdict[str, set[int]] = defaultdict(set)
    for at, publication in enumerate(held):
        same[publication.document.text_sha256].add(at)
    return same


def _least_carried(words: int) -> int:
    """How many words a text of so many shares at least with one that it carries: `_is_carried` turned round, rounded down."""
    passage = max(PASSAGE_WORDS, floor(PASSAGE_SHARE * words))
    return max(LEAST_WORDS, min(passage, floor(CARRIED_SHARE * words)))


def _is_carried(found: Row, words: int) -> bool:
    common = found.bit_count()
    if common < LEAST_WORDS:
        return False
    share = common / words
    return share >= CARRIED_SHARE or (share >= PASSAGE_SHARE and common >= PASSAGE_WORDS and has_run(found, PASSAGE_WORDS))


def _reprint(order: Precedence, later: Wording, found: Row) -> Carried:
    same = order.first.document.text_sha256 == order.later.document.text_sha256
    share = 1.0 if same else found.bit_count() / len(later.words)
    extent = "the same text" if same else f"{share:.0%} of its words"
    return Carried(Reprint(order.later.id, order.first.id, share, f"{extent}; {order.why}"), later, found)


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
