"""A worksheet as an Excel workbook; the only module that writes one."""

import io
import re
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from waybill.model.worksheet import COLUMNS, REVIEWED, SAID, WorksheetRow
from waybill.publish.worksheet_csv import guarded

WIDTHS = {"quote": 70, "why": 30, "note": 30, "document": 24, "hedge_words": 24, "url": 24, "asserter": 22, "item": 22}
"""In characters; other columns are as wide as their heading asks for, and 14 at least: our convention."""

REVIEWS = ("machine-read", "accepted", "corrected", "rejected")

GUIDE = (
    ("To correct a claim", f"edit its cell: {', '.join(SAID)}. An emptied cell says that the claim says nothing of it."),
    ("To accept or reject a claim", "choose accepted or rejected in its column review. A corrected row need not be accepted."),
    ("To say why", "write it in why; a row without reasons has those of --why."),
    ("To add a claim of your own", "fill in a new row and leave id empty; write its document as in other rows, or nothing."),
    (
        "What only informs",
        "the grey columns: an edit there is told of and not kept. id, document, line, quote tie a row to its words.",
    ),
    ("What may be left out", "rows and columns that you delete change nothing. Rows may be sorted, whole."),
    ("To read it back", "waybill judge --from FILE --why WORDS"),
)

EDITABLE, INFORMING = PatternFill("solid", fgColor="FFDDEBF7"), PatternFill("solid", fgColor="FFE7E6E6")
TEXT = "@"
"""Excel's format of cells that hold words: what is typed there stays as it is typed."""

_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def data_of(rows: Sequence[WorksheetRow]) -> bytes:
    """The rows on a sheet, and a guide on another: all cells are words, none a formula. The same rows give the same bytes."""
    book = Workbook()
    sheet = book.active
    sheet.title = "claims"
    _fill(sheet, rows)
    _dress(sheet, len(rows))
    guide = book.create_sheet("how to edit")
    for line in GUIDE:
        guide.append(line)
    guide.column_dimensions["A"].width, guide.column_dimensions["B"].width = 30, 150
    file = io.BytesIO()
    book.save(file)
    return _timeless(file.getvalue())


def _fill(sheet: Sheet, rows: Sequence[WorksheetRow]) -> None:
    for at, column in enumerate(COLUMNS, start=1):
        heading = _write(sheet, 1, at, column)
        heading.font = Font(bold=True)
        heading.fill = EDITABLE if column in (*REVIEWED, *SAID) else INFORMING
    top, wrapped = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
    for line, row in enumerate(rows, start=2):
        for at, column in enumerate(COLUMNS, start=1):
            if words := row.words(column):
                cell = _write(sheet, line, at, words)
                cell.alignment = wrapped if column in ("quote", "why", "note") else top


def _write(sheet: Sheet, line: int, at: int, words: str) -> Cell:
    """A cell of words, whatever they look like; those that look guarded, as in CSV, are guarded to be read as they are."""
    cell = sheet.cell(line, at, guarded(words) if words.startswith("'") else words)
    cell.data_type, cell.number_format = "s", TEXT
    return cell


def _dress(sheet: Sheet, rows: int) -> None:
    """The heading stays in sight, columns have their widths, and a review is chosen from a list."""
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{rows + 1}"
    for at, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(column, max(14, len(column) + 4))
    sheet.column_dimensions[get_column_letter(len(COLUMNS))].hidden = True
    choice = DataValidation(type="list", formula1=f'"{",".join(REVIEWS)}"', allow_blank=True)
    letter = get_column_letter(COLUMNS.index("review") + 1)
    choice.add(f"{letter}2:{letter}{rows + 1000}")
    sheet.add_data_validation(choice)


def _timeless(data: bytes) -> bytes:
    """The workbook without the time at which it was made."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as made, ZipFile(file, "w", ZIP_DEFLATED) as kept:
        for entry in made.infolist():
            part = made.read(entry)
            if entry.filename == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", part)
            kept.writestr(ZipInfo(entry.filename), part, ZIP_DEFLATED)
    return file.getvalue()
