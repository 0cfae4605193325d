"""waybill extract: who said what, claim by claim."""

from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.terminal import finish, page, print_json, progress, tell_troubles
from waybill.pipeline.stages import find_claims, may_tell_of_deliveries, read_reports
from waybill.publish.records import claim_record
from waybill.publish.tables import claims_table
from waybill.settings import Settings


@click.command("extract", epilog=options.example("extract examples/najin --json"))
@options.paths
@options.published
@click.option("--transfers", is_flag=True, help="Leave out reports that cannot speak of a delivery, as account does.")
@options.json
def run(paths: tuple[Path, ...], published: date | None, transfers: bool, json: bool) -> None:
    """List the claims in reports: who says what, how firmly.

    In which words, and about what; --json gives one a line.
    """
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
    finish(reading.failures)
