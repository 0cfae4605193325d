"""waybill mentions: every time, quantity, place, party, item and vessel."""

from waybill.cli.options import Json, Paths, Published
from waybill.cli.terminal import finish, page, print_json, progress, tell_troubles
from waybill.pipeline.stages import find_mentions, read_reports
from waybill.publish.records import mention_record
from waybill.publish.tables import mentions_table
from waybill.settings import Settings

EXAMPLE = "Example: waybill mentions examples/najin --json"


def run(paths: Paths, published: Published = None, json: Json = False) -> None:
    """List the times, quantities, places, parties, items and vessels that reports name; --json gives one a line."""
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
    finish(reading)
