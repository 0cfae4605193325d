"""The ledger, opened for one run and closed after it; and whether it is intact."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from waybill.errors import LedgerError
from waybill.ledger.address import address_of
from waybill.ledger.ledger import Ledger
from waybill.model.custody import Proof
from waybill.pipeline.progress import Progress
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
    """False where the ledger would be a new file. Raises LedgerError where the settings name none."""
    file = address_of(settings.ledger).file
    return file is None or (file.exists() and (not file.is_file() or file.stat().st_size > 0))


def require(settings: Settings) -> None:
    """Raises LedgerError where there is no ledger yet: for what is of no use on a new one, which is then not made."""
    if not is_there(settings):
        name = address_of(settings.ledger).name
        raise LedgerError(f"{name}: there is no ledger; run `waybill account PATH...` first, or give --ledger FILE")


def proof_of(settings: Settings, head: str, progress: Progress) -> Proof:
    """Whether the ledger is intact, and its log holds a seal that begins with `head`. Raises LedgerError if there is none."""
    require(settings)
    with opened(settings, progress) as ledger:
        return ledger.prove(progress, head)
