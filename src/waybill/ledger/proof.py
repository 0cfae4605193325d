"""Whether everything is as the log says it was."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct, field
from sqlalchemy import Connection, Row, func, select

from waybill.ledger.chain import last_entry, noted, seal
from waybill.ledger.extractions import damaged
from waybill.ledger.records import reading_of
from waybill.ledger.schema import judgements, log, originals, readings, texts
from waybill.ledger.strays import strays
from waybill.model.custody import Fault, LogEntry, Proof

Kept = Row[*tuple[Any, ...]]
"""An entry with what it speaks of; what is not there is None."""

IN_MEMORY = 8
"""How many entries, with what they speak of, are held at once: our convention; an original has up to 20 MB."""


def prove(connection: Connection, progress: Callable[[str], None], head: str = "") -> Proof:
    """Follows the log from its first entry: each must be sealed over the one before, and what it speaks of be there unchanged.

    Then what is kept must be spoken of, the log must end where it was left and, if given, must hold a seal that begins with
    `head`. Every fault is told, in the order of the log. `progress` is told how far it is.

    The chain shows what was changed, added or taken out by mistake, or by someone who did not make all of it anew. Who can
    write to the file can do that: only a seal written down elsewhere, and given as `head`, shows it.
    """
    checks = _Checks(connection, progress, head)
    chain = [*checks.chain(), *checks.end()]
    progress("verifying that the log mentions all that is kept")
    faults = [*chain, *strays(connection, checks.present), *_claims(connection)]
    faults.sort(key=lambda fault: (fault.entry is None, fault.entry or 0))
    counts = (checks.entries, checks.originals, len(checks.texts), checks.judgements, checks.size)
    return Proof(*counts, checks.last, tuple(faults))


def _claims(connection: Connection) -> Iterator[Fault]:
    """The log does not speak of claims, for they can be found anew; but they must be those that were kept."""
    for number, reading in damaged(connection):
        why = f"claims found in reading {reading} were changed or removed; the next account of it finds them anew"
        yield Fault(None, f"extraction {number}", why)


class _Checks(Struct):
    """What one verification has gone through so far."""

    connection: Connection
    progress: Callable[[str], None]
    head: str
    entries: int = 0
    originals: int = 0
    judgements: int = 0
    size: int = 0
    last: str = ""
    has_head: bool = False
    present: set[int] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def chain(self) -> Iterator[Fault]:
        """The log, entry by entry."""
        total = self.connection.scalar(select(func.count()).select_from(log)) or 0
        due = 1
        for entry, sealed, row in _walked(self.connection):
            yield from self.link(entry, sealed, due)
            yield from self.kept(entry, row)
            self.present.add(entry.number)
            self.entries, self.last, due = self.entries + 1, sealed, max(entry.number, 0) + 1
            self.has_head = self.has_head or sealed.startswith(self.head)
            if self.entries % 100 == 0:
                self.progress(f"verifying {self.entries} of {total} entries")

    def link(self, entry: LogEntry, sealed: str, due: int) -> Iterator[Fault]:
        """One entry, and how it follows the one before; the entry that should be there is number `due`."""
        if entry.number > due:
            missing = f"entry {due} is" if entry.number == due + 1 else f"entries {due} to {entry.number - 1} are"
            yield Fault(due, "the log", f"{missing} missing")
        elif entry.number < due:
            yield Fault(entry.number, entry.name, "the entry was inserted")
        elif entry.previous != self.last:
            yield Fault(entry.number, entry.name, "does not follow the entry before it: one of the two was changed")
        if seal(entry) != sealed:
            yield Fault(entry.number, entry.name, "the entry was changed after it was sealed")

    def end(self) -> Iterator[Fault]:
        """Where the log ends, and the seal it must hold."""
        there, left = last_entry(self.connection), noted(self.connection)
        if there != left:
            cut = f"the log was cut after entry {there[0]}, or added to by hand: it was left at entry {left[0]}"
            yield Fault(there[0] + 1, "the log", cut)
        if not self.has_head and self.head:
            changed = "no entry has this seal: the log was changed or cut since it was written down"
            yield Fault(None, f"head {self.head[:16]}", changed)

    def kept(self, entry: LogEntry, row: Kept) -> Iterator[Fault]:
        """What one entry speaks of."""
        if entry.kind == "acquired":
            yield from self.original(entry, row.original)
        elif entry.kind == "read":
            yield from self.reading(entry, row)
        elif entry.kind == "judged":
            self.judgements += row.judgement is not None
            yield from self.compared(entry, "judgement", row.judgement)
        elif entry.kind == "missed" and entry.sha256 not in self.seen:
            yield Fault(entry.number, entry.name, f"the original {entry.sha256[:12]} that it misses was never acquired")

    def original(self, entry: LogEntry, data: bytes | None) -> Iterator[Fault]:
        """The bytes of an original; one that came from several places is read once."""
        if entry.sha256 in self.seen:
            return
        self.seen.add(entry.sha256)
        self.originals += data is not None
        yield from self.compared(entry, "original", data)

    def reading(self, entry: LogEntry, row: Kept) -> Iterator[Fault]:
        """The record of a reading, and its text."""
        yield from self.compared(entry, "reading", row.record)
        if row.record is None:
            return
        tied = _tied(row.record)
        if tied and tied != (row.key, row.reader, row.text_sha256, row.original_sha256):
            yield Fault(entry.number, entry.name, "its reading was tied to another key, reader, text or original")
        if row.text_sha256 not in self.texts:
            self.texts.add(row.text_sha256)
            yield from self.text(entry, row.text_sha256, row.text)

    def text(self, entry: LogEntry, digest: str, data: bytes | None) -> Iterator[Fault]:
        """The text of a reading."""
        self.size += len(data or b"")
        if data is None:
            yield Fault(entry.number, entry.name, f"its text {digest[:12]} is missing")
        elif sha256(data).hexdigest() != digest:
            yield Fault(entry.number, entry.name, f"its text {digest[:12]} was changed")

    def compared(self, entry: LogEntry, what: str, data: bytes | None) -> Iterator[Fault]:
        """Some bytes against what the log says of them."""
        self.size += len(data or b"")
        if data is None:
            yield Fault(entry.number, entry.name, f"its {what} {entry.sha256[:12]} is missing")
        elif len(data) != entry.size or sha256(data).hexdigest() != entry.sha256:
            yield Fault(entry.number, entry.name, f"its {what} {entry.sha256[:12]} was changed")


def _walked(connection: Connection) -> Iterator[tuple[LogEntry, str, Kept]]:
    """The log in order: each entry, the seal beside it, and what it speaks of; a few are in memory at once."""
    kept = log.outerjoin(readings, readings.c.number == log.c.number)
    kept = kept.outerjoin(texts, texts.c.sha256 == readings.c.text_sha256)
    kept = kept.outerjoin(originals, (originals.c.sha256 == log.c.sha256) & (log.c.kind == "acquired"))
    kept = kept.outerjoin(judgements, judgements.c.entry == log.c.number)
    evidence = (originals.c.data.label("original"), texts.c.data.label("text"), judgements.c.record.label("judgement"))
    columns = (
        readings.c.key,
        readings.c.reader,
        readings.c.record,
        readings.c.text_sha256,
        readings.c.original_sha256,
        *evidence,
    )
    found = select(*log.c, *columns).select_from(kept).order_by(log.c.number)
    width = len(log.c) - 1
    for row in connection.execute(found.execution_options(yield_per=IN_MEMORY)):
        yield LogEntry(*row[:width]), row[width], row


def _tied(record: bytes) -> tuple[str, str, str, str] | None:
    """Key, reader, text and original as a reading's record names them; None where it was changed so that it cannot be read."""
    try:
        taken = reading_of(record)
    except msgspec.DecodeError:
        return None
    document = taken.read.publication.document
    return taken.key, taken.reader, document.text_sha256, document.original_sha256
