"""waybill check: what the facts held allow of one delivery."""

from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.terminal import finish, page, print_json, progress
from waybill.errors import MeaningError
from waybill.pipeline.checking import Checks
from waybill.pipeline.consigning import Told, amounts_of, consignment_of
from waybill.publish.findings import finding_record, print_findings
from waybill.settings import Settings

_EXAMPLE = (
    "check --from Najin --to Tikhoretsk --via Dunay --mode sea,rail --window 2023-09-07/2023-10-01 --containers 1000 "
    '--item munitions --supplier "North Korea" --recipient Russia'
)


@click.command("check", epilog=options.example(_EXAMPLE))
@click.option("--supplier", default="", metavar="PARTY", help="Who gives.")
@click.option("--recipient", default="", metavar="PARTY", help="Who gets.")
@click.option("--item", "items", multiple=True, metavar="GOODS", help="What: munitions, 152 mm shells; may be repeated.")
@click.option("--containers", metavar="N", help="How many containers, as 1000 or 209-313.")
@click.option("--amount", "amounts", multiple=True, metavar="AMOUNT", help='How much of another unit, as "200-300 shells".')
@click.option(
    "--window", default="", metavar="DAYS", help="When: 2023-09-07/2023-10-01, 2023-09, or 2023-09-07/ for an open end."
)
@click.option("--from", "origin", default="", metavar="PLACE", help="Where it set out.")
@click.option("--via", multiple=True, metavar="PLACE", help="A stop on the way; may be repeated, in order.")
@click.option("--to", "destination", default="", metavar="PLACE", help="Where it went.")
@click.option("--mode", "modes", default="", metavar="MODES", help="By which way: sea,rail,road,river,air.")
@click.option("--vessel", "vessels", multiple=True, metavar="SHIP", help='A ship: "IMO 9179842", a name, or both.')
@options.factors
@options.consumption
@options.without
@options.json
def run(
    supplier: str,
    recipient: str,
    items: tuple[str, ...],
    containers: str | None,
    amounts: tuple[str, ...],
    window: str,
    origin: str,
    via: tuple[str, ...],
    destination: str,
    modes: str,
    vessels: tuple[str, ...],
    factors: Path | None,
    consumption: Path | None,
    without: tuple[str, ...],
    json: bool,
) -> None:
    """Check a delivery: its way, the law, the lists, the stock.

    Four findings, each with its reasons and their sources: its way, the embargoes, the lists you loaded, the stock. What is
    left out is unknown. No ledger is opened.
    """
    told = Told(
        supplier=supplier,
        recipient=recipient,
        items=items,
        amounts=amounts_of(containers, amounts),
        window=window,
        origin=origin,
        via=via,
        destination=destination,
        modes=modes,
        vessels=vessels,
    )
    if told == Told():
        raise click.UsageError("nothing to check; say what is known of the delivery, as --from and --to")
    settings = options.assuming(Settings(), factors, without, consumption)
    with progress() as tell:
        try:
            consignment = consignment_of(told, settings, tell)
        except MeaningError as error:
            raise click.UsageError(str(error)) from error
        checks = Checks(settings, tell)
        findings = checks.findings(consignment)
    if json:
        print_json({"findings": [finding_record(finding) for finding in findings]})
    else:
        print_findings(findings, page())
    finish(checks.failures)
