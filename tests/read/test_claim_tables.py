import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from waybill.errors import ReadError
from waybill.read.comma_separated import records
from waybill.read.sheets import body_of as of_workbook
from waybill.read.tables import body_of

TABLE = """\ufeffAsserter,Quantity low,hedge-words,rank,note\r
"Doe, Jane",1000,"""
TABLE += '"up to, or ""over"""' + ',7,\r\n,,,,\r\nJohn Roe,n/a,,,"two\r\nlines"\r\n'


def test_cells_know_their_column_words_and_place() -> None:
    body = body_of(TABLE.encode())
    first, second = body.rows
    assert [(c.column, c.text) for c in first.cells] == [
        ("asserter", "Doe, Jane"),
        ("quantity_low", "1000"),
        ("hedge_words", 'up to, or "over"'),
        ("rank", "7"),
    ]
    assert [(c.column, c.text) for c in second.cells] == [
        ("asserter", "John Roe"),
        ("quantity_low", "n/a"),
        ("note", "two\r\nlines"),
    ]
    for cell in first.cells + second.cells:
        assert cell.span.text_of(body.text).replace('""', '"') == cell.text
        assert any(row.span.contains(cell.span) for row in body.rows)


def test_the_text_is_the_file_and_its_header_is_furniture() -> None:
    body = body_of(TABLE.encode())
    assert body.text == TABLE
    assert [s.text_of(TABLE) for s in body.furniture] == ["\ufeff", "Asserter,Quantity low,hedge-words,rank,note"]


def test_an_unknown_column_is_kept_and_said() -> None:
    assert body_of(TABLE.encode()).notes == ("no column of a table of claims, kept as notes: rank",)


def test_fields_beyond_the_header_go_by_number() -> None:
    body = body_of(b"item,unit\nshells,rounds,perhaps\n")
    assert body.rows[0].cells[2].column == "column 3"
    assert body.notes == ("no column of a table of claims, kept as notes: column 3",)


def test_semicolons_and_tabs_part_fields_too() -> None:
    for delimiter in ";\t":
        body = body_of(f"item{delimiter}unit\nshells{delimiter}rounds, or so\n".encode())
        assert [c.text for c in body.rows[0].cells] == ["shells", "rounds, or so"]


def test_an_open_quotation_mark_swallows_nothing() -> None:
    body = body_of(b'item,unit\n"shells,rounds\nrockets,rounds\n')
    assert [[c.text for c in row.cells] for row in body.rows] == [['"shells', "rounds"], ["rockets", "rounds"]]


@pytest.mark.parametrize(("data", "reason"), [(b"name,age\nJane,40\n", "no column"), (b"item,unit\n", "without rows")])
def test_a_table_of_something_else_fails_with_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        body_of(data)


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0")), min_size=2), min_size=1))
def test_fields_are_those_of_the_standard_library(table: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows(table)
    wanted = [[cell.strip() for cell in row] for row in table if any(cell.strip() for cell in row)]
    assert [[field.text for field in record] for record in records(file.getvalue(), ",")] == wanted


def test_a_rows_own_day_is_read_and_an_odd_one_is_said() -> None:
    body = body_of(b"date_published,asserter\n14 October 2023,Oslo\n2023-10-15,Lima\nlast week,Cairo\n")
    assert [row.published for row in body.rows] == [date(2023, 10, 14), date(2023, 10, 15), None]
    assert [note for note in body.notes if "last week (line 4)" in note]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("14 Oct 2023", "2023-10-14"),
        ("October 14, 2023", "2023-10-14"),
        ("14/10/2023", "2023-10-14"),
        ("14.10.2023", "2023-10-14"),
        ("Oct 2023", "2023-10"),
        ("September 2023", "2023-09"),
        ("Sep-23", "2023-09"),
        ("2023", "2023"),
        ("7/9/2023", "7/9/2023"),
        ("autumn", "autumn"),
    ],
)
def test_days_are_read_as_spreadsheets_write_them_and_never_guessed(said: str, day: str) -> None:
    (row,) = body_of(f"asserter;window_start\nKyiv;{said}\n".encode()).rows
    cell = row.cell("window_start")
    assert cell is not None
    assert (cell.text, cell.span.end - cell.span.start) == (day, len(said))


def test_one_day_over_twelve_tells_which_number_is_the_day_in_the_whole_table() -> None:
    rows = body_of(b"date_published,window_start\n7/9/2023,\n1/2/2024,13/9/2023\n").rows
    assert [row.published for row in rows] == [date(2023, 9, 7), date(2024, 2, 1)]


def test_days_in_both_orders_tell_nothing_of_the_others() -> None:
    rows = body_of(b"date_published,window_start,window_end\n7/9/2023,13/9/2023,9/13/2023\n").rows
    assert [c.text for c in rows[0].cells] == ["7/9/2023", "2023-09-13", "2023-09-13"]


def test_a_workbook_is_read_as_a_table_whose_lines_are_its_rows() -> None:
    book = Workbook()
    for words in (["asserter", "note"], [], ["Kyiv", 'two\nlines, "quoted"'], [None, None], ["Seoul", 7]):
        book.worksheets[0].append(words)
    held = io.BytesIO()
    book.save(held)
    body = of_workbook(held.getvalue())
    assert [[c.text for c in row.cells] for row in body.rows] == [["Kyiv", 'two lines, "quoted"'], ["Seoul", "7"]]
    assert [body.text.count("\n", 0, row.span.start) + 1 for row in body.rows] == [3, 5]
    for row in body.rows:
        assert all(c.span.text_of(body.text).replace('""', '"') == c.text for c in row.cells)


def test_a_file_that_is_no_workbook_is_told_in_one_line() -> None:
    with pytest.raises(ReadError, match="not an Excel workbook"):
        of_workbook(b"PK\x03\x04 no workbook")
