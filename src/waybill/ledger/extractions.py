"""The claims of publications, as one version of the extractor found them: derived, so what is damaged is found anew."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, bindparam, delete, insert, select

from waybill.ledger.records import claims_bytes, claims_of
from waybill.ledger.schema import claims, extractions, readings
from waybill.model.claim import Claim

_WHOLE = (extractions.c.key, extractions.c.sha256, extractions.c.record)

BATCH = 500
"""Parameters of one query: below 999, the least that SQLite allows."""

_NUMBER = select(extractions.c.number).where(extractions.c.key == bindparam("key"))
_TEXT_OF = select(readings.c.text_sha256).where(readings.c.number == bindparam("of"))
_KEEP = insert(extractions).values(text_sha256=_TEXT_OF.scalar_subquery()).returning(extractions.c.number)
_KEEP_CLAIMS = insert(claims)
"""Statements are made once: every publication's claims ask them."""


class Extraction(Struct, frozen=True):
    """What the claims of a publication depend on (`extraction_key`), and the reading and the version they were found by."""

    key: str
    reading: int
    extractor: str


def held(connection: Connection, keys: Sequence[str]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each extraction that is held whole, by its key, in text order; an extraction may have none.

    One whose claims are not as they were kept, or are not of this version's making, is left out.
    """
    found: dict[str, tuple[Claim, ...]] = {}
    for start in range(0, len(keys), BATCH):
        some = extractions.c.key.in_(keys[start : start + BATCH])
        for key, digest, record in connection.execute(select(*_WHOLE).where(some)):
            told = _readable(record) if digest == sha256(record).hexdigest() else None
            if told is not None:
                found[key] = told
    return found


def keep(connection: Connection, extraction: Extraction, found: Sequence[Claim]) -> None:
    """Keeps the claims of one publication whole; does nothing where they are held already."""
    if connection.scalar(_NUMBER, {"key": extraction.key}) is not None:
        if extraction.key in held(connection, [extraction.key]):
            return
        _drop(connection, extraction.key)
    record = claims_bytes(found)
    known = {"key": extraction.key, "reading": extraction.reading, "extractor": extraction.extractor, "of": extraction.reading}
    number = connection.scalar(_KEEP, {**known, "sha256": sha256(record).hexdigest(), "record": record})
    if ids := dict.fromkeys(claim.id for claim in found):
        connection.execute(_KEEP_CLAIMS, [{"id": ident, "extraction": number} for ident in ids])


def damaged(connection: Connection) -> Iterator[tuple[int, int]]:
    """Number and reading of every extraction whose claims are not as they were kept."""
    columns = (extractions.c.number, extractions.c.reading, extractions.c.sha256, extractions.c.record)
    in_order = select(*columns).order_by(extractions.c.number)
    for number, reading, digest, record in connection.execute(in_order.execution_options(yield_per=BATCH)):
        if sha256(record).hexdigest() != digest:
            yield number, reading


def named(connection: Connection, ids: Sequence[str]) -> list[tuple[Claim, int]]:
    """The claims of these ids, each with the number of its reading; of several extractions the latest that can be read."""
    latest: dict[str, tuple[Claim, int]] = {}
    for start in range(0, len(ids), BATCH):
        some = select(claims.c.extraction).where(claims.c.id.in_(ids[start : start + BATCH]))
        rows = select(extractions.c.record, extractions.c.reading).where(extractions.c.number.in_(some))
        for record, reading in connection.execute(rows.order_by(extractions.c.number)):
            latest |= {claim.id: (claim, reading) for claim in _readable(record) or ()}
    return [latest[i] for i in ids if i in latest]


def begin_so(connection: Connection, beginning: str) -> list[str]:
    """The claim ids that begin so, in order, at most ten."""
    found = select(claims.c.id).where(claims.c.id >= beginning, claims.c.id <= f"{beginning}\U0010ffff")
    return list(connection.scalars(found.distinct().order_by(claims.c.id).limit(10)))


def _readable(record: bytes) -> tuple[Claim, ...] | None:
    """The claims, or None where they cannot be read: they are then another version's."""
    try:
        return claims_of(record)
    except msgspec.DecodeError:
        return None


def _drop(connection: Connection, key: str) -> None:
    """Takes out an extraction that is damaged or cannot be read."""
    number = connection.scalar(_NUMBER, {"key": key})
    if number is not None:
        connection.execute(delete(claims).where(claims.c.extraction == number))
        connection.execute(delete(extractions).where(extractions.c.number == number))
