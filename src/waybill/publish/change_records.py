"""What changed, as plain records. The keys are a promise: added to, never renamed."""

from collections.abc import Sequence

from waybill.model.account import Account
from waybill.model.changes import Changes, DocumentChange, FigureChange, LineChanges, Sorted
from waybill.model.delivery import Join, StatedExtreme
from waybill.publish.account_records import failure_record
from waybill.publish.desk import Desk
from waybill.publish.reading_records import contradiction_records
from waybill.publish.value_records import Record, day, number


def changes_record(changes: Changes, before: Account, after: Account) -> Record:
    """What changed between two accounts. `labels` are those of the present account, of every claim that it names."""
    desk = Desk(after)
    were, are = ({p.id: p.path for p in account.publications} for account in (before, after))
    return {
        "documents": [_document(d, (were if d.fate == "gone" else are)[d.document], desk) for d in changes.documents],
        "lines": [_line(line) for line in changes.lines],
        "echoes": [{"of": e.of, "claims": list(e.claims), "became": list(e.became)} for e in changes.echoes],
        "retellings": [
            {"claim": r.claim, "of": r.of, "drifts": [{"kind": d.kind, "from": d.before, "to": d.after} for d in r.drifts]}
            for r in changes.retold
        ],
        "labels": {c.id: desk.labels.claims[c.id] for c in after.reviewed.standing},
        "failed": [failure_record(f) for f in after.failures],
    }


def sorted_record(found: Sorted) -> Record:
    """One file of a pile: what becomes of it, and why."""
    publication, of = found.publication, found.of
    return {
        "path": found.path,
        "turn": found.turn,
        "why": found.why,
        "document": publication and publication.id,
        "publisher": publication and publication.publisher,
        "published": day(publication.published) if publication else None,
        "title": publication and publication.title,
        "of": of and {"document": of.id, "path": of.path, "publisher": of.publisher},
        "share": None if found.share is None else round(found.share, 3),
    }


def _document(change: DocumentChange, path: str, desk: Desk) -> Record:
    return {
        "id": change.document,
        "label": None if change.fate == "gone" else desk.labels.documents[change.document],
        "path": path,
        "fate": change.fate,
        "was": change.was,
        "claims": list(change.own),
        "echoes": list(change.echoes),
        "lost": list(change.lost),
        "reworded": [{"from": before, "to": after} for before, after in change.reworded],
        "reprint_of": change.reprint_of,
        "moves": change.moves,
    }


def _line(line: LineChanges) -> Record:
    return {
        "supplier": line.supplier,
        "recipient": line.recipient,
        "fate": line.fate,
        "originators": [
            {
                "id": f.originator,
                "name": f.name,
                "before": f.before,
                "after": f.after,
                "claims": list(f.claims),
                "why": f.why or None,
                "because": list(f.because),
            }
            for f in line.footings
        ],
        "deliveries": [
            {"fate": d.fate, "before": list(d.before), "after": list(d.after), "gained": list(d.gained), "lost": list(d.lost)}
            for d in line.deliveries
        ],
        "extremes": [_figure(f) for f in line.figures],
        "bounds": [
            {
                "date": day(b.date),
                "unit": b.unit,
                "before": number(b.before),
                "after": number(b.after),
                "claims": list(b.claims),
            }
            for b in line.bounds
        ],
        "contradictions": {"begun": contradiction_records(line.begun), "gone": contradiction_records(line.ended)},
        "joins": {"new": _joins(line.joined), "gone": _joins(line.parted)},
    }


def _figure(figure: FigureChange) -> Record:
    return {
        "unit": figure.unit,
        "side": figure.side,
        "before": [_extreme(e) for e in figure.before],
        "after": [_extreme(e) for e in figure.after],
        "backed": list(figure.backed),
    }


def _extreme(extreme: StatedExtreme) -> Record:
    return {
        "quantity": number(extreme.quantity),
        "text": extreme.words,
        "when": extreme.when or None,
        "claims": list(extreme.claims),
    }


def _joins(found: Sequence[Join]) -> list[Record]:
    return [{"says": j.says, "claims": list(j.claims)} for j in found]
