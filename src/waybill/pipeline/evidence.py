"""The ledger, opened for one run and closed after it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from waybill.ledger.engine import file_of
from waybill.ledger.ledger import Ledger
from waybill.settings import Settings


@contextmanager
def opened(settings: Settings, say: Callable[[str], None]) -> Iterator[Ledger]:
    """The ledger that the settings name. A new one is told of, and how to have it elsewhere. Raises LedgerError."""
    ledger = Ledger(settings.ledger, settings.analyst)
    if ledger.is_new:
        say(f"new ledger {ledger.name}: originals, claims and judgements are kept there; --ledger FILE puts it elsewhere")
    try:
        yield ledger
    finally:
        ledger.close()


def is_there(settings: Settings) -> bool:
    """False where the ledger would be a new file."""
    file = file_of(settings.ledger)
    return file is None or file.exists()
