"""Originals and the readings made of them: kept once, logged when they come, never changed."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, insert, select

from waybill.ledger.chain import Kept, Scribe
from waybill.ledger.extractions import BATCH
from waybill.ledger.records import read_of, reading_bytes
from waybill.ledger.schema import log, originals, readings, texts
from waybill.model.custody import LogEntry
from waybill.model.document import Publication, Read

ADDED = "added:"
"""So begins the location of a table of an analyst's own claims, which is no report; no report's location does."""

_IS_ADDED = func.substr(readings.c.location, 1, len(ADDED)) == ADDED

# What keeping reports asks: made once, for building a statement anew takes SQLAlchemy longer than running it.
_RECALLED = (
    select(readings.c.record, texts.c.data)
    .join(texts)
    .where(readings.c.key == bindparam("key"), readings.c.reader == bindparam("reader"))
    .limit(1)
)
_LAST_THERE = (
    select(readings.c.location, readings.c.key, readings.c.reader)
    .where(readings.c.location.in_(bindparam("locations", expanding=True)))
    .order_by(readings.c.number)
)
_LYING = (
    select(log.c.name, log.c.kind, log.c.sha256)
    .where(log.c.kind.in_(("acquired", "missed")), log.c.name.in_(bindparam("locations", expanding=True)))
    .order_by(log.c.number)
)
_READING_OF = select(func.max(readings.c.number)).where(
    readings.c.location == bindparam("location"), readings.c.text_sha256 == bindparam("text_sha256")
)
_KEEP_READING = insert(readings)
_HELD = {t.name: select(t.c.sha256).where(t.c.sha256.in_(bindparam("digests", expanding=True))) for t in (originals, texts)}
_ADD = {t.name: insert(t) for t in (originals, texts)}


class Acquired(Struct, frozen=True):
    """A file as it was read: where it lies, its bytes, and what the reading of them depended on: a sha256 (hex) of all that was
    given to the reader, and the reader's version, "" where it makes no difference."""

    location: str
    data: bytes
    key: str
    reader: str


def standing_keys(connection: Connection) -> dict[str, tuple[str, str]]:
    """For each location the key and the reader's version of the reading that stands, where it was not missed since."""
    misses = select(log.c.name, func.max(log.c.number).label("last")).where(log.c.kind == "missed").group_by(log.c.name)
    missed = {row.name: row.last for row in connection.execute(misses)}
    found = select(readings.c.location, readings.c.number, readings.c.key, readings.c.reader)
    rows = connection.execute(found.where(readings.c.number.in_(_last())))
    return {row.location: (row.key, row.reader) for row in rows if row.number > missed.get(row.location, 0)}


def asked(connection: Connection) -> frozenset[tuple[str, str]]:
    """All keys that a reader was asked for, each with its version."""
    return frozenset((row.key, row.reader) for row in connection.execute(select(readings.c.key, readings.c.reader).distinct()))


def recalled(connection: Connection, key: str, reader: str) -> Read | None:
    """What this version of the reader gave for this key, wherever it was; None if it was not asked.

    Raises AlteredError for a changed text.
    """
    row = connection.execute(_RECALLED, {"key": key, "reader": reader}).first()
    return read_of(row.record, row.data) if row else None


def standing(connection: Connection, before: int | None = None) -> list[tuple[str, Publication]]:
    """Location and publication of every reading that stands, or stood before an entry of the log; by location.

    What stood is given as the latest version read it. An analyst's own claims are not among them.
    """
    return _located(connection, ~_IS_ADDED, before)


def added(connection: Connection) -> list[tuple[str, Publication]]:
    """Location and publication of every table of an analyst's own claims; by location."""
    return _located(connection, _IS_ADDED)


def history(connection: Connection) -> list[tuple[LogEntry, str | None]]:
    """The log's entries for reports that were read, each with its key, and missed, with None, in order.

    An analyst's own claims are no reports.
    """
    columns = [column for column in log.c if column.name != "seal"]
    ours = log.c.kind.in_(("read", "missed")) & (func.substr(log.c.name, 1, len(ADDED)) != ADDED)
    found = select(*columns, readings.c.key).select_from(log.outerjoin(readings)).where(ours).order_by(log.c.number)
    return [(LogEntry(*entry), key) for *entry, key in connection.execute(found)]


def _located(connection: Connection, which: ColumnElement[bool], before: int | None = None) -> list[tuple[str, Publication]]:
    last = _last() if before is None else _last_of_what_stood(before)
    found = select(readings.c.location, readings.c.record, texts.c.data).join(texts)
    rows = connection.execute(found.where(readings.c.number.in_(last), which).order_by(readings.c.location))
    return [(row.location, read_of(row.record, row.data).publication) for row in rows]


def _last() -> Select[int]:
    """The number of the last reading of each location."""
    return select(func.max(readings.c.number)).group_by(readings.c.location)


def _last_of_what_stood(before: int) -> Select[int]:
    """The same of what had been given to the reader at each location before an entry of the log."""
    then = readings.alias("then")
    stood = then.c.number.in_(_last().where(readings.c.number < before))
    return _last().join(then, (then.c.location == readings.c.location) & (then.c.key == readings.c.key)).where(stood)


def acquire(connection: Connection, scribe: Scribe, location: str, data: bytes) -> None:
    """Keeps a file's bytes and logs that they came from there, unless they are the last that did."""
    digest = sha256(data).hexdigest()
    _add(connection, originals, {digest: data})
    if not lies_there(connection, location, digest):
        scribe.enter(connection, "acquired", location, data)


def lies_there(connection: Connection, location: str, digest: str) -> bool:
    """Whether the last bytes that were acquired from there are these, and were not missed since."""
    return _lying_at(connection, [location]).get(location) == digest


def miss(connection: Connection, scribe: Scribe, location: str) -> None:
    """Logs that what lay there no longer does, unless that is logged already; what is held of it stays."""
    if digest := _lying_at(connection, [location]).get(location):
        original = select(originals.c.data).where(originals.c.sha256 == digest)
        scribe.enter(connection, "missed", location, connection.execute(original).scalar_one())


def keep(connection: Connection, scribe: Scribe, files: Sequence[tuple[Acquired, Read]]) -> None:
    """Keeps originals with their readings, unless those are the ones that stand there; what was missed comes anew."""
    locations = [file.location for file, _ in files]
    stand, lie = _standing_at(connection, locations), _lying_at(connection, locations)
    kept, logged, new = list[dict[str, object]](), list[Kept](), list[tuple[Acquired, Read]]()
    for file, read in files:
        digest, lies = sha256(file.data).hexdigest(), lie.get(file.location)
        if stand.get(file.location) == (file.key, file.reader) and lies:
            continue
        record = reading_bytes(file.key, file.reader, read)
        logged += [] if lies == digest else [("acquired", file.location, file.data)]
        logged.append(("read", file.location, record))
        depended = {"key": file.key, "reader": file.reader, "original_sha256": digest}
        text = read.publication.document.text_sha256
        kept.append({"location": file.location, **depended, "record": record, "text_sha256": text})
        stand[file.location], lie[file.location] = (file.key, file.reader), digest
        new.append((file, read))
    if new:
        documents = [read.publication.document for _, read in new]
        _add(connection, originals, {str(row["original_sha256"]): f.data for row, (f, _) in zip(kept, new, strict=True)})
        _add(connection, texts, {document.text_sha256: document.text.encode() for document in documents})
        entries = [e for e in scribe.enter_all(connection, logged) if e.kind == "read"]
        connection.execute(_KEEP_READING, [{**row, "number": e.number} for row, e in zip(kept, entries, strict=True)])


def _standing_at(connection: Connection, locations: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The key and the reader's version of the last reading of each location."""
    rows = connection.execute(_LAST_THERE, {"locations": locations})
    return {row.location: (row.key, row.reader) for row in rows}


def _lying_at(connection: Connection, locations: Sequence[str]) -> dict[str, str | None]:
    """The sha256 (hex) of what lies at each location as far as the log says; None where it was missed."""
    rows = connection.execute(_LYING, {"locations": locations})
    return {row.name: row.sha256 if row.kind == "acquired" else None for row in rows}


def _add(connection: Connection, table: Table, data: Mapping[str, bytes]) -> None:
    """Adds bytes under their sha256 (hex) where they are not held yet."""
    held = set(connection.scalars(_HELD[table.name], {"digests": list(data)}))
    new = [{"sha256": digest, "data": these} for digest, these in data.items() if digest not in held]
    if new:
        connection.execute(_ADD[table.name], new)


def reading_of(connection: Connection, location: str, text_sha256: str) -> int:
    """The number of the last reading of a text at a location, though another may stand there now; 0 where there is none."""
    return connection.scalar(_READING_OF, {"location": location, "text_sha256": text_sha256}) or 0


def earlier_originals(connection: Connection, locations: Sequence[str]) -> dict[str, frozenset[str]]:
    """For each location the sha256 of every original that ever lay there."""
    found: dict[str, set[str]] = {location: set() for location in locations}
    for start in range(0, len(locations), BATCH):
        some = readings.c.location.in_(locations[start : start + BATCH])
        for location, original in connection.execute(select(readings.c.location, readings.c.original_sha256).where(some)):
            found[location].add(original)
    return {location: frozenset(lay) for location, lay in found.items()}


def texts_beside(connection: Connection, originals: Sequence[str]) -> frozenset[str]:
    """The sha256 of every text that was ever read where one of these originals lay."""
    found, beside = set[str](), readings.alias("beside")
    for start in range(0, len(originals), BATCH):
        some = readings.c.original_sha256.in_(originals[start : start + BATCH])
        there = select(beside.c.text_sha256).join(readings, readings.c.location == beside.c.location)
        found.update(connection.scalars(there.where(some)))
    return frozenset(found)


def every_original(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """The sha256 (hex) and the bytes of every original, by sha256, one at a time."""
    for digest in connection.scalars(select(originals.c.sha256).order_by(originals.c.sha256)).all():
        yield digest, connection.execute(select(originals.c.data).where(originals.c.sha256 == digest)).scalar_one()


def reading(connection: Connection, number: int) -> tuple[Publication, str]:
    """The publication of one reading, and its location."""
    found = select(readings.c.record, texts.c.data, readings.c.location).join(texts).where(readings.c.number == number)
    row = connection.execute(found).one()
    return read_of(row.record, row.data).publication, row.location
