"""Whether everything is as the log says it was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import Connection, func, select

from waybill.ledger.chain import entries, seal
from waybill.ledger.records import read_of
from waybill.ledger.schema import judgements, log, originals, readings, texts
from waybill.model.custody import Fault, LogEntry, Proof


def prove(connection: Connection, progress: Callable[[str], None]) -> Proof:
    """Follows the log from its first entry: each must be sealed over the one before, and what it speaks of be there unchanged.

    Then what is kept must be spoken of: an entry missing from the end shows so. Every fault is told, the first of the log
    first. `progress` is told how far it is.
    """
    checks = _Checks(connection, progress)
    faults = [*checks.chain(), *checks.unspoken()]
    return Proof(
        checks.entries, checks.originals, len(checks.texts), checks.judgements, checks.size, checks.head, tuple(faults)
    )


@dataclass(slots=True)
class _Checks:
    """What one verification has gone through so far."""

    connection: Connection
    progress: Callable[[str], None]
    entries: int = 0
    originals: int = 0
    judgements: int = 0
    size: int = 0
    head: str = ""
    seen: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def chain(self) -> Iterator[Fault]:
        """The log, entry by entry."""
        total = self.connection.scalar(select(func.count()).select_from(log)) or 0
        due = 1
        for entry, sealed in entries(self.connection):
            if entry.number != due:
                missing = f"entry {due} is" if entry.number == due + 1 else f"entries {due} to {entry.number - 1} are"
                yield Fault(due, "log", f"{missing} missing")
            if entry.previous != self.head and entry.number == due:
                yield Fault(entry.number, entry.name, "does not follow the entry before it: one of them was changed")
            if seal(entry) != sealed:
                yield Fault(entry.number, entry.name, "the entry was changed after it was sealed")
            yield from self.kept(entry)
            self.entries, self.head, due = self.entries + 1, sealed, entry.number + 1
            if self.entries % 100 == 0:
                self.progress(f"verifying {self.entries} of {total} entries")

    def kept(self, entry: LogEntry) -> Iterator[Fault]:
        """What one entry speaks of."""
        if entry.kind == "acquired":
            yield from self.original(entry)
        elif entry.kind == "read":
            yield from self.reading(entry)
        else:
            yield from self.judgement(entry)

    def original(self, entry: LogEntry) -> Iterator[Fault]:
        """The bytes of an original; one that came from several places is read once."""
        if entry.sha256 in self.seen:
            return
        self.seen.add(entry.sha256)
        data = self.connection.scalar(select(originals.c.data).where(originals.c.sha256 == entry.sha256))
        self.originals += data is not None
        yield from self.compared(entry, "original", data)

    def reading(self, entry: LogEntry) -> Iterator[Fault]:
        """The record of a reading, and its text."""
        columns = (readings.c.record, readings.c.text_sha256, readings.c.original_sha256)
        row = self.connection.execute(select(*columns).where(readings.c.number == entry.number)).first()
        yield from self.compared(entry, "reading", row.record if row else None)
        if row is None:
            return
        document = read_of(row.record, "").publication.document
        if (document.text_sha256, document.original_sha256) != (row.text_sha256, row.original_sha256):
            yield Fault(entry.number, entry.name, "its reading was tied to another text or original")
        if row.text_sha256 in self.texts:
            return
        self.texts.add(row.text_sha256)
        text = self.connection.scalar(select(texts.c.data).where(texts.c.sha256 == row.text_sha256))
        self.size += len(text or b"")
        if text is None:
            yield Fault(entry.number, entry.name, f"its text {row.text_sha256[:12]} is missing")
        elif sha256(text).hexdigest() != row.text_sha256:
            yield Fault(entry.number, entry.name, f"its text {row.text_sha256[:12]} was changed")

    def judgement(self, entry: LogEntry) -> Iterator[Fault]:
        """The record of a judgement."""
        row = self.connection.execute(
            select(judgements.c.number, judgements.c.record).where(judgements.c.entry == entry.number)
        ).first()
        self.judgements += row is not None
        yield from self.compared(entry, "judgement", row.record if row else None)

    def compared(self, entry: LogEntry, what: str, data: bytes | None) -> Iterator[Fault]:
        """Some bytes against what the log says of them."""
        self.size += len(data or b"")
        if data is None:
            yield Fault(entry.number, entry.name, f"its {what} {entry.sha256[:12]} is missing")
        elif len(data) != entry.size or sha256(data).hexdigest() != entry.sha256:
            yield Fault(entry.number, entry.name, f"its {what} {entry.sha256[:12]} was changed")

    def unspoken(self) -> Iterator[Fault]:
        """What is kept though no entry speaks of it."""
        known = select(log.c.sha256).where(log.c.kind == "acquired")
        for digest in self.connection.scalars(select(originals.c.sha256).where(originals.c.sha256.not_in(known))):
            yield Fault(
                None, f"original {digest[:12]}", "no entry of the log speaks of it: one was removed, or it was slipped in"
            )
        unlogged = readings.c.number.not_in(select(log.c.number))
        for number, location in self.connection.execute(select(readings.c.number, readings.c.location).where(unlogged)):
            yield Fault(number, location, f"entry {number} of the log, which speaks of its reading, was removed")
        unlogged = judgements.c.entry.not_in(select(log.c.number))
        for entry, number in self.connection.execute(select(judgements.c.entry, judgements.c.number).where(unlogged)):
            yield Fault(entry, f"judgement {number}", f"entry {entry} of the log, which speaks of it, was removed")
