"""waybill explain: from any id to the sentences behind it."""

from typing import Annotated

import typer

from waybill.cli.options import Json, LedgerUrl, PathsOrAll, Published, settings_with
from waybill.cli.terminal import page, print_json, say
from waybill.pipeline.explaining import explanation_of
from waybill.publish.explain import Explanation, explain
from waybill.publish.explanation import explanation_record, explanation_texts

EXAMPLE = "Example: waybill explain Q1"

Id = Annotated[str, typer.Argument(help="A label of the account (Q1, D6, J2), or an id in its JSON or the beginning of one.")]


def run(id: Id, paths: PathsOrAll = None, published: Published = None, ledger: LedgerUrl = None, json: Json = False) -> None:
    """Walk from an id to its sentences, each in its place in its document, with what was decided about them.

    Without paths the ledger answers: a label is then that of the account last shown.
    """
    if not paths:
        _show(explanation_of(id, settings_with(ledger), say), json)
        return
    from waybill.cli.accounting import account_of, finish  # noqa: PLC0415  the ledger answers without all that it brings

    account = account_of(paths, published, ledger)
    _show(explain(account, id), json)
    finish(account)


def _show(explanation: Explanation, json: bool) -> None:
    if json:
        print_json(explanation_record(explanation))
        return
    console = page()
    for text in explanation_texts(explanation):
        console.print(text)
