"""The table of claims as an analyst edits it in a spreadsheet: one claim a row, words by column."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from msgspec import Struct

REVIEWED = ("review", "why")
"""Where she says what she decides about the row, and why."""

SAID = (
    *("asserter", "supplier", "recipient", "stance", "kind", "measure", "quantity_low", "quantity_high", "unit", "item"),
    *("window_start", "window_end", "origin", "destination", "mode", "basis", "via", "stage", "vessel"),
)
"""What she may correct: each of them something that the claim says."""

PLACED = ("document", "line", "quote")
"""What ties a row to its words: a row in which one of them was edited is not read."""

PUBLISHED = ("date_published", "outlet", "url")
"""What a table of claims says of where a row was published; of a report documents.csv says it."""

INFORMS = (*PUBLISHED, "window_as_stated", "hedge_words", "origin_claim", "note")
"""What only informs her: an edit there is told of and not kept."""

COLUMNS = (
    *("id", "review", "why", "judged", *PLACED, *PUBLISHED, *SAID[: SAID.index("origin")], "window_as_stated"),
    *("origin", "destination", "mode", "hedge_words", "basis", "origin_claim", "note", "via", "stage", "vessel"),
    "as_exported",
)
"""All columns, in the order of a table of claims. `id` is the claim's, empty in a row that she adds; `judged` the number of the
latest judgement on it; `as_exported` the fingerprint of the row as it was written."""

FINGERPRINTED = tuple(column for column in COLUMNS if column not in ("why", "as_exported"))

DAYS = ("date_published", "window_start", "window_end")
"""The columns that hold ISO days, months or years."""

NUMBERS = ("judged", "line", "quantity_low", "quantity_high")
"""The columns that hold numbers."""


class WorksheetRow(Struct, frozen=True):
    """One row: the words of each column that its table has, "" where a cell is empty.

    `line` is where it stands in its file, counted from 1; 0 where it stands in none.
    """

    cells: Mapping[str, str]
    line: int = 0

    def words(self, column: str) -> str:
        """The words in that column; "" where the cell is empty or the table has no such column."""
        return self.cells.get(column, "")

    @property
    def fingerprint(self) -> str:
        """Tells a row that was edited from one that was not: 12 hex digits of a sha256 over all cells but the reasons.

        The letter before them keeps spreadsheet programs from taking it for a number.
        """
        held = [self.words(column) for column in FINGERPRINTED]
        return f"w{sha256(json.dumps(held).encode()).hexdigest()[:12]}"


class Worksheet(Struct, frozen=True):
    """The rows of a file in its order, and what the user should know about how it was read."""

    rows: Sequence[WorksheetRow]
    notes: tuple[str, ...] = ()
