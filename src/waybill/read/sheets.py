"""Tables of claims in a workbook of Excel: the sheet is written out as comma-separated text, and read as a table."""

import csv
import io
from collections.abc import Iterable, Sequence

from waybill.read.body import Body, printable
from waybill.read.tables import body_of_text
from waybill.read.workbook import table_of


def body_of(data: bytes) -> Body:
    """The sheet of claims, or the first, as comma-separated text with each row on the line of its number; and its rows.

    Raises ReadError where it is no workbook, no column is known, or no row follows the header.
    """
    return body_of_text(printable(_written(table_of(data))), ",")


def _written(table: Iterable[tuple[int, Sequence[str]]]) -> str:
    """One line a row, those without words empty; within a cell, a line's end is a space."""
    written = io.StringIO()
    writer, line = csv.writer(written, lineterminator="\n"), 1
    for number, words in table:
        written.write("\n" * (number - line))
        writer.writerow([" ".join(cell.split()) for cell in words])
        line = number + 1
    return written.getvalue()
