"""The log: every entry sealed over the one before, so that none can be changed or taken out unseen."""

from collections.abc import Callable, Sequence
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

Kept = tuple[EntryKind, str, bytes]
"""What is logged: its kind, its name, and the bytes."""

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
        """Logs that some bytes are kept; as `enter_all`."""
        return self.enter_all(connection, [(kind, name, data)])[0]

    def enter_all(self, connection: Connection, kept: Sequence[Kept]) -> list[LogEntry]:
        """Logs that bytes are kept, in order; the connection must hold the ledger alone.

        Raises AlteredError where the log does not end as it was left, for an entry more would hide that.
        """
        last, head = last_entry(connection), noted(connection)
        if last != head:
            raise AlteredError("the log does not end where it did")
        number, previous = last
        entries, sealed = list[LogEntry](), list[str]()
        for kind, name, data in kept:
            number += 1
            self.run = self.run or number
            at, digest = self.clock().isoformat(timespec="seconds"), sha256(data).hexdigest()
            entries.append(LogEntry(number, self.run, kind, name, at, self.by, len(data), digest, previous))
            previous = seal(entries[-1])
            sealed.append(previous)
        if entries:
            connection.execute(_ENTER, [{**asdict(e), "seal": s} for e, s in zip(entries, sealed, strict=True)])
            connection.execute(_END, {"number": number, "sealed": previous})
        return entries


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
