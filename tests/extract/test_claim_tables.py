"""A table of claims, row by row."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waybill.extract.tables import claims_of_table
from waybill.model.claim import Claim
from waybill.model.document import Cell, Document, DocumentId, Publication, Row
from waybill.model.span import Span
from waybill.model.things import Place

RAJIN = Place("Rajin", "North Korea", 42.2, 130.3, 5.0, "geonames:1")
KAZAN = Place("Kazan", "Russia", 55.8, 49.1, 10.0, "geonames:2")


def place_of(name: str) -> Place | None:
    return {"Rajin": RAJIN, "Kazan": KAZAN}.get(name)


def claim(**cells: str) -> Claim:
    """The claim of a table of one row with these cells."""
    text, found, start = "|".join(cells.values()) or "-", [], 0
    for column, words in cells.items():
        if words:
            found.append(Cell(column, words, Span(start, start + len(words))))
        start += len(words) + 1
    row = Row(Span(0, len(text)), tuple(found))
    publication = Publication(DocumentId("abc"), Document(text, "ab", "ab"), "t.csv", published=date(2024, 1, 1), rows=(row,))
    return claims_of_table(publication, place_of)[0]


def test_the_content_is_the_row_and_the_source_the_asserters_cell() -> None:
    told = claim(asserter="Pentagon", supplier="Iran", recipient="Russia")
    assert told.content == (Span(0, 20),)
    assert told.source
    assert (told.source.name, told.source.institution, told.source.kind) == ("Pentagon", "US government", "government")


def test_a_row_without_an_asserter_is_the_outlets_own() -> None:
    assert claim(supplier="Iran").source is None


def test_party_cells_are_parties_of_the_table_or_their_words() -> None:
    frame = claim(supplier="Tehran", recipient="Brigade of the Dunes").frame
    assert frame.supplier and frame.supplier.value and frame.supplier.value.country == "Iran"
    assert frame.recipient and frame.recipient.value and frame.recipient.value.name == "Brigade of the Dunes"


def test_missing_sides_are_the_states_of_the_ends_and_marked_inferred() -> None:
    frame = claim(origin="Rajin", destination="Kazan").frame
    assert frame.supplier and frame.supplier.value and frame.supplier.value.name == "North Korea"
    assert frame.supplier.inferred and frame.supplier.span is None
    assert frame.recipient and frame.recipient.value and frame.recipient.value.name == "Russia"


def test_a_side_that_nothing_tells_is_unresolved() -> None:
    frame = claim(quantity_high="3").frame
    assert frame.supplier and frame.supplier.value is None and frame.supplier.unresolved


@pytest.mark.parametrize(
    ("low", "high", "bounds", "modifier"),
    [
        ("", "1,000", (None, 1000), "<"),
        ("300", "300", (300, 300), "="),
        ("1000", "", (1000, None), ">"),
        ("20", "30", (20, 30), "range"),
        ("2.5", "2.5", (2.5, 2.5), "="),
    ],
)
def test_bounds_are_literal_and_closed(low: str, high: str, bounds: tuple[float | None, float | None], modifier: str) -> None:
    slot = claim(quantity_low=low, quantity_high=high, unit="containers").frame.quantity
    assert slot and slot.value
    assert (slot.value.low, slot.value.high) == bounds
    assert (slot.value.modifier, slot.value.unit) == (modifier, "container")


@pytest.mark.parametrize(("low", "high"), [("many", ""), ("-3", ""), ("nan", "5"), ("9", "4"), ("1e999", ""), ("1,00", "")])
def test_odd_numbers_are_unresolved_with_a_reason(low: str, high: str) -> None:
    slot = claim(quantity_low=low, quantity_high=high).frame.quantity
    assert slot and slot.value is None and slot.unresolved


def test_days_months_and_years_are_windows() -> None:
    slot = claim(window_start="2023-08", window_end="2023-10-01").frame.window
    assert slot and slot.value
    assert (slot.value.start_earliest, slot.value.start_latest) == (date(2023, 8, 1), date(2023, 8, 31))
    assert slot.value.end_latest == date(2023, 10, 1)


@pytest.mark.parametrize(("start", "end"), [("2023-13-01", ""), ("soon", ""), ("2024-01-01", "2023-01-01"), ("0000", "")])
def test_odd_dates_are_unresolved_with_a_reason(start: str, end: str) -> None:
    slot = claim(window_start=start, window_end=end).frame.window
    assert slot and slot.value is None and slot.unresolved


def test_a_window_in_words_alone_is_unresolved() -> None:
    slot = claim(window_as_stated="recent weeks").frame.window
    assert slot and slot.text == "recent weeks" and slot.unresolved


def test_a_depot_near_a_town_keeps_a_radius() -> None:
    slot = claim(destination="depot in the east, near Kazan").frame.destination
    assert slot and slot.value and (slot.value.name, slot.value.radius_km) == ("Kazan", 50.0)


def test_an_unknown_place_keeps_its_words() -> None:
    slot = claim(origin="Nowhere").frame.origin
    assert slot and slot.value and slot.value.name == "Nowhere" and slot.unresolved


def test_modes_may_be_parted_by_anything() -> None:
    slot = claim(mode="rail; sea").frame.mode
    assert slot and slot.value == ("sea", "rail")


@pytest.mark.parametrize(
    ("cells", "stance"), [({"stance": "denied"}, "denied"), ({"stance": "rumour"}, "hedged"), ({}, "asserted")]
)
def test_a_stance_nobody_knows_is_not_asserted(cells: dict[str, str], stance: str) -> None:
    assert claim(item="shells", **cells).stance == stance


@given(st.lists(st.text(max_size=12), min_size=12, max_size=12))
def test_no_cell_can_break_a_table(words: list[str]) -> None:
    columns = ["asserter", "supplier", "stance", "kind", "measure", "quantity_low", "quantity_high", "unit"]
    columns += ["window_start", "window_end", "origin", "mode"]
    assert claim(**dict(zip(columns, words, strict=True))).kind


@pytest.mark.parametrize(
    ("words", "measure"), [("", "total"), ("Capacity", "capacity"), ("could hold", "capacity"), ("per month", "rate")]
)
def test_a_measure_is_read_by_its_name_or_a_common_word_for_it(words: str, measure: str) -> None:
    quantity = claim(item="shells", quantity_low="500", measure=words).frame.quantity
    assert quantity and quantity.value and quantity.value.measure == measure


def test_a_measure_nobody_knows_makes_no_total() -> None:
    quantity = claim(item="shells", quantity_low="500", measure="gross register").frame.quantity
    assert quantity and quantity.value is None
    assert quantity.unresolved == "quantity: gross register in measure is none; write total, subset, rate, capacity, detected"


def test_kind_and_basis_are_read_as_prose_would_and_never_made_up() -> None:
    read = claim(item="shells", kind="shipment", basis="satellite images")
    assert (read.kind, read.basis) == ("transfer", "imagery")
    odd = claim(item="shells", kind="folklore", basis="hunch")
    assert (odd.kind, odd.basis) == ("other", "none")


def test_a_way_point_a_stage_and_a_ship_are_read_from_their_cells() -> None:
    frame = claim(via="Kazan", stage="Shipped", vessel="Maria, IMO 9074729").frame
    assert frame.via and frame.via.value == KAZAN
    assert frame.stage and frame.stage.value == "shipped"
    assert frame.vessel and frame.vessel.value and frame.vessel.value.imo == "9074729"


def test_a_word_of_size_in_one_bound_is_an_interval() -> None:
    slot = claim(quantity_low="thousands", unit="containers").frame.quantity
    assert slot and slot.value
    assert (slot.value.low, slot.value.high, slot.value.vague) == (2000, 9999, True)


@pytest.mark.parametrize(
    "unit", ["containers", "rounds", "railcars", "voyages", "tonnes", "USD", "TEU", "152 mm shells", "tanks"]
)
def test_a_unit_is_a_measure_a_currency_a_counted_noun_or_an_item(unit: str) -> None:
    slot = claim(quantity_low="3", unit=unit).frame.quantity
    assert slot and slot.value


def test_a_unit_nobody_knows_is_unresolved_with_a_reason() -> None:
    slot = claim(quantity_low="3", unit="blorps").frame.quantity
    assert slot and slot.value is None
    assert slot.unresolved and slot.unresolved.startswith(
        "quantity: blorps in unit is none that we know; write what is counted"
    )


def test_the_goods_of_a_cell_have_the_class_and_calibre_that_they_name() -> None:
    slot = claim(item="152 mm artillery shells").frame.item
    assert slot and slot.value
    assert (slot.value.item_class, slot.value.calibre_mm) == ("ammunition_large", 152.0)
