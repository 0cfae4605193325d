"""Where a ledger is: the file that a user names, by its path or by a URL."""

from pathlib import Path

from msgspec import Struct
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from waybill.errors import LedgerError

_OTHERWISE = "give --ledger FILE"


class Address(Struct, frozen=True):
    """A ledger as messages name it, and its file; None is one in memory, which keeps nothing beyond the run.

    `read_only` where the URL asks for it (`?mode=ro`).
    """

    name: str
    file: Path | None
    read_only: bool = False


def address_of(named: str) -> Address:
    """What a path, or a URL like sqlite:///case.sqlite (sqlite:////srv/case.sqlite is absolute), names.

    Raises LedgerError, which never shows a password.
    """
    if "://" in named:
        return _of_url(named)
    if not named.strip():
        raise LedgerError(f"no ledger is named; {_OTHERWISE}")
    return _of_file(named)


def _of_url(named: str) -> Address:
    try:
        url = make_url(named)
    except (ArgumentError, ValueError) as error:
        scheme = named.partition("://")[0]
        raise LedgerError(
            f"{_plain(scheme)}://...: not the URL of a ledger; write sqlite:///case.sqlite, or {_OTHERWISE}"
        ) from error
    if url.drivername not in ("sqlite", "sqlite+pysqlite"):
        public = f"{url.drivername}://{url.host or ''}/{url.database or ''}"
        raise LedgerError(f"{_plain(public)}: this version keeps ledgers in SQLite only; {_OTHERWISE}")
    if url.host:
        raise LedgerError(f"{_plain(named)}: no file is named; write three slashes: sqlite:///case.sqlite")
    modes = dict(url.query)
    if modes not in ({}, {"mode": "ro"}, {"mode": "rw"}):
        raise LedgerError(f"{_plain(named)}: only mode=ro may follow the ?; leave the rest out")
    found = _of_file(url.database or ":memory:")
    return Address(found.name, found.file, read_only=modes == {"mode": "ro"})


def _of_file(named: str) -> Address:
    if named == ":memory:":
        return Address("in memory", None)
    try:
        return Address(_plain(named), Path(named).expanduser())
    except RuntimeError as error:
        raise LedgerError(f"{_plain(named)}: there is no such home folder; {_OTHERWISE}") from error


def url_of(address: Address, **query: str) -> URL:
    """The URL that opens it."""
    if not query:
        return URL.create("sqlite", database=str(address.file) if address.file else None)
    return URL.create("sqlite", database=address.file.resolve().as_uri() if address.file else None, query=query)


def _plain(words: str) -> str:
    """On one line, whatever a file's name holds."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)
