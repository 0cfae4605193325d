"""waybill export: what the ledger holds, in files that other programs open."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shlex import quote

import click

from waybill.cli import options
from waybill.cli.accounting import settings_for
from waybill.cli.terminal import finish, progress, say, tell_troubles
from waybill.cli.writing import check, write
from waybill.errors import LedgerError, WriteError
from waybill.model.worksheet import WorksheetRow
from waybill.pipeline.case import case_asked
from waybill.pipeline.evidence import opened, require
from waybill.pipeline.worksheets import export_claims
from waybill.publish import worksheet_csv

SUMS = "SHA256SUMS"
OTHER_FOLDER = "give another DIR"

_SHA256 = re.compile("[0-9a-f]{64}")

_force = click.option("--force", is_flag=True, help="Replace what is there and differs.")


def _workbook(rows: Sequence[WorksheetRow]) -> bytes:
    from waybill.publish import workbook  # noqa: PLC0415 - what writes workbooks takes a third of a second to import

    return workbook.data_of(rows)


FORMATS = {".csv": worksheet_csv.data_of, ".xlsx": _workbook}
"""What the rows are as a file with this suffix."""


@click.group("export", epilog=options.example("export claims claims.xlsx examples/najin"))
def run() -> None:
    """Write what the ledger holds to files.

    Claims to edit in a spreadsheet, originals as evidence.
    """


@run.command("claims", epilog=options.example("export claims claims.xlsx examples/najin"))
@click.argument("file", type=click.Path(path_type=Path), help="The spreadsheet to write, .xlsx or .csv.")
@options.paths_or_all
@options.published
@options.ledger
@_force
def claims(file: Path, paths: tuple[Path, ...], published: date | None, ledger: str | None, force: bool) -> None:
    """Write the table of claims, to be edited in a spreadsheet.

    Each row has the id of its claim, and what was edited is read back as judgements.

    The columns review and why, and every column that says something of the claim, may be edited; document, date, outlet, url,
    the words as they stand and the note only inform. Rows without an id are claims of your own. Then:

    waybill judge --from FILE --why WORDS
    """
    data_of = FORMATS.get(file.suffix.lower())
    if data_of is None:
        raise click.BadParameter(f"{file.name}: is neither .xlsx nor .csv", param_hint="FILE")
    check(file)
    settings = settings_for(paths, ledger)
    with progress() as tell, opened(settings, say) as held:
        case = case_asked(paths, published, settings, held, tell)
        rows = export_claims(case, settings, held, tell)
        tell(f"writing {file}")
        data = data_of(rows)
    tell_troubles(case.reading)
    write(file, data, force)
    say(f"wrote {file}: {len(rows)} claims; edit it, then: waybill judge --from {quote(str(file))} --why WORDS")
    finish(case.reading.failures)


@run.command("originals", epilog=options.example("export originals evidence"))
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", help="The folder to write to; it is made.")
@options.ledger
@_force
def originals(folder: Path, ledger: str | None, force: bool) -> None:
    """Write every original, untouched and named by its sha256.

    With a list that `sha256sum -c SHA256SUMS` proves them by.
    """
    settings = options.settings_with(ledger)
    require(settings)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{folder}: {error.strerror}; {OTHER_FOLDER}") from error
    digests = []
    with progress() as tell, opened(settings, say) as held:
        for digest, data in held.originals():
            if not _SHA256.fullmatch(digest):
                raise LedgerError(f"{held.name}: an original has no sha256 for a name; run `waybill verify`")
            tell(f"writing {digest}")
            write(folder / digest, data, force, OTHER_FOLDER)
            digests.append(digest)
    _list(folder, digests, force)
    say(f"wrote {folder}: {len(digests)} originals; prove them: cd {quote(str(folder))} && sha256sum -c {SUMS}")


def _list(folder: Path, digests: list[str], force: bool) -> None:
    """The list of what was written, in the format of GNU coreutils; a shorter one of the same originals grows."""
    lines = [f"{digest}  {digest}" for digest in digests]
    sums = folder / SUMS
    try:
        grows = sums.exists() and set(sums.read_text("utf8", "replace").splitlines()) <= set(lines)
    except OSError as error:
        raise WriteError(f"{sums}: {error.strerror}; {OTHER_FOLDER}") from error
    write(sums, "".join(f"{line}\n" for line in lines).encode(), force or grows, OTHER_FOLDER)
