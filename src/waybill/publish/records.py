"""Publications, mentions and claims as plain records. The keys are a promise: added to, never renamed."""

from waybill.model.claim import Claim, Frame, Relay, Source
from waybill.model.document import DocumentId, Publication
from waybill.model.mention import Mention
from waybill.model.time import Window
from waybill.publish.value_records import Record, day, slot_record, span_record, value_record, words_record


def publication_record(publication: Publication, reprint_of: DocumentId | None = None) -> Record:
    """A publication without its text. `reprint_of` is the id of the publication whose text it carries, or None."""
    return {
        "id": publication.id,
        "path": publication.path,
        "title": publication.title,
        "publisher": publication.publisher,
        "author": publication.author,
        "url": publication.url,
        "published": day(publication.published),
        "published_by": publication.published_by,
        "language": publication.language,
        "credits": [{"name": c.name, "kind": c.kind, **span_record(c.span)} for c in publication.credits],
        "reprint_of": reprint_of,
        "text_sha256": publication.document.text_sha256,
        "original_sha256": publication.document.original_sha256,
    }


def reading_record(publication: Publication) -> Record:
    """A publication with its text, the furniture in it, and where its pages start."""
    return {
        **publication_record(publication),
        "text": publication.document.text,
        "page_starts": list(publication.document.page_starts),
        "furniture": [span_record(s) for s in publication.furniture],
        "rows": [
            {**span_record(r.span), "cells": [{"column": c.column, **span_record(c.span), "text": c.text} for c in r.cells]}
            for r in publication.rows
        ],
    }


def mention_record(mention: Mention, publication: Publication) -> Record:
    """One mention; a time's value also has its TIMEX3."""
    record = {
        "document": publication.id,
        "path": publication.path,
        "kind": mention.kind,
        **span_record(mention.span),
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
    """One claim as `extract` prints it: no ledger is asked what was decided about it."""
    text = publication.document.text
    return {
        "id": claim.id,
        "document": claim.document,
        "path": publication.path,
        "source": claim.source and source_record(claim.source, text),
        "cue": claim.cue and words_record(claim.cue, text),
        "content": {**words_record(claim.hull, text), "parts": [[s.start, s.end] for s in claim.content]},
        "form": claim.form,
        "relays": [_relay(r) for r in claim.relays],
        "stance": claim.stance,
        "hedges": [words_record(h, text) for h in claim.hedges],
        "basis": claim.basis,
        "kind": claim.kind,
        "frame": _frame(claim.frame, text),
        "review": "machine-read",
    }


def unresolved_records(claim: Claim) -> list[Record]:
    """The slots of a claim that stayed open, each with the words and the reason."""
    return [
        {"claim": claim.id, "slot": name, "text": slot.text, "reason": slot.unresolved}
        for name, slot in claim.frame.filled()
        if slot.unresolved
    ]


def source_record(source: Source, text: str) -> Record:
    """Who says it: the words at the span, and whom they stand for."""
    return {
        **words_record(source.span, text),
        "name": source.name,
        "institution": source.institution,
        "country": source.country,
        "kind": source.kind,
    }


def _relay(relay: Relay) -> Record:
    return {"name": relay.name, **span_record(relay.span)}


def _frame(frame: Frame, text: str) -> Record:
    return {name: slot_record(getattr(frame, name), text) for name in Frame.__struct_fields__}


def _mention_value(mention: Mention) -> object:
    record = value_record(mention.value)
    if isinstance(mention.value, Window) and isinstance(record, dict):
        timex = mention.value.timex
        record["timex"] = timex and {"type": timex.type, "value": timex.value}
    return record
