"""waybill reconcile: lines, deliveries and what the claims jointly allow."""

from waybill.cli.accounting import account_of, finish, remember
from waybill.cli.options import Json, LedgerUrl, PathsOrAll, Published
from waybill.cli.terminal import page, print_json
from waybill.publish.account_records import lines_record
from waybill.publish.chapters import reconciled
from waybill.publish.terminal import print_sheet

EXAMPLE = "Example: waybill reconcile examples/najin"


def run(paths: PathsOrAll = None, published: Published = None, ledger: LedgerUrl = None, json: Json = False) -> None:
    """Show each line's deliveries, the joins that tie them, and the bounds their figures force."""
    account = account_of(paths or (), published, ledger)
    remember(account, ledger)
    if json:
        print_json(lines_record(account))
    elif account.publications:
        print_sheet(reconciled(account), page())
    finish(account)
