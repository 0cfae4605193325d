"""What analysts decided, as plain records."""

from collections.abc import Mapping, Sequence
from datetime import UTC

from waybill.model.account import Account
from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.judgement import Anchor, Correction, Fit, Judgement, Review, Reviewed
from waybill.publish.records import claim_record, source_record
from waybill.publish.value_records import Record, value_record

_NOT_CORRECTED = ("id", "document", "path", "review")


def review_record(claim: Claim, publication: Publication, review: Review | None) -> Record:
    """What has been decided about a claim: `review`, the numbers of every judgement on it, and for a corrected one `machine`,
    that is whatever the machine read otherwise, keyed as the claim is, of the frame the slots that differ. The words of a
    corrected source are the analyst's, its offsets those of the words misread."""
    record: dict[str, object] = {
        "review": review.status if review else "machine-read",
        "judgements": list(review.judgements) if review else [],
    }
    if review and review.status == "corrected":
        record["machine"] = _machine(claim_record(review.machine, publication), claim_record(claim, publication))
    if review and claim.source and claim.source != review.machine.source:
        record["source"] = {**source_record(claim.source, publication.document.text), "text": claim.source.text}
    return record


def judgement_records(reviewed: Reviewed) -> list[Record]:
    """Every judgement of the ledger with how it stands to these documents, in order."""
    return [judgement_record(fit) for fit in reviewed.fits]


def reviews_record(account: Account) -> Record:
    """For a view that lists no claims: those that were reviewed, and every judgement."""
    publications = {p.id: p for p in account.publications}
    judged = [(c, account.reviewed.reviews[c.id]) for c in account.claims if c.id in account.reviewed.reviews]
    return {
        "reviews": [{"claim": c.id, **review_record(c, publications[c.document], review)} for c, review in judged],
        "judgements": judgement_records(account.reviewed),
    }


def judgement_record(fit: Fit) -> Record:
    """One judgement; `when` is its own time, in UTC, and `why` the analyst's reason; `reason` says why it stands as it does.

    `claims` are those it is applied to or offered for, `on` the words it was made on, with `quote` the first of them.
    """
    judgement = fit.judgement
    return {
        "number": judgement.number,
        "verdict": judgement.verdict,
        "who": judgement.who,
        "when": judgement.when.astimezone(UTC).isoformat(timespec="seconds"),
        "why": judgement.why,
        "standing": fit.standing,
        "reason": fit.why or None,
        "claims": list(fit.claims),
        "quote": judgement.on[0].quote if judgement.on else None,
        "on": [_anchor(anchor) for anchor in judgement.on],
        "says": judgement.says or None,
        "undoes": judgement.undoes,
        "correction": _correction(judgement),
    }


def _machine(read: Mapping[str, object], now: Mapping[str, object]) -> Record:
    differing = {k: v for k, v in read.items() if k not in _NOT_CORRECTED and v != now[k]}
    slots, slots_now = read["frame"], now["frame"]
    if "frame" in differing and isinstance(slots, Mapping) and isinstance(slots_now, Mapping):
        differing["frame"] = {name: slot for name, slot in slots.items() if slot != slots_now[name]}
    return differing


def _anchor(anchor: Anchor) -> Record:
    return {
        "claim": anchor.claim.id,
        "path": anchor.path,
        "original_sha256": anchor.original_sha256,
        "text_sha256": anchor.text_sha256,
        "parts": _parts(anchor.claim),
        "quote": anchor.quote,
    }


def _parts(claim: Claim) -> Sequence[Sequence[int]]:
    return [[span.start, span.end] for span in claim.content]


def _correction(judgement: Judgement) -> Record | None:
    """The slots and words put in place; a slot that was emptied is null."""
    correction = judgement.correction
    if correction is None:
        return None
    frame = {name: {"text": slot.text, "value": value_record(slot.value)} for name, slot in correction.frame.filled()}
    return {"frame": frame | dict.fromkeys(correction.emptied), **_words(correction)}


def _words(correction: Correction) -> dict[str, object]:
    source = correction.source
    words: dict[str, object] = {n: getattr(correction, n) for n in ("stance", "kind", "basis") if getattr(correction, n)}
    return words | ({"source": {"name": source.name or source.text, "institution": source.institution}} if source else {})
