"""What the verbs do that look at the whole account."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from waybill.cli.options import settings_with
from waybill.cli.terminal import progress, say, tell_troubles
from waybill.model.account import Account
from waybill.pipeline.accounts import account_of_case
from waybill.pipeline.case import case_asked
from waybill.pipeline.evidence import is_there, opened
from waybill.publish.explain import exhibits
from waybill.settings import Settings


def account_of(paths: Sequence[Path], published: date | None, ledger_url: str | None) -> Account:
    """The account of the reports, or without paths of all that the ledger holds; notes and failures are told on stderr."""
    settings = settings_for(paths, ledger_url)
    with progress() as tell, opened(settings, say) as ledger:
        case = case_asked(paths, published, settings, ledger, tell)
        account = account_of_case(case, settings, ledger, tell)
    tell_troubles(case.reading)
    return account


def settings_for(paths: Sequence[Path], ledger_url: str | None) -> Settings:
    """The settings, with the ledger that the option names; misuse where neither reports are given nor a ledger is there."""
    settings = settings_with(ledger_url)
    if not paths and not is_there(settings):
        raise typer.BadParameter(f"no reports are given, and there is no ledger {settings.ledger}", param_hint="PATH")
    return settings


def remember(account: Account, ledger_url: str | None) -> None:
    """Keeps the labels of an account that is shown, so that `explain` and `judge` know them; says which changed their meaning.

    Where nothing could be read nothing is shown, and the labels stay.
    """
    if not account.publications:
        return
    with opened(settings_with(ledger_url), say) as ledger:
        moved = ledger.show(exhibits(account))
    if moved and ledger.read_only:
        say(f"{ledger.name} is read-only: `explain` and `judge` without paths know the labels of another account")
    elif moved:
        others = f" and {len(moved) - 1} more labels name" if moved[1:] else " names"
        say(f"note: {moved[0]}{others} something else than in the account shown before; `explain` and `judge` follow this one")


def finish(account: Account) -> None:
    """Ends the verb: exit 1 where anything could not be read."""
    if account.failures:
        raise typer.Exit(1)
