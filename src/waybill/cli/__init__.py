"""The command line: one file per verb, the same words as the stages."""

import errno
import gc
import os
import sys
from importlib import import_module
from typing import Annotated, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from waybill import __version__
from waybill.errors import WaybillError

INTERRUPTED = 130
"""What typer exits with after Ctrl-C, as shells do."""

OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""Python's own 700 makes its collector a tenth of a run that makes nouns by the ten thousand, which hold no circles."""

VERBS = (
    "account",
    "read",
    "mentions",
    "extract",
    "trace",
    "reconcile",
    "explain",
    "verify",
    "judge",
    "export",
    "diff",
    "triage",
)
"""As help lists them; each has a module of its name, with `EXAMPLE` and `run`, or with `app` where it has verbs of its own."""


class LazyGroup(TyperGroup):
    """Imports the module of a verb when that verb runs, or is listed with its help: most of a short run is imports."""

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ARG002
        """The verb of this name; None where there is none."""
        return _command(cmd_name) if cmd_name in self.commands else None


def _command(verb: str) -> TyperCommand | TyperGroup:
    module = import_module(f"{__name__}.{verb}")
    one = typer.Typer()
    if hasattr(module, "app"):
        one.add_typer(module.app, name=verb)
    else:
        one.command(verb, epilog=module.EXAMPLE)(module.run)
    return cast(TyperCommand | TyperGroup, get_group(one).commands[verb])


def _name_only() -> None:
    """Stands for a verb, so that it is listed, and offered where it is misspelt, before its module is imported."""


app = typer.Typer(
    cls=LazyGroup,
    help="From a folder of reports: who says that what was delivered, when, by which way, and on whose word.",
    epilog="Example: waybill account examples/najin",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"waybill {__version__}")
        raise typer.Exit


@app.callback()
def _first(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """What may stand before a verb."""


for verb in VERBS:
    app.command(verb)(_name_only)


def main() -> None:
    """Runs one verb. Exit 0 done, 1 something failed, 2 misused, 130 interrupted; quiet where nobody reads on."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
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
