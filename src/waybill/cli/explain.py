"""waybill explain: from any id to the sentences behind it."""

from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.terminal import finish, page, print_json, say
from waybill.pipeline.explaining import explanation_of
from waybill.publish.explain import Explanation, explain
from waybill.publish.explanation import explanation_record, explanation_texts


@click.command("explain", epilog=options.example("explain Q1"))
@click.argument("id", help="A label of the account (Q1, D6, J2), or an id in its JSON or the beginning of one.")
@options.paths_or_all
@options.published
@options.ledger
@options.json
def run(id: str, paths: tuple[Path, ...], published: date | None, ledger: str | None, json: bool) -> None:
    """Walk from an id to the sentences behind it.

    Each stands in its place in its document, with what was decided about it.
    Without paths the ledger answers: a label is then that of the account last shown.
    """
    if not paths:
        _show(explanation_of(id, options.settings_with(ledger), say), json)
        return
    from waybill.cli.accounting import account_of  # noqa: PLC0415  the ledger answers without all that it brings

    account = account_of(paths, published, ledger)
    _show(explain(account, id), json)
    finish(account.failures)


def _show(explanation: Explanation, json: bool) -> None:
    if json:
        print_json(explanation_record(explanation))
        return
    console = page()
    for text in explanation_texts(explanation):
        console.print(text)
