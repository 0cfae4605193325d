"""What verbs say to the terminal: data to stdout, news and progress to stderr."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic

from rich.console import Console

from waybill.model.document import Failure, Reading
from waybill.pipeline.progress import Progress

WIDTH_WITHOUT_TERMINAL = 110

QUIET_S = 30
"""How long a log hears nothing of a long step: our convention."""

_LINE_ENDS = {end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
"""What Unicode calls line ends and JSON does not escape: they stand in strings only, so this changes no value."""


def page() -> Console:
    """The console for tables: as wide as the terminal, plain and of fixed width where there is none."""
    width = None if sys.stdout.isatty() else WIDTH_WITHOUT_TERMINAL
    return Console(width=width, highlight=False, soft_wrap=False)


def print_json(record: Mapping[str, object], indent: int | None = None) -> None:
    """One JSON object on stdout; on one line, whatever a reader takes for a line's end, unless `indent` is given."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    for end, escaped in _LINE_ENDS.items():
        text = text.replace(end, escaped)
    sys.stdout.write(text + "\n")


@contextmanager
def progress() -> Iterator[Progress]:
    """A line on stderr that tells what is being done; nothing where stderr is no terminal but the few lasting steps."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lasting_steps(console)
        return
    with console.status("starting") as status:
        yield lambda words: status.update(words[: console.width - 4])


def _lasting_steps(console: Console) -> Progress:
    """Without a terminal to repaint, each kind of step is told once, and every half minute what is being done."""
    told: set[str] = set()
    last = monotonic()

    def tell(words: str) -> None:
        nonlocal last
        step = words.split(maxsplit=1)[0]
        if step not in told or monotonic() - last > QUIET_S:
            told.add(step)
            last = monotonic()
            console.print(f"waybill: {words}", markup=False, highlight=False, soft_wrap=True)

    return tell


def say(words: str) -> None:
    """One line of news on stderr."""
    sys.stderr.write(f"waybill: {words}\n")


def tell_troubles(reading: Reading) -> None:
    """Notes and failures of a reading on stderr, a line each."""
    for note in reading.notes:
        say(f"note: {note}")
    for failure in reading.failures:
        say(f"{failure.path}: {failure.reason}")


def finish(failures: Sequence[Failure]) -> None:
    """Ends a verb: exit 1 where anything could not be read."""
    if failures:
        sys.exit(1)
