"""The log: every entry sealed over the one before, so that none can be changed or taken out unseen."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import Connection, bindparam, insert, select, update

from waybill.ledger.alteration import AlteredError
from waybill.ledger.schema import edition, log
from waybill.model.custody import EntryKind, LogEntry

Clock = Callable[[], datetime]
"""Gives the time now, aware."""

_LAST = select(log.c.number, log.c.seal).order_by(log.c.number.desc()).limit(1)
_NOTE = select(edition.c.entries, edition.c.head)
_ENTER = insert(log)
_END = update(edition).values(entries=bindparam("number"), head=bindparam("sealed"))
"""Statements are made once: every entry asks them."""

_sealed = msgspec.json.Encoder(order="sorted")


class Scribe(Struct):
    """Writes the log for one run of one person; `run` is the number of its first entry."""

    by: str
    clock: Clock
    run: int | None = None

    def enter(self, connection: Connection, kind: EntryKind, name: str, data: bytes) -> LogEntry:
        """Logs that some bytes are kept; the connection must hold the ledger alone.

        Raises AlteredError where the log does not end as it was left, for an entry more would hide that.
        """
        last, head = last_entry(connection), noted(connection)
        if last != head:
            raise AlteredError("the log does not end where it did")
        number, previous = last[0] + 1, last[1]
        at, digest = self.clock().isoformat(timespec="seconds"), sha256(data).hexdigest()
        entry = LogEntry(number, self.run or number, kind, name, at, self.by, len(data), digest, previous)
        sealed = seal(entry)
        connection.execute(_ENTER, {**asdict(entry), "seal": sealed})
        connection.execute(_END, {"number": number, "sealed": sealed})
        self.run = entry.run
        return entry


def seal(entry: LogEntry) -> str:
    """The sha256 (hex) of all of an entry, as JSON in UTF-8 with sorted keys and no spaces."""
    return sha256(_sealed.encode(entry)).hexdigest()


def last_entry(connection: Connection) -> tuple[int, str]:
    """Number and seal of the last entry; 0 and "" where there is none."""
    last = connection.execute(_LAST).first()
    return (last.number, last.seal) if last else (0, "")


def noted(connection: Connection) -> tuple[int, str]:
    """Number and seal of the last entry that was made, as they are noted apart from the log."""
    note = connection.execute(_NOTE).first()
    return (note.entries, note.head) if note else (0, "")
