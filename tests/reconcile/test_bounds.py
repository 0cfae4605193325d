from newsroom import exactly, more_than, say, up_to, write
from waybill.model.claim import Claim
from waybill.model.delivery import Bound, Line
from waybill.model.document import Publication
from waybill.model.quantity import Quantity
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace

DAY = "2024-03-01"


def told(words: str, amount: Quantity, day: str | None = DAY, **more: object) -> tuple[Publication, Claim]:
    report = write(f"{words}.txt", f"In {words} it came.", day)
    return report, say(report, words, **({"amount": (words, amount), "supplier": "Iran", "recipient": "Russia"} | more))  # type: ignore[arg-type]


def line(*said: tuple[Publication, Claim]) -> Line:
    publications, claims = [p for p, _ in said], [c for _, c in said]
    (only,) = reconcile(claims, trace(publications, claims), publications)
    return only


def lows(*said: tuple[Publication, Claim]) -> list[tuple[str, str, float]]:
    return [(b.date.isoformat(), b.unit, b.low) for b in line(*said).bounds]


def test_a_floor_holds_from_the_end_of_its_window() -> None:
    assert lows(told("1,000 crates", more_than(1000, "crate"), when=("In", "2023-09-07", "2023-10-01"))) == [
        ("2023-10-01", "crate", 1000)
    ]


def test_a_claim_without_a_window_ends_when_it_is_published() -> None:
    assert lows(told("1,000 crates", more_than(1000, "crate"))) == [(DAY, "crate", 1000)]


def test_a_claim_without_any_day_bounds_nothing() -> None:
    assert lows(told("1,000 crates", more_than(1000, "crate"), day=None)) == []


def test_the_bound_never_falls() -> None:
    early = told("1,000 crates", more_than(1000, "crate"), when=("In", None, "2023-10-01"))
    late = told("400 crates", more_than(400, "crate"))
    assert [low for _, _, low in lows(late, early)] == [1000, 1000]


def test_amounts_are_never_summed() -> None:
    a, b = told("300 crates", more_than(300, "crate"), day="2024-01-01"), told("400 crates", more_than(400, "crate"))
    assert [low for _, _, low in lows(a, b)] == [300, 400]


def test_units_are_never_mixed() -> None:
    assert lows(told("300 crates", more_than(300, "crate")), told("40 jets", more_than(40, "jet"))) == [
        (DAY, "crate", 300),
        (DAY, "jet", 40),
    ]


def test_up_to_forces_nothing_and_caps_nothing() -> None:
    (only,) = line(told("1,000 crates", up_to(1000, "crate"))).bounds
    assert (only.low, only.high, only.claims) == (0, None, ())


def test_assembled_goods_bound_no_delivery() -> None:
    assert lows(told("300 crates", exactly(300, "crate"), stage="assembled")) == []


def test_what_is_denied_planned_hedged_or_only_bought_forces_nothing() -> None:
    for more in ({"stance": "denied"}, {"stance": "planned"}, {"stance": "hedged"}, {"kind": "purchase"}):
        assert lows(told("300 crates", exactly(300, "crate"), **more)) == []


def test_a_bound_names_the_claims_that_force_it() -> None:
    weak, strong = told("300 crates", more_than(300, "crate")), told("900 crates", more_than(900, "crate"))
    assert line(weak, strong).bounds == (Bound(line(weak).bounds[0].date, "crate", 900, None, (strong[1].id,)),)


def test_a_hedge_that_hardened_on_the_way_forces_nothing() -> None:
    first = told("up to 1,000 crates", up_to(1000, "crate"))
    later = told("over 1,000 crates", more_than(1000, "crate"), day="2024-03-09", when=("In", "2024-01-01", "2024-02-01"))
    assert {low for _, _, low in lows(first, later)} == {0}


def test_the_stated_ceiling_is_shown_though_it_bounds_nothing() -> None:
    ceiling, floor = line(told("1,000 crates", up_to(1000, "crate"))).extremes
    assert (ceiling.side, ceiling.quantity, ceiling.words) == ("ceiling", 1000, "1,000")
    assert (floor.side, floor.quantity, floor.why) == ("floor", None, "1,000 crates: a ceiling")


def test_a_stack_on_the_quay_is_no_stated_floor() -> None:
    floor = line(told("300 crates", exactly(300, "crate"), stage="assembled")).extremes[-1]
    assert (floor.quantity, floor.why) == (None, "300 crates: assembled, not delivered")


def test_vague_words_state_no_floor_and_no_ceiling() -> None:
    dim = line(told("several hundred crates", Quantity(200, 999, "crate", (200, 999), "range", vague=True)))
    assert [(e.quantity, e.why) for e in dim.extremes] == [
        (None, "no figure is given as a ceiling"),
        (None, "several hundred crates: no figure"),
    ]
    assert dim.bounds[0].low == 200


def test_the_highest_stated_floor_stands() -> None:
    low, high = told("300 crates", more_than(300, "crate")), told("900 crates", exactly(900, "crate"))
    floor = line(low, high).extremes[-1]
    assert (floor.quantity, floor.claims) == (900, (high[1].id,))


def test_a_bound_says_what_tolerance_it_was_computed_with() -> None:
    about = told("about 6,700 crates", exactly(6700, "crate", modifier="~"))
    dim = told("thousands of crates", Quantity(2000, 9999, "crate", (2000, 9999), "range", vague=True), day="2024-01-01")
    assert [(b.low, b.why) for b in line(about, dim).bounds] == [
        (2000, '"thousands of crates" read as 2,000 or more'),
        (6030, "about 6,700 crates less 10%"),
    ]


def test_a_bound_that_somebody_states_as_it_is_was_not_computed() -> None:
    assert line(told("300 crates", more_than(300, "crate"))).bounds[0].why == ""
