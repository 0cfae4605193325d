"""waybill explain: from any id to the sentences behind it."""

from typing import Annotated

import typer
from rich.text import Text

from waybill.cli.accounting import account_of, finish
from waybill.cli.options import LedgerUrl, PathsOrAll, Published
from waybill.cli.terminal import page
from waybill.publish.explain import Place, explain
from waybill.publish.wording import by, form, where

EXAMPLE = "Example: waybill explain Q1 examples/najin"

Id = Annotated[str, typer.Argument(help="A label of the account (Q1, D6, J2), or an id in its JSON or the beginning of one.")]


def run(id: Id, paths: PathsOrAll = None, published: Published = None, ledger: LedgerUrl = None) -> None:
    """Walk from an id to its sentences, each in its place in its document."""
    account = account_of(paths or (), published, ledger)
    words, places = explain(account, id)
    console = page()
    console.print(Text(words, style="bold"))
    for place in places:
        console.print(_shown(place))
    finish(account)


def _shown(place: Place) -> Text:
    """The paragraph with the claim's content marked, under a line that says who, how and where."""
    claim, publication = place.claim, place.publication
    place_words = where(claim, publication, publication.path)
    told = f"\n{claim.id}  {by(claim)}, {form(claim)}, {claim.stance}, {claim.kind}  {place_words}\n"
    marked = Text(place.paragraph.text_of(publication.document.text))
    for part in claim.content:
        marked.stylize("bold underline", part.start - place.paragraph.start, part.end - place.paragraph.start)
    return Text.assemble((told, "dim"), marked)
