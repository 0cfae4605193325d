"""The command line: one file per verb, the same words as the stages."""

import errno
import os
import sys

import typer

from waybill.cli import account, explain, extract, mentions, read, reconcile, trace
from waybill.errors import WaybillError

INTERRUPTED = 130
"""What typer exits with after Ctrl-C, as shells do."""

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
    """Runs one verb. Exit 0 done, 1 something failed, 2 misused, 130 interrupted; quiet where nobody reads on."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        _run()
    except WaybillError as error:
        sys.exit(f"waybill: {error}")
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _drop_output()
        sys.exit("waybill: output: no space left on the device; free some, or write elsewhere")


def _run() -> None:
    """The verb, with all of its output written when it ends."""
    try:
        app()
    except SystemExit as end:
        if end.code == INTERRUPTED:
            sys.stderr.write("waybill: interrupted\n")
        raise
    finally:
        sys.stdout.flush()


def _drop_output() -> None:
    """What is still to be written goes nowhere, or the interpreter would fail on it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
