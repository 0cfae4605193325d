"""An analyst's words for single columns, put in place of what was read."""

from datetime import date

import pytest
from msgspec.structs import replace

from waybill.errors import JudgementError
from waybill.extract.corrections import AS_READ, corrected
from waybill.model.claim import Claim, ClaimId, Frame, Slot, Source
from waybill.model.document import Document, DocumentId, Publication
from waybill.model.judgement import Correction
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.model.things import Place
from waybill.model.time import Window

TEXT = "A minister said up to 900 crates left Aden for Massawa between 3 and 9 May 2022."
PUBLICATION = Publication(DocumentId("abc"), Document(TEXT, "ab", "ab"), "t.txt", published=date(2022, 6, 1))
MASSAWA = Place("Massawa", "Eritrea", 15.6, 39.4, 5.0, "geonames:1")


def span_of(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


CRATES = Slot(span_of("up to 900 crates"), "up to 900 crates", Quantity(None, 900, "crate", (900,), "<", "capacity"))
MAY = Slot(
    span_of("between 3 and 9 May 2022"),
    "between 3 and 9 May 2022",
    Window("2022-05-03/2022-05-09", date(2022, 5, 3), date(2022, 5, 3), date(2022, 5, 9), date(2022, 5, 9)),
)
CLAIM = Claim(
    id=ClaimId("c1"),
    document=PUBLICATION.id,
    source=Source(span_of("A minister"), "A minister", "a minister", None, kind="unnamed"),
    cue=span_of("said"),
    content=(span_of("up to 900 crates left Aden for Massawa between 3 and 9 May 2022"),),
    form="paraphrased",
    stance="asserted",
    kind="transfer",
    frame=Frame(quantity=CRATES, window=MAY, origin=Slot(span_of("Aden"), "Aden", Place("Aden", "Yemen", *[None] * 4))),
)


def place_of(name: str) -> Place | None:
    return MASSAWA if name == "Massawa" else None


def put(claim: Claim = CLAIM, slots: Frame = AS_READ, /, **cells: str) -> Correction:
    return corrected(claim, cells, PUBLICATION, place_of, slots)


def quantity(slot: Slot[Quantity] | None) -> Quantity:
    assert slot and slot.value
    return slot.value


def window(slot: Slot[Window] | None) -> Window:
    assert slot and slot.value
    return slot.value


def test_only_what_is_given_changes() -> None:
    assert put(stance="denied") == Correction(stance="denied")


def test_a_bound_that_is_given_leaves_the_other_the_unit_and_the_measure() -> None:
    said = put(quantity_high="400").frame.quantity
    assert said and (said.span, said.text) == (CRATES.span, "400")
    assert said.value == Quantity(None, 400, "crate", (400,), "<", "capacity")


def test_a_unit_alone_leaves_the_bounds() -> None:
    assert quantity(put(unit="barrels").frame.quantity) == replace(quantity(CRATES), unit="barrel")


@pytest.mark.parametrize(
    ("said", "unit"), [("boxes", "box"), ("crates", "crate"), ("Batteries", "battery"), ("brass", "brass"), ("USD", "USD")]
)
def test_a_unit_is_kept_in_the_singular(said: str, unit: str) -> None:
    assert quantity(put(unit=said).frame.quantity).unit == unit


def test_a_measure_alone_leaves_the_words() -> None:
    said = put(measure="could hold").frame.quantity
    assert said and said.text == "up to 900 crates" and quantity(said).measure == "capacity"


def test_an_amount_that_was_about_right_stays_so_in_another_unit() -> None:
    about = replace(CRATES, value=Quantity(900, 900, "crate", (900,), "~"))
    said = put(replace(CLAIM, frame=Frame(quantity=about)), unit="tonne").frame.quantity
    assert said and said.text == "about 900 tonne" and quantity(said).modifier == "~"


def test_an_edge_that_is_given_leaves_the_other() -> None:
    moved = window(put(window_start="2022-04").frame.window)
    assert (moved.start_earliest, moved.start_latest) == (date(2022, 4, 1), date(2022, 4, 30))
    assert (moved.end_latest, moved.edtf) == (date(2022, 5, 9), "2022-04/2022-05-09")


def test_an_uncertain_edge_is_drawn_in_by_the_one_that_is_given() -> None:
    week = Window("2022-05-03/2022-05-09", date(2022, 5, 3), date(2022, 5, 9), date(2022, 5, 3), date(2022, 5, 9))
    claim = replace(CLAIM, frame=Frame(window=replace(MAY, value=week)))
    moved = window(put(claim, window_start="2022-05-06").frame.window)
    assert (moved.start_earliest, moved.end_earliest, moved.end_latest) == (
        date(2022, 5, 6),
        date(2022, 5, 6),
        date(2022, 5, 9),
    )


def test_empty_words_empty_the_slot() -> None:
    said = put(origin="", asserter="", quantity_high="", window_start="", window_end="", basis="")
    assert said == Correction(emptied=("source", "origin", "quantity", "window"), basis="none")


def test_an_open_edge_is_no_empty_window() -> None:
    assert window(put(window_end="").frame.window).end_latest is None


def test_the_asserter_is_named_in_the_place_of_the_misread_source() -> None:
    source = put(asserter="Pentagon").source
    assert source and (source.span, source.text, source.institution) == (span_of("A minister"), "Pentagon", "US government")


def test_parties_and_places_are_read_as_cells_are() -> None:
    said = put(supplier="Tehran", destination="Massawa").frame
    assert said.supplier and said.supplier.value and said.supplier.value.name == "Iran"
    assert said.destination and said.destination.value == MASSAWA


def test_a_place_nobody_knows_keeps_its_words_and_says_so() -> None:
    said = put(origin="Nowhere Point").frame.origin
    assert said and said.value and said.value.name == "Nowhere Point" and said.unresolved
    assert said.span == span_of("Aden")


def test_cells_are_put_upon_slots_that_were_read_whole() -> None:
    whole = Frame(quantity=Slot(None, "at least 20 pallets", Quantity(20, None, "pallet", (20,), ">")))
    said = put(CLAIM, whole, measure="subset").frame.quantity
    assert said and said.text == "at least 20 pallets" and said.span == CRATES.span
    assert (quantity(said).low, quantity(said).measure) == (20, "subset")


def test_a_ship_is_known_by_a_true_number() -> None:
    said = put(vessel="Grey Heron, IMO 9074729").frame.vessel
    assert said and said.value and (said.value.name, said.value.imo) == ("Grey Heron", "9074729")


@pytest.mark.parametrize(
    ("column", "words", "told"),
    [
        ("stance", "rumour", "stance: 'rumour' is none of asserted,"),
        ("stance", "", "stance: '' is none of"),
        ("kind", "folklore", "kind: 'folklore' is none of transfer,"),
        ("basis", "hunch", "basis: 'hunch' is none of imagery,"),
        ("measure", "gross register", "measure: 'gross register' is none of total,"),
        ("quantity_low", "many", "quantity_low: 'many' is no number from 0; write it as 1000"),
        ("quantity_low", "1000", "quantity_low: 1,000 is above quantity_high, 900"),
        ("window_start", "2022-02-31", "window_start: '2022-02-31' is no day; write it as 2023-09-07"),
        ("window_start", "2022-05-10", "window_start: 2022-05-10 is after window_end, 2022-05-09"),
        ("mode", "mule", "mode: mule is none of sea,"),
        ("stage", "lost", "stage: lost is none of assembled,"),
        ("vessel", "IMO 9074728", "vessel: IMO 9074728 is not seven digits with a true check digit"),
        ("colour", "red", "colour: no such slot; give one of asserter,"),
    ],
)
def test_what_cannot_be_read_is_refused_and_told(column: str, words: str, told: str) -> None:
    with pytest.raises(JudgementError) as refused:
        put(**{column: words})
    assert str(refused.value).startswith(told)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("column", ["unit", "measure"])
def test_a_unit_or_measure_of_no_amount_is_refused(column: str) -> None:
    with pytest.raises(JudgementError, match="the claim has no amount"):
        put(replace(CLAIM, frame=Frame()), **{column: "total"})
