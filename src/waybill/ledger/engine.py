"""From a ledger's URL to a database that keeps what it is told; all that is particular to SQLite stands here."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from waybill.errors import LedgerError
from waybill.ledger.schema import VERSION, edition, metadata

WAIT_S = 60
"""How long a run waits for another that is writing: our convention; a write takes milliseconds."""

PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "fullfsync": "ON",
    "checkpoint_fullfsync": "ON",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
}
"""Set on purpose: with FULL a commit that was told is on the disk and outlives a loss of power, at the price of one fsync
(sqlite.org/pragma.html#pragma_synchronous); with WAL readers do not wait for it, and a killed run leaves nothing half-written.
The two fsync settings matter on macOS alone, where a plain fsync leaves data in the drive's cache."""

READ_ONLY_PRAGMAS = {"foreign_keys": "ON", "trusted_schema": "OFF"}


def shown(url: str) -> str:
    """A ledger as messages name it: the path of a file, else the URL without its password."""
    parsed = _parsed(url)
    return parsed.database or "in memory" if _is_sqlite(parsed) else parsed.render_as_string(hide_password=True)


def file_of(url: str) -> Path | None:
    """The file of a ledger, or None where it is in no file of this machine."""
    parsed = _parsed(url)
    return Path(parsed.database).expanduser() if _is_sqlite(parsed) and parsed.database not in (None, "", ":memory:") else None


def connect(url: str) -> Engine:
    """The database of a ledger; its tables are made where it is new.

    Raises LedgerError where it cannot be opened, is no ledger, or one of a later version.
    """
    parsed, file = _parsed(url), file_of(url)
    if not _is_sqlite(parsed):
        raise LedgerError(f"{shown(url)}: this version keeps ledgers in SQLite only; give --ledger FILE")
    writable = file is None or _writable(file)
    if file and not file.exists() and not writable:
        raise LedgerError(f"{file}: cannot be made there; give another --ledger FILE")
    engine = create_engine(parsed if writable or file is None else _unwritable(file), connect_args={"timeout": WAIT_S})
    event.listen(engine, "connect", _set if writable else _set_read_only)
    event.listen(engine, "begin", _begin)
    with told(url):
        _check(engine, url, writable)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the ledger and changes nothing."""
    with engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the ledger alone: all of it is kept, on the disk, or nothing."""
    with engine.execution_options(writing=True).begin() as connection:
        yield connection


@contextmanager
def told(url: str) -> Iterator[None]:
    """What a database refuses is told as a LedgerError, in one line, with what to try."""
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig)
        advice = next((words for sign, words in _ADVICE.items() if sign in reason), None)
        if advice is None and not isinstance(error, DatabaseError):
            raise
        raise LedgerError(f"{shown(url)}: {advice or reason}") from error


_ADVICE = {
    "disk is full": "no space left; nothing of this step was kept, all before it is: free some, and run it again",
    "readonly": "read-only, so that nothing can be kept in it; give it write permission, or another --ledger FILE",
    "locked": f"another run has been writing for {WAIT_S} s; wait for it, and run this again",
    "not a database": "is no ledger; give another --ledger FILE",
    "malformed": "damaged; restore it from a copy, or give another --ledger FILE",
    "unable to open": "cannot be opened; check the folder and its permissions, or give another --ledger FILE",
    "disk I/O error": "the disk failed; nothing of this step was kept: check it, and run this again",
}


def _parsed(url: str) -> URL:
    """A URL as it is; anything else is a file."""
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(f"{url}: no URL of a ledger; write it as sqlite:///case.sqlite, or name a file") from error


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _writable(file: Path) -> bool:
    """True where the file can be written, or made; SQLite keeps files beside it, so its folder must be writable, too."""
    return os.access(file.parent, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))


def _unwritable(file: Path) -> URL:
    """Read-only; where no run left its journal behind the file is all there is, and nothing need be made beside it."""
    left = file.with_name(file.name + "-wal").exists()
    query = {"uri": "true", "mode": "ro", **({} if left else {"immutable": "1"})}
    return URL.create("sqlite", database=file.resolve().as_uri(), query=query)


def _set(connection: object, _: ConnectionPoolEntry) -> None:
    _run_pragmas(connection, PRAGMAS)


def _set_read_only(connection: object, _: ConnectionPoolEntry) -> None:
    _run_pragmas(connection, READ_ONLY_PRAGMAS)


def _run_pragmas(connection: object, pragmas: dict[str, str]) -> None:
    """Transactions are begun by `_begin`, not by the driver, which would begin them too late."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")  # type: ignore[attr-defined]


def _begin(connection: Connection) -> None:
    alone = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if alone else "BEGIN")


def _check(engine: Engine, url: str, writable: bool) -> None:
    """The tables are there, of this version, or are made in an empty file."""
    with reading(engine) as connection:
        names = inspect(connection).get_table_names()
        version = connection.scalar(select(edition.c.version)) if edition.name in names else None
    if version is not None and version > VERSION:
        raise LedgerError(f"{shown(url)}: of a later version ({version}) than this one reads ({VERSION}); update Waybill")
    if version is None and (names or not writable):
        raise LedgerError(f"{shown(url)}: is no ledger; give another --ledger FILE")
    if version is None:
        _make(engine)


def _make(engine: Engine) -> None:
    """Two runs may find the file empty at once: the second finds it made."""
    with writing(engine) as connection:
        if edition.name not in inspect(connection).get_table_names():
            metadata.create_all(connection)
            connection.execute(insert(edition).values(version=VERSION))
