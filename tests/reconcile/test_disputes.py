from msgspec.structs import replace

from newsroom import exactly, more_than, say, up_to, write
from waybill.model.claim import Claim
from waybill.model.delivery import Line
from waybill.model.document import Publication
from waybill.model.quantity import Quantity
from waybill.model.things import Item
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace

Told = tuple[Publication, Claim]
WHEN = ("in those days", "2023-09-01", "2023-12-31")
LATER = ("in those days", "2023-10-01", "2023-11-30")


def told(by: str, amount: Quantity, when: tuple[str, str | None, str] | None = WHEN, **more: object) -> Told:
    report = write(f"{by}{amount}{when}.txt", f"{by}: so many crates came in those days.", "2024-05-01", publisher=by)
    known = {"supplier": "Iran", "recipient": "Russia"} | ({"when": when} if when else {}) | more
    return report, say(report, "so many crates came", by=by, amount=("so many crates", amount), **known)


def line(*said: Told) -> Line:
    publications, claims = [p for p, _ in said], [c for _, c in said]
    (only,) = reconcile(claims, trace(publications, claims), publications)
    return only


def ids(*said: Told) -> set[str]:
    return {claim.id for _, claim in said}


CEILING = told("US officials", up_to(700, "crate"))


def test_the_arithmetic_is_told_in_words_with_what_dissolves_it() -> None:
    (found,) = line(told("South Korean officials", more_than(1000, "crate"), LATER), CEILING).contradictions
    assert found.why == (
        "at most 700 (crate) from 1 Sep 2023 to 31 Dec 2023 according to US officials; "
        "at least 1,000 (crate) from 1 Oct 2023 to 30 Nov 2023 according to South Korean officials: "
        "the days of the floor lie within those of the ceiling, and deliveries cannot shrink"
    )
    assert found.reading == "floors"
    assert found.dissolved_by == ("another start: if the count of South Korean officials began before 1 Sep 2023",)


def test_two_floors_of_different_days_exclude_a_ceiling_together() -> None:
    autumn = told("South Korean officials", more_than(400, "crate"), ("in those days", "2023-09-01", "2023-10-15"))
    winter = told("Kyiv", more_than(500, "crate"), ("in those days", "2023-10-16", "2023-12-31"))
    (found,) = line(autumn, winter, CEILING).contradictions
    assert set(found.claims) == ids(autumn, winter, CEILING)
    assert "400 + 500 = 900 at least and 700 at most, though the floors share no day" in found.why


def test_what_contradicts_only_if_an_amount_is_all_that_moved_says_so() -> None:
    amount = told("US officials", exactly(700, "crate"))
    (found,) = line(told("South Korean officials", more_than(1000, "crate"), LATER), amount).contradictions
    assert found.reading == "totals"
    assert "another reading: if the figure of US officials is a floor and not all that moved" in found.dissolved_by


def test_a_count_that_names_no_start_began_by_the_latest_its_originator_names() -> None:
    floor = told("South Korean officials", more_than(1000, "crate"), LATER)
    by_then = told("US officials", exactly(700, "crate"), ("in those days", None, "2023-12-31"))
    report = write("first.txt", "More than 90 crates left Amirabad early in September, it was said.", "2023-09-06")
    amount, when = ("More than 90 crates", more_than(90, "crate")), ("early in September", "2023-09-01", "2023-09-05")
    first = report, say(report, "More than 90 crates left", amount=amount, when=when, supplier="Iran", recipient="Russia")
    assert [c.reading for c in line(floor, by_then).contradictions] == ["starts"]
    (found,) = line(floor, by_then, first).contradictions
    assert found.reading == "totals"
    assert set(found.claims) == ids(floor, by_then)
    assert "another start: if the count of US officials began later than it says elsewhere" in found.dissolved_by


def test_no_contradiction_rests_on_a_tolerance() -> None:
    round_figure = told("South Korean officials", exactly(700, "crate"), LATER)
    assert line(round_figure, told("US officials", up_to(650, "crate"))).contradictions == ()


def test_nor_on_our_reading_of_words_without_a_number() -> None:
    dozens = told("South Korean officials", Quantity(24, 99, "crate", (), "range", vague=True), LATER)
    assert line(dozens, told("US officials", up_to(10, "crate"))).contradictions == ()


def test_one_texts_two_figures_of_one_originator_or_its_own_differ_in_wording() -> None:
    text = "US officials said over 1,000 crates came. They said up to 700 crates came."
    report = write("a.txt", text, "2024-05-01", publisher="Ash")

    def said(words: str, amount: Quantity, by: str | None) -> Told:
        when = ("came", *WHEN[1:])
        return report, say(report, words, by=by, amount=(words, amount), supplier="Iran", recipient="Russia", when=when)

    for by in ("US officials", None):
        both = line(
            said("over 1,000 crates", more_than(1000, "crate"), by), said("up to 700 crates", up_to(700, "crate"), "US")
        )
        assert (both.contradictions, [len(v.claims) for v in both.variants]) == ((), [2])


def test_a_ceiling_of_one_kind_of_goods_excludes_no_floor_of_another() -> None:
    shells, rockets = Item("shell", "ammunition_large", None), Item("rocket", "rocket", None)
    ceiling = told("US officials", up_to(700, "crate"), item=shells)
    assert line(told("Kyiv", more_than(1000, "crate"), LATER, item=rockets), ceiling).contradictions == ()
    assert line(told("Kyiv", more_than(1000, "crate"), LATER, item=shells), ceiling).contradictions != ()


def test_what_is_only_called_possible_contradicts_only_if_it_is_so() -> None:
    report, claim = told("Kyiv", more_than(1000, "crate"), LATER)
    (found,) = line((report, replace(claim, stance="hedged")), CEILING).contradictions
    assert (found.reading, found.dissolved_by[-1]) == ("hedged", "another outcome: if what Kyiv calls possible is not so")


def test_counts_that_name_no_start_contradict_if_they_begin_alike() -> None:
    floor = told("Kyiv", more_than(1000, "crate"), ("in those days", None, "2024-02-23"))
    ceiling = told("US officials", up_to(700, "crate"), ("in those days", None, "2024-02-26"))
    (found,) = line(floor, ceiling).contradictions
    assert found.reading == "starts"
    assert found.why.startswith(
        "at most 700 (crate) by 26 Feb 2024 according to US officials; at least 1,000 (crate) by 23 Feb 2024"
    )
    assert found.dissolved_by == ("another start: if the count of US officials, which names none, began later than the others",)
    earlier = told("US officials", up_to(700, "crate"), ("in those days", None, "2024-02-20"))
    assert line(floor, earlier).contradictions == ()


def test_what_names_no_stage_contradicts_if_it_is_of_the_stage_that_others_name() -> None:
    floor = told("Kyiv", more_than(1000, "crate"), LATER, stage="unspecified")
    ceiling = told("US officials", up_to(700, "crate"), stage="arrived")
    (found,) = line(floor, ceiling).contradictions
    assert (found.reading, found.dissolved_by[-1]) == (
        "unsaid",
        "another count: if Kyiv counts other goods, another stage or another way than US officials",
    )


def test_a_ceiling_at_one_stage_excludes_no_floor_at_another() -> None:
    ceiling = told("US officials", up_to(700, "crate"), stage="arrived")
    assert line(told("Kyiv", more_than(1000, "crate"), LATER, stage="shipped"), ceiling).contradictions == ()


def test_windows_that_share_no_day_add_up_in_the_bounds_and_others_never() -> None:
    autumn = told("South Korean officials", more_than(400, "crate"), ("in those days", "2023-09-01", "2023-10-15"))
    winter = told("Kyiv", more_than(500, "crate"), ("in those days", "2023-10-16", "2023-12-31"))
    assert [(b.low, b.why) for b in line(autumn, winter).bounds] == [
        (400, ""),
        (900, "400 + 500: of windows that share no day"),
    ]
    touching = told("Kyiv", more_than(500, "crate"), ("in those days", "2023-10-15", "2023-12-31"))
    assert [b.low for b in line(autumn, touching).bounds] == [400, 500]


def test_totals_are_bounded_on_both_sides_from_the_day_they_count_from() -> None:
    (reading,) = line(told("US officials", exactly(1000, "crate")), told("Kyiv", more_than(600, "crate"), LATER)).readings
    assert [(str(w.since), str(w.date), w.low, w.high) for w in reading.bounds] == [
        ("2023-09-01", "2023-11-30", 600, 1100),
        ("2023-09-01", "2023-12-31", 900, 1100),
    ]


def test_totals_set_aside_what_cannot_all_be_true() -> None:
    high = told("South Korean officials", more_than(2000, "crate"), LATER)
    other = told("Kyiv", up_to(90, "crate"), ("in those days", "2024-01-01", "2024-01-31"))
    (reading,) = line(high, CEILING, other).readings
    assert reading.assumptions[-1] == "set aside, for they cannot all be true: 2 claims"
    assert [set(row.claims) for row in reading.bounds] == [ids(other)]


def test_the_least_daily_peak_is_the_steepest_floor() -> None:
    assert [(p.reading, p.per_day) for p in line(told("Kyiv", more_than(610, "crate"), LATER)).peaks] == [("floors", 10)]


def test_a_ceiling_on_some_days_makes_the_others_steeper() -> None:
    most = told("US officials", up_to(60, "crate"), ("in those days", "2023-10-01", "2023-10-31"))
    found = line(told("Kyiv", more_than(610, "crate"), LATER), most).peaks
    assert [(p.reading, round(p.per_day, 2)) for p in found] == [("floors", 10), ("totals", 18.33)]
