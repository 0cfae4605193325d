"""From an id to the sentences behind it, out of the ledger alone: nothing is read, parsed or put together anew."""

from collections.abc import Sequence
from contextlib import suppress

from waybill.ledger.glance import NotPlainError, glance
from waybill.model.claim import ClaimId
from waybill.model.document import DocumentId
from waybill.model.judgement import Anchor, Reviewed
from waybill.pipeline.asking import Asked, Held, claims_held, exhibits_of
from waybill.pipeline.progress import Progress
from waybill.pipeline.reviewing import as_left
from waybill.publish.explain import Explanation, claims_of, explained
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
    return explained(found, [(claims[claim.id], publication) for claim, publication, _ in held], reviewed)


def _reviewed(ledger: Asked, held: Sequence[Held]) -> Reviewed:
    """What was decided about these claims, and what is offered for them.

    What a judgement is on shows only among all claims of each document that it speaks of: those of the account last shown are
    looked up, too.
    """
    made = ledger.judgements()
    if not made:
        return Reviewed(tuple(claim for claim, _, _ in held))
    lay = ledger.earlier_originals([at for _, _, at in held])
    named = {p.id: {p.document.text_sha256, p.document.original_sha256, *lay[at]} for _, p, at in held}
    digests = set[str]().union(*named.values())
    anchors = [anchor for j in made if any(digests & _digests(anchor) for anchor in j.on) for anchor in j.on]
    if not anchors:
        return Reviewed(tuple(claim for claim, _, _ in held))
    judged = set[str]().union(*map(_digests, anchors))
    near = [h for h in held if named[h[1].id] & judged]
    near += claims_held(ledger, tuple(dict.fromkeys(anchor.claim.id for anchor in anchors)))
    shown = {p.id: _claims_of_document(ledger, p.id) for _, p, _ in near}
    documents = {p.id: (p, at) for _, p, at in near if p.id in named or shown[p.id]}
    beside = ledger.named([claim for document in sorted(documents) for claim in shown[document]])
    claims = {claim.id: claim for claim, *_ in (*held, *(h for h in near if not shown[h[1].id]), *beside)}
    return as_left(tuple(claims.values()), tuple(documents.values()), made, ledger)


def _claims_of_document(ledger: Asked, document: DocumentId) -> tuple[ClaimId, ...]:
    """The claims that the account last shown has of a document."""
    return next((exhibit.claims for exhibit in ledger.exhibits(document) if exhibit.id == document), ())


def _digests(anchor: Anchor) -> set[str]:
    return {anchor.text_sha256, anchor.original_sha256}
