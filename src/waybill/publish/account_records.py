"""The account, its genealogy and its lines as plain records."""

from waybill.model.account import Account
from waybill.model.claim import Claim
from waybill.model.delivery import Bound, Delivery, Join, Line, Stated, StatedExtreme
from waybill.model.document import Failure, Publication
from waybill.model.trace import Originator, Reprint, Retelling
from waybill.publish.findings import finding_record
from waybill.publish.grades import grade_record
from waybill.publish.judgement_records import judgement_records, review_record, reviews_record
from waybill.publish.reading_records import reading_records
from waybill.publish.records import claim_record, publication_record, unresolved_records
from waybill.publish.value_records import Record, day, number, value_record


def account_record(account: Account) -> Record:
    """The whole account, in the account's order."""
    publications = {p.id: p for p in account.publications}
    reprints = {r.publication: r.of for r in account.tracing.reprints}
    return {
        "documents": [publication_record(p, reprints.get(p.id)) for p in account.publications],
        "claims": [_reviewed_claim(c, publications[c.document], account) for c in account.claims],
        "originators": [_originator(o) for o in account.tracing.originators],
        "retellings": [_retelling(r) for r in account.tracing.retellings],
        "lines": [_line(line) for line in account.lines],
        "unresolved": [u for c in account.reviewed.standing for u in unresolved_records(c)],
        "failed": [failure_record(f) for f in account.failures],
        "judgements": judgement_records(account.reviewed),
    }


def failure_record(failure: Failure) -> Record:
    """What could not be read, and why."""
    return {"path": failure.path, "reason": failure.reason}


def trace_record(account: Account) -> Record:
    """Originators, retellings and reprints, and what has been decided about the claims they name."""
    tracing = account.tracing
    return {
        "originators": [_originator(o) for o in tracing.originators],
        "retellings": [_retelling(r) for r in tracing.retellings],
        "reprints": [_reprint(r) for r in tracing.reprints],
        **reviews_record(account),
    }


def _reprint(reprint: Reprint) -> Record:
    """`passages` are where the shared words stand in the document, `likeness` is what MinHash estimates."""
    return {
        "document": reprint.publication,
        "of": reprint.of,
        "share": reprint.share,
        "share_of_original": reprint.share_of_original,
        "words": reprint.words,
        "passages": [[span.start, span.end] for span in reprint.passages],
        "likeness": reprint.likeness,
        "why": reprint.why,
    }


def lines_record(account: Account) -> Record:
    """What was reconciled, a record for each line, and what has been decided about the claims they name."""
    return {"lines": [_line(line) for line in account.lines], **reviews_record(account)}


def _reviewed_claim(claim: Claim, publication: Publication, account: Account) -> Record:
    """A rejected claim has no originator and echoes none: it is not traced."""
    return {
        **claim_record(claim, publication),
        "line": publication.document.line_of(claim.hull.start),
        "page": publication.document.page_of(claim.hull.start),
        "originator": account.tracing.originator_of.get(claim.id),
        "echo_of": account.tracing.echo_of.get(claim.id),
        **review_record(claim, publication, account.reviewed.reviews.get(claim.id)),
    }


def _originator(originator: Originator) -> Record:
    return {
        "id": originator.id,
        "name": originator.name,
        "kind": originator.kind,
        "claims": list(originator.claims),
        "echoes": list(originator.echoes),
    }


def _retelling(retelling: Retelling) -> Record:
    return {
        "claim": retelling.claim,
        "of": retelling.of,
        "drifts": [{"kind": d.kind, "from": d.before, "to": d.after} for d in retelling.drifts],
        "circular": retelling.circular,
        "why": retelling.why,
    }


def _line(line: Line) -> Record:
    return {
        "supplier": line.supplier,
        "recipient": line.recipient,
        "deliveries": [_delivery(d) for d in line.deliveries],
        "extremes": [_extreme(e) for e in line.extremes],
        "bounds": [_bound(b) for b in line.bounds],
        **reading_records(line),
    }


def _extreme(extreme: StatedExtreme) -> Record:
    return {
        "unit": extreme.unit,
        "side": extreme.side,
        "quantity": number(extreme.quantity),
        "text": extreme.words,
        "claims": list(extreme.claims),
        "why": extreme.why,
        "when": extreme.when or None,
    }


def _delivery(delivery: Delivery) -> Record:
    return {
        "id": delivery.id,
        "claims": list(delivery.claims),
        "observations": [],
        "joins": [_join(j) for j in delivery.joins],
        **{slot: [_stated(s) for s in getattr(delivery, slot)] for slot in ("quantity", "window", "origin", "via")},
        **{slot: [_stated(s) for s in getattr(delivery, slot)] for slot in ("destination", "mode")},
        "originators": delivery.originators,
        "unnamed": delivery.unnamed,
        "backers": [*delivery.backers, *delivery.unnamed_backers],
        "outlets": list(delivery.outlet_backers),
        "particulars": delivery.particulars,
        "echoes": delivery.echoes,
        "findings": [finding_record(finding) for finding in delivery.findings],
        "grade": grade_record(delivery.grade),
    }


def _join(join: Join) -> Record:
    """`judgement` is the number of the one that accepted it or made it by hand."""
    review = "accepted" if join.judged else "machine-read"
    return {"says": join.says, "claims": list(join.claims), "review": review, "judgement": join.judged}


def _stated(stated: Stated) -> Record:
    return {"text": stated.text, "value": value_record(stated.value), "claims": list(stated.claims)}


def _bound(bound: Bound) -> Record:
    return {
        "date": day(bound.date),
        "unit": bound.unit,
        "low": number(bound.low),
        "high": number(bound.high),
        "claims": list(bound.claims),
        "why": bound.why or None,
    }
