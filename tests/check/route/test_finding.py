"""Could it have made the way in the time claimed?"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waybill.check.route.find import Routes
from waybill.model.claim import Mode
from waybill.model.finding import Answer, Assumed, Consignment, Finding
from waybill.model.quantity import Quantity
from waybill.model.things import Item, Vessel
from waybill.model.time import Window
from ways import RUSSIA, SEPTEMBER, containers, days, delivery, place

BETTER: dict[Answer, int] = {"no": 0, "consistent": 1, "yes": 2}
SHELLS = Item("152 mm shells", "ammunition_large", 152)


def case(window: Window, amounts: tuple[Quantity, ...] = (), vessels: tuple[Vessel, ...] = ()) -> Consignment:
    return delivery("Rajin", "Tikhoretsk", "sea", "rail", window=window, amounts=amounts, via=("Dunay",), vessels=vessels)


def says(finding: Finding, words: str) -> bool:
    return any(words in reason.text for reason in finding.reasons)


def test_one_load_makes_the_way_in_september_at_the_usual_pace(routes: Routes) -> None:
    assert routes.finding(case(days(*SEPTEMBER))).answer == "yes"


def test_all_thousand_make_it_only_at_container_trains_speed(routes: Routes) -> None:
    finding = routes.finding(case(days(*SEPTEMBER), containers(1000)))
    assert finding.answer == "consistent"
    assert says(finding, "all 1,000 containers in 4 voyages, then 8 trains")
    assert says(finding, "in 5 voyages, then 10 trains")


@pytest.mark.parametrize("landed", ["2023-09-12", "2023-09-21"])
def test_the_latest_landing_is_told_for_block_and_for_container_trains(routes: Routes, landed: str) -> None:
    assert says(routes.finding(case(days(*SEPTEMBER), containers(1000))), f"must have landed by {landed}")


def test_in_seven_days_they_do_not(routes: Routes) -> None:
    week = days(date(2023, 9, 7), date(2023, 9, 13))
    assert routes.finding(case(week, containers(1000))).answer == "no"


def test_named_ships_share_the_voyages(routes: Routes) -> None:
    named = (Vessel("Orion Blue", None, None), Vessel("Kestrel", None, None))
    one, two = (routes.finding(case(days(*SEPTEMBER), containers(2000), ships)) for ships in (named[:1], named))
    assert says(two, "the 2 that are named go to and fro")
    assert says(one, "one goes, as no more are named, to and fro")


def test_every_leg_and_every_scenario_is_told_with_a_source(routes: Routes) -> None:
    finding = routes.finding(case(days(*SEPTEMBER), containers(1000)))
    assert all(reason.text and reason.source for reason in finding.reasons)
    assert says(finding, "Rajin to Dunay by sea, 190 km by the land mask; ends and mode stated; the path is inferred")
    for pace in ("at the fastest", "at the usual pace", "at the slow pace"):
        assert says(finding, f"{pace} (")
        assert says(finding, f"{pace} all 1,000 containers")


def test_an_answer_that_rests_on_a_join_says_so(routes: Routes) -> None:
    joined = delivery("Rajin", "Moscow", "rail", assumed=(Assumed("origin", "two claims were joined"),))
    (reason,) = [r for r in routes.finding(joined).reasons if r.source == "assumption: origin"]
    assert reason.text == "the origin is taken, not stated: two claims were joined"


def test_what_no_sentence_states_of_other_slots_is_not_told_here(routes: Routes) -> None:
    told = delivery("Rajin", "Moscow", "rail", assumed=(Assumed("recipient", "two claims were joined"),))
    assert not says(routes.finding(told), "joined")


@pytest.mark.parametrize("origin", [None, RUSSIA])
def test_without_a_known_origin_the_answer_is_unknown(routes: Routes, origin: object) -> None:
    told = Consignment(origin=RUSSIA if origin else None, destination=place("Moscow"), window=days(*SEPTEMBER))
    finding = routes.finding(told)
    assert finding.answer == "unknown"
    assert says(finding, "of the origin only Russia is known" if origin else "no origin is known")


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (days(date(2023, 9, 7), None), "begun on 2023-09-07, it would have ended on"),
        (days(None, date(2023, 10, 1)), "ended by 2023-10-01, it would have begun by"),
        (days(None, None), "the window is open"),
    ],
)
def test_an_open_window_leaves_it_unknown_and_tells_what_would_follow(routes: Routes, window: Window, words: str) -> None:
    finding = routes.finding(case(window))
    assert finding.answer == "unknown"
    assert says(finding, words)


def test_a_year_is_time_enough(routes: Routes) -> None:
    year = Window("2023", date(2023, 1, 1), date(2023, 12, 31), date(2023, 1, 1), date(2023, 12, 31))
    assert routes.finding(case(year, containers(1000))).answer == "yes"


def test_a_single_day_rules_out_no_way_that_takes_longer(routes: Routes) -> None:
    finding = routes.finding(case(days(date(2023, 9, 7), date(2023, 9, 7))))
    assert finding.answer == "unknown"
    assert says(finding, "one day is all that is said")


def test_a_flight_is_made_within_its_day(routes: Routes) -> None:
    day = days(date(2023, 6, 1), date(2023, 6, 1))
    assert routes.finding(delivery("Abu Dhabi", "Amdjarass", "air", window=day)).answer == "yes"


def test_where_no_mode_is_stated_too_slow_by_land_and_sea_is_no_no(routes: Routes) -> None:
    week = days(date(2023, 9, 7), date(2023, 9, 10))
    assert routes.finding(delivery("Rajin", "Moscow", window=week)).answer == "unknown"
    assert routes.finding(delivery("Rajin", "Moscow", "rail", window=week)).answer == "no"


def test_shells_are_carried_as_the_containers_that_named_factors_make_of_them(routes: Routes) -> None:
    amount = (Quantity(300_000, 300_000, "shell", (300_000,)),)
    finding = routes.finding(delivery("Rajin", "Tikhoretsk", "sea", "rail", amounts=amount, via=("Dunay",), goods=(SHELLS,)))
    assert any(reason.source.startswith("factor shells-152-") for reason in finding.reasons)
    assert says(finding, "at the fastest all 600 containers in 2 voyages")


def test_goods_of_which_nothing_says_how_many_a_carrier_takes_leave_the_whole_unknown(routes: Routes) -> None:
    amount = (Quantity(40, 40, "missile", (40,)),)
    finding = routes.finding(delivery("Rajin", "Tikhoretsk", "sea", "rail", amounts=amount))
    assert finding.answer == "unknown"
    assert says(finding, "one load would have arrived at the usual pace")


def test_a_rate_or_capacity_is_no_amount_to_carry(routes: Routes) -> None:
    told = (Quantity(90_000, 90_000, "container", (), "=", "capacity"),)
    assert not says(routes.finding(case(days(*SEPTEMBER), told)), "90,000")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 5000))
def test_more_days_never_make_an_answer_worse(routes: Routes, length: int, more: int, count: int) -> None:
    first = date(2023, 9, 7)
    short, long = (
        routes.finding(case(days(first, first + timedelta(days=n)), containers(count))) for n in (1 + length, 1 + length + more)
    )
    assert BETTER[short.answer] <= BETTER[long.answer]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 60), st.integers(1, 3000), st.integers(0, 3000))
def test_more_containers_never_make_an_answer_better(routes: Routes, length: int, count: int, more: int) -> None:
    window = days(date(2023, 9, 7), date(2023, 9, 7) + timedelta(days=length))
    few, many = (routes.finding(case(window, containers(n))) for n in (count, count + more))
    assert BETTER[few.answer] >= BETTER[many.answer]


@pytest.mark.parametrize(
    ("start", "end", "mode"),
    [("Bandar Abbas", "Hodeidah", "sea"), ("Bandar Anzali", "Olya", "sea"), ("Amdjarass", "Darfur", "road")],
)
def test_other_ways_are_made_in_a_fortnight_and_two_are_not_in_two_days(
    routes: Routes, start: str, end: str, mode: Mode
) -> None:
    first = date(2023, 9, 7)
    fortnight, two = (
        routes.finding(delivery(start, end, mode, window=days(first, first + timedelta(days=n)))) for n in (13, 1)
    )
    assert fortnight.answer == "yes"
    assert two.answer == ("yes" if mode == "road" else "no")


def test_asked_again_it_answers_alike(routes: Routes) -> None:
    told = case(days(*SEPTEMBER), containers(1000))
    assert routes.finding(told) == routes.finding(told)
