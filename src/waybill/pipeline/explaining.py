"""From an id to the sentences behind it, out of the ledger alone: nothing is read, parsed or put together anew."""

from collections.abc import Sequence
from contextlib import suppress

from waybill.ledger.glance import NotPlainError, glance
from waybill.model.claim import ClaimId
from waybill.model.judgement import Anchor, Reviewed
from waybill.pipeline.asking import Asked, Held, claims_held, exhibits_of
from waybill.pipeline.progress import Progress
from waybill.pipeline.reviewing import as_left
from waybill.publish.explain import Explanation, claims_of, explained
from waybill.settings import Settings

DIGITS = 12
"""Of a text's sha256 that the id of a document begins with."""


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

    What a judgement is on shows only among all claims of each document that it may mean: those of the account last shown are
    looked up, too.
    """
    own, made = tuple(claim for claim, _, _ in held), ledger.judgements()
    if not made:
        return Reviewed(own)
    lay = ledger.earlier_originals([at for _, _, at in held])
    here = {digest for _, p, at in held for digest in (p.document.text_sha256, p.document.original_sha256, *lay[at])}
    judged = [j for j in made if any(here & {anchor.text_sha256, anchor.original_sha256} for anchor in j.on)]
    if not judged:
        return Reviewed(own)
    beside = claims_held(ledger, _claims_meant(ledger, [anchor for j in judged for anchor in j.on]))
    claims = {claim.id: claim for claim, _, _ in (*held, *beside)}
    documents = {publication.id: (publication, at) for _, publication, at in (*held, *beside)}
    return as_left(tuple(claims.values()), tuple(documents.values()), made, ledger)


def _claims_meant(ledger: Asked, anchors: Sequence[Anchor]) -> tuple[ClaimId, ...]:
    """The claims that the account last shown has of the documents which judgements may mean: those with the text that was
    judged, and those that lie where the original lay."""
    texts = {anchor.text_sha256 for anchor in anchors} | ledger.texts_beside(list({a.original_sha256 for a in anchors}))
    documents = (exhibit for text in sorted(texts) for exhibit in ledger.exhibits(text[:DIGITS]))
    return tuple(dict.fromkeys(claim for document in documents for claim in document.claims))
