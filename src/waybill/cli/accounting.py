"""What the verbs do that look at the whole account."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from waybill.cli.terminal import progress, tell_troubles
from waybill.model.account import Account
from waybill.pipeline import build_account, read_reports
from waybill.settings import Settings


def account_of(paths: Sequence[Path], published: date | None) -> Account:
    """Reads the reports and builds their account, with progress; notes and failures are told on stderr."""
    settings = Settings()
    with progress() as tell:
        reading = read_reports(paths, published, settings, tell)
        account = build_account(reading, settings, tell)
    tell_troubles(reading)
    return account


def finish(account: Account) -> None:
    """Ends the verb: exit 1 where anything could not be read."""
    if account.failures:
        raise typer.Exit(1)
