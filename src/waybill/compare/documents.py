"""The documents that came, changed or went, and whether anything moved by them."""

from collections import defaultdict
from collections.abc import Sequence

from waybill.compare.pair import Pair
from waybill.compare.reworded import reworded
from waybill.model.changes import DocumentChange, DocumentFate, EchoChange, LineChanges
from waybill.model.claim import ClaimId
from waybill.model.document import DocumentId, Publication


def documents(pair: Pair, lines: Sequence[LineChanges], echoes: Sequence[EchoChange]) -> tuple[DocumentChange, ...]:
    """Every document that is not as it was, in the order of the later account, those that went last."""
    claims = _Claims(pair, lines, echoes)
    earlier = {now: was for was, now in pair.documents.items()}
    before = {p.id: p for p in pair.before.publications}
    came = []
    for publication in pair.after.publications:
        was = earlier.get(publication.id)
        fate = _fate(before[was], publication) if was else "new"
        if fate:
            came.append(claims.change(publication.id, was, fate))
    return (*came, *(claims.went(p.id) for p in pair.before.publications if p.id not in pair.documents))


def _fate(was: Publication, now: Publication) -> DocumentFate | None:
    if was.document.text_sha256 != now.document.text_sha256:
        return "edited"
    imprints = [(p.published, p.publisher, p.author, p.url, p.title) for p in (was, now)]
    return "amended" if imprints[0] != imprints[1] else None


class _Claims:
    """New and lost claims by document, and which of them move anything."""

    def __init__(self, pair: Pair, lines: Sequence[LineChanges], echoes: Sequence[EchoChange]) -> None:
        self._pair = pair
        self._reprints = {r.publication: r.of for r in pair.after.tracing.reprints}
        self._own, self._echoes = _new_claims(pair)
        self._lost = _lost_claims(pair)
        self._held = _held_claims(pair)
        self._moving = _moving(lines, echoes)
        self._on_lines = {c for line in pair.before.lines for d in line.deliveries for c in d.claims}

    def change(self, document: DocumentId, was: DocumentId | None, fate: DocumentFate) -> DocumentChange:
        """What became of a document that is there."""
        own, echoes, lost = self._own[document], self._echoes[document], self._lost[was] if was else []
        by_its_imprint = self._held[document] if fate == "amended" else []
        moves = not self._moving.isdisjoint((*own, *echoes, *by_its_imprint)) or not self._on_lines.isdisjoint(lost)
        held = (tuple(own), tuple(echoes), tuple(lost))
        pairs = reworded(self._pair, lost, (*own, *echoes))
        return DocumentChange(document, was, fate, *held, self._reprints.get(document), moves, pairs)

    def went(self, document: DocumentId) -> DocumentChange:
        """What went with a document that is not there any more."""
        lost = self._lost[document]
        return DocumentChange(document, document, "gone", lost=tuple(lost), moves=not self._on_lines.isdisjoint(lost))


def _moving(lines: Sequence[LineChanges], echoes: Sequence[EchoChange]) -> set[ClaimId]:
    """The claims that something changed by."""
    moving = {claim for line in lines for f in line.footings for claim in f.claims}
    moving |= {claim for line in lines for b in line.bounds for claim in b.claims}
    moving |= {claim for line in lines for c in line.begun for claim in c.claims}
    moving |= {claim for line in lines for d in line.deliveries for claim in d.gained}
    figures = [f for line in lines for f in line.figures]
    moving |= {claim for f in figures for claim in (*f.backed, *(c for e in f.after for c in e.claims))}
    return moving | {echo.of for echo in echoes if echo.became}


def _new_claims(pair: Pair) -> tuple[dict[DocumentId, list[ClaimId]], dict[DocumentId, list[ClaimId]]]:
    own, echoes = defaultdict[DocumentId, list[ClaimId]](list), defaultdict[DocumentId, list[ClaimId]](list)
    for claim in pair.after.reviewed.standing:
        if claim.id not in pair.known:
            (echoes if claim.id in pair.after.tracing.echo_of else own)[claim.document].append(claim.id)
    return own, echoes


def _held_claims(pair: Pair) -> dict[DocumentId, list[ClaimId]]:
    """The claims that were there before, by their present document: another day or publisher may move something by them."""
    held = defaultdict[DocumentId, list[ClaimId]](list)
    for claim in pair.after.reviewed.standing:
        if claim.id in pair.known:
            held[claim.document].append(claim.id)
    return held


def _lost_claims(pair: Pair) -> dict[DocumentId, list[ClaimId]]:
    lost = defaultdict[DocumentId, list[ClaimId]](list)
    for claim in pair.before.reviewed.standing:
        if claim.id not in pair.claims:
            lost[claim.document].append(claim.id)
    return lost
