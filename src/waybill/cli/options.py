"""The options that verbs share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from waybill.settings import Settings


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise typer.BadParameter(f"'{words}' is no date; write it as 2023-10-14") from error


Paths = Annotated[list[Path], typer.Argument(help="Reports, or folders of them: .txt .md .html .pdf .csv", show_default=False)]
PathsOrAll = Annotated[
    list[Path] | None,
    typer.Argument(help="Reports, or folders of them; without any, all that the ledger holds.", show_default=False),
]
Published = Annotated[
    date | None,
    typer.Option(parser=_day, metavar="DATE", help="Published date of reports whose documents.csv names none, as 2023-10-14."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
LedgerUrl = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="FILE", help="Where evidence is kept: a file, or its URL. Else waybill-ledger.sqlite here."
    ),
]


def settings_with(ledger_url: str | None) -> Settings:
    """The settings, with the ledger that the option names."""
    return Settings() if ledger_url is None else Settings(ledger=ledger_url)
