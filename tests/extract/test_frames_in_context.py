"""What a statement leaves unsaid, from the statements around it."""

from collections.abc import Callable

import pytest

from waybill.model.claim import Claim, Frame

Telling = Callable[[str], tuple[Claim, ...]]


def sides(frame: Frame) -> tuple[str | None, str | None]:
    found = (frame.supplier, frame.recipient)
    supplier, recipient = (slot.value.country if slot and slot.value else None for slot in found)
    return supplier, recipient


def ends(frame: Frame) -> tuple[str | None, str | None]:
    return (frame.origin.text if frame.origin else None, frame.destination.text if frame.destination else None)


def test_goods_loaded_went_where_the_next_clause_says(telling: Telling) -> None:
    frame = telling("The munitions were loaded at Rajin in May 2022, before the ship made its way to Vostochny.")[0].frame
    assert ends(frame) == ("Rajin", "Vostochny")
    assert sides(frame) == ("North Korea", "Russia")
    assert frame.destination and frame.destination.inferred == "from the clause right after it on the same movement"


def test_goods_loaded_by_a_state_left_from_there(telling: Telling) -> None:
    frame = telling("North Korea loaded a train with munitions, and the train went to Russia.")[0].frame
    assert frame.origin and frame.origin.text == "North Korea"
    assert frame.origin.inferred == "the state that loaded the goods"
    assert frame.origin.span is None


def test_a_port_where_the_goods_come_from_receives_none(telling: Telling) -> None:
    claims = telling("North Korea shipped munitions to Russia. On 3 March the ship Angara called at Rajin.")
    assert sides(claims[-1].frame) == ("North Korea", "Russia")


def test_a_port_on_no_line_still_gives_its_state(telling: Telling) -> None:
    claims = telling("Munitions are short. On 3 March the ship Angara called at Rajin.")
    assert sides(claims[-1].frame) == (None, "North Korea")


def test_two_places_are_told_apart_by_the_sides(telling: Telling) -> None:
    claims = telling("North Korea sent munitions to Russia. Images of Vostochny and Rajin show the Angara carrying munitions.")
    frame = claims[-1].frame
    assert ends(frame) == ("Rajin", "Vostochny")
    assert frame.origin and frame.origin.span is None
    assert frame.origin.inferred == "of the places named the one in this side's state"


def test_three_places_are_not_told_apart(telling: Telling) -> None:
    text = "North Korea sent munitions to Russia. Images of Vostochny, Olya and Rajin show the Angara carrying munitions."
    assert ends(telling(text)[-1].frame) == (None, None)


def test_the_end_of_a_sentence_may_say_where_to(telling: Telling) -> None:
    text = "Images show that crates of munitions were unloaded here by night, likely for transport towards Tikhoretsk."
    assert ends(telling(text)[0].frame)[1] == "Tikhoretsk"


def test_a_line_told_later_in_the_sentence_serves_what_comes_before(telling: Telling) -> None:
    claims = telling("Officials said that there was no delivery of munitions, but that Iran wants to sell Russia missiles.")
    first = claims[0].frame
    assert sides(first) == ("Iran", "Russia")
    assert first.supplier and first.supplier.inferred == "from a later statement of the same sentence on the same line"


@pytest.mark.parametrize(
    "words",
    ["Iran and North Korea send munitions to Russia.", "Russia got munitions from Iran and North Korea."],
)
def test_every_one_of_several_suppliers_has_a_line(telling: Telling, words: str) -> None:
    claims = telling(f"{words} North Korea sent shells.")
    assert sides(claims[-1].frame) == ("North Korea", "Russia")


def test_states_named_as_examples_supply(telling: Telling) -> None:
    claims = telling("Munitions are short. Russia is getting help from places like Iran.")
    assert sides(claims[-1].frame) == ("Iran", "Russia")


def test_a_ship_brings_what_it_had_loaded_from_there(telling: Telling) -> None:
    claims = telling("The Angara, which had loaded shells at Rajin, reached Vostochny on 9 April.")
    assert [sides(c.frame) for c in claims] == [("North Korea", "Russia")] * 2
    assert claims[0].frame.origin and claims[0].frame.origin.inferred == "from the clause on its carrier in the same sentence"


def test_who_had_loaded_elsewhere_lends_no_origin(telling: Telling) -> None:
    claims = telling("Officials, who had loaded shells at Rajin, said that missiles reached Vostochny on 9 April.")
    assert all(c.frame.origin is None or (c.frame.origin.text == "Rajin" and c.frame.destination is None) for c in claims)


def test_who_pledges_goods_would_supply_them(telling: Telling) -> None:
    assert sides(telling("Belarus has pledged 200 drones to Libya.")[-1].frame) == ("Belarus", "Libya")


def test_who_admits_to_goods_handed_over_supplied_them(telling: Telling) -> None:
    text = "Tehran admits to a small number of drones handed over to Moscow before the war."
    assert sides(telling(text)[-1].frame) == ("Iran", "Russia")


def test_of_two_places_between_which_goods_go_one_is_the_known_side_s(telling: Telling) -> None:
    frame = telling("Ships with munitions for Russia have sailed between Rajin and Vostochny.")[0].frame
    assert ends(frame) == ("Rajin", "Vostochny")
    assert sides(frame) == ("North Korea", "Russia")


def test_goods_traced_to_somebody_came_from_there(telling: Telling) -> None:
    frame = telling("Investigators traced the missiles to Belarus.")[-1].frame
    assert sides(frame) == ("Belarus", None)


def test_a_ship_that_left_is_the_one_that_arrived(telling: Telling) -> None:
    claims = telling("The Angara left Rajin with munitions. It reached Vostochny on 9 April.")
    assert sides(claims[-1].frame) == ("North Korea", "Russia")
    assert claims[-1].frame.vessel and claims[-1].frame.vessel.inferred


def test_a_name_before_a_passive_is_no_doer(telling: Telling) -> None:
    claims = telling("Rockets made in Russia and assembled in Belarus were fired at Ukraine.")
    assert all(sides(c.frame)[1] != "Belarus" for c in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    (
        ("The EU blamed Iran for the drones falling on Ukrainian cities.", "Iran"),
        ("Kyiv accused Moscow of using missiles from Iran.", "Iran"),
    ),
)
def test_the_accused_supply_the_goods_unless_they_took_them(telling: Telling, text: str, expected: str) -> None:
    supplier = telling(text)[-1].frame.supplier
    assert supplier is not None and supplier.value is not None and supplier.value.name == expected
