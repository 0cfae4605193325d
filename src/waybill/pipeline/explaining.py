"""From an id to the sentences behind it, out of the ledger alone: nothing is read, parsed or put together anew."""

from contextlib import suppress

from waybill.ledger.glance import NotPlainError, glance
from waybill.model.claim import ClaimId
from waybill.model.document import DocumentId, Publication
from waybill.model.judgement import Anchor, Reviewed
from waybill.pipeline.asking import Asked, Held, claims_held, exhibits_of
from waybill.pipeline.progress import Progress
from waybill.publish.explain import Explanation, claims_of, explained
from waybill.review.judged import review
from waybill.settings import Settings


def explanation_of(wanted: str, settings: Settings, say: Progress) -> Explanation:
    """The explanation of a label of the account last shown, or of the beginning of an id in it or of any claim held.

    Raises LedgerError where there is no ledger, UnknownIdError as `explain_held`.
    """
    with suppress(NotPlainError), glance(settings.ledger) as ledger:
        return explain_held(ledger, wanted)
    return _of_opened(wanted, settings, say)


def _of_opened(wanted: str, settings: Settings, say: Progress) -> Explanation:
    from waybill.pipeline.evidence import opened, require  # noqa: PLC0415  most of the time of a short run

    require(settings)
    with opened(settings, say) as ledger:
        return explain_held(ledger, wanted)


def explain_held(ledger: Asked, wanted: str) -> Explanation:
    """The explanation of a label of the account last shown, or of the beginning of an id in it or of any claim held.

    Raises UnknownIdError where nothing or more than one thing begins so, and where no account was shown yet.
    """
    found = exhibits_of(ledger, wanted)
    held = claims_held(ledger, claims_of(found, wanted))
    reviewed = _reviewed(ledger, held)
    claims = {claim.id: claim for claim in reviewed.claims}
    return explained(found, [(claims[claim.id], publication) for claim, publication in held], reviewed)


def _reviewed(ledger: Asked, held: Held) -> Reviewed:
    """What was decided about these claims.

    What a judgement is on shows only among all claims of each document that it speaks of: those are looked up, too.
    """
    made = ledger.judgements()
    judgements = [j for j in made if any(_is_on(anchor, p) for anchor in j.on for _, p in held)]
    if not judgements:
        return Reviewed(tuple(claim for claim, _ in held))
    anchors = [anchor for judgement in judgements for anchor in judgement.on]
    others = claims_held(ledger, tuple(dict.fromkeys(anchor.claim.id for anchor in anchors)))
    publications = {p.id: p for _, p in (*held, *others) if any(_is_on(anchor, p) for anchor in anchors)}
    beside = [c for document in sorted(publications) for c in _claims_of_document(ledger, document)]
    claims = {claim.id: claim for claim, _ in (*held, *others, *ledger.named(tuple(dict.fromkeys(beside))))}
    return review(tuple(claims.values()), tuple(publications.values()), made, {})


def _claims_of_document(ledger: Asked, document: DocumentId) -> tuple[ClaimId, ...]:
    """The claims that the account last shown has of a document."""
    return next((exhibit.claims for exhibit in ledger.exhibits(document) if exhibit.id == document), ())


def _is_on(anchor: Anchor, publication: Publication) -> bool:
    document = publication.document
    return document.text_sha256 == anchor.text_sha256 or document.original_sha256 == anchor.original_sha256
