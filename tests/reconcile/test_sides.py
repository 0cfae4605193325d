import pytest
from msgspec.structs import replace

from newsroom import exactly, say, write
from waybill.model.claim import Claim, Slot
from waybill.model.document import Publication
from waybill.model.things import Party
from waybill.reconcile.lines import reconcile
from waybill.reference.sides import side_of
from waybill.trace.genealogy import trace

NEWS = write("news.txt", "Some 500 crates went by ship. The port denied it. Drones were promised. 40 jets left.", "2024-05-01")
EAST = {"supplier": "Iran", "recipient": "Russia"}


def lines(*claims: Claim, of: Publication = NEWS) -> list[tuple[str, str]]:
    return [(line.supplier, line.recipient) for line in reconcile(claims, trace([of], claims), [of])]


@pytest.mark.parametrize(
    ("party", "side"),
    [
        (Party("Kim Jong-un", "person", None, None), "North Korea"),
        (Party("South Korean defence ministry", "government", None, None), "South Korea"),
        (Party("Rosoboronexport", "company", "Russia", None), "Russia"),
        (Party("Houthis", "movement", "Yemen", "houthis"), "Houthis"),
        (Party("Khalifa Haftar", "person", "Libya", None), "Libyan National Army"),
        (Party("African Union", "international", None, None), "African Union"),
        (Party("Quay Traders", "company", None, None), "Quay Traders"),
    ],
)
def test_whoever_acts_for_a_state_stands_on_its_side_and_movements_on_their_own(party: Party, side: str) -> None:
    assert side_of(party) == side


def test_a_leader_draws_no_line_of_his_own() -> None:
    state = say(NEWS, "500 crates went", amount=("500 crates", exactly(500, "crate")), **EAST)
    leader = say(NEWS, "40 jets left", amount=("40 jets", exactly(40, "jet")), **EAST)
    person = Slot(None, "Khamenei", Party("Ali Khamenei", "person", None, None))
    assert lines(state, replace(leader, frame=replace(leader.frame, supplier=person))) == [("Iran", "Russia")]


def test_the_line_with_most_figures_comes_first_and_plans_come_last() -> None:
    figure = say(NEWS, "500 crates went", amount=("500 crates", exactly(500, "crate")), supplier="Syria", recipient="Libya")
    vague = say(NEWS, "40 jets left", supplier="Iran", recipient="Russia")
    plan = say(NEWS, "Drones were promised", stance="planned", supplier="Belarus", recipient="Mali")
    assert lines(plan, vague, figure) == [("Syria", "Libya"), ("Iran", "Russia"), ("Belarus", "Mali")]


def test_a_join_says_what_is_taken_to_be_about_the_line() -> None:
    whole = say(NEWS, "500 crates went", amount=("500 crates", exactly(500, "crate")), **EAST)
    denial, ship = say(NEWS, "The port denied it", stance="denied"), say(NEWS, "by ship", mode=("sea",))
    claims = [whole, denial, ship]
    (line,) = reconcile(claims, trace([NEWS], claims), [NEWS])
    says = [join.says for delivery in line.deliveries for join in delivery.joins]
    assert "the denial is about Iran to Russia" in says and "all 500 went by sea" in says


def test_a_retelling_without_sides_takes_those_of_what_it_retells() -> None:
    later = write("later.txt", "Over 500 crates left Najin, said Kyiv. Nothing else.", "2024-05-09")
    first = say(NEWS, "500 crates went", by="Kyiv", amount=("500 crates", exactly(500, "crate")), **EAST)
    again = say(later, "Over 500 crates left", by="Kyiv", amount=("500 crates", exactly(500, "crate")), origin="Najin")
    claims = [again, first]
    (line,) = reconcile(claims, trace([NEWS, later], claims), [NEWS, later])
    (delivery,) = line.deliveries
    assert delivery.claims == (first.id, again.id)
    assert [(j.says, j.claims) for j in delivery.joins] == [
        ("the statement on 500 crates is about Iran to Russia", (first.id, again.id))
    ]


def test_what_its_retelling_says_of_the_sides_is_lent_to_the_first_telling() -> None:
    later = write("later.txt", "Over 500 crates went from Iran to Russia, said Kyiv.", "2024-05-09")
    first = say(NEWS, "500 crates went", by="Kyiv", amount=("500 crates", exactly(500, "crate")))
    again = say(later, "500 crates went from Iran", by="Kyiv", amount=("500 crates", exactly(500, "crate")), **EAST)
    claims = [again, first]
    (line,) = reconcile(claims, trace([NEWS, later], claims), [NEWS, later])
    assert first.id in line.deliveries[0].claims
    assert "the statement on 500 crates is about Iran to Russia" in [j.says for j in line.deliveries[0].joins]


def test_a_denial_about_a_state_is_shown_with_the_line_of_the_movement_in_it() -> None:
    crates = say(NEWS, "500 crates went", supplier="Iran", recipient="Houthis")
    denial = say(NEWS, "The port denied it", stance="denied", supplier="Iran", recipient="Yemen")
    assert lines(crates, denial) == [("Iran", "Houthis")]


def test_a_delivery_to_a_state_is_none_to_a_movement_in_it() -> None:
    crates = say(NEWS, "500 crates went", supplier="Iran", recipient="Houthis")
    jets = say(NEWS, "40 jets left", supplier="Iran", recipient="Yemen")
    assert len(lines(crates, jets)) == 2
