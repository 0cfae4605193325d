"""The claims of documents as analysts left them: one answer for an account, a correction and an explanation.

It imports nothing that only reading reports, or writing to a ledger, needs.
"""

from collections.abc import Sequence

from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.judgement import Judgement, Reviewed
from waybill.pipeline.asking import Asked
from waybill.review.judged import review

Documents = Sequence[tuple[Publication, str]]
"""Publications, each with its location in the ledger."""


def as_left(claims: Sequence[Claim], documents: Documents, judgements: Sequence[Judgement], ledger: Asked) -> Reviewed:
    """All claims of the documents at hand as analysts left them, and how every judgement of the ledger stands to them."""
    if not judgements:
        return Reviewed(tuple(claims))
    lay = ledger.earlier_originals([location for _, location in documents])
    return review(claims, [p for p, _ in documents], judgements, {p.id: lay[location] for p, location in documents})
