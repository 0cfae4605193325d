"""What is kept though the log does not speak of it."""

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from waybill.ledger.schema import judgements, log, originals, readings, texts
from waybill.model.custody import Fault

_SLIPPED_IN = "no entry of the log mentions it: the entry was removed, or this was inserted"


def strays(connection: Connection, present: Collection[int]) -> Iterator[Fault]:
    """Originals, texts, readings and judgements of which no entry speaks; `present` are the numbers of all entries."""
    yield from _stray_originals(connection)
    yield from _stray_texts(connection)
    yield from _stray_readings(connection, present)
    yield from _stray_judgements(connection, present)


def _stray_originals(connection: Connection) -> Iterator[Fault]:
    known = select(log.c.sha256).where(log.c.kind == "acquired")
    for digest in connection.scalars(select(originals.c.sha256).where(originals.c.sha256.not_in(known))):
        yield Fault(None, f"original {str(digest)[:12]}", _SLIPPED_IN)


def _stray_texts(connection: Connection) -> Iterator[Fault]:
    known = select(readings.c.text_sha256)
    for digest in connection.scalars(select(texts.c.sha256).where(texts.c.sha256.not_in(known))):
        yield Fault(None, f"text {str(digest)[:12]}", "no reading has it: the reading was removed, or this was inserted")


def _stray_readings(connection: Connection, present: Collection[int]) -> Iterator[Fault]:
    columns = (readings.c.number, readings.c.location, log.c.kind, log.c.name)
    found = select(*columns).select_from(readings.outerjoin(log)).order_by(readings.c.number)
    for number, location, kind, name in connection.execute(found):
        if number not in present:
            yield Fault(number, location, f"entry {number} of the log, which records this reading, was removed")
        elif (kind, name) != ("read", location):
            yield Fault(number, location, f"entry {number} of the log records something other than this reading")


def _stray_judgements(connection: Connection, present: Collection[int]) -> Iterator[Fault]:
    columns = (judgements.c.entry, judgements.c.number, log.c.kind, log.c.name)
    found = select(*columns).select_from(judgements.outerjoin(log)).order_by(judgements.c.number)
    for entry, number, kind, name in connection.execute(found):
        what = f"judgement {number}"
        if entry not in present:
            yield Fault(entry, what, f"entry {entry} of the log, which records it, was removed")
        elif (kind, name) != ("judged", what):
            yield Fault(entry, what, f"entry {entry} of the log records something else")
