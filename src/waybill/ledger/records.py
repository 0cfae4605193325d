"""Nouns as bytes that outlive this program: JSON for evidence and judgements, MessagePack for what can be derived anew.

What was taken down once must be read by every later version: nouns may only gain fields that have a default.
"""

from collections.abc import Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import fields, replace

from waybill.ledger.alteration import AlteredError
from waybill.model.claim import Claim
from waybill.model.document import Publication, Read
from waybill.model.judgement import Judgement


class Taken(Struct, frozen=True):
    """A reading as it is kept: what it depended on (as in `Acquired`), and what it gave, without the text."""

    key: str
    read: Read
    reader: str = ""


_KNOWN = tuple(f.name for f in fields(Publication) if f.name not in ("path", "url", "document"))
"""What is known of a publication but where it lies, and its text."""

_json = msgspec.json.Encoder()
_msgpack = msgspec.msgpack.Encoder()
_taken = msgspec.json.Decoder(Taken)
_judgement = msgspec.json.Decoder(Judgement)
_claims = msgspec.msgpack.Decoder(tuple[Claim, ...])
_names = msgspec.json.Decoder(tuple[str, ...])


def reading_bytes(key: str, reader: str, read: Read) -> bytes:
    """A reading without the text, which is kept beside it by its sha256."""
    publication = read.publication
    bare = replace(publication, document=replace(publication.document, text=""))
    return _json.encode(Taken(key, replace(read, publication=bare), reader))


def reading_of(record: bytes) -> Taken:
    """The reading that `reading_bytes` took down; raises DecodeError (msgspec) where it is none."""
    return _taken.decode(record)


def read_of(record: bytes, text: bytes) -> Read:
    """The same with its text. Raises AlteredError where that is not the text it was read from, DecodeError as above."""
    read = reading_of(record).read
    document = read.publication.document
    if sha256(text).hexdigest() != document.text_sha256:
        raise AlteredError(f"text {document.text_sha256[:12]}")
    return replace(read, publication=replace(read.publication, document=replace(document, text=text.decode())))


def extraction_key(publication: Publication, extractor: str) -> str:
    """What the claims of a publication depend on, as one sha256 (hex): its text, all that is known of it but where it lies,
    and the version of the extractor."""
    document, known = publication.document, [getattr(publication, name) for name in _KNOWN]
    return sha256(_json.encode((extractor, document.text_sha256, document.page_starts, known))).hexdigest()


def claims_bytes(found: Sequence[Claim]) -> bytes:
    """The claims of one publication."""
    return _msgpack.encode(tuple(found))


def claims_of(record: bytes) -> tuple[Claim, ...]:
    """The claims that `claims_bytes` took down; raises DecodeError (msgspec) where they are none of this version's."""
    return _claims.decode(record)


def judgement_bytes(judgement: Judgement) -> bytes:
    """A judgement."""
    return _json.encode(judgement)


def judgement_of(record: bytes) -> Judgement:
    """The judgement that `judgement_bytes` took down; raises DecodeError (msgspec) where it is none."""
    return _judgement.decode(record)


def names_bytes(names: Sequence[str]) -> bytes:
    """A list of ids."""
    return _json.encode(list(names))


def names_of(record: bytes) -> tuple[str, ...]:
    """The ids that `names_bytes` took down."""
    return _names.decode(record)
