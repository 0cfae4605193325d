"""waybill export: what the ledger holds, in files that other programs open."""

import re
from importlib import import_module
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from waybill.cli.accounting import settings_for
from waybill.cli.options import LedgerUrl, PathsOrAll, Published, settings_with
from waybill.cli.terminal import finish, progress, say, tell_troubles
from waybill.cli.writing import check, write
from waybill.errors import LedgerError, WriteError
from waybill.pipeline.case import case_asked
from waybill.pipeline.evidence import opened, require
from waybill.pipeline.worksheets import export_claims

EXAMPLE = "Example: waybill export claims claims.xlsx examples/najin"

FORMATS = {".csv": "worksheet_csv", ".xlsx": "workbook"}
"""Which module of publish/ writes which suffix; each is imported when needed, for workbooks take a third of a second."""

SUMS = "SHA256SUMS"
OTHER_FOLDER = "give another DIR"

_SHA256 = re.compile("[0-9a-f]{64}")

app = typer.Typer(
    help="Write what the ledger holds to files: claims to edit in a spreadsheet, originals as evidence.",
    no_args_is_help=True,
    epilog=EXAMPLE,
)

Worksheet = Annotated[Path, typer.Argument(metavar="FILE", help="The spreadsheet to write, .xlsx or .csv.", show_default=False)]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write to; it is made.", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there and differs.")]


@app.command("claims", epilog=EXAMPLE)
def claims(
    file: Worksheet, paths: PathsOrAll = None, published: Published = None, ledger: LedgerUrl = None, force: Force = False
) -> None:
    """Write the table of claims with their ids, to be edited in a spreadsheet program and read back as judgements.

    The columns review and why, and every column that says something of the claim, may be edited; document, date, outlet, url,
    the words as they stand and the note only inform. Rows without an id are claims of your own. Then:
    waybill judge --from FILE --why WORDS
    """
    if file.suffix.lower() not in FORMATS:
        raise typer.BadParameter(f"{file.name}: is neither .xlsx nor .csv", param_hint="FILE")
    check(file)
    settings = settings_for(paths or (), ledger)
    with progress() as tell, opened(settings, say) as held:
        case = case_asked(paths or (), published, settings, held, tell)
        rows = export_claims(case, settings, held, tell)
        tell(f"writing {file}")
        data: bytes = import_module(f"waybill.publish.{FORMATS[file.suffix.lower()]}").data_of(rows)
    tell_troubles(case.reading)
    write(file, data, force)
    say(f"wrote {file}: {len(rows)} claims; edit it, then: waybill judge --from {quote(str(file))} --why WORDS")
    finish(case.reading)


@app.command("originals", epilog="Example: waybill export originals evidence")
def originals(folder: Folder, ledger: LedgerUrl = None, force: Force = False) -> None:
    """Write every original, untouched and named by its sha256, with a list that `sha256sum -c SHA256SUMS` proves them by."""
    settings = settings_with(ledger)
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
