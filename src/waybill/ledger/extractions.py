"""The claims of publications, as one version of the extractor found them: derived, so what is damaged is found anew."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

import msgspec
from sqlalchemy import Connection, delete, insert, select

from waybill.ledger.records import claim_bytes, claim_of
from waybill.ledger.schema import claims, extractions, readings
from waybill.model.claim import Claim

BATCH = 500
"""Parameters of one query: below 999, the least that SQLite allows."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the claims of a publication depend on (`extraction_key`), and the reading and the version they were found by."""

    key: str
    reading: int
    extractor: str


def held(connection: Connection, keys: Sequence[str]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each extraction that is held whole, by its key, in text order; an extraction may have none.

    One whose claims are not as they were kept, or are not of this version's making, is left out.
    """
    found: dict[str, tuple[Claim, ...]] = {}
    with _many_objects():
        for start in range(0, len(keys), BATCH):
            for key, records in _records(connection, keys[start : start + BATCH]):
                told = _told(records)
                if told is not None:
                    found[key] = told
    return found


def keep(connection: Connection, extraction: Extraction, found: Sequence[Claim]) -> None:
    """Keeps the claims of one publication whole; does nothing where they are held already."""
    if extraction.key in held(connection, [extraction.key]):
        return
    _drop(connection, extraction.key)
    records = [claim_bytes(claim) for claim in found]
    text = select(readings.c.text_sha256).where(readings.c.number == extraction.reading).scalar_subquery()
    known = {"key": extraction.key, "reading": extraction.reading, "extractor": extraction.extractor, "text_sha256": text}
    added = insert(extractions).values(**known, sha256=digest(records)).returning(extractions.c.number)
    number = connection.scalar(added)
    rows = [
        {"extraction": number, "position": n, "id": claim.id, "record": record}
        for n, (claim, record) in enumerate(zip(found, records, strict=True))
    ]
    if rows:
        connection.execute(insert(claims), rows)


def damaged(connection: Connection) -> Iterator[tuple[int, int]]:
    """Number and reading of every extraction whose claims are not as they were kept."""
    columns = (extractions.c.number, extractions.c.reading, extractions.c.sha256, claims.c.record)
    found = select(*columns).select_from(extractions.outerjoin(claims))
    in_order = found.order_by(extractions.c.number, claims.c.position)
    rows = connection.execute(in_order.execution_options(yield_per=BATCH))
    for (number, reading, kept), told in groupby(rows, key=lambda row: row[:3]):
        if digest([row.record for row in told if row.record is not None]) != kept:
            yield number, reading


def digest(records: Sequence[bytes]) -> str:
    """The sha256 (hex) of some records, one after the other."""
    return sha256(b"".join(records)).hexdigest()


def named(connection: Connection, ids: Sequence[str]) -> list[tuple[Claim, int]]:
    """The claims of these ids, each with the number of its reading; of several extractions the latest that can be read."""
    latest: dict[str, tuple[Claim, int]] = {}
    for start in range(0, len(ids), BATCH):
        some = claims.c.id.in_(ids[start : start + BATCH])
        rows = select(claims.c.id, claims.c.record, extractions.c.reading).join(extractions).where(some)
        for ident, record, reading in connection.execute(rows.order_by(extractions.c.number)):
            claim = _readable(record)
            if claim and claim.id == ident:
                latest[ident] = (claim, reading)
    return [latest[i] for i in ids if i in latest]


def begin_so(connection: Connection, beginning: str) -> list[str]:
    """The claim ids that begin so, in order, at most ten."""
    found = select(claims.c.id).where(claims.c.id >= beginning, claims.c.id <= f"{beginning}\U0010ffff")
    return list(connection.scalars(found.distinct().order_by(claims.c.id).limit(10)))


def _records(connection: Connection, keys: Sequence[str]) -> list[tuple[str, list[bytes]]]:
    """The records of each extraction that is held as it was kept."""
    some = select(extractions.c.number, extractions.c.key, extractions.c.sha256).where(extractions.c.key.in_(keys))
    kept = {row.number: row for row in connection.execute(some)}
    records: dict[int, list[bytes]] = {number: [] for number in kept}
    rows = select(claims.c.extraction, claims.c.record).where(claims.c.extraction.in_(list(kept)))
    for number, record in connection.execute(rows.order_by(claims.c.extraction, claims.c.position)):
        records[number].append(record)
    return [(kept[n].key, told) for n, told in records.items() if digest(told) == kept[n].sha256]


def _told(records: Sequence[bytes]) -> tuple[Claim, ...] | None:
    """The claims, or None where one cannot be read: it is then another version's."""
    try:
        return tuple(map(claim_of, records))
    except msgspec.DecodeError:
        return None


def _readable(record: bytes) -> Claim | None:
    told = _told([record])
    return told[0] if told else None


def _drop(connection: Connection, key: str) -> None:
    """Takes out an extraction that is damaged or cannot be read."""
    number = connection.scalar(select(extractions.c.number).where(extractions.c.key == key))
    if number is not None:
        connection.execute(delete(claims).where(claims.c.extraction == number))
        connection.execute(delete(extractions).where(extractions.c.number == number))


@contextmanager
def _many_objects() -> Iterator[None]:
    """Nothing is thrown away while claims are made by the ten thousand: looking for it takes as long as making them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
