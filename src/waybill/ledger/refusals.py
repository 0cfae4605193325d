"""What a database refuses, told as a LedgerError: in one line, with what to try."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from sqlalchemy.exc import DatabaseError, ProgrammingError

from waybill.errors import LedgerError
from waybill.ledger.alteration import AlteredError

READ_ONLY = "read-only, so that nothing can be kept in it; give it write permission, or another --ledger FILE"

_ADVICE = {
    "disk is full": "no space left; nothing of this step was kept, all before it is: free some, and run it again",
    "readonly": READ_ONLY,
    "locked": "another run has been writing for {wait_s:g} s; wait for it, and run this again",
    "not a database": "is no ledger; give another --ledger FILE",
    "malformed": "damaged; restore it from a copy, or give another --ledger FILE",
    "no such": "damaged, for tables are missing; restore it from a copy, or give another --ledger FILE",
    "unable to open": "cannot be opened; check the folder and its permissions, or give another --ledger FILE",
    "disk I/O error": "the disk failed; nothing of this step was kept: check the disk, and run this again",
}
"""By what SQLite says (sqlite.org/rescode.html)."""

_DAMAGED = "what it keeps is damaged; waybill verify names what, restore that from a copy"


@contextmanager
def told(name: str, wait_s: float) -> Iterator[None]:
    """A refusal to a named ledger is raised as LedgerError; what only a mistake of ours can cause is not caught."""
    try:
        yield
    except ProgrammingError:
        raise
    except DatabaseError as error:
        reason = str(error.orig)
        advice = next((words for sign, words in _ADVICE.items() if sign in reason), f"{_DAMAGED} ({reason})")
        raise LedgerError(f"{name}: {advice.format(wait_s=wait_s)}") from error
    except (msgspec.DecodeError, AlteredError) as error:
        raise LedgerError(f"{name}: {_DAMAGED}") from error
