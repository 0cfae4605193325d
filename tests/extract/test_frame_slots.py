"""What moved, how much, when, from where to where, and by which way."""

from collections.abc import Callable
from datetime import date

import pytest

from waybill.model.claim import Claim, Stage

Telling = Callable[[str], tuple[Claim, ...]]


def test_the_goods_are_counted_and_not_the_countries(telling: Telling) -> None:
    claim = telling("Officials of 47 countries said that North Korea sent up to 1,000 containers with shells to Russia.")[-1]
    assert claim.frame.quantity and claim.frame.quantity.value
    assert (claim.frame.quantity.value.low, claim.frame.quantity.value.high) == (None, 1000)


def test_containers_name_the_quantity_and_their_content_the_item(telling: Telling) -> None:
    claim = telling("North Korea sent 300 containers of artillery shells to Russia.")[0]
    assert claim.frame.item and claim.frame.item.text == "artillery shells"
    assert claim.frame.quantity and claim.frame.quantity.text == "300 containers"


def test_a_range_of_days_beats_its_parts_and_the_day_of_speaking(telling: Telling) -> None:
    claims = telling("On Friday, a spokesman said that Iran sent missiles to Russia between 3 March and 9 April.")
    window = claims[-1].frame.window
    assert window and window.value and window.value.start_earliest == date(2024, 3, 3)
    assert window.value.end_latest == date(2024, 4, 9)


def test_a_day_of_speaking_is_no_window(telling: Telling) -> None:
    assert telling("On Friday, a spokesman said that Iran has sent missiles to Russia.")[-1].frame.window is None


def test_since_something_happened_leaves_the_end_open(telling: Telling) -> None:
    claims = telling("Since Russia attacked Ukraine in May 2022, officials have said that Iran sent drones to Russia.")
    window = claims[-1].frame.window
    assert window and window.value and window.value.start_earliest == date(2022, 5, 1)
    assert window.value.end_latest is None


def test_a_depot_near_a_town_is_near_it_and_a_border_is_no_destination(telling: Telling) -> None:
    text = "Iran shipped the shells by rail and by sea to a store near Tikhoretsk, 180 miles from the border."
    frame = telling(text)[0].frame
    assert frame.destination and frame.destination.text == "near Tikhoretsk"
    assert frame.mode and frame.mode.value == ("sea", "rail")
    assert frame.quantity is None


def test_origin_and_destination_stand_after_their_prepositions(telling: Telling) -> None:
    frame = telling("The Angara carried munitions from Rajin to Vostochny.")[0].frame
    assert frame.origin and frame.origin.text == "Rajin"
    assert frame.destination and frame.destination.text == "Vostochny"
    assert frame.vessel and frame.vessel.text == "Angara"
    assert frame.mode and frame.mode.value == ("sea",)


def test_goods_pass_through_states_too(telling: Telling) -> None:
    frame = telling("Iran sent drones to Russia through Belarus.")[0].frame
    assert frame.via and frame.via.text == "Belarus"


def test_a_plane_that_lands_brings_its_goods_there(telling: Telling) -> None:
    frame = telling("A plane landed in Astrakhan carrying rockets from Iran.")[0].frame
    assert frame.destination and frame.destination.text == "Astrakhan"
    assert frame.mode and frame.mode.value == ("air",)


def test_goods_bound_for_a_place_go_there(telling: Telling) -> None:
    frame = telling("A ship carrying rockets bound for Olya left.")[0].frame
    assert frame.destination and frame.destination.text == "Olya"


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("300 containers of shells were assembled in Rajin.", "assembled"),
        ("The shells were loaded in Rajin.", "loaded"),
        ("Iran shipped rockets to Russia.", "shipped"),
        ("The rockets were unloaded at Olya.", "landed"),
        ("The rockets arrived in Olya from Iran.", "arrived"),
        ("Iran gave Russia rockets.", "unspecified"),
    ],
)
def test_the_verb_says_how_far_the_goods_had_come(telling: Telling, words: str, stage: Stage) -> None:
    slot = telling(words)[0].frame.stage
    assert slot and slot.value == stage


def test_fired_is_used_and_not_delivered(telling: Telling) -> None:
    claim = telling("Russia fired North Korean missiles at Ukraine.")[0]
    assert claim.kind == "use"


def test_aircraft_that_are_the_goods_are_no_mode(telling: Telling) -> None:
    assert telling("Russia sent combat aircraft and missiles to Iran by rail.")[0].frame.mode.value == ("rail",)  # type: ignore[union-attr]


def test_a_clause_without_a_word_for_delivery_still_tells_amount_and_way(telling: Telling) -> None:
    frame = telling("Officials said that cargo flights with 300 containers of shells from Rajin to Tikhoretsk doubled.")[
        -1
    ].frame
    assert frame.quantity and frame.quantity.text == "300 containers"
    assert (frame.origin and frame.origin.text, frame.destination and frame.destination.text) == ("Rajin", "Tikhoretsk")
    assert frame.mode and frame.mode.value == ("air",)
    assert frame.supplier and frame.supplier.inferred == "from the state of the place the goods left"


def test_a_way_of_people_is_none_of_goods(telling: Telling) -> None:
    frame = telling("Officials said that the pilgrims from Rajin to Tikhoretsk doubled and that shells were short.")[0].frame
    assert frame.origin is None
    assert frame.destination is None


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("The Angara made a voyage from Rajin to Vostochny with munitions.", 1),
        ("The Angara made one trip from Rajin on 3 March and another voyage on 9 April with munitions.", 2),
    ],
)
def test_trips_told_one_by_one_are_counted_together(telling: Telling, words: str, amount: int) -> None:
    quantity = telling(words)[0].frame.quantity
    assert quantity and quantity.value
    assert (quantity.value.low, quantity.value.high) == (amount, amount)


def test_several_trips_took_from_the_first_to_the_last_day(telling: Telling) -> None:
    frame = telling("The Angara made one trip from Rajin on 3 March and another voyage on 9 April with munitions.")[0].frame
    assert frame.window and frame.window.value
    assert (frame.window.value.start_earliest, frame.window.value.end_latest) == (date(2024, 3, 3), date(2024, 4, 9))


def test_days_of_a_list_are_one_stretch(telling: Telling) -> None:
    window = telling("Iran sent missiles to Russia on 3 March and 9 April.")[0].frame.window
    assert window and window.text == "3 March and 9 April" and window.value
    assert window.value.edtf == "2024-03-03/2024-04-09"


def test_days_out_of_order_are_not_joined(telling: Telling) -> None:
    window = telling("Iran sent missiles to Russia on 9 April and 3 March.")[0].frame.window
    assert window and window.text in ("9 April", "3 March")


def test_those_who_see_it_date_what_they_see(telling: Telling) -> None:
    window = telling("“On 3 March we saw Iran send missiles to Russia,” an official said.")[-1].frame.window
    assert window and window.text == "3 March"


def test_a_relative_clause_goes_on_at_the_time_of_its_sentence(telling: Telling) -> None:
    window = telling("In May 2022, Russia met Iran, which displayed missiles and munitions.")[-1].frame.window
    assert window and window.text == "May 2022"


def test_so_many_of_them_are_goods_spoken_of(telling: Telling) -> None:
    claims = telling("Iran sent missiles to Russia. Officials said that at least one of them landed in Ukraine.")
    assert claims[-1].frame.quantity and claims[-1].frame.quantity.text == "at least one"


def test_what_goes_by_rail_goes_somewhere(telling: Telling) -> None:
    frame = telling("Munitions are short. Officials said that everything would go on by rail to Tikhoretsk.")[-1].frame
    assert frame.mode and frame.mode.value == ("rail",)
    assert frame.destination and frame.destination.text == "Tikhoretsk"


@pytest.mark.parametrize(
    "words",
    [
        "Officials said that they loaded munitions at Rajin.",
        "Munitions are short. Officials said that they had loaded at Rajin.",
    ],
)
def test_where_a_crew_loads_the_goods_set_out(telling: Telling, words: str) -> None:
    origin = telling(words)[-1].frame.origin
    assert origin and origin.text == "Rajin"


def test_a_route_leads_from_place_to_place(telling: Telling) -> None:
    frame = telling("Officials believe that the missiles are on their way to Tikhoretsk.")[-1].frame
    assert frame.destination and frame.destination.text == "Tikhoretsk"


def test_she_is_the_ship_named_before(telling: Telling) -> None:
    frame = telling("The Angara had munitions on deck, it was said. She left for Vostochny, officials said.")[-1].frame
    assert frame.destination and frame.destination.text == "Vostochny"


def test_to_and_from_a_place_leaves_open_which_end_it_is(telling: Telling) -> None:
    frame = telling("The Angara moved munitions to and from North Korea.")[0].frame
    assert frame.origin is None
    assert frame.destination is None


@pytest.mark.parametrize(
    "words",
    [
        "Rockets were unloaded at Vostochny and trucked to Tikhoretsk.",
        "North Korean rockets went first to Vostochny and then by rail to Tikhoretsk.",
    ],
)
def test_a_stop_is_on_the_way_to_where_goods_come_in_the_end(telling: Telling, words: str) -> None:
    frame = telling(words)[0].frame
    assert frame.via and frame.via.text == "Vostochny"
    assert frame.destination and frame.destination.text == "Tikhoretsk"


def test_what_moved_overland_has_a_way(telling: Telling) -> None:
    frame = telling("Rockets moved overland from Olya to Tikhoretsk.")[0].frame
    assert (frame.origin and frame.origin.text, frame.destination and frame.destination.text) == ("Olya", "Tikhoretsk")
    assert frame.mode and frame.mode.value == ("road",)


def test_a_port_where_a_ship_loads_is_where_goods_set_out(telling: Telling) -> None:
    frame = telling("The ship docked at Rajin, took on shells and returned to Vostochny.")[0].frame
    assert (frame.origin and frame.origin.text, frame.destination and frame.destination.text) == ("Rajin", "Vostochny")


def test_a_trip_of_an_envoy_counts_no_goods(telling: Telling) -> None:
    claims = telling("Munitions are short. Officials said that the envoy made a trip to Libya.")
    assert claims[-1].frame.quantity is None


@pytest.mark.parametrize(
    "words",
    [
        "Munitions are short. Officials list 300 containers landed at Olya.",
        'Munitions are short. A note speaks of 300 containers "landed at Olya".',
        "Munitions stood on deck. A driver said that they had come to Olya.",
        "Munitions are short. The ship's crew said that 300 containers were unloaded at Olya's port.",
    ],
)
def test_goods_land_there_however_the_words_are_put(telling: Telling, words: str) -> None:
    destination = telling(words)[-1].frame.destination
    assert destination and destination.value and destination.value.name == "Olya"


def test_what_is_bought_somewhere_sets_out_there(telling: Telling) -> None:
    frame = telling("Iran bought missiles in Olya.")[-1].frame
    assert frame.origin and frame.origin.text == "Olya"


def test_what_is_held_on_its_way_has_one(telling: Telling) -> None:
    frame = telling("The coffin, on its way by truck from Olya to Tikhoretsk, held 200 drones.")[-1].frame
    assert (frame.origin and frame.origin.text, frame.destination and frame.destination.text) == ("Olya", "Tikhoretsk")
