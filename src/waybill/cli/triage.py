"""waybill triage: a pile in the order in which to read it."""

from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.terminal import finish, page, print_json, progress, tell_troubles
from waybill.pipeline.triaging import sorted_pile
from waybill.publish.change_records import sorted_record
from waybill.publish.piles import pile_sheet
from waybill.publish.terminal import print_sheet


@click.command("triage", epilog=options.example("triage examples/najin"))
@options.paths
@options.published
@options.ledger
@options.json
def run(paths: tuple[Path, ...], published: date | None, ledger: str | None, json: bool) -> None:
    """Order a pile of reports before reading it.

    New, echo of, held, irrelevant, failed; --json gives one file a line. Keeps nothing.
    """
    with progress() as tell:
        triage, pile = sorted_pile(paths, published, options.settings_with(ledger), tell)
    tell_troubles(pile)
    if json:
        for found in triage.pile:
            print_json(sorted_record(found))
    else:
        print_sheet(pile_sheet(triage), page())
    finish(pile.failures)
