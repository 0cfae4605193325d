"""The table of claims as an analyst saved it, CSV or a workbook, to rows of words; what her program rewrote is undone."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from waybill.errors import ReadError
from waybill.model.worksheet import COLUMNS, Worksheet, WorksheetRow
from waybill.read.comma_separated import Field, delimiter_of, records
from waybill.read.decoding import decode
from waybill.read.spreadsheet_days import iso_days
from waybill.read.tables import LISTED

SIGNS = frozenset({"id", "review", "judged", "quote"})
"""The columns by which a table is known to be a worksheet and no report."""

HEADER_BYTES = 5_000
"""Enough for the heading of a worksheet: our convention, ten times its own."""

Table = Sequence[tuple[int, Sequence[str]]]
"""Records of words with the line, from 1, on which each stands; those without any words are left out."""

_GUARD = re.compile(r"'(?='*[=+\-@＝＋－＠])")


def rows_of(data: bytes, suffix: str) -> Worksheet:
    """The rows of a .csv or .xlsx file; columns may stand in any order, and such as no worksheet has are left out and told.

    Raises ReadError where it cannot be read, or has no column `id`.
    """
    if suffix.lower() not in (".csv", ".xlsx"):
        raise ReadError(f"{suffix or 'without a suffix'}: not a worksheet; save it as .xlsx or .csv")
    table, note = _table(data) if suffix.lower() == ".csv" else (_workbook(data), None)
    if not table:
        raise ReadError("empty; export the claims again")
    header = [_column(words) for words in table[0][1]]
    if "id" not in header:
        raise ReadError("no column 'id', which ties rows to claims; edit a file that `waybill export claims` wrote")
    others = [words for words, column in zip(table[0][1], header, strict=True) if words and column not in COLUMNS]
    notes = [note] if note else []
    if others:
        notes.append(f"columns not read, as a worksheet has none of that name: {', '.join(others[:LISTED])}")
    return Worksheet(_with_days([_row(header, record) for record in table[1:]]), tuple(notes))


def is_worksheet(data: bytes, suffix: str) -> bool:
    """True where a .csv or .xlsx file begins as `waybill export claims` begins it."""
    try:
        table = _workbook(data) if suffix == ".xlsx" else _table(data[:HEADER_BYTES])[0]
    except ReadError:
        return False
    return bool(table) and set(map(_column, table[0][1])) >= SIGNS


def _workbook(data: bytes) -> Table:
    """Its module is imported when first needed: what it stands on takes a third of a second."""
    from waybill.read.workbook import table_of  # noqa: PLC0415 - see above

    return table_of(data)


def _table(data: bytes) -> tuple[Table, str | None]:
    text, note = decode(data)
    start = 1 if text.startswith("\ufeff") else 0
    first = next((line for line in text.splitlines() if line.strip("\ufeff ")), "")
    return list(_lined(text, records(text, delimiter_of(first), start))), note


def _lined(text: str, found: Iterable[tuple[Field, ...]]) -> Iterator[tuple[int, Sequence[str]]]:
    line, at = 1, 0
    for record in found:
        start = next(field.span.start for field in record if field.span)
        line, at = line + text.count("\n", at, start), start
        yield line, [field.text for field in record]


def _column(words: str) -> str:
    """A heading in the spelling of COLUMNS: "Quantity low" is quantity_low."""
    return "_".join(words.lower().replace("-", " ").split())


def _row(header: Sequence[str], record: tuple[int, Sequence[str]]) -> WorksheetRow:
    """Each column of the table with its words; a column that stands twice counts where it first does."""
    line, fields = record
    cells = dict.fromkeys((column for column in header if column in COLUMNS), "")
    for column, words in reversed(list(zip(header, fields, strict=False))):
        if column in cells:
            cells[column] = (
                _GUARD.sub("", " ".join(words.split()), count=1) if words.startswith("'") else " ".join(words.split())
            )
    return WorksheetRow(cells, line)


def _with_days(rows: Sequence[WorksheetRow]) -> tuple[WorksheetRow, ...]:
    days = iso_days(row.cells for row in rows)
    return tuple(replace(row, cells={**row.cells, **said}) for row, said in zip(rows, days, strict=True))
