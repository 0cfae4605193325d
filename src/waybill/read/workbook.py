"""A workbook of Excel to records of words; the only module that reads one."""

import io
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile
from zlib import error as DeflateError  # noqa: N812 - its own name says nothing

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from waybill.errors import ReadError

SHEET = "claims"

_BROKEN = (BadZipFile, DeflateError, ParseError, InvalidFileException)
_ODD = (KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError, OSError)
"""What openpyxl meets in parts of a workbook that are not as they should be."""


def table_of(data: bytes) -> list[tuple[int, Sequence[str]]]:
    """The records of the sheet of claims, or of the first, each with its row's number; rows without any words are left out.

    Numbers come without ".0", days as ISO days, months as ISO months; of a formula what the program last computed. Raises
    ReadError where it is no workbook.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(_records(data))
    except (*_BROKEN, *_ODD) as error:
        raise ReadError("not an Excel workbook, or damaged, or protected by a password; save it as .xlsx or .csv") from error


def _records(data: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
    sheet.reset_dimensions()
    for line, row in enumerate(sheet.iter_rows(), start=1):
        words = [_words(cell.value, str(getattr(cell, "number_format", ""))) for cell in row]
        if any(words):
            yield line, words


def _words(value: object, shown_as: str) -> str:
    """A cell's value in words; a day that is shown as its month is that month."""
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date():
            day = value.date() if isinstance(value, datetime) else value
            return day.isoformat() if "d" in shown_as.lower() else day.isoformat()[:7]
        case _:
            return str(value).strip()
