"""Tables of a user's own, with the columns of one that is shipped: their rows with their lines, to be checked one by one."""

import csv
from collections.abc import Collection, Sequence
from typing import NamedTuple


class OwnRow(NamedTuple):
    """A row by column, every cell stripped, and the line of the file on which it stands."""

    line: int
    cells: dict[str, str]


def own_rows(text: str, columns: Sequence[str], needed: Collection[str]) -> tuple[tuple[OwnRow, ...], str | None]:
    """The rows of a table, lines that begin with "#" left out; or none, and in words which columns it lacks."""
    lines = [(n, line) for n, line in enumerate(text.splitlines(), start=1) if line.strip() and not line.startswith("#")]
    reader = csv.DictReader(line for _, line in lines)
    missing = [column for column in needed if column not in (reader.fieldnames or ())]
    if missing:
        return (), f"line 1: no column {', '.join(missing)}; the columns are {','.join(columns)}"
    rows = []
    for row in reader:
        cells = {column: (row.get(column) or "").strip() for column in columns}
        rows.append(OwnRow(lines[reader.line_num - 1][0], cells))
    return tuple(rows), None


def number_in(words: str) -> float:
    """A number, or 0 for words that are none."""
    try:
        return float(words)
    except ValueError:
        return 0.0
