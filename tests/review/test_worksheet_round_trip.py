"""A worksheet written, edited or not, and read again, as CSV and as a workbook."""

from datetime import date
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waybill.model.worksheet import COLUMNS, DAYS, NUMBERS, SAID, WorksheetRow
from waybill.publish import workbook, worksheet_csv
from waybill.read.worksheet import rows_of
from waybill.review.edited_row import CellChange
from waybill.review.edits import Edits, edits
from waybill.review.resaved import same

FORMATS = pytest.mark.parametrize(("suffix", "writer"), [(".csv", worksheet_csv), (".xlsx", workbook)])

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
WORDS = st.one_of(
    st.text(LETTERS, max_size=20).map(lambda words: " ".join(words.split())),
    st.sampled_from(
        ["=1+1", "+4", "-5 to 7", "@mail", "'=x", "''-", "'s-Hertogenbosch", "_x0041_", "a,b;c", '"said"', "é — 진", "07"]
    ),
)


def words_for(column: str) -> st.SearchStrategy[str]:
    if column in DAYS:
        return st.one_of(st.just(""), st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(date.isoformat))
    if column in NUMBERS:
        return st.one_of(st.just(""), st.integers(0, 10**9).map(str))
    return WORDS


def row(cells: dict[str, str]) -> WorksheetRow:
    return WorksheetRow(cells | {"as_exported": WorksheetRow(cells).fingerprint})


@st.composite
def worksheets(draw: st.DrawFn) -> list[WorksheetRow]:
    idents = draw(st.lists(st.text("0123456789abcdef", min_size=12, max_size=12), min_size=1, max_size=4, unique=True))
    rows = []
    for ident in idents:
        cells = {column: draw(words_for(column)) for column in COLUMNS}
        rows.append(row({**cells, "id": ident, "review": "machine-read", "why": "", "judged": ""}))
    return rows


def read_back(written: list[WorksheetRow], now: list[WorksheetRow], suffix: str, writer: ModuleType) -> Edits:
    found = rows_of(writer.data_of(written), suffix).rows
    return edits(found, {r.words("id"): [r] for r in now})


@FORMATS
@settings(max_examples=20, deadline=None)
@given(rows=worksheets())
def test_a_round_trip_without_edits_says_nothing(suffix: str, writer: ModuleType, rows: list[WorksheetRow]) -> None:
    assert read_back(rows, rows, suffix, writer) == Edits((), (), ())


@FORMATS
@settings(max_examples=20, deadline=None)
@given(rows=worksheets(), data=st.data())
def test_any_edit_of_one_cell_is_found_and_no_other(
    suffix: str, writer: ModuleType, rows: list[WorksheetRow], data: st.DataObject
) -> None:
    edited, column = data.draw(st.sampled_from(rows)), data.draw(st.sampled_from(SAID))
    old = edited.words(column)
    new = data.draw(words_for(column).filter(lambda words: not same(column, old, words)))
    sheet = [WorksheetRow({**r.cells, column: new}) if r is edited else r for r in rows]
    found = read_back(sheet, rows, suffix, writer)
    assert [(edit.claim, edit.changes) for edit in found.edited] == [(edited.words("id"), (CellChange(column, old, new),))]
    assert (found.added, found.troubles) == ((), ())


@FORMATS
@settings(max_examples=20, deadline=None)
@given(rows=worksheets(), data=st.data())
def test_an_edit_of_what_only_informs_is_told_and_changes_nothing(
    suffix: str, writer: ModuleType, rows: list[WorksheetRow], data: st.DataObject
) -> None:
    edited = data.draw(st.sampled_from(rows))
    column = data.draw(st.sampled_from(["document", "quote", "outlet", "url", "hedge_words", "note"]))
    sheet = [WorksheetRow({**r.cells, column: f"{r.words(column)} and more"}) if r is edited else r for r in rows]
    found = read_back(sheet, rows, suffix, writer)
    assert (found.edited, found.added) == ((), ())
    assert len(found.troubles) == 1 and column in str(found.troubles[0])
