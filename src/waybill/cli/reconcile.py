"""waybill reconcile: lines, deliveries and what the claims jointly allow."""

from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.accounting import account_shown, settings_for
from waybill.cli.terminal import finish, page, print_json
from waybill.publish.account_records import lines_record
from waybill.publish.chapters import reconciled
from waybill.publish.terminal import print_sheet


@click.command("reconcile", epilog=options.example("reconcile examples/najin"))
@options.paths_or_all
@options.published
@options.ledger
@options.factors
@options.without
@options.json
def run(
    paths: tuple[Path, ...],
    published: date | None,
    ledger: str | None,
    factors: Path | None,
    without: tuple[str, ...],
    json: bool,
) -> None:
    """Show each line's deliveries, joins and bounds.

    Joins tie the statements of one delivery together; bounds are what their figures force.
    """
    account = account_shown(paths, published, options.assuming(settings_for(paths, ledger), factors, without))
    if json:
        print_json(lines_record(account))
    elif account.publications:
        print_sheet(reconciled(account), page())
    finish(account.failures)
