"""waybill triage: a pile in the order in which to read it."""

from waybill.cli.options import Json, LedgerUrl, Paths, Published, settings_with
from waybill.cli.terminal import finish, page, print_json, progress, tell_troubles
from waybill.pipeline.triaging import sorted_pile
from waybill.publish.change_records import sorted_record
from waybill.publish.piles import pile_sheet
from waybill.publish.terminal import print_sheet

EXAMPLE = "Example: waybill triage examples/najin"


def run(paths: Paths, published: Published = None, ledger: LedgerUrl = None, json: Json = False) -> None:
    """Order a pile before reading it: new, echo of, held, irrelevant, failed; --json gives one file a line. Keeps nothing."""
    with progress() as tell:
        triage, pile = sorted_pile(paths, published, settings_with(ledger), tell)
    tell_troubles(pile)
    if json:
        for found in triage.pile:
            print_json(sorted_record(found))
    else:
        print_sheet(pile_sheet(triage), page())
    finish(pile)
