"""Who supplies whom."""

from collections.abc import Callable

import pytest

from waybill.extract.frames.events import find_events
from waybill.extract.frames.scene import Scene
from waybill.extract.frames.sides import sides_of
from waybill.model.claim import Claim

Telling = Callable[[str], tuple[Claim, ...]]


def ends(claim: Claim) -> tuple[str | None, str | None]:
    supplier, recipient = claim.frame.supplier, claim.frame.recipient
    return (
        supplier.value.country if supplier and supplier.value else None,
        recipient.value.country if recipient and recipient.value else None,
    )


@pytest.mark.parametrize(
    ("words", "supplier", "recipient"),
    [
        ("Iran delivered drones to Russia.", "Iran", "Russia"),
        ("Iran gave Russia 200 drones.", "Iran", "Russia"),
        ("Iran provided Russia with drones.", "Iran", "Russia"),
        ("Russia was provided with drones by Iran.", "Iran", "Russia"),
        ("Drones were supplied to Russia by Iran.", "Iran", "Russia"),
        ("Russia bought drones from Iran.", "Iran", "Russia"),
        ("Moscow has received artillery shells from Pyongyang.", "North Korea", "Russia"),
        ("Iranian drones were sold to Russia.", "Iran", "Russia"),
        ("Russia's purchase of drones from Iran went ahead.", "Iran", "Russia"),
        ("Russia's transfer of missiles from North Korea breaks a UN ban.", "North Korea", "Russia"),
        ("North Korean arms shipments to Russia have grown.", "North Korea", "Russia"),
        ("Iran's provision of drones to Russia has grown.", "Iran", "Russia"),
        ("The deliveries of missiles to Russia by Iran have begun.", "Iran", "Russia"),
        ("Iran, which sent missiles to Russia, was silent.", "Iran", "Russia"),
        ("The missiles that Russia got from Iran have been used.", "Iran", "Russia"),
        ("Iran sold Belarus loitering munitions.", "Iran", "Belarus"),
        ("Iranian drones are going to Russia.", "Iran", "Russia"),
        ("Russia began shipping North Korean munitions.", "North Korea", "Russia"),
    ],
)
def test_a_verb_or_noun_and_its_arguments_give_both_sides(telling: Telling, words: str, supplier: str, recipient: str) -> None:
    assert (supplier, recipient) in [ends(claim) for claim in telling(words)]


def test_a_maker_is_no_supplier(scene: Callable[[str], Scene]) -> None:
    told = scene("Russian-made tanks were supplied to Libya by Belarus.")
    event = find_events(told, range(len(told.parse)))[0]
    sides = sides_of(told, event)
    assert sides.supplier and sides.supplier.text == "Belarus"
    assert sides.recipient and sides.recipient.text == "Libya"


def test_an_accused_supplies_not_the_accuser(telling: Telling) -> None:
    claims = telling("Ukraine accused Iran of supplying drones to Russia.")
    assert [ends(c) for c in claims if c.kind == "transfer"] == [("Iran", "Russia")]


def test_the_sanctioned_supply_not_those_who_sanction(telling: Telling) -> None:
    claims = telling("Ukraine sanctioned Iran for supplying drones to Russia.")
    assert [ends(c) for c in claims] == [("Iran", "Russia")]


def test_a_pronoun_stands_for_the_nearest_state_that_acts(telling: Telling) -> None:
    claims = telling("Iran denied everything. It has sent drones to Russia.")
    assert ends(claims[-1]) == ("Iran", "Russia")


def test_goods_carried_to_the_usual_supplier_go_that_way(telling: Telling) -> None:
    claims = telling("North Korea shipped munitions to Russia. Empty containers were then carried from Russia to North Korea.")
    assert ends(claims[-1]) == ("Russia", "North Korea")


def test_sides_unsaid_are_inherited_and_say_so(telling: Telling) -> None:
    claims = telling("Iran sent missiles to Russia. The deliveries took place between 3 March and 9 April.")
    last = claims[-1].frame
    assert ends(claims[-1]) == ("Iran", "Russia")
    assert last.supplier and last.supplier.inferred and last.supplier.span is None


def test_a_pair_without_a_direction_stays_unresolved(telling: Telling) -> None:
    claim = telling("An arms deal between Russia and Belarus was signed.")[0]
    assert claim.kind == "negotiation"
    assert claim.frame.supplier and claim.frame.supplier.value is None
    assert claim.frame.supplier.unresolved and "direction" in claim.frame.supplier.unresolved


def test_a_place_of_assembly_gives_the_supplier_as_inferred(telling: Telling) -> None:
    claim = telling("The shells stood ready: 300 containers of munitions assembled in Rajin.")[-1]
    assert claim.frame.origin and claim.frame.origin.text == "Rajin"
    assert claim.frame.supplier and claim.frame.supplier.inferred and ends(claim)[0] == "North Korea"


def test_what_is_given_in_return_turns_the_line_round(telling: Telling) -> None:
    claims = telling("Iran sent missiles to Russia. In return, Russia is sending them military equipment.")
    assert ends(claims[-1]) == ("Russia", "Iran")


def test_who_is_barred_from_supplying_would_be_the_supplier(telling: Telling) -> None:
    claims = telling("Ukraine has barred Iran from supplying drones to Russia.")
    assert ends(claims[-1]) == ("Iran", "Russia")


def test_a_dateline_names_no_side(telling: Telling) -> None:
    claims = telling("MOSCOW, May 9 (Orle) - Missiles from Iran have landed at Olya.")
    assert claims[-1].frame.supplier and claims[-1].frame.supplier.text == "Iran"


def test_who_owns_the_carriers_of_a_relative_clause_is_not_what_they_reach(telling: Telling) -> None:
    claims = telling("Iran, whose planes with missiles began landing at Olya in May 2022, was silent.")
    assert ends(claims[-1]) != (None, "Iran")


@pytest.mark.parametrize(
    "words",
    [
        "Belarus rejected the accusation.",
        "A monitor put the figure at 40.",
        "A docker said that they load after midnight.",
        "An analyst said that ties between Moscow and Tehran had never been closer.",
    ],
)
def test_what_speaks_of_a_delivery_told_before_is_on_its_line(telling: Telling, words: str) -> None:
    last = telling(f"Iran sent missiles to Russia. {words}")[-1].frame
    assert last.supplier and last.supplier.value and last.supplier.value.country == "Iran"
    assert last.recipient and last.recipient.value and last.recipient.value.country == "Russia"


def test_what_speaks_of_something_else_is_on_no_line(telling: Telling) -> None:
    last = telling("Iran sent missiles to Russia. An analyst said that the harvest was poor.")[-1].frame
    assert last.supplier is None
    assert last.recipient is None


def test_talks_of_no_known_kind_are_on_no_line(telling: Telling) -> None:
    last = telling("Iran sent missiles to Russia. An analyst said that discussions of the harvest bored him.")[-1].frame
    assert last.recipient is None


def test_agents_give_for_those_on_whose_behalf_they_act(telling: Telling) -> None:
    claims = telling("Traders acting on behalf of Iran offered missiles to Libya.")
    assert ends(claims[-1]) == ("Iran", "Libya")


def test_a_gerund_before_its_goods_has_both_sides(telling: Telling) -> None:
    claims = telling("What is the reaction in Ukraine to Iran supplying missiles to Russia?")
    assert ends(claims[-1]) == ("Iran", "Russia")


def test_a_relative_clause_of_what_was_said_is_about_its_noun(telling: Telling) -> None:
    claims = telling("Iran sent missiles to Russia. Agents tracked the deliveries, which officials said took place on 3 March.")
    assert ends(claims[-1]) == ("Iran", "Russia")


def test_what_is_crossed_or_left_receives_nothing(telling: Telling) -> None:
    claims = telling("A ship with missiles has left Iran.")
    assert claims[-1].frame.recipient is None


@pytest.mark.parametrize(
    ("words", "recipient"),
    [
        ("Iran built missiles. They were meant for Russia.", "Russia"),
        ("Officials denied that any of the missiles were for Ukraine.", "Ukraine"),
        ("The missiles went on to Libya in May 2022.", "Libya"),
        ("Vehicles with missiles have reached Libya from Belarus.", "Libya"),
        ("Iran gave Belarus “a small number” of drones before it began.", "Belarus"),
    ],
)
def test_whom_goods_are_for_receives_them(telling: Telling, words: str, recipient: str) -> None:
    assert ends(telling(words)[-1])[1] == recipient


def test_what_is_for_somebody_to_say_is_no_delivery(telling: Telling) -> None:
    claims = telling("Missiles are short, the spokesman said. This is for Ukraine to speak to, he said.")
    assert ends(claims[-1])[1] is None


def test_a_maker_in_the_name_of_its_aircraft_supplies_nothing(scene: Callable[[str], Scene]) -> None:
    told = scene("A Ruper 747 has carried missiles to Libya.")
    event = find_events(told, range(len(told.parse)))[0]
    assert sides_of(told, event).supplier is None


def test_those_whom_no_name_tells_stay_unresolved_and_take_no_line(telling: Telling) -> None:
    claims = telling("Iran sent missiles to Libya. Later, deserters sold missiles to Belarus.")
    supplier = claims[-1].frame.supplier
    assert supplier and supplier.text == "deserters" and supplier.value is None
    assert supplier.unresolved == "party: the words do not name one: deserters"


def test_a_carrier_nobody_names_is_not_on_both_sides(telling: Telling) -> None:
    frame = telling("A forwarder moved missiles from Rajin.")[0].frame
    assert frame.recipient is None


def test_goods_from_and_to_somebody_have_sides_without_a_verb_of_giving(telling: Telling) -> None:
    claims = telling("Officials said that missiles from Iran on the route to Russia were new.")
    assert ends(claims[-1]) == ("Iran", "Russia")


@pytest.mark.parametrize(
    "words",
    [
        "Iran approved the sale of missiles to Russia.",
        "Iran has resumed deliveries of drones to Russia.",
        "Iran returned 200 drones to Russia.",
    ],
)
def test_what_a_state_does_with_its_own_deliveries_makes_it_the_supplier(telling: Telling, words: str) -> None:
    assert ends(telling(words)[-1]) == ("Iran", "Russia")


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("Iran stayed silent. Officials say that its missiles went to Russia.", ("Iran", "Russia")),
        ("The Russian army has missiles. The Russian army ordered missiles from it.", (None, "Russia")),
        ("Missiles were shown. Officials say that the number sent to Russia by Iran has grown.", ("Iran", "Russia")),
    ],
)
def test_sides_of_what_only_stands_for_goods(telling: Telling, words: str, sides: tuple[str | None, str | None]) -> None:
    assert ends(telling(words)[-1]) == sides
