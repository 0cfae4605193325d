"""waybill mentions: every time, quantity, place, party, item and vessel."""

from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.terminal import finish, page, print_json, progress, tell_troubles
from waybill.pipeline.stages import find_mentions, read_reports
from waybill.publish.records import mention_record
from waybill.publish.tables import mentions_table
from waybill.settings import Settings


@click.command("mentions", epilog=options.example("mentions examples/najin --json"))
@options.paths
@options.published
@options.json
def run(paths: tuple[Path, ...], published: date | None, json: bool) -> None:
    """List times, quantities, places, parties, items and vessels.

    All that reports name, and what it means (docs/mentions.md); --json gives one a line.
    """
    settings = Settings()
    with progress() as tell:
        reading = read_reports(paths, published, settings, tell)
        tell_troubles(reading)
        for publication, mentions in find_mentions(reading.publications, settings, tell):
            if json:
                for mention in mentions:
                    print_json(mention_record(mention, publication))
            else:
                page().print(mentions_table(publication, mentions))
    finish(reading.failures)
