"""waybill reconcile: lines, deliveries and what the claims jointly allow."""

from waybill.cli.options import Json, Paths, Published
from waybill.cli.terminal import finish, page, print_json, progress, tell_troubles
from waybill.pipeline import build_account, read_reports
from waybill.publish.account_records import lines_record
from waybill.publish.chapters import reconciled
from waybill.publish.terminal import print_sheet
from waybill.settings import Settings

EXAMPLE = "Example: waybill reconcile examples/najin"


def run(paths: Paths, published: Published = None, json: Json = False) -> None:
    """Show each line's deliveries, the joins that tie them, and the bounds their figures force."""
    settings = Settings()
    with progress() as tell:
        reading = read_reports(paths, published, settings, tell)
        account = build_account(reading, settings, tell)
    tell_troubles(reading)
    if json:
        print_json(lines_record(account.lines))
    else:
        print_sheet(reconciled(account), page())
    finish(reading)
