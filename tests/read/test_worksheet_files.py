"""Worksheets as spreadsheet programs save them."""

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from waybill.errors import ReadError
from waybill.model.worksheet import COLUMNS
from waybill.read.tables import COLUMNS as TABLE
from waybill.read.worksheet import is_worksheet, rows_of


def cells(text: str, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    return [dict(row.cells) for row in rows_of(text.encode(encoding), ".csv").rows]


def workbook(*rows: list[object], title: str = "claims") -> bytes:
    book, file = Workbook(), io.BytesIO()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def test_a_worksheet_has_the_columns_of_a_table_of_claims_in_their_order() -> None:
    assert [column for column in COLUMNS if column in TABLE] == list(TABLE)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16", "cp1252"])
def test_any_separator_and_encoding_of_a_spreadsheet_program_is_read(mark: str, encoding: str) -> None:
    text = mark.join(["id", "Supplier", "quantity-low"]) + "\r\n" + mark.join(["0a1b", "Société", '"1,5;0"']) + "\r\n"
    assert cells(text, encoding) == [{"id": "0a1b", "supplier": "Société", "quantity_low": "1,5;0"}]


def test_rows_know_their_lines_and_columns_that_are_not_filled() -> None:
    sheet = rows_of(b"id,note,supplier\n\n1a,,Iran\n\n2b,x\n", ".csv")
    assert [(r.line, r.cells) for r in sheet.rows] == [
        (3, {"id": "1a", "note": "", "supplier": "Iran"}),
        (5, {"id": "2b", "note": "x", "supplier": ""}),
    ]


def test_columns_of_her_own_are_told_and_not_read() -> None:
    sheet = rows_of(b"id,rank,supplier\n1a,7,Iran\n", ".csv")
    assert sheet.notes == ("columns not read, as a worksheet has none of that name: rank",)
    assert "rank" not in sheet.rows[0].cells


def test_the_apostrophe_before_a_formula_goes_and_any_other_stays() -> None:
    (row,) = cells("id,note,supplier,item\n1a,'=1+1,'s-Hertogenbosch,''-x\n")
    assert (row["note"], row["supplier"], row["item"]) == ("=1+1", "'s-Hertogenbosch", "'-x")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (("9/7/2023", "10/14/2023"), ("2023-09-07", "2023-10-14")),
        (("07/09/2023", "14/10/2023"), ("2023-09-07", "2023-10-14")),
        (("7.9.2023", "1.10.2023"), ("2023-09-07", "2023-10-01")),
        (("Sep-23", "14 October 2023"), ("2023-09", "2023-10-14")),
        (("2023-09", "2023"), ("2023-09", "2023")),
        (("9/7/2023", "10/1/2023"), ("9/7/2023", "10/1/2023")),
        (("13/7/2023", "10/14/2023"), ("2023-07-13", "2023-10-14")),
    ],
)
def test_days_become_iso_days_where_the_table_tells_which_number_is_the_day(
    written: tuple[str, str], read: tuple[str, str]
) -> None:
    (row,) = cells(f"id,window_start,window_end\n1a,{written[0]},{written[1]}\n")
    assert (row["window_start"], row["window_end"]) == read


def test_a_workbook_gives_words_numbers_without_fractions_and_iso_days() -> None:
    data = workbook(
        ["id", "quantity_low", "window_start", "window_end", "note", "line"],
        ["0a1b", 1000.0, datetime(2023, 9, 7), date(2023, 10, 1), None, 3],
        [None, None, None],
        ["=1+1", 0.5, "2023-09", "", "'=x", 4],
    )
    found = rows_of(data, ".XLSX").rows
    assert [r.line for r in found] == [2, 4]
    assert dict(found[0].cells) == {
        **{"id": "0a1b", "quantity_low": "1000", "window_start": "2023-09-07", "window_end": "2023-10-01"},
        **{"note": "", "line": "3"},
    }
    assert (found[1].words("quantity_low"), found[1].words("note")) == ("0.5", "=x")


def test_a_day_shown_as_its_month_is_that_month() -> None:
    book, file = Workbook(), io.BytesIO()
    book.active.append(["id", "window_start"])
    book.active.append(["0a1b", date(2023, 9, 1)])
    book.active["B2"].number_format = "mmm-yy"
    book.save(file)
    assert rows_of(file.getvalue(), ".xlsx").rows[0].words("window_start") == "2023-09"


@pytest.mark.parametrize(
    ("data", "suffix", "why"),
    [
        (b"supplier,note\nIran,x\n", ".csv", "no column 'id'"),
        (b"", ".csv", "empty"),
        (b"\x00\x01\x02", ".csv", "binary"),
        (b"PK\x03\x04 not a workbook", ".xlsx", "not an Excel workbook"),
        (b"id,note\n", ".ods", "not a worksheet"),
        (workbook(["note"], ["x"]), ".xlsx", "no column 'id'"),
    ],
)
def test_what_is_no_worksheet_is_told_in_one_line(data: bytes, suffix: str, why: str) -> None:
    with pytest.raises(ReadError, match=why) as told:
        rows_of(data, suffix)
    assert "\n" not in str(told.value)


def test_a_worksheet_is_known_by_its_heading_and_a_table_of_claims_is_none() -> None:
    assert is_worksheet(",".join(COLUMNS).encode("utf-8-sig") + b"\r\n1a", ".csv")
    assert is_worksheet(";".join(COLUMNS).encode("utf-16"), ".csv")
    assert not is_worksheet(",".join(TABLE).encode(), ".csv")
    assert not is_worksheet(b"\x00\x01", ".csv")
