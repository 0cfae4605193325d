"""The command line: one file per verb, the same words as the stages."""

import sys

import typer

from waybill.cli import account, explain, extract, mentions, read, reconcile, trace
from waybill.errors import WaybillError

app = typer.Typer(
    help="From a folder of reports: who says that what was delivered, when, by which way, and on whose word.",
    epilog="Example: waybill account examples/najin",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for name, verb in {
    "account": account,
    "read": read,
    "mentions": mentions,
    "extract": extract,
    "trace": trace,
    "reconcile": reconcile,
    "explain": explain,
}.items():
    app.command(name, epilog=verb.EXAMPLE)(verb.run)


def main() -> None:
    """Runs one verb. Exit 0 done, 1 something failed, 2 misused."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except WaybillError as error:
        sys.exit(f"waybill: {error}")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
