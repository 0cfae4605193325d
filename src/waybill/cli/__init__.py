"""The command line: one file per verb, the same words as the stages."""

import errno
import gc
import os
import sys
from importlib import import_module

import click

from waybill import __version__
from waybill.cli import options
from waybill.errors import WaybillError

INTERRUPTED = 130
"""What a run exits with after Ctrl-C, as shells do."""

OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""Python's own 700 makes its collector a tenth of a run that makes nouns by the ten thousand, which hold no circles."""

VERBS = {
    "account": "Say what reports tell of deliveries, and on whose word.",
    "read": "Read reports and show what is known of each.",
    "mentions": "List times, quantities, places, parties, items and vessels.",
    "extract": "List the claims in reports: who says what, how firmly.",
    "trace": "Show originators, reprints, and how statements drifted.",
    "reconcile": "Show each line's deliveries, joins and bounds.",
    "explain": "Walk from an id to the sentences behind it.",
    "verify": "Prove that all evidence is as it was kept.",
    "judge": "Accept, correct, reject, join or split what an account shows.",
    "export": "Write what the ledger holds to files.",
    "diff": "Say what the latest documents did.",
    "triage": "Order a pile of reports before reading it.",
    "check": "Check a delivery: its way, the law, the lists, the stock.",
    "lists": "Load sanctions lists to screen against, and show them.",
}
"""As help lists them. Each has a module of its name, where it is the command `run`, whose help begins with this sentence."""


class LazyGroup(click.Group):
    """Imports the module of a verb only when that verb runs: most of a short run is imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all verbs."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The verb of this name; None where there is none."""
        if cmd_name not in VERBS:
            return None
        verb: click.Command = import_module(f"{__name__}.{cmd_name}").run
        return verb

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that the first word names, and the other words. Raises NoSuchCommand, which offers what is spelt like it."""
        if args[0] not in VERBS and not ctx.resilient_parsing:
            raise click.NoSuchCommand(args[0], possibilities=VERBS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Lists the verbs without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=LazyGroup, epilog=options.example("account examples/najin"))
@click.version_option(__version__, message="%(prog)s %(version)s", help="Print the version.")
def waybill() -> None:
    """From a folder of reports: who says that what was delivered, when, by which way, and on whose word."""


def main() -> None:
    """Runs one verb. Exit 0 done, 1 something failed, 2 misused, 130 interrupted; quiet where nobody reads on."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        _run()
    except click.ClickException as misuse:
        misuse.show()
        sys.exit(misuse.exit_code)
    except click.Abort:
        sys.stderr.write("waybill: interrupted\n")
        sys.exit(INTERRUPTED)
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
        waybill.main(prog_name="waybill", standalone_mode=False)
    finally:
        sys.stdout.flush()
        gc.freeze()  # as Python ends it looks for circles in all that is held: a tenth of a short run


def _drop_output() -> None:
    """What is still to be written goes nowhere, or the interpreter would fail on it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
