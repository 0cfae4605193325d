"""A ledger's database, opened, so that it keeps what it is told; all that is particular to SQLite stands here.

Power loss. With journal_mode WAL and synchronous FULL a transaction is over when its pages are in the journal beside the file
(-wal) and that is flushed to the disk (sqlite.org/pragma.html#pragma_synchronous); SQLite flushes the folder, too, when it
makes the journal. A run that is killed leaves the journal, and whoever opens the ledger next goes on from it. What is in the
journal is carried over into the file by `Database.carry_over`, and by SQLite when the last run that has it open ends.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from waybill.errors import LedgerError
from waybill.ledger.address import Address, address_of, url_of
from waybill.ledger.edition import APPLICATION, VERSION
from waybill.ledger.refusals import READ_ONLY, told
from waybill.ledger.schema import EVIDENCE, edition, metadata

WAIT_S = 60.0
"""How long a run waits for another that is writing: our convention; a write takes milliseconds."""

READER_WAIT_S = 2.0
"""How long carrying over waits for one that is reading, which is done again later: our convention."""

WRITES_A_CARRY = 100
"""How many writes are in the journal at most before they are carried over: our convention, some megabytes."""

PRAGMAS = {
    "synchronous": "FULL",
    "fullfsync": "ON",
    "checkpoint_fullfsync": "ON",
    "wal_autocheckpoint": "0",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
}
"""Set on every connection. The two fsync settings matter on macOS alone, where a plain fsync leaves data in the drive's cache.

SQLite's own carrying over is off: before 3.51.3, where two runs write at the same instant, it may overlook pages
(sqlite.org/wal.html#walresetbug). Ours holds the ledger alone meanwhile.
"""


class Database:
    """The tables of a ledger, there for the taking; a new file gets them.

    Raises LedgerError where it cannot be opened, is no ledger, or one of another version; so do its transactions where the
    database refuses. `is_new` where the file was not there before, `read_only` where nothing can be kept in it.
    """

    def __init__(self, url: str) -> None:
        address = address_of(url)
        self.name, self.file = address.name, address.file
        self.is_new = self.file is not None and not self.file.exists()
        can_be_written = _can_be_written(address)
        self.read_only = address.read_only or not can_be_written
        self._engine = _engine(address, can_be_written)
        self._writes = 0
        try:
            with told(self.name, WAIT_S):
                self._check()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger and changes nothing."""
        with told(self.name, WAIT_S), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the ledger alone: all of it is kept, on the disk, or nothing."""
        if self.read_only:
            raise LedgerError(f"{self.name}: {READ_ONLY}")
        with told(self.name, WAIT_S), self._engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
            yield connection
        self._writes += 1
        if self._writes % WRITES_A_CARRY == 0:
            self.carry_over()

    def carry_over(self) -> None:
        """Brings what is in the journal into the file, so that the journal stays short.

        Where it cannot be done now, for another run is reading or the disk is full, nothing is lost: it is in the journal.
        """
        with suppress(OperationalError), self._outside() as connection:
            _wait(connection, READER_WAIT_S)
            try:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(FULL)")
            finally:
                _wait(connection, WAIT_S)

    def close(self) -> None:
        """Lets the database go; what it kept is kept."""
        self._engine.dispose()

    def _outside(self) -> Connection:
        """A connection outside any transaction."""
        return self._engine.execution_options(begin="").connect()

    def _check(self) -> None:
        """The file is a ledger of this version, or an empty one that becomes one."""
        with self.reading() as connection:
            application = connection.exec_driver_sql("PRAGMA application_id").scalar()
            is_empty = not application and not _named(connection)
            version = connection.scalar(select(edition.c.version)) if application == APPLICATION else None
        if application != APPLICATION and (self.read_only or not is_empty):
            raise LedgerError(f"{self.name}: not a ledger; give another --ledger FILE")
        if version is not None and version != VERSION:
            whose, what = ("a later", "update Waybill") if version > VERSION else ("an earlier", "give another --ledger FILE")
            raise LedgerError(
                f"{self.name}: written by {whose} version of Waybill (form {version}, this one reads {VERSION}); {what}"
            )
        if not self.read_only and self.file:
            self._keep_a_journal()
        if is_empty:
            self._make()

    def _keep_a_journal(self) -> None:
        """WAL is a property of the file. Of two runs that set it at once SQLite refuses one without waiting."""
        until = monotonic() + WAIT_S
        with self._outside() as connection:
            while connection.exec_driver_sql("PRAGMA journal_mode").scalar() != "wal":
                try:
                    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                except OperationalError as error:
                    if "locked" not in str(error.orig) or monotonic() > until:
                        raise
                    sleep(0.02)

    def _make(self) -> None:
        """The tables, all or none. Two runs may find the file empty at once: the second finds it made."""
        with self.writing() as connection:
            if _named(connection):
                return
            for table in metadata.tables.values():
                table.dialect_options["sqlite"]["strict"] = True
            metadata.create_all(connection)
            for table in EVIDENCE:
                for deed in ("UPDATE", "DELETE"):
                    connection.exec_driver_sql(_refusing(table.name, deed))
            connection.execute(insert(edition).values(version=VERSION, entries=0, head=""))
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def _refusing(table: str, deed: str) -> str:
    """The trigger that keeps a table from being changed by mistake; who means to can drop it, and verify shows what he did."""
    words = f"{table} is only ever added to"
    return f"CREATE TRIGGER {table}_{deed.lower()} BEFORE {deed} ON {table} BEGIN SELECT RAISE(ABORT, '{words}'); END"


def _can_be_written(address: Address) -> bool:
    """Whether the file can be written, or made. Raises LedgerError where there can be no ledger."""
    file = address.file
    if file is None:
        return True
    if file.is_dir():
        raise LedgerError(f"{address.name}: a folder; name a file in it with --ledger FILE")
    if not file.parent.is_dir():
        raise LedgerError(f"{address.name}: its folder does not exist; make it, or give another --ledger FILE")
    if file.exists() and not file.is_file():
        raise LedgerError(f"{address.name}: not a file; give another --ledger FILE")
    beside = os.access(file.parent, os.W_OK)
    if not file.exists() and (address.read_only or not beside):
        raise LedgerError(f"{address.name}: does not exist and cannot be made; give another --ledger FILE")
    return beside and os.access(file, os.W_OK) if file.exists() else True


def _engine(address: Address, can_be_written: bool) -> Engine:
    url = url_of(address) if can_be_written or not address.file else _unwritable(address, address.file)
    engine = create_engine(url, connect_args={"timeout": WAIT_S})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _unwritable(address: Address, file: Path) -> URL:
    """Where no journal is left beside it the file is all there is, and nothing need be made beside it."""
    journal = file.with_name(file.name + "-wal")
    is_whole = not journal.exists() or not journal.stat().st_size
    return url_of(address, uri="true", **({"immutable": "1"} if is_whole else {"mode": "ro"}))


def _set_up(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    """Transactions are begun by `_begin`, not by the driver, which would begin them too late.

    Text that is no UTF-8 was put there by somebody else: it is read as it is, for verify to tell.
    """
    connection.isolation_level = None
    connection.text_factory = _text
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _text(data: bytes) -> str:
    return data.decode(errors="backslashreplace")


def _begin(connection: Connection) -> None:
    if begin := connection.get_execution_options().get("begin", "BEGIN"):
        connection.exec_driver_sql(begin)


def _named(connection: Connection) -> list[str]:
    """What the file holds."""
    inside = inspect(connection)
    return inside.get_table_names() + inside.get_view_names()


def _wait(connection: Connection, seconds: float) -> None:
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
