"""waybill trace: who stands behind the claims, and who repeats whom."""

from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.accounting import account_shown, settings_for
from waybill.cli.terminal import finish, page, print_json
from waybill.publish.account_records import trace_record
from waybill.publish.chapters import genealogies
from waybill.publish.terminal import print_sheet


@click.command("trace", epilog=options.example("trace examples/najin"))
@options.paths_or_all
@options.published
@options.ledger
@options.json
def run(paths: tuple[Path, ...], published: date | None, ledger: str | None, json: bool) -> None:
    """Show originators, reprints, and how statements drifted.

    Each statement has its genealogy: who repeats whom, and what changed on the way.
    """
    account = account_shown(paths, published, settings_for(paths, ledger))
    if json:
        print_json(trace_record(account))
    elif account.publications:
        print_sheet(genealogies(account), page())
    finish(account.failures)
