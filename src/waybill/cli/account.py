"""waybill account: the main job."""

import json as jsonlib
from datetime import date
from pathlib import Path

import click

from waybill.cli import options
from waybill.cli.accounting import account_shown, settings_for
from waybill.cli.terminal import finish, page, print_json, progress, say
from waybill.errors import WriteError
from waybill.model.account import Account
from waybill.pipeline.checking import checked, graded_by
from waybill.publish.account_records import account_record
from waybill.publish.bounds_picture import bounds_picture
from waybill.publish.chapters import sheet
from waybill.publish.markdown import markdown
from waybill.publish.retold_picture import retold_picture
from waybill.publish.terminal import print_sheet


@click.command("account", epilog=options.example("account examples/najin --out out/najin"))
@options.paths_or_all
@options.published
@options.ledger
@options.factors
@options.consumption
@options.sources
@options.without
@options.json
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also write account.json, the footnoted account.md, and the pictures retold.svg and bounds.svg there.",
)
@click.option("--force", is_flag=True, help="Let --out replace an account that differs.")
def run(
    paths: tuple[Path, ...],
    published: date | None,
    ledger: str | None,
    factors: Path | None,
    consumption: Path | None,
    sources: Path | None,
    without: tuple[str, ...],
    json: bool,
    out: Path | None,
    force: bool,
) -> None:
    """Say what reports tell of deliveries, and on whose word.

    By whom, to whom, what, when and which way; how many stand behind it independently, and which figures cannot all be true.
    """
    if out:
        _make(out)
    settings = options.assuming(settings_for(paths, ledger), factors, without, consumption, sources)
    account = account_shown(paths, published, settings)
    with progress() as tell:
        account = graded_by(checked(account, settings, tell), settings)
    if json:
        print_json(account_record(account))
    elif account.publications:
        print_sheet(sheet(account), page())
    if out:
        _write(account, out, force)
    finish(account.failures)


def _make(folder: Path) -> None:
    """The folder is made before the work, so that a wrong one is not found out after it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{folder}: {error.strerror}; give another --out") from error


def _write(account: Account, folder: Path, force: bool) -> None:
    """Writes all files or none; an account that differs is replaced only when asked."""
    written = {
        "account.json": jsonlib.dumps(account_record(account), ensure_ascii=False, indent=1) + "\n",
        "account.md": markdown(sheet(account), account),
        "retold.svg": retold_picture(account),
        "bounds.svg": bounds_picture(account),
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
