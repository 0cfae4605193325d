"""A pile in the order in which to read it: by whether its texts are known, without parsing any."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from waybill.model.changes import Sorted, Triage, Turn, failed
from waybill.model.document import DocumentId, Publication, Reading
from waybill.model.trace import Reprint
from waybill.trace.precedence import Precedence, precedence, surely_before
from waybill.trace.reprints import reprints

_TURNS: tuple[Turn, ...] = ("new", "echo", "held", "irrelevant", "failed")
"""What is read first comes first."""


def triage(pile: Reading, held: Sequence[Publication], irrelevant: Collection[DocumentId]) -> Triage:
    """Every file of the pile with what becomes of it: what is new first, by published date, undated last, then by path.

    `held` are the publications kept already, `irrelevant` those of the pile that cannot speak of arms. A file is held where
    its bytes or its text are; an echo where it carries the text of a publication that is held, or of another of the pile that
    came first. Where nothing tells which came first, what is held did. It stays new where what is held carries its text and
    surely came later: then it may be the original.
    """
    by_bytes = {p.document.original_sha256: p for p in reversed(held)}
    by_text = {p.document.text_sha256: p for p in reversed(held)}
    files, rest = list[Sorted](), list[Publication]()
    for publication in pile.publications:
        document = publication.document
        if same := by_bytes.get(document.original_sha256):
            files.append(Sorted(publication.path, "held", f"its bytes are held: {same.path}", publication, same, 1.0))
        elif same := by_text.get(document.text_sha256):
            files.append(Sorted(publication.path, "held", f"its text is held: {same.path}", publication, same, 1.0))
        elif publication.id in irrelevant:
            files.append(Sorted(publication.path, "irrelevant", "it names no arms", publication))
        else:
            rest.append(publication)
    return Triage(tuple(sorted((*files, *_new_and_echoes(rest, held), *map(failed, pile.failures)), key=_turn)))


def _new_and_echoes(pile: Sequence[Publication], held: Sequence[Publication]) -> list[Sorted]:
    order = _HeldFirst(frozenset(p.id for p in held))
    publications = {p.id: p for p in (*held, *pile)}
    carried = {c.reprint.publication: c.reprint for c in reprints(tuple(publications.values()), order)}
    copies: dict[DocumentId, list[Reprint]] = {}
    for reprint in carried.values():
        copies.setdefault(reprint.of, []).append(reprint)
    return [
        _echo(p, publications[carried[p.id].of], carried[p.id], order)
        if p.id in carried
        else _new(p, [c for c in copies.get(p.id, ()) if c.publication in order.held], publications)
        for p in pile
    ]


def _echo(publication: Publication, of: Publication, reprint: Reprint, order: "_HeldFirst") -> Sorted:
    where = "held" if of.id in order.held else "in this pile"
    why = f"{reprint.share:.0%} of its words stand in {of.path} ({where}); {_order(reprint)}"
    return Sorted(publication.path, "echo", why, publication, of, reprint.share)


def _order(reprint: Reprint) -> str:
    """What the order of the two rests on."""
    return reprint.why.partition("; ")[2]


def _new(publication: Publication, copies: Sequence[Reprint], publications: Mapping[DocumentId, Publication]) -> Sorted:
    """What no earlier text gives; it is said where a later one that is held does."""
    if not copies:
        return Sorted(publication.path, "new", "its text is not held", publication)
    nearest = max(copies, key=lambda c: (c.share, c.publication))
    copy = publications[nearest.publication]
    why = f"may be the original of {copy.path} (held): {nearest.share:.0%} of that one's words stand here; {_order(nearest)}"
    return Sorted(publication.path, "new", why, publication, copy, nearest.share)


class _HeldFirst(Struct, frozen=True):
    """The order of two publications; what is held came first where nothing surely says otherwise."""

    held: frozenset[DocumentId]

    def __call__(self, a: Publication, b: Publication) -> Precedence:
        known = precedence(a, b)
        overtaken = known.later.id in self.held and known.first.id not in self.held
        if not overtaken or surely_before(known.first, known.later):
            return known
        return Precedence(known.later, known.first, "unknown which came first")


def _turn(found: Sorted) -> tuple[int, bool, str, str]:
    day = found.publication.published if found.publication else None
    return (_TURNS.index(found.turn), day is None, day.isoformat() if day else "", found.path)
