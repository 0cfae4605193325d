"""waybill account: the main job."""

import json as jsonlib
from pathlib import Path
from typing import Annotated

import typer

from waybill.cli.accounting import account_of, finish, remember
from waybill.cli.options import Json, LedgerUrl, PathsOrAll, Published
from waybill.cli.terminal import page, print_json, say
from waybill.errors import WriteError
from waybill.model.account import Account
from waybill.publish.account_records import account_record
from waybill.publish.chapters import sheet
from waybill.publish.markdown import markdown
from waybill.publish.terminal import print_sheet

EXAMPLE = "Example: waybill account examples/najin --out out/najin"

Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Also write account.json and the footnoted account.md there."),
]
Force = Annotated[bool, typer.Option("--force", help="Let --out replace an account that differs.")]


def run(
    paths: PathsOrAll = None,
    published: Published = None,
    ledger: LedgerUrl = None,
    json: Json = False,
    out: Out = None,
    force: Force = False,
) -> None:
    """Say what reports tell of deliveries: by whom, to whom, what, when, which way, and on whose word."""
    if out:
        _make(out)
    account = account_of(paths or (), published, ledger)
    remember(account, ledger)
    if json:
        print_json(account_record(account))
    elif account.publications:
        print_sheet(sheet(account), page())
    if out:
        _write(account, out, force)
    finish(account)


def _make(folder: Path) -> None:
    """The folder is made before the work, so that a wrong one is not found out after it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{folder}: {error.strerror}; give another --out") from error


def _write(account: Account, folder: Path, force: bool) -> None:
    """Writes both files or neither; an account that differs is replaced only when asked."""
    written = {
        "account.json": jsonlib.dumps(account_record(account), ensure_ascii=False, indent=1) + "\n",
        "account.md": markdown(sheet(account), account),
    }
    contents = {folder / name: text.encode("utf-8", "backslashreplace") for name, text in written.items()}
    try:
        for path, content in contents.items():
            if path.exists() and path.read_bytes() != content and not force:
                raise WriteError(f"{path}: holds another account; give --force to replace it, or another --out")
        for path, content in contents.items():
            path.write_bytes(content)
            say(f"wrote {path}")
    except OSError as error:
        raise WriteError(f"{folder}: {error.strerror}; give another --out") from error
