"""Claims as rows of a worksheet, and worksheets as files."""

import io
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from newsroom import exactly, more_than, say, up_to, window, write
from waybill.model.claim import Claim, Slot
from waybill.model.judgement import JudgementNumber, Review, Reviewed
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Place, Vessel
from waybill.model.time import Window
from waybill.model.worksheet import COLUMNS, WorksheetRow
from waybill.publish import workbook, worksheet_csv
from waybill.publish.worksheet import worksheet
from waybill.publish.worksheet_words import amount, edge, named

WIRE = write(
    "wire.txt",
    "Najin, Saturday.\nUS officials said up to 400 crates left\nNajin by sea.",
    "2023-10-14",
    publisher="Calder Wire",
)


def claim(**more: Any) -> Claim:
    return say(WIRE, "up to 400 crates left\nNajin", amount=("up to 400 crates", up_to(400, "crate")), **more)


def row(told: Claim, review: Review | None = None) -> WorksheetRow:
    (only,) = worksheet([WIRE], Reviewed((told,), {told.id: review} if review else {}))
    return only


def test_a_row_has_the_claims_id_its_place_and_its_words_on_one_line() -> None:
    told = claim(supplier="North Korea")
    found = row(told)
    assert tuple(found.cells) == COLUMNS
    assert (found.words("id"), found.words("document"), found.words("line")) == (told.id, "wire.txt", "2")
    assert found.words("quote") == "up to 400 crates left Najin"
    assert (found.words("outlet"), found.words("date_published")) == ("Calder Wire", "2023-10-14")
    assert (found.words("asserter"), found.words("supplier")) == ("US officials", "North Korea")
    assert (found.words("review"), found.words("judged"), found.words("why")) == ("machine-read", "", "")


def test_a_reviewed_row_has_its_status_and_its_latest_judgement() -> None:
    told = claim()
    found = row(told, Review("accepted", (JudgementNumber(2), JudgementNumber(9)), told))
    assert (found.words("review"), found.words("judged")) == ("accepted", "9")


def test_a_corrected_cell_has_the_analysts_words() -> None:
    read = claim(supplier="North Korea")
    party = replace(read.frame.supplier, text="DPRK", corrected="corrected by R. Okafor: seen") if read.frame.supplier else None
    corrected = replace(read, frame=replace(read.frame, supplier=party))
    assert row(corrected, Review("corrected", (JudgementNumber(1),), read)).words("supplier") == "DPRK"


def test_what_no_spreadsheet_holds_is_replaced() -> None:
    found = row(replace(claim(), origin_claim="a\x07b\ud800c\n d"))
    assert found.words("origin_claim") == "a\ufffdb\ufffdc d"


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (up_to(1000), ("", "1000", "container", "total")),
        (more_than(6e9, "USD"), ("6000000000", "", "USD", "total")),
        (exactly(2.5, "tonne", measure="rate"), ("2.5", "2.5", "tonne", "rate")),
        (Quantity(None, None, None), ("", "", "", "total")),
    ],
)
def test_a_quantity_is_plain_numbers(quantity: Quantity, words: tuple[str, ...]) -> None:
    slot = Slot(Span(0, 1), "some", quantity)
    assert tuple(amount(slot, c) for c in ("quantity_low", "quantity_high", "unit", "measure")) == words


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        (window("2023-09-07", "2023-10-01"), "2023-09-07", "2023-10-01"),
        (window(None, "2023-10-01"), "", "2023-10-01"),
        (Window(None, date(2023, 9, 1), date(2023, 9, 30), date(2024, 1, 1), date(2024, 12, 31)), "2023-09", "2024"),
        (Window(None, date(2023, 9, 3), date(2023, 9, 9), date(2023, 9, 3), date(2023, 9, 9)), "2023-09-03", "2023-09-09"),
    ],
)
def test_a_window_is_iso_days_or_the_month_or_year_it_lies_in(told: Window, start: str, end: str) -> None:
    slot = Slot(Span(0, 1), "then", told)
    assert (edge(slot, "window_start"), edge(slot, "window_end")) == (start, end)


def test_values_are_named_so_that_they_are_found_again() -> None:
    place = Place("Tikhoretsk", "Russia", 45.9, 40.1, 50.0, "geonames:1")
    assert named(Slot(Span(0, 1), "near Tikhoretsk", place)) == "near Tikhoretsk, Russia"
    assert named(Slot(Span(0, 1), "Russia", replace(place, name="Russia"))) == "Russia"
    assert named(Slot(Span(0, 1), "it", Vessel("ANGARA", "9179842", None))) == "ANGARA, IMO 9179842"
    assert named(Slot(Span(0, 1), "by rail and sea", ("sea", "rail"))) == "sea, rail"
    assert named(Slot(Span(0, 1), "a barge", None, unresolved="mode: none")) == "a barge"


def test_cells_never_run_as_formulas() -> None:
    cells = dict.fromkeys(COLUMNS, "") | {"id": "0a", "supplier": '=HYPERLINK("x")', "item": "@x", "note": "+1", "via": "-1"}
    line = worksheet_csv.data_of([WorksheetRow(cells)]).decode("utf-8-sig").splitlines()[1]
    assert "'@x" in line and "'+1" in line and "'-1" in line and "'=HYPERLINK" in line
    sheet = load_workbook(io.BytesIO(workbook.data_of([WorksheetRow(cells)])))["claims"]
    assert {cell.data_type for row in sheet for cell in row if cell.value} == {"s"}


def test_a_workbook_has_a_fixed_heading_a_choice_of_reviews_and_a_guide() -> None:
    book = load_workbook(io.BytesIO(workbook.data_of([row(claim())])))
    sheet = book["claims"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.freeze_panes == "A2"
    (choice,) = sheet.data_validations.dataValidation
    assert "rejected" in choice.formula1 and "B2" in str(choice.sqref)
    guide = " ".join(str(cell.value) for line in book["how to edit"] for cell in line)
    assert "supplier" in guide and "only inform" in guide.lower()


def test_the_same_rows_give_the_same_bytes() -> None:
    first = workbook.data_of([row(claim())])
    assert first == workbook.data_of([row(claim())])
    with ZipFile(io.BytesIO(first)) as kept:
        assert b"2000-01-01T00:00:00Z" in kept.read("docProps/core.xml")
