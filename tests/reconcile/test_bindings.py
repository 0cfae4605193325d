"""What analysts bind together and apart."""

from msgspec.structs import replace

from newsroom import exactly, say, up_to, write
from waybill.model.claim import Claim
from waybill.model.delivery import Delivery, Line
from waybill.model.document import Publication
from waybill.model.judgement import Binding, JudgementNumber
from waybill.reconcile.kept import unkept
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace

LINE = {"supplier": "North Korea", "recipient": "Russia"}
TEXT = """As many as 1,000 containers of arms went from North Korea to Russia, a White House spokesman said.
The shipments ran from 7 September to 1 October. The boxes were loaded in Najin.
In a separate case 400 trucks went from North Korea to Russia. Moscow called all of it baseless."""
REPORT = write("ash.txt", TEXT, "2023-10-14", publisher="Ash")
BOXES = say(REPORT, "As many as 1,000 containers of arms went", amount=("1,000 containers", up_to(1000)), **LINE)
WHEN = say(
    REPORT,
    "The shipments ran from 7 September to 1 October",
    when=("from 7 September to 1 October", "2023-09-07", "2023-10-01"),
    **LINE,
)
PORT = say(REPORT, "The boxes were loaded in Najin", origin="Najin", **LINE)
TRUCKS = say(REPORT, "400 trucks went", amount=("400 trucks", exactly(400, "truck")), **LINE)
DENIAL = say(REPORT, "Moscow called all of it baseless", by="Moscow", stance="denied", **LINE)
ALL = [BOXES, WHEN, PORT, TRUCKS, DENIAL]

ELSEWHERE = write(
    "birch.txt", "Iran sent 30 drones to Russia. Someone saw the drones at sea. It was secret.", "2023-11-01", publisher="Birch"
)
DRONES = say(ELSEWHERE, "Iran sent 30 drones", amount=("30 drones", exactly(30, "drone")), supplier="Iran", recipient="Russia")
SECRET = say(ELSEWHERE, "It was secret", by="a sailor")


def join(number: int, *claims: Claim, says: str = "") -> Binding:
    return Binding(JudgementNumber(number), False, tuple(c.id for c in claims), says, "R. Okafor", "same ship")


def split(number: int, *claims: Claim, says: str = "") -> Binding:
    return replace(join(number, *claims, says=says), apart=True)


def lines(claims: list[Claim], *bindings: Binding, publications: tuple[Publication, ...] = (REPORT,)) -> tuple[Line, ...]:
    return reconcile(claims, trace(publications, claims), publications, bindings)


def movements(*bindings: Binding, claims: list[Claim] = ALL) -> list[set[str]]:
    return [set(d.claims) for line in lines(claims, *bindings) for d in line.deliveries]


def delivery_of(claim: Claim, *bindings: Binding) -> Delivery:
    (line,) = lines(ALL, *bindings)
    return next(d for d in line.deliveries if claim.id in d.claims)


def says(delivery: Delivery) -> list[str]:
    return [j.says for j in delivery.joins]


def not_kept(
    claims: list[Claim], *bindings: Binding, publications: tuple[Publication, ...] = (REPORT,)
) -> dict[JudgementNumber, str]:
    return unkept(bindings, trace(publications, claims), lines(claims, *bindings, publications=publications))


def ids(*claims: Claim) -> set[str]:
    return {c.id for c in claims}


def test_without_a_word_of_an_analyst_two_figures_are_two_movements() -> None:
    assert movements() == [ids(BOXES, WHEN, PORT), ids(TRUCKS, DENIAL)]


def test_figures_joined_by_hand_are_one_movement_with_all_that_is_said_of_them() -> None:
    assert movements(join(1, BOXES, TRUCKS)) == [ids(*ALL)]


def test_a_join_by_hand_is_listed_first_and_says_who_made_it_and_why() -> None:
    first = delivery_of(BOXES, join(4, BOXES, TRUCKS)).joins[0]
    assert (first.says, first.claims, first.judged) == ("joined by R. Okafor: same ship", (BOXES.id, TRUCKS.id), 4)


def test_a_join_by_hand_is_split_again_by_its_own_words() -> None:
    shown = delivery_of(BOXES, join(4, BOXES, TRUCKS)).joins[0]
    assert movements(join(4, BOXES, TRUCKS), split(5, BOXES, TRUCKS, says=shown.says)) == movements()


def test_a_join_by_hand_that_another_accepts_is_marked_as_accepted() -> None:
    shown = delivery_of(BOXES, join(4, BOXES, TRUCKS)).joins[0]
    accepted = join(4, BOXES, TRUCKS), join(5, BOXES, TRUCKS, says=shown.says)
    assert delivery_of(BOXES, *accepted).joins[0] == replace(shown, judged=JudgementNumber(5))
    assert not_kept(ALL, *accepted) == {}


def test_a_detail_goes_with_the_figure_it_was_joined_to_and_leaves_the_other() -> None:
    assert movements(join(1, WHEN, TRUCKS)) == [ids(BOXES, PORT), ids(WHEN, TRUCKS, DENIAL)]


def test_a_denial_is_shown_where_it_was_put_and_draws_nothing_with_it() -> None:
    assert movements(join(1, DENIAL, BOXES)) == [ids(BOXES, WHEN, PORT, DENIAL), ids(TRUCKS)]


def test_a_split_detail_is_lost_nowhere_and_its_joins_are_gone() -> None:
    apart = split(1, BOXES, WHEN)
    assert movements(apart) == [ids(BOXES, PORT), ids(WHEN), ids(TRUCKS, DENIAL)]
    assert "all 1,000 moved 7 Sep-1 Oct" not in says(delivery_of(BOXES, apart))
    assert set().union(*movements(apart)) == ids(*ALL)


def test_what_is_split_does_not_meet_again_by_way_of_a_third() -> None:
    apart = split(1, WHEN, PORT)
    assert not any(ids(WHEN, PORT) <= held for held in movements(apart))
    assert set().union(*movements(apart)) == ids(*ALL)


def test_the_latest_binding_of_the_same_claims_wins() -> None:
    assert movements(join(1, BOXES, TRUCKS), split(2, BOXES, TRUCKS)) == movements(split(2, BOXES, TRUCKS))
    assert movements(split(1, BOXES, TRUCKS), join(2, BOXES, TRUCKS)) == movements(join(2, BOXES, TRUCKS))


def test_later_joins_by_way_of_a_third_go_before_an_earlier_split() -> None:
    bindings = split(1, BOXES, TRUCKS), join(2, BOXES, DENIAL), join(3, DENIAL, TRUCKS)
    assert movements(*bindings) == [ids(*ALL)]
    assert not_kept(ALL, *bindings) == {1: "its claims are in one delivery (judgements 2, 3 are later)"}


def test_an_accepted_join_of_the_account_is_marked() -> None:
    held = delivery_of(BOXES, join(3, BOXES, PORT, says="all 1,000 left from Najin"))
    assert [(j.says, j.judged) for j in held.joins] == [("all 1,000 moved 7 Sep-1 Oct", None), ("all 1,000 left from Najin", 3)]


def test_a_split_join_of_the_account_is_not_made_and_its_claims_stay_together() -> None:
    held = delivery_of(BOXES, split(3, BOXES, PORT, says="all 1,000 left from Najin"))
    assert set(held.claims) == ids(BOXES, WHEN, PORT)
    assert says(held) == ["all 1,000 moved 7 Sep-1 Oct", "they speak of the same 1,000"]


def test_a_join_accepted_after_its_split_is_made_again() -> None:
    words = "all 1,000 left from Najin"
    bindings = split(1, BOXES, PORT, says=words), join(2, BOXES, PORT, says=words)
    assert (words, 2) in [(j.says, j.judged) for j in delivery_of(BOXES, *bindings).joins]


def test_an_acceptance_of_a_join_that_is_no_longer_made_is_told() -> None:
    words = "all 900 left from Najin"
    assert not_kept(ALL, join(5, BOXES, PORT, says=words)) == {5: f'no such join is made any more: "{words}"'}


def test_a_join_across_lines_is_told_and_not_kept() -> None:
    claims, publications = [*ALL, DRONES], (REPORT, ELSEWHERE)
    told = not_kept(claims, join(1, BOXES, DRONES), publications=publications)
    assert told == {1: "its claims are on 2 lines (Iran to Russia, North Korea to Russia), and a delivery is on one"}


def test_a_claim_without_sides_takes_those_of_what_it_was_joined_to() -> None:
    claims, publications = [*ALL, DRONES, SECRET], (REPORT, ELSEWHERE)
    bindings = [join(1, SECRET, TRUCKS)]
    found = lines(claims, *bindings, publications=publications)
    (held,) = [(line.supplier, d) for line in found for d in line.deliveries if SECRET.id in d.claims]
    assert held[0] == "North Korea"
    assert TRUCKS.id in held[1].claims
    assert not_kept(claims, *bindings, publications=publications) == {}


def test_a_claim_leaves_a_line_where_the_join_that_lends_its_sides_is_split() -> None:
    publications = (ELSEWHERE,)
    lent = lines([DRONES, SECRET], publications=publications)[0].deliveries
    (join_made,) = [j for d in lent for j in d.joins if SECRET.id in j.claims]
    apart = Binding(JudgementNumber(1), True, join_made.claims, join_made.says)
    left = lines([DRONES, SECRET], apart, publications=publications)
    assert [d.claims for line in left for d in line.deliveries] == [(DRONES.id,)]


def test_a_claim_that_left_a_line_comes_back_with_what_it_is_joined_to_since() -> None:
    publications = (ELSEWHERE,)
    (lent,) = [j for line in lines([DRONES, SECRET], publications=publications) for d in line.deliveries for j in d.joins]
    apart = Binding(JudgementNumber(1), True, lent.claims, lent.says)
    (line,) = lines([DRONES, SECRET], apart, join(2, DRONES, SECRET), publications=publications)
    assert [set(d.claims) for d in line.deliveries] == [ids(DRONES, SECRET)]


def test_an_echo_stands_for_the_claim_that_it_repeats() -> None:
    copy = write("copy.txt", TEXT, "2023-10-20", publisher="Copy")
    again = say(copy, "400 trucks went", amount=("400 trucks", exactly(400, "truck")), **LINE)
    publications = (REPORT, copy)
    claims = [*ALL, again]
    assert again.id in trace(publications, claims).echo_of
    bindings = [join(1, BOXES, again)]
    (held,) = (d for line in lines(claims, *bindings, publications=publications) for d in line.deliveries)
    assert set(held.claims) == ids(*ALL)
    assert not_kept(claims, *bindings, publications=publications) == {}


def test_a_claim_cannot_be_split_from_its_echo_and_that_is_told() -> None:
    copy = write("copy.txt", TEXT, "2023-10-20", publisher="Copy")
    again = say(copy, "400 trucks went", amount=("400 trucks", exactly(400, "truck")), **LINE)
    assert not_kept([*ALL, again], split(1, TRUCKS, again), publications=(REPORT, copy)) == {
        1: "it is on one claim, or on a claim and its echo"
    }


def test_a_binding_of_a_claim_that_is_not_there_is_told() -> None:
    assert not_kept(ALL, join(1, BOXES, DRONES)) == {1: "1 of its claims is rejected or on no line"}


def test_a_figure_with_details_tells_which_line_lent_it_its_sides() -> None:
    open_sided = replace(BOXES, frame=replace(BOXES.frame, supplier=None))
    (line,) = lines([open_sided, WHEN, PORT, TRUCKS, DENIAL])
    told = [j.says for d in line.deliveries for j in d.joins if open_sided.id in j.claims]
    assert told == [
        "all 1,000 moved 7 Sep-1 Oct",
        "all 1,000 left from Najin",
        "the statement on 1,000 containers is about North Korea to Russia",
    ]
