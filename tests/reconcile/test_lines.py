from msgspec.structs import replace

from newsroom import exactly, find, more_than, say, speaker, up_to, write
from waybill.model.claim import Claim, Frame, Slot
from waybill.model.delivery import Delivery, Line
from waybill.model.document import Publication
from waybill.model.quantity import Quantity
from waybill.model.time import Window
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace

LINE = {"supplier": "North Korea", "recipient": "Russia"}
TEXT = """As many as 1,000 containers of arms went from North Korea to Russia, a White House spokesman said.
Pictures show 300 containers stacked at Najin, officials said. The shipments ran from 7 September to 1 October.
They went by ship and train to a depot at Tikhoretsk. Moscow called it baseless."""
REPORT = write("ash.txt", TEXT, "2023-10-14", publisher="Ash")
WHOLE = say(REPORT, "As many as 1,000 containers of arms went", amount=("1,000 containers", up_to(1000)), **LINE)
STACK = say(
    REPORT,
    "300 containers stacked at Najin",
    amount=("300 containers", exactly(300)),
    stage="assembled",
    origin="Najin",
    **LINE,
)
WHEN = say(
    REPORT,
    "The shipments ran from 7 September to 1 October",
    when=("from 7 September to 1 October", "2023-09-07", "2023-10-01"),
)
WAY = say(REPORT, "They went by ship and train", mode=("sea", "rail"), destination="Tikhoretsk", **LINE)
DENIAL = say(REPORT, "Moscow called it baseless", by="Moscow", stance="denied", **LINE)


def lines(claims: list[Claim], *publications: Publication) -> tuple[Line, ...]:
    return reconcile(claims, trace(publications, claims), publications)


def deliveries(claims: list[Claim], *publications: Publication) -> tuple[Delivery, ...]:
    (line,) = lines(claims, *publications)
    return line.deliveries


def says(delivery: Delivery) -> list[str]:
    return [j.says for j in delivery.joins]


def short(name: str, words: str, day: str | None, amount: Quantity, **more: object) -> tuple[Publication, Claim]:
    report = write(f"{name}.txt", f"{name} reports: {words}.", day, publisher=name)
    return report, say(report, words, **({"amount": (words, amount)} | LINE | more))  # type: ignore[arg-type]


def test_sentences_of_one_originator_become_one_delivery_by_joins_that_are_listed() -> None:
    (only,) = deliveries([WAY, WHEN, STACK, WHOLE, DENIAL], REPORT)
    assert says(only) == [
        "all 1,000 moved 7 Sep-1 Oct",
        "all 1,000 left from Najin",
        "the 300 belong to the 1,000",
        "all 1,000 went by sea and rail to Tikhoretsk",
    ]
    assert only.joins[0].claims == (WHOLE.id, WHEN.id)


def test_every_value_is_stated_with_its_claims_and_never_blended() -> None:
    (only,) = deliveries([WHOLE, STACK, WHEN], REPORT)
    assert [(s.text, s.claims) for s in only.quantity] == [("1,000 containers", (WHOLE.id,)), ("300 containers", (STACK.id,))]
    assert [s.claims for s in only.window] == [(WHEN.id,)]


def test_a_denial_is_shown_and_constrains_nothing() -> None:
    with_denial, without = (deliveries(c, REPORT)[0] for c in ([WHOLE, DENIAL], [WHOLE]))
    assert with_denial.claims == (WHOLE.id, DENIAL.id)
    assert (with_denial.originators, with_denial.quantity) == (without.originators, without.quantity)


def test_a_delivery_is_named_after_its_earliest_claim() -> None:
    assert str(deliveries([WHEN, WHOLE], REPORT)[0].id) == str(WHOLE.id)


def test_a_side_of_the_line_is_no_place_worth_a_join() -> None:
    report = write("e.txt", "Some 500 containers came. They came from North Korea.", "2024-01-01")
    boxes = say(report, "500 containers came", amount=("500 containers", exactly(500)), **LINE)
    assert says(deliveries([boxes, say(report, "They came", origin="North Korea", **LINE)], report)[0]) == []


def test_voyages_are_no_goods_that_a_place_could_be_joined_to() -> None:
    report = write("e.txt", "The ship made 3 trips. It called at Najin.", "2024-01-01")
    trips = say(report, "made 3 trips", amount=("3 trips", exactly(3, "trip")), **LINE)
    assert says(deliveries([trips, say(report, "It called", origin="Najin", **LINE)], report)[0]) == []


def test_of_details_that_differ_it_is_only_said_that_they_speak_of_the_figure() -> None:
    report = write("e.txt", "Some 500 containers came. One load left Najin by rail. Another left Wonsan by rail.", "2024-01-01")
    boxes = say(report, "500 containers came", amount=("500 containers", exactly(500)), **LINE)
    loads = [say(report, f"left {port}", origin=port, mode=("rail",), **LINE) for port in ("Najin", "Wonsan")]
    joins = deliveries([boxes, *loads], report)[0].joins
    all_three = (boxes.id, loads[0].id, loads[1].id)
    assert [(j.says, j.claims) for j in joins] == [
        ("all 500 went by rail", all_three),
        ("they speak of the same 500", all_three),
    ]


def test_the_day_on_which_a_part_was_seen_is_not_that_of_the_whole() -> None:
    report = write("e.txt", "Some 500 containers came. On 3 May 80 containers stood there.", "2024-06-01")
    boxes = say(report, "500 containers came", amount=("500 containers", exactly(500)), **LINE)
    seen = say(
        report,
        "80 containers stood there",
        amount=("80 containers", exactly(80, measure="detected")),
        when=("On 3 May", "2024-05-03", "2024-05-03"),
        **LINE,
    )
    assert says(deliveries([boxes, seen], report)[0]) == ["the 80 belong to the 500"]


def test_an_outlets_detail_belongs_to_the_only_figure_its_text_attributes() -> None:
    own = say(REPORT, "They went by ship and train", by=None, mode=("sea", "rail"), **LINE)
    (only,) = deliveries([WHOLE, own], REPORT)
    assert (says(only), only.originators) == (["all 1,000 went by sea and rail"], 1)


def test_a_word_of_another_that_tells_nothing_goes_with_the_only_movement_of_its_text() -> None:
    vague = say(REPORT, "They went", by="Kyiv", **LINE)
    (only,) = deliveries([WHOLE, vague], REPORT)
    assert (only.claims, only.originators) == ((WHOLE.id, vague.id), 1)


def test_a_purchase_says_nothing_of_the_movement() -> None:
    deal = say(REPORT, "They went", kind="purchase", origin="Najin", **LINE)
    (only,) = deliveries([WHOLE, deal], REPORT)
    assert (only.origin, says(only)) == ((), [])


def test_a_claim_without_sides_takes_those_of_the_only_line_of_its_document() -> None:
    vague = say(REPORT, "The shipments ran")
    (only,) = deliveries([WHOLE, vague], REPORT)
    assert says(only) == ["the statement is about North Korea to Russia"] and vague.id in only.claims


def test_a_claim_without_sides_stays_out_where_two_lines_fit() -> None:
    back = say(REPORT, "Moscow called it", supplier="Russia", recipient="North Korea")
    claims = {c for line in lines([WHOLE, back, WHEN], REPORT) for d in line.deliveries for c in d.claims}
    assert claims == {WHOLE.id, back.id}


def test_a_claim_without_sides_takes_none_from_another_document() -> None:
    other = write("b.txt", "The shipments ran late.", "2023-10-15")
    assert deliveries([WHOLE, say(other, "The shipments ran")], REPORT, other)[0].claims == (WHOLE.id,)


def test_a_transfer_within_one_country_is_no_line() -> None:
    assert not lines([say(REPORT, "They went by ship", supplier="Russia", recipient="Russia")], REPORT)


def test_detail_of_days_apart_is_no_detail_of_the_figure() -> None:
    report = write("c.txt", "In May 40 lorries crossed. In July they came by rail.", "2024-08-01")
    figure = say(
        report,
        "40 lorries crossed",
        amount=("40 lorries", exactly(40, "lorry")),
        when=("In May", "2024-05-01", "2024-05-31"),
        **LINE,
    )
    rail = say(report, "they came by rail", mode=("rail",), when=("In July", "2024-07-01", "2024-07-31"), **LINE)
    assert [d.claims for d in deliveries([figure, rail], report)] == [(figure.id,), (rail.id,)]


def test_a_window_wider_than_the_figures_own_needs_no_join() -> None:
    report = write("c.txt", "In May 40 lorries crossed. Arms have crossed this year.", "2024-08-01")
    figure = say(
        report,
        "40 lorries crossed",
        amount=("40 lorries", exactly(40, "lorry")),
        when=("In May", "2024-05-01", "2024-05-31"),
        **LINE,
    )
    year = say(report, "Arms have crossed", when=("this year", "2024-01-01", "2024-08-01"), **LINE)
    assert deliveries([figure, year], report)[0].joins == ()


def test_a_window_without_a_known_year_is_still_named_by_its_days() -> None:
    words = find(REPORT, "from 7 September to 1 October")
    when = Slot(words, "from 7 September to 1 October", Window("XXXX-09-07/XXXX-10-01"), "year: no date is known")
    undated = replace(WHEN, frame=Frame(window=when))
    assert says(deliveries([WHOLE, undated], REPORT)[0])[0] == "all 1,000 moved 7 Sep-1 Oct"


def test_counters_that_differ_are_apart_and_never_summed() -> None:
    a, first = short("Ash", "some 6,700 containers", "2024-02-26", exactly(6700), by="South Korean officials")
    b, later = short("Birch", "over 10,000 containers", "2024-05-10", more_than(10000), by="US officials")
    (line,) = lines([first, later], a, b)
    assert [d.claims for d in line.deliveries] == [(first.id,), (later.id,)]
    assert max(b.low for b in line.bounds) == 10000


def test_two_originators_of_the_same_figure_share_a_delivery() -> None:
    a, first = short("Ash", "6,700 containers", "2024-02-26", exactly(6700), by="South Korean officials")
    b, later = short("Birch", "6,700 crates of all kinds", "2024-03-10", exactly(6700), by="US officials", basis="imagery")
    (only,) = deliveries([first, later], a, b)
    assert only.originators == 2


def test_a_circular_retelling_adds_no_originator() -> None:
    a, first = short("Ash", "6,700 containers", "2024-02-26", exactly(6700), by="South Korean officials")
    b, later = short("Birch", "at least 6,700 containers", "2024-03-10", more_than(6700), by="US officials")
    (only,) = deliveries([first, later], a, b)
    assert (only.claims, only.originators) == ((first.id, later.id), 1)


def test_unnamed_officials_are_counted_apart() -> None:
    a, first = short("Ash", "6,700 containers", "2024-02-26", exactly(6700), by="a Western official")
    (only,) = deliveries([first], a)
    assert (only.originators, only.unnamed) == (0, 1)


def test_small_counts_on_different_days_are_different_deliveries() -> None:
    a, first = short("Ash", "two ships", "2024-02-26", exactly(2, "ship"))
    b, later = short("Birch", "2 ships", "2024-06-26", exactly(2, "ship"), by="Kyiv")
    assert len(deliveries([first, later], a, b)) == 2


def test_claims_without_particulars_are_together_and_no_movement() -> None:
    a, b = write("a.txt", "Arms went.", "2024-01-01"), write("b.txt", "Weapons were given.", "2024-01-05")
    first, later = say(a, "Arms went", **LINE), say(b, "Weapons were given", by="Kyiv", **LINE)
    (only,) = deliveries([first, later], a, b)
    assert (only.claims, only.originators, only.particulars) == ((first.id, later.id), 2, False)


def test_a_plan_or_denial_without_particulars_of_another_text_is_no_part_of_one_of_two_movements() -> None:
    a, first = short("Ash", "some 6,700 containers", "2024-02-26", exactly(6700), by="South Korean officials")
    b, later = short("Birch", "over 10,000 containers", "2024-05-10", more_than(10000), by="US officials")
    c = write("c.txt", "Moscow called it false. Pyongyang may send more.", "2024-01-01")
    denial = say(c, "called it false", by="Moscow", stance="denied", **LINE)
    plan = say(c, "may send more", by="Kyiv", stance="planned", **LINE)
    found = deliveries([first, later, denial, plan], a, b, c)
    assert [(d.claims, d.particulars) for d in found] == [
        ((first.id,), True),
        ((later.id,), True),
        ((denial.id, plan.id), False),
    ]
    assert found[-1].originators == 0


def test_a_plan_with_a_figure_of_its_own_is_apart_from_what_moved() -> None:
    a, moved = short("Ash", "some 6,700 containers", "2024-02-26", exactly(6700))
    b, plan = short("Birch", "300 drones", "2024-05-10", exactly(300, "drone"), stance="planned")
    assert [d.claims for d in deliveries([moved, plan], a, b)] == [(moved.id,), (plan.id,)]


def test_what_was_charged_before_is_no_part_of_the_movement_told_beside_it() -> None:
    text = "They went by ship and train. Washington has in the past accused Moscow of buying shells."
    report = write("e.txt", text, "2023-10-14")
    way = say(report, "They went by ship and train", mode=("sea", "rail"), **LINE)
    charge = say(report, "Washington has in the past accused Moscow of buying shells", kind="purchase", **LINE)
    assert [(d.claims, d.particulars) for d in deliveries([way, charge], report)] == [((way.id,), True), ((charge.id,), False)]


def test_what_was_charged_before_is_tied_by_a_figure() -> None:
    text = "Some 500 containers came by ship. Previously, Washington spoke of 500 containers."
    report = write("e.txt", text, "2023-10-14")
    moved = say(report, "500 containers came", amount=("500 containers", exactly(500)), **LINE)
    before = say(report, "spoke of 500 containers", amount=("500 containers", exactly(500)), **LINE)
    assert len(deliveries([moved, before], report)) == 1


def test_a_plan_alone_is_a_delivery_that_states_nothing_yet() -> None:
    a, plan = short("Ash", "several hundred drones", "2022-07-12", exactly(300, "drone"), stance="planned")
    (only,) = deliveries([plan], a)
    assert (only.claims, only.quantity, only.originators) == ((plan.id,), (), 1)


def test_capacity_is_no_content() -> None:
    report = write("d.txt", "Some 500 containers came. They could hold 90,000 shells.", "2024-01-01")
    boxes = say(report, "500 containers came", amount=("500 containers", exactly(500)), **LINE)
    room = say(
        report, "They could hold 90,000 shells", amount=("90,000 shells", exactly(90000, "shell", measure="capacity")), **LINE
    )
    (line,) = lines([boxes, room], report)
    assert {b.unit for b in line.bounds} == {"container"}
    assert says(line.deliveries[0]) == ["the 500 could hold 90,000 shells"]


def test_other_kinds_of_claims_draw_no_line() -> None:
    assert not lines([say(REPORT, "Moscow called it", kind="visit", **LINE)], REPORT)


def test_speakers_of_one_government_are_one_originator() -> None:
    by_name = say(REPORT, "They went by ship", by=speaker("US spokesman"), **LINE)
    assert deliveries([WHOLE, by_name], REPORT)[0].originators == 1
