"""What the verbs do that look at the whole account."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from msgspec.structs import replace

from waybill.cli.options import settings_with
from waybill.cli.terminal import progress, say, tell_troubles
from waybill.model.account import Account
from waybill.pipeline.accounts import account_of_case
from waybill.pipeline.case import case_asked
from waybill.pipeline.evidence import is_there, opened
from waybill.pipeline.showing import remember
from waybill.settings import Settings


def account_shown(paths: Sequence[Path], published: date | None, settings: Settings) -> Account:
    """The account of the reports, or without paths of all that the ledger holds, to be shown: `explain` knows its labels.

    Notes and failures are told on stderr.
    """
    with opened(settings, say) as ledger:
        with progress() as tell:
            case = case_asked(paths, published, settings, ledger, tell)
            account = account_of_case(case, settings, ledger, tell)
        tell_troubles(replace(case.reading, failures=account.failures))
        remember(account, ledger, say)
    return account


def account_of(paths: Sequence[Path], published: date | None, ledger_url: str | None) -> Account:
    """The same account where it is not shown: the labels stay those of the one that was."""
    settings = settings_for(paths, ledger_url)
    with opened(settings, say) as ledger, progress() as tell:
        case = case_asked(paths, published, settings, ledger, tell)
        account = account_of_case(case, settings, ledger, tell)
    tell_troubles(case.reading)
    return account


def settings_for(paths: Sequence[Path], ledger_url: str | None) -> Settings:
    """The settings, with the ledger that the option names; misuse where neither reports are given nor a ledger is there."""
    settings = settings_with(ledger_url)
    if not paths and not is_there(settings):
        raise click.BadParameter(f"no reports are given, and there is no ledger {settings.ledger}", param_hint="PATH")
    return settings
