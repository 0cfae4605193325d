"""waybill read: the reports as Waybill reads them."""

from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.terminal import finish, page, print_json, progress, tell_troubles
from waybill.pipeline.stages import read_reports
from waybill.publish.records import reading_record
from waybill.publish.tables import publications_table
from waybill.settings import Settings


@click.command("read", epilog=options.example("read examples/najin --json"))
@options.paths
@options.published
@options.json
def run(paths: tuple[Path, ...], published: date | None, json: bool) -> None:
    """Read reports and show what is known of each.

    --json gives each text, which all offsets count in.
    """
    with progress() as tell:
        reading = read_reports(paths, published, Settings(), tell)
    tell_troubles(reading)
    if json:
        for publication in reading.publications:
            print_json(reading_record(publication))
    else:
        page().print(publications_table(reading.publications))
    finish(reading.failures)
