"""What an analyst puts in place of what was read, made into judgements and kept."""

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from waybill.extract.corrections import corrected
from waybill.model.judgement import Correction, Judgement, Reviewed
from waybill.model.things import Place
from waybill.pipeline.case import extractor_version
from waybill.pipeline.judging import Pen, refuse_no_text
from waybill.pipeline.naming import Meant, claims_alone
from waybill.pipeline.reviewing import as_left
from waybill.pipeline.wordings import understood
from waybill.reference.gazetteer import open_gazetteer
from waybill.resolve.places.named import place_named


def correct(pen: Pen, names: Sequence[str], words: Mapping[str, str]) -> tuple[Judgement, ...]:
    """Puts words, by slot or column, in place of what was read of each claim.

    Raises UnknownIdError, and JudgementError for words that cannot be read, or where another run judges meanwhile; then
    nothing is kept.
    """
    refuse_no_text(words)
    meant = claims_alone(pen.ledger, names, "correct its claims")
    reviewed = as_they_stand(pen, meant)
    present = {claim.id: claim for claim in reviewed.claims}
    made = [pen.judgement("correct", [m], correction(pen, replace(m, claim=present[m.claim.id]), words)) for m in meant]
    return pen.ledger.judge(made, seen=len(reviewed.fits))


def correction(pen: Pen, meant: Meant, words: Mapping[str, str]) -> Correction:
    """What words, by slot or column, put in place of a claim as it stands. Raises JudgementError."""
    published = meant.publication.published_at(meant.claim.hull.start)
    cells, slots = understood(words, meant.claim, published, pen.settings)
    return corrected(meant.claim, cells, meant.publication, partial(_place, pen), slots)


def as_they_stand(pen: Pen, meant: Sequence[Meant]) -> Reviewed:
    """The claims of these documents with the corrections in force."""
    documents = {m.publication.id: (m.publication, m.location) for m in meant}
    held = pen.ledger.claims([publication for publication, _ in documents.values()], extractor_version(pen.settings))
    claims = {c.id: c for c in (*(m.claim for m in meant), *(c for found in held.values() for c in found))}
    return as_left(tuple(claims.values()), tuple(documents.values()), pen.ledger.judgements(), pen.ledger)


def _place(pen: Pen, words: str) -> Place | None:
    return place_named(open_gazetteer(pen.settings, pen.progress), words)
