"""The log: every entry sealed over the one before, so that none can be changed or taken out unseen."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from waybill.ledger.schema import log
from waybill.model.custody import EntryKind, LogEntry

Clock = Callable[[], datetime]
"""Gives the time now, aware."""


@dataclass(slots=True)
class Scribe:
    """Writes the log for one run of one person; its first entry's number is the run's."""

    by: str
    clock: Clock
    run: int | None = None

    def enter(self, connection: Connection, kind: EntryKind, name: str, data: bytes) -> LogEntry:
        """Logs that some bytes are kept; the connection must hold the ledger alone."""
        last = connection.execute(select(log.c.number, log.c.seal).order_by(log.c.number.desc()).limit(1)).first()
        number, previous = (last.number + 1, last.seal) if last else (1, "")
        at, digest = self.clock().isoformat(timespec="seconds"), sha256(data).hexdigest()
        entry = LogEntry(number, self.run or number, kind, name, at, self.by, len(data), digest, previous)
        connection.execute(insert(log).values(**asdict(entry), seal=seal(entry)))
        self.run = entry.run
        return entry


def seal(entry: LogEntry) -> str:
    """The sha256 (hex) of all of an entry, as JSON with sorted keys and no spaces."""
    return sha256(json.dumps(asdict(entry), sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def entries(connection: Connection) -> Iterator[tuple[LogEntry, str]]:
    """The log in order, each entry with the seal that stands beside it."""
    for *fields, sealed in connection.execute(select(log).order_by(log.c.number)):
        yield LogEntry(*fields), sealed
