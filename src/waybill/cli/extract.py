"""waybill extract: who said what, claim by claim."""

from typing import Annotated

import typer

from waybill.cli.options import Json, Paths, Published
from waybill.cli.terminal import finish, page, print_json, progress, tell_troubles
from waybill.pipeline.stages import find_claims, may_tell_of_deliveries, read_reports
from waybill.publish.records import claim_record
from waybill.publish.tables import claims_table
from waybill.settings import Settings

EXAMPLE = "Example: waybill extract examples/najin --json"

Transfers = Annotated[
    bool, typer.Option("--transfers", help="Leave out reports that cannot speak of a delivery, as account does.")
]


def run(paths: Paths, published: Published = None, transfers: Transfers = False, json: Json = False) -> None:
    """List the claims in reports: who says it, in which words, how firmly, about what; --json gives one a line."""
    settings = Settings()
    with progress() as tell:
        reading = read_reports(paths, published, settings, tell)
        tell_troubles(reading)
        wanted = may_tell_of_deliveries(reading.publications) if transfers else reading.publications
        for publication, claims in find_claims(wanted, settings, tell):
            if json:
                for claim in claims:
                    print_json(claim_record(claim, publication))
            else:
                page().print(claims_table(publication, claims))
    finish(reading)
