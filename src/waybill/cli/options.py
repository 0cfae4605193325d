"""The options that verbs share, and how the help of a verb ends."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from msgspec.structs import replace

from waybill.pipeline.assuming import unknown_assumptions
from waybill.settings import Settings


def day(words: str) -> date:
    """A day as options write it. Raises ValueError."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ValueError(f"'{words}' is no date; write it as 2023-10-14") from error


paths = click.argument(
    "paths",
    type=click.Path(path_type=Path),
    nargs=-1,
    required=True,
    metavar="PATH...",
    help="Reports, or folders of them: .txt .md .html .pdf .csv .tsv .xlsx",
)
paths_or_all = click.argument(
    "paths",
    type=click.Path(path_type=Path),
    nargs=-1,
    metavar="[PATH]...",
    help="Reports, or folders of them; without any, all that the ledger holds.",
)
published = click.option(
    "--published", type=day, metavar="DATE", help="Published date of reports whose documents.csv names none, as 2023-10-14."
)
ledger = click.option(
    "--ledger", metavar="FILE", help="Where evidence is kept; else waybill-ledger.sqlite here. A URL will do, too."
)
factors = click.option(
    "--factors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Table of factors between units, instead of those shipped for the same goods.",
)
consumption = click.option(
    "--consumption",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Table of daily use and production, instead of what is shipped for the same goods.",
)
sources = click.option(
    "--sources",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Table of how reliable originators are: name,reliability (A to F),why.",
)
without = click.option(
    "--without",
    multiple=True,
    metavar="NAME",
    help="Switch off the factor or rate of this name; may be given more than once.",
)
json = click.option("--json", is_flag=True, help="Print JSON instead of tables.")


def example(words: str) -> str:
    """The last line of a verb's help. It is never broken, so that it can be copied."""
    return f"\b\nExample: waybill {words}"


def settings_with(ledger_url: str | None) -> Settings:
    """The settings, with the ledger that the option names."""
    return Settings() if ledger_url is None else Settings(ledger=ledger_url)


def assuming(
    settings: Settings,
    factors: Path | None,
    without: Sequence[str],
    consumption: Path | None = None,
    sources: Path | None = None,
) -> Settings:
    """The settings with the tables that the options give, less what they switch off; misuse where nothing has such a name."""
    tables = {"factors": factors, "consumption": consumption, "sources": sources}
    given = {name: path or getattr(settings, name) for name, path in tables.items()}
    asked = replace(settings, **given, without=tuple(without))
    for name in unknown_assumptions(asked):
        raise click.BadParameter(f"no factor is named '{name}', and no rate", param_hint="--without")
    return asked
