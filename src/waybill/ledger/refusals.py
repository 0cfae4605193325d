"""What a database refuses, told as a LedgerError: in one line, with what to try."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from sqlalchemy.exc import DatabaseError, NoResultFound, ProgrammingError

from waybill.errors import LedgerError
from waybill.ledger.alteration import AlteredError

READ_ONLY = "read-only: nothing can be saved in it; make it writable, or give another --ledger FILE"

_ADVICE = {
    "disk is full": "no space left on the disk; this step was not saved, all before it was: free some, and run this again",
    "readonly": READ_ONLY,
    "locked": "another run has been writing to it for {wait_s:g} s; wait for that to end, and run this again",
    "not a database": "not a ledger; give another --ledger FILE",
    "malformed": "damaged; restore it from a copy, or give another --ledger FILE",
    "no such": "damaged: tables are missing; restore it from a copy, or give another --ledger FILE",
    "unable to open": "cannot be opened; check the folder and its permissions, or give another --ledger FILE",
    "disk I/O error": "the disk failed; this step was not saved: check the disk, and run this again",
}
"""By what SQLite says (sqlite.org/rescode.html)."""

_DAMAGED = "something kept in it is damaged; `waybill verify` says what: restore that from a copy"
_UNREADABLE = (
    "something kept in it cannot be read; run `waybill verify`: if nothing is damaged, a later Waybill wrote it: update"
)


@contextmanager
def told(name: str, wait_s: float) -> Iterator[None]:
    """A refusal to a named ledger is raised as LedgerError; what only a mistake of ours can cause is not caught."""
    try:
        yield
    except ProgrammingError:
        raise
    except DatabaseError as error:
        reason = str(error.orig)
        advice = next((words for sign, words in _ADVICE.items() if sign in reason), None)
        told_so = advice.format(wait_s=wait_s) if advice else f"{_DAMAGED} ({reason})"
        raise LedgerError(f"{name}: {told_so}") from error
    except msgspec.DecodeError as error:
        raise LedgerError(f"{name}: {_UNREADABLE}") from error
    except (AlteredError, NoResultFound) as error:
        raise LedgerError(f"{name}: {_DAMAGED}") from error
