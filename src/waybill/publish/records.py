"""The nouns as plain records: the one place that knows the keys of the JSON that others rely on."""

from collections.abc import Mapping, Sequence
from datetime import date

from waybill.model.account import Account
from waybill.model.claim import Claim, Frame, Relay, Slot, Source
from waybill.model.delivery import Bound, Delivery, Line, Stated
from waybill.model.document import Failure, Publication
from waybill.model.mention import Mention
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window
from waybill.model.trace import Originator, Retelling, Tracing

Record = Mapping[str, object]
"""What `json.dumps` takes: str keys; str, int, float, bool, None, lists and records as values."""

Value = Window | Quantity | Place | Party | Item | Vessel | str | tuple[str, ...]


def publication_record(publication: Publication, tracing: Tracing | None = None) -> Record:
    """A publication without its text. `reprint_of` is the id of the publication whose text it carries, or None."""
    reprints = {r.publication: r.of for r in tracing.reprints} if tracing else {}
    return {
        "id": publication.id,
        "path": publication.path,
        "title": publication.title,
        "publisher": publication.publisher,
        "author": publication.author,
        "url": publication.url,
        "published": _day(publication.published),
        "published_by": publication.published_by,
        "language": publication.language,
        "credits": [{"name": c.name, "kind": c.kind, **_span(c.span)} for c in publication.credits],
        "reprint_of": reprints.get(publication.id),
        "text_sha256": publication.document.text_sha256,
        "original_sha256": publication.document.original_sha256,
    }


def reading_record(publication: Publication) -> Record:
    """A publication with its text, the furniture in it, and where its pages start."""
    return {
        **publication_record(publication),
        "text": publication.document.text,
        "page_starts": list(publication.document.page_starts),
        "furniture": [_span(s) for s in publication.furniture],
        "rows": [
            {**_span(r.span), "cells": [{"column": c.column, **_span(c.span), "text": c.text} for c in r.cells]}
            for r in publication.rows
        ],
    }


def mention_record(mention: Mention, publication: Publication) -> Record:
    """One mention; a time's value also has its TIMEX3."""
    record = {
        "document": publication.id,
        "path": publication.path,
        "kind": mention.kind,
        **_span(mention.span),
        "text": mention.text,
        "value": _mention_value(mention),
    }
    if mention.kind == "place":
        record["adjectival"] = mention.adjectival
    if mention.unresolved:
        record["unresolved"] = mention.unresolved
    if mention.candidates:
        record["candidates"] = [value_record(c) for c in mention.candidates]
    return record


def claim_record(claim: Claim, publication: Publication) -> Record:
    """One claim as `extract` prints it."""
    text = publication.document.text
    return {
        "id": claim.id,
        "document": claim.document,
        "path": publication.path,
        "source": claim.source and _source(claim.source),
        "cue": claim.cue and _words(claim.cue, text),
        "content": {**_words(claim.hull, text), "parts": [[s.start, s.end] for s in claim.content]},
        "form": claim.form,
        "relays": [_relay(r) for r in claim.relays],
        "stance": claim.stance,
        "hedges": [_words(h, text) for h in claim.hedges],
        "basis": claim.basis,
        "kind": claim.kind,
        "frame": _frame(claim.frame),
    }


def account_record(account: Account) -> Record:
    """The whole account, in the account's order."""
    publications = {p.id: p for p in account.publications}
    return {
        "documents": [publication_record(p, account.tracing) for p in account.publications],
        "claims": [_traced_claim(c, publications[c.document], account.tracing) for c in account.claims],
        "originators": [_originator(o) for o in account.tracing.originators],
        "retellings": [_retelling(r) for r in account.tracing.retellings],
        "lines": [_line(line) for line in account.lines],
        "unresolved": [u for c in account.claims for u in unresolved_records(c)],
        "failed": [failure_record(f) for f in account.failures],
    }


def failure_record(failure: Failure) -> Record:
    """What could not be read, and why."""
    return {"path": failure.path, "reason": failure.reason}


def trace_record(tracing: Tracing) -> Record:
    """Originators, retellings and reprints."""
    return {
        "originators": [_originator(o) for o in tracing.originators],
        "retellings": [_retelling(r) for r in tracing.retellings],
        "reprints": [{"document": r.publication, "of": r.of, "share": r.share, "why": r.why} for r in tracing.reprints],
    }


def lines_record(lines: Sequence[Line]) -> Record:
    """What was reconciled, a record for each line."""
    return {"lines": [_line(line) for line in lines]}


def unresolved_records(claim: Claim) -> list[Record]:
    """The slots of a claim that stayed open, each with the words and the reason."""
    slots = ((name, getattr(claim.frame, name)) for name in Frame.__dataclass_fields__)
    return [
        {"claim": claim.id, "slot": name, "text": slot.text, "reason": slot.unresolved}
        for name, slot in slots
        if slot is not None and slot.unresolved
    ]


def value_record(value: Value | None) -> object:
    """A resolved value; a tuple becomes a list, a plain word itself."""
    match value:
        case Window():
            return _window(value)
        case Quantity():
            return _quantity(value)
        case Place():
            return {name: getattr(value, name) for name in ("name", "country", "lat", "lon", "radius_km", "id")}
        case Party():
            return {name: getattr(value, name) for name in ("name", "type", "country", "id", "institution")}
        case Item():
            return {"name": value.name, "class": value.item_class, "calibre_mm": value.calibre_mm}
        case Vessel():
            return {"name": value.name, "imo": value.imo, "mmsi": value.mmsi}
        case tuple():
            return list(value)
        case str() | None:
            return value


def _traced_claim(claim: Claim, publication: Publication, tracing: Tracing) -> Record:
    return {
        **claim_record(claim, publication),
        "line": publication.document.line_of(claim.hull.start),
        "page": publication.document.page_of(claim.hull.start),
        "originator": tracing.originator_of.get(claim.id),
        "echo_of": tracing.echo_of.get(claim.id),
        "review": "machine-read",
    }


def _span(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def _words(span: Span, text: str) -> dict[str, object]:
    return {**_span(span), "text": span.text_of(text)}


def _source(source: Source) -> Record:
    return {
        **_span(source.span),
        "text": source.text,
        "name": source.name,
        "institution": source.institution,
        "country": source.country,
        "kind": source.kind,
    }


def _relay(relay: Relay) -> Record:
    return {"name": relay.name, **_span(relay.span)}


def _frame(frame: Frame) -> Record:
    return {name: _slot(getattr(frame, name)) for name in Frame.__dataclass_fields__}


def _slot(slot: Slot[Value] | None) -> Record | None:
    if slot is None:
        return None
    record: dict[str, object] = {
        "start": slot.span and slot.span.start,
        "end": slot.span and slot.span.end,
        "text": slot.text,
        "value": value_record(slot.value),
    }
    if slot.unresolved:
        record["unresolved"] = slot.unresolved
    if slot.inferred:
        record["inferred"] = slot.inferred
    return record


def _mention_value(mention: Mention) -> object:
    record = value_record(mention.value)
    if isinstance(mention.value, Window) and isinstance(record, dict):
        timex = mention.value.timex
        record["timex"] = timex and {"type": timex.type, "value": timex.value}
    return record


def _window(window: Window) -> dict[str, object]:
    return {
        "edtf": window.edtf,
        "start_earliest": _day(window.start_earliest),
        "start_latest": _day(window.start_latest),
        "end_earliest": _day(window.end_earliest),
        "end_latest": _day(window.end_latest),
    }


def _quantity(quantity: Quantity) -> dict[str, object]:
    return {
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "numbers": [_number(n) for n in quantity.numbers],
        "modifier": quantity.modifier,
        "measure": quantity.measure,
        "alternatives": [_quantity(q) for q in quantity.alternatives],
    }


def _number(number: float | None) -> float | int | None:
    return int(number) if number is not None and number == int(number) else number


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


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
        "bounds": [_bound(b) for b in line.bounds],
        "readings": [],
        "contradictions": [],
    }


def _delivery(delivery: Delivery) -> Record:
    return {
        "id": delivery.id,
        "claims": list(delivery.claims),
        "observations": [],
        "joins": [{"says": j.says, "claims": list(j.claims)} for j in delivery.joins],
        **{slot: [_stated(s) for s in getattr(delivery, slot)] for slot in ("quantity", "window", "origin", "via")},
        **{slot: [_stated(s) for s in getattr(delivery, slot)] for slot in ("destination", "mode")},
        "originators": delivery.originators,
        "unnamed": delivery.unnamed,
        "backers": [*delivery.backers, *delivery.unnamed_backers],
        "echoes": delivery.echoes,
        "findings": [],
    }


def _stated(stated: Stated) -> Record:
    return {"text": stated.text, "value": value_record(stated.value), "claims": list(stated.claims)}


def _bound(bound: Bound) -> Record:
    return {
        "date": _day(bound.date),
        "unit": bound.unit,
        "low": _number(bound.low),
        "high": _number(bound.high),
        "claims": list(bound.claims),
    }
