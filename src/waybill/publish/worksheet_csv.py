"""A worksheet as CSV that Excel opens."""

import csv
import io
import re
from collections.abc import Sequence

from waybill.model.worksheet import COLUMNS, WorksheetRow

_RUNS = re.compile(r"'*[=+\-@＝＋－＠]")
"""Words that a spreadsheet program takes for a formula, and those that would be read as guarded ones."""


def data_of(rows: Sequence[WorksheetRow]) -> bytes:
    """The rows as CSV that Excel opens: UTF-8 with its mark. Words that would run as a formula begin with an apostrophe."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([guarded(row.words(column)) for column in COLUMNS] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def guarded(words: str) -> str:
    """Words that no spreadsheet program runs as a formula."""
    return f"'{words}" if _RUNS.match(words) else words
