"""Nouns as bytes that outlive this program: JSON for evidence and judgements, MessagePack for what can be derived anew."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import msgspec

from waybill.model.claim import Claim
from waybill.model.document import Document, Publication, Read
from waybill.model.judgement import Judgement

_json = msgspec.json.Encoder()
_msgpack = msgspec.msgpack.Encoder()
_read = msgspec.json.Decoder(Read)
_judgement = msgspec.json.Decoder(Judgement)
_claim = msgspec.msgpack.Decoder(Claim)
_names = msgspec.json.Decoder(tuple[str, ...])


def read_bytes(read: Read) -> bytes:
    """A reading without the text, which is kept beside it by its sha256."""
    publication = read.publication
    return _json.encode(replace(read, publication=replace(publication, document=_wordless(publication.document))))


def read_of(record: bytes, text: str) -> Read:
    """The reading that `read_bytes` took down, with its text."""
    read = _read.decode(record)
    document = replace(read.publication.document, text=text)
    return replace(read, publication=replace(read.publication, document=document))


def extraction_key(publication: Publication, extractor: str) -> str:
    """What the claims of a publication depend on, as one sha256 (hex): its text, all that is known of it but where it lies,
    and the version of the extractor."""
    known = replace(publication, path="", url=None, document=_wordless(publication.document, original_sha256=""))
    return sha256(_json.encode((extractor, known))).hexdigest()


def claim_bytes(claim: Claim) -> bytes:
    """A claim."""
    return _msgpack.encode(claim)


def claim_of(record: bytes) -> Claim:
    """The claim that `claim_bytes` took down."""
    return _claim.decode(record)


def judgement_bytes(judgement: Judgement) -> bytes:
    """A judgement."""
    return _json.encode(judgement)


def judgement_of(record: bytes) -> Judgement:
    """The judgement that `judgement_bytes` took down."""
    return _judgement.decode(record)


def names_bytes(names: Sequence[str]) -> bytes:
    """A list of ids."""
    return _json.encode(list(names))


def names_of(record: bytes) -> tuple[str, ...]:
    """The ids that `names_bytes` took down."""
    return _names.decode(record)


def _wordless(document: Document, original_sha256: str | None = None) -> Document:
    kept = document.original_sha256 if original_sha256 is None else original_sha256
    return replace(document, text="", original_sha256=kept)
