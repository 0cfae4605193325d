"""waybill judge: what an analyst decides, kept beside what the machine reads."""

# ruff: noqa: PLC0415 - most judgements need nothing but the ledger; what reads words or fits them all is imported where it does
from collections.abc import Sequence
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.judging import judge, judge_from, list_judgements
from waybill.pipeline.judging import accept, bind, reject, undo

EXAMPLE = 'judge correct Q1 quantity="up to 400 containers" --why "the wire says 400"'


def _reason(words: str) -> str:
    if not words.strip():
        raise ValueError("is empty; say in a few words why")
    return words


def _name(words: str) -> str:
    if not words.strip():
        raise ValueError("is empty; say who judges, or leave it out")
    return words.strip()


_why = click.option("--why", type=_reason, required=True, metavar="WORDS", help="The reason, kept with the judgement.")
_who = click.option(
    "--who",
    type=_name,
    metavar="NAME",
    help="Who judges. Else WAYBILL_ANALYST, else the name of your account on this machine.",
)
_ids = click.argument(
    "ids", nargs=-1, required=True, metavar="ID...", help="Labels of the account last shown (Q1, J2), or ids."
)


@click.group("judge", invoke_without_command=True, epilog=options.example(EXAMPLE))
@click.option(
    "--from", "file", type=click.Path(path_type=Path), metavar="FILE", help="Judge by an edited table of claims, .csv or .xlsx."
)
@click.option("--why", default="", metavar="WORDS", help="The reason where a row of FILE gives none of its own.")
@_who
@options.ledger
@options.json
@click.pass_context
def run(context: click.Context, file: Path | None, why: str, who: str | None, ledger: str | None, json: bool) -> None:
    """Accept, correct, reject, join or split what an account shows.

    Alone, list every judgement and how it stands.
    """
    if context.invoked_subcommand:
        if file or why or who or ledger or json:
            raise click.UsageError(f"put options after the verb: waybill judge {context.invoked_subcommand} ...")
    elif file:
        judge_from(file, why, who, ledger)
    elif why or who:
        raise click.BadParameter("name what to judge: waybill judge accept ID, or --from FILE", param_hint="--why")
    else:
        list_judgements(ledger, json, f"waybill {EXAMPLE}")


@run.command("accept", epilog=options.example('judge accept Q1 J2 --why "read against the transcript"'))
@click.argument("ids", nargs=-1, metavar="[ID]...", help="Labels of the account last shown (Q1, J2), or ids.")
@click.option(
    "--offer",
    type=int,
    metavar="NUMBER",
    help="Apply a judgement that is offered; ID says to which claim if there are several.",
)
@_why
@_who
@options.ledger
def run_accept(ids: tuple[str, ...], offer: int | None, why: str, who: str | None, ledger: str | None) -> None:
    """Accept claims as they stand, or joins.

    Or apply an earlier judgement that is offered for what is read now.
    """
    if slots := [g for g in ids if "=" in g]:
        raise click.BadParameter(f"{slots[0]} corrects; write: waybill judge correct ID {slots[0]}", param_hint="ID")
    if offer is not None:
        from waybill.pipeline.offers import take_up

        judge(lambda pen: take_up(pen, offer, ids), why, who, ledger)
    elif ids:
        judge(lambda pen: accept(pen, ids), why, who, ledger)
    else:
        raise click.BadParameter("name what to accept: a claim (Q1), a join (J2), or --offer NUMBER", param_hint="ID")


@run.command("correct", epilog=options.example(EXAMPLE))
@click.argument(
    "given", nargs=-1, required=True, metavar="ID... SLOT=WORDS...", help="Labels or ids, then what is correct, slot by slot."
)
@_why
@_who
@options.ledger
def run_correct(given: tuple[str, ...], why: str, who: str | None, ledger: str | None) -> None:
    """Put the right words in place of what was read, slot by slot.

    SLOT= alone empties a slot.

    Slots: supplier, recipient, item, quantity, window, stage, origin, via, destination, mode, vessel; source, stance, kind,
    basis; or a column of a table of claims (quantity_high, unit, measure, window_start ...).
    """
    ids, words = [g for g in given if "=" not in g], _words([g for g in given if "=" in g])
    if not ids or not words:
        raise click.BadParameter("name a claim and what is correct: Q1 quantity=400", param_hint="ID SLOT=WORDS")
    from waybill.pipeline.correcting import correct

    judge(lambda pen: correct(pen, ids, words), why, who, ledger)


@run.command("reject", epilog=options.example('judge reject Q3 --why "a headline, said by nobody"'))
@_ids
@_why
@_who
@options.ledger
def run_reject(ids: tuple[str, ...], why: str, who: str | None, ledger: str | None) -> None:
    """Take claims out of lines, deliveries and counts. They stay listed."""
    judge(lambda pen: reject(pen, ids), why, who, ledger)


@run.command("join", epilog=options.example('judge join Q1 Q4 --why "the same ship on the same day"'))
@_ids
@_why
@_who
@options.ledger
def run_join(ids: tuple[str, ...], why: str, who: str | None, ledger: str | None) -> None:
    """Bind claims together: they speak of one delivery."""
    judge(lambda pen: bind(pen, "join", ids), why, who, ledger)


@run.command("split", epilog=options.example('judge split J2 --why "nobody says that all of it left from there"'))
@_ids
@_why
@_who
@options.ledger
def run_split(ids: tuple[str, ...], why: str, who: str | None, ledger: str | None) -> None:
    """Keep claims apart, or undo a join of the machine. They do not speak of one delivery."""
    judge(lambda pen: bind(pen, "split", ids), why, who, ledger)


@run.command("undo", epilog=options.example('judge undo 3 --why "I took the port for the cosmodrome"'))
@click.argument("number", type=int, help="The number of the judgement, as `waybill judge` lists it.")
@_why
@_who
@options.ledger
def run_undo(number: int, why: str, who: str | None, ledger: str | None) -> None:
    """Take a judgement back. It stays on record, and an undo can be undone."""
    judge(lambda pen: undo(pen, number), why, who, ledger)


def _words(given: Sequence[str]) -> dict[str, str]:
    """Words by slot. Slots are written as in JSON, in any case, with "-" or "_"."""
    words: dict[str, str] = {}
    for slot, _, said in (g.partition("=") for g in given):
        name = slot.strip().lower().replace("-", "_")
        if name in words:
            raise click.BadParameter(f"{name} is given twice", param_hint="SLOT=WORDS")
        words[name] = said
    return words
