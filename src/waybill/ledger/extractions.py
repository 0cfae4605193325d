"""The claims of publications, as one version of the extractor found them."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

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
    """The claims of each extraction that is held, by its key, in text order; an extraction may have none."""
    found: dict[str, list[Claim]] = {}
    with _many_objects():
        for start in range(0, len(keys), BATCH):
            some = extractions.c.key.in_(keys[start : start + BATCH])
            found |= {key: [] for key in connection.scalars(select(extractions.c.key).where(some))}
            rows = select(extractions.c.key, claims.c.record).join(claims).where(some)
            for key, record in connection.execute(rows.order_by(claims.c.extraction, claims.c.position)):
                found[key].append(claim_of(record))
    return {key: tuple(told) for key, told in found.items()}


def keep(connection: Connection, extraction: Extraction, found: Sequence[Claim]) -> None:
    """Keeps the claims of one publication whole; does nothing where they are held already."""
    if connection.scalar(select(extractions.c.number).where(extractions.c.key == extraction.key)):
        return
    text = select(readings.c.text_sha256).where(readings.c.number == extraction.reading).scalar_subquery()
    known = {"key": extraction.key, "reading": extraction.reading, "extractor": extraction.extractor, "text_sha256": text}
    number = connection.scalar(insert(extractions).values(**known).returning(extractions.c.number))
    rows = [{"extraction": number, "position": n, "id": c.id, "record": claim_bytes(c)} for n, c in enumerate(found)]
    if rows:
        connection.execute(insert(claims), rows)


def named(connection: Connection, ids: Sequence[str]) -> list[tuple[Claim, int]]:
    """The claims of these ids, each with the number of its reading; of several extractions the latest."""
    latest: dict[str, tuple[Claim, int]] = {}
    for start in range(0, len(ids), BATCH):
        some = claims.c.id.in_(ids[start : start + BATCH])
        rows = select(claims.c.id, claims.c.record, extractions.c.reading).join(extractions).where(some)
        for ident, record, reading in connection.execute(rows.order_by(extractions.c.number)):
            latest[ident] = (claim_of(record), reading)
    return [latest[i] for i in ids if i in latest]


def begin_so(connection: Connection, beginning: str) -> list[str]:
    """The claim ids that begin so, in order, at most ten."""
    after = beginning[:-1] + chr(ord(beginning[-1]) + 1)
    found = select(claims.c.id).where(claims.c.id >= beginning, claims.c.id < after)
    return list(connection.scalars(found.distinct().order_by(claims.c.id).limit(10)))


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
