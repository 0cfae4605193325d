"""waybill trace: who stands behind the claims, and who repeats whom."""

from waybill.cli.accounting import account_of, finish, remember
from waybill.cli.options import Json, LedgerUrl, PathsOrAll, Published
from waybill.cli.terminal import page, print_json
from waybill.publish.account_records import trace_record
from waybill.publish.chapters import genealogies
from waybill.publish.terminal import print_sheet

EXAMPLE = "Example: waybill trace examples/najin"


def run(paths: PathsOrAll = None, published: Published = None, ledger: LedgerUrl = None, json: Json = False) -> None:
    """Show originators, reprints, and each statement's genealogy with what drifted."""
    account = account_of(paths or (), published, ledger)
    remember(account, ledger)
    if json:
        print_json(trace_record(account))
    elif account.publications:
        print_sheet(genealogies(account), page())
    finish(account)
