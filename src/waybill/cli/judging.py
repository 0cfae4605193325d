"""What the verbs of `waybill judge` do: make judgements, list them, and tell of each what was understood."""

# ruff: noqa: PLC0415 - most judgements need nothing but the ledger; what reads words or fits them all is imported where it does
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from waybill.cli.options import settings_with
from waybill.cli.terminal import page, print_json, progress, say
from waybill.model.judgement import Judgement
from waybill.pipeline.evidence import opened, require
from waybill.pipeline.judging import Pen
from waybill.pipeline.naming import labels_judged, labels_of
from waybill.publish.judgement_records import judgement_records
from waybill.publish.judgements import Names, judgements_table, told, unknowns
from waybill.settings import Settings


def judge(decide: Callable[[Pen], Sequence[Judgement]], why: str, who: str | None, ledger_url: str | None) -> None:
    """Makes judgements, and tells what was understood."""
    settings = _settings(who, ledger_url)
    with progress() as tell, opened(settings, say) as ledger:
        made = decide(Pen(ledger, settings, why, tell))
        names = labels_judged(ledger, made)
    _tell(made, names)


def judge_from(file: Path, why: str, who: str | None, ledger_url: str | None) -> None:
    """Judges by a worksheet; exit 1 where some of it could not be taken."""
    from waybill.pipeline import worksheets

    settings = _settings(who, ledger_url)
    with progress() as tell, opened(settings, say) as ledger:
        back = worksheets.judge_from(file, why, settings, ledger, tell)
        names = labels_judged(ledger, back.made)
    _tell(back.made, names)
    for line in (*back.notes, *back.troubles):
        say(line)
    if not back.made and not back.troubles:
        say(f"{file}: nothing in it differs from what the ledger holds")
    if back.troubles:
        sys.exit(1)


def list_judgements(ledger_url: str | None, json: bool, example: str) -> None:
    """Lists every judgement and how it stands; where there is none yet, says how one is made."""
    from waybill.pipeline.offers import all_judged

    settings = _settings(None, ledger_url)
    with progress() as tell, opened(settings, say) as ledger:
        reviewed = all_judged(ledger, settings, tell)
        names = labels_of(ledger, (claim for fit in reviewed.fits for claim in fit.claims))
    if json:
        for record in judgement_records(reviewed):
            print_json(record)
    elif reviewed.fits:
        page().print(judgements_table(reviewed.fits, names))
        if any(fit.standing == "offered" for fit in reviewed.fits):
            say("to apply a judgement that is offered: waybill judge accept --offer NUMBER --why WORDS")
    else:
        say(f"{settings.ledger} holds no judgements yet. Example: {example}")


def _settings(who: str | None, ledger_url: str | None) -> Settings:
    """The settings of a ledger that is there."""
    settings = settings_with(ledger_url)
    require(settings)
    return replace(settings, analyst=who) if who else settings


def _tell(made: Sequence[Judgement], names: Names) -> None:
    for judgement in made:
        for line in told(judgement, names):
            click.echo(line)
        for line in unknowns(judgement):
            say(line)
