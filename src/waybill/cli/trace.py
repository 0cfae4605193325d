"""waybill trace: who stands behind the claims, and who repeats whom."""

from waybill.cli.options import Json, Paths, Published
from waybill.cli.terminal import finish, page, print_json, progress, tell_troubles
from waybill.pipeline import build_account, read_reports
from waybill.publish.account_records import trace_record
from waybill.publish.chapters import genealogies
from waybill.publish.terminal import print_sheet
from waybill.settings import Settings

EXAMPLE = "Example: waybill trace examples/najin"


def run(paths: Paths, published: Published = None, json: Json = False) -> None:
    """Show originators, reprints, and each statement's genealogy with what drifted."""
    settings = Settings()
    with progress() as tell:
        reading = read_reports(paths, published, settings, tell)
        account = build_account(reading, settings, tell)
    tell_troubles(reading)
    if json:
        print_json(trace_record(account.tracing))
    else:
        print_sheet(genealogies(account), page())
    finish(reading)
