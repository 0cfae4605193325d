"""waybill judge: what an analyst decides, kept beside what the machine reads."""

# ruff: noqa: PLC0415 - most judgements need nothing but the ledger; what reads words or fits them all is imported where it does
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from waybill.cli.options import Json, LedgerUrl, settings_with
from waybill.cli.terminal import page, print_json, progress, say
from waybill.model.judgement import Judgement
from waybill.pipeline.evidence import opened, require
from waybill.pipeline.judging import Pen, accept, bind, reject, undo
from waybill.pipeline.naming import labels_judged, labels_of
from waybill.publish.judgement_records import judgement_records
from waybill.publish.judgements import Names, judgements_table, told, unknowns
from waybill.settings import Settings

EXAMPLE = 'Example: waybill judge correct Q1 quantity="up to 400 containers" --why "the wire says 400"'

app = typer.Typer(
    help="Accept, correct, reject, join or split what an account shows; alone, list every judgement and how it stands.",
    epilog=EXAMPLE,
)


def _reason(words: str) -> str:
    if not words.strip():
        raise typer.BadParameter("is empty; say in a few words why")
    return words


Why = Annotated[
    str, typer.Option(parser=_reason, metavar="WORDS", help="The reason, kept with the judgement.", show_default=False)
]


def _name(words: str) -> str:
    if not words.strip():
        raise typer.BadParameter("is empty; say who judges, or leave it out")
    return words.strip()


Who = Annotated[
    str | None,
    typer.Option(
        parser=_name, metavar="NAME", help="Who judges. Else WAYBILL_ANALYST, else the name of your account on this machine."
    ),
]
Ids = Annotated[
    list[str], typer.Argument(metavar="ID", help="Labels of the account last shown (Q1, J2), or ids.", show_default=False)
]
IdsIfAny = Annotated[
    list[str] | None,
    typer.Argument(metavar="ID", help="Labels of the account last shown (Q1, J2), or ids.", show_default=False),
]
IdsAndSlots = Annotated[
    list[str],
    typer.Argument(metavar="ID|SLOT=WORDS", help="Labels or ids, then what is correct, slot by slot.", show_default=False),
]


@app.callback(invoke_without_command=True)
def run(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Judge by an edited table of claims, .csv or .xlsx.")
    ] = None,
    why: Annotated[str, typer.Option(metavar="WORDS", help="The reason where a row of FILE gives none of its own.")] = "",
    who: Who = None,
    ledger: LedgerUrl = None,
    json: Json = False,
) -> None:
    """Accept, correct, reject, join or split what an account shows; alone, list every judgement and how it stands."""
    if context.invoked_subcommand:
        if file or why or who or ledger or json:
            raise typer.BadParameter(f"put options after the verb: waybill judge {context.invoked_subcommand} ...")
    elif file:
        _judge_from(file, why, who, ledger)
    elif why or who:
        raise typer.BadParameter("name what to judge: waybill judge accept ID, or --from FILE", param_hint="--why")
    else:
        _list(ledger, json)


@app.command("accept", epilog='Example: waybill judge accept Q1 J2 --why "read against the transcript"')
def run_accept(
    why: Why,
    ids: IdsIfAny = None,
    offer: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", help="Apply a judgement that is offered; ID says to which claim if there are several."),
    ] = None,
    who: Who = None,
    ledger: LedgerUrl = None,
) -> None:
    """Accept claims as they stand, or joins; or apply an earlier judgement that is offered for what is read now."""
    if slots := [g for g in ids or () if "=" in g]:
        raise typer.BadParameter(f"{slots[0]} corrects; write: waybill judge correct ID {slots[0]}", param_hint="ID")
    if offer is not None:
        from waybill.pipeline.offers import take_up

        _judge(lambda pen: take_up(pen, offer, ids or ()), why, who, ledger)
    elif ids:
        _judge(lambda pen: accept(pen, ids), why, who, ledger)
    else:
        raise typer.BadParameter("name what to accept: a claim (Q1), a join (J2), or --offer NUMBER", param_hint="ID")


@app.command("correct", epilog=EXAMPLE)
def run_correct(given: IdsAndSlots, why: Why, who: Who = None, ledger: LedgerUrl = None) -> None:
    """Put the right words in place of what was read, slot by slot; SLOT= alone empties a slot.

    Slots: supplier, recipient, item, quantity, window, stage, origin, via, destination, mode, vessel; source, stance, kind,
    basis; or a column of a table of claims (quantity_high, unit, measure, window_start ...).
    """
    ids, words = [g for g in given if "=" not in g], _words([g for g in given if "=" in g])
    if not ids or not words:
        raise typer.BadParameter("name a claim and what is correct: Q1 quantity=400", param_hint="ID SLOT=WORDS")
    from waybill.pipeline.correcting import correct

    _judge(lambda pen: correct(pen, ids, words), why, who, ledger)


@app.command("reject", epilog='Example: waybill judge reject Q3 --why "a headline, said by nobody"')
def run_reject(ids: Ids, why: Why, who: Who = None, ledger: LedgerUrl = None) -> None:
    """Take claims out of lines, deliveries and counts; they stay listed."""
    _judge(lambda pen: reject(pen, ids), why, who, ledger)


@app.command("join", epilog='Example: waybill judge join Q1 Q4 --why "the same ship on the same day"')
def run_join(ids: Ids, why: Why, who: Who = None, ledger: LedgerUrl = None) -> None:
    """Bind claims together: they speak of one delivery."""
    _judge(lambda pen: bind(pen, "join", ids), why, who, ledger)


@app.command("split", epilog='Example: waybill judge split J2 --why "nobody says that all of it left from there"')
def run_split(ids: Ids, why: Why, who: Who = None, ledger: LedgerUrl = None) -> None:
    """Keep claims apart, or undo a join of the machine: they do not speak of one delivery."""
    _judge(lambda pen: bind(pen, "split", ids), why, who, ledger)


@app.command("undo", epilog='Example: waybill judge undo 3 --why "I took the port for the cosmodrome"')
def run_undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of the judgement, as `waybill judge` lists it.")],
    why: Why,
    who: Who = None,
    ledger: LedgerUrl = None,
) -> None:
    """Take a judgement back; it stays on record, and an undo can be undone."""
    _judge(lambda pen: undo(pen, number), why, who, ledger)


def _words(given: Sequence[str]) -> dict[str, str]:
    """Words by slot. Slots are written as in JSON, in any case, with "-" or "_"."""
    words: dict[str, str] = {}
    for slot, _, said in (g.partition("=") for g in given):
        name = slot.strip().lower().replace("-", "_")
        if name in words:
            raise typer.BadParameter(f"{name} is given twice", param_hint="SLOT=WORDS")
        words[name] = said
    return words


def _settings(who: str | None, ledger_url: str | None) -> Settings:
    """The settings of a ledger that is there."""
    settings = settings_with(ledger_url)
    require(settings)
    return replace(settings, analyst=who) if who else settings


def _judge(decide: Callable[[Pen], Sequence[Judgement]], why: str, who: str | None, ledger_url: str | None) -> None:
    """Makes judgements, and tells what was understood."""
    settings = _settings(who, ledger_url)
    with progress() as tell, opened(settings, say) as ledger:
        made = decide(Pen(ledger, settings, why, tell))
        names = labels_judged(ledger, made)
    _tell(made, names)


def _list(ledger_url: str | None, json: bool) -> None:
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
        say(f"{settings.ledger} holds no judgements yet. {EXAMPLE}")


def _judge_from(file: Path, why: str, who: str | None, ledger_url: str | None) -> None:
    """Judges by a worksheet; exit 1 where some of it could not be taken."""
    from waybill.pipeline.worksheets import judge_from

    settings = _settings(who, ledger_url)
    with progress() as tell, opened(settings, say) as ledger:
        back = judge_from(file, why, settings, ledger, tell)
        names = labels_judged(ledger, back.made)
    _tell(back.made, names)
    for line in (*back.notes, *back.troubles):
        say(line)
    if not back.made and not back.troubles:
        say(f"{file}: nothing in it differs from what the ledger holds")
    if back.troubles:
        raise typer.Exit(1)


def _tell(made: Sequence[Judgement], names: Names) -> None:
    for judgement in made:
        for line in told(judgement, names):
            typer.echo(line)
        for line in unknowns(judgement):
            say(line)
