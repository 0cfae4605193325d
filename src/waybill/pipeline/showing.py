"""What an account that is shown leaves behind: its labels, which `explain` and `judge` then know."""

from waybill.ledger.ledger import Ledger
from waybill.model.account import Account
from waybill.pipeline.progress import Progress
from waybill.publish.explain import exhibits


def remember(account: Account, ledger: Ledger, say: Progress) -> None:
    """Keeps the labels of an account that is shown; says which changed their meaning.

    Where nothing could be read nothing is shown, and the labels stay.
    """
    if not account.publications:
        return
    moved = ledger.show(exhibits(account))
    if moved and ledger.read_only:
        say(f"{ledger.name} is read-only: `explain` and `judge` without paths know the labels of another account")
    elif moved:
        others = f" and {len(moved) - 1} more labels name" if moved[1:] else " names"
        say(f"note: {moved[0]}{others} something else than in the account shown before; `explain` and `judge` follow this one")
