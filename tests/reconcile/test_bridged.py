"""What one unit says of another by a factor: where goods are named, in readings of their own, dissolved by switching it off."""

import sys
from typing import Any

import pytest
from msgspec.structs import replace

from newsroom import exactly, find, more_than, say, up_to, write
from waybill.model.claim import Claim, Slot
from waybill.model.delivery import Line, Reckoning
from waybill.model.document import Publication
from waybill.model.things import Item
from waybill.reconcile import bridge_rows
from waybill.reconcile.lines import Given, reconcile
from waybill.reconcile.programme import Lift, NotSolvedError, Problem, greatest, least
from waybill.reference.factors import factors_in, swapped
from waybill.trace.genealogy import trace

Told = tuple[Publication, list[Claim]]

HEAD = "name,from_unit,to_unit,item_class,calibre_mm,low,high,source\n"
SHELLS = Item("152 mm shells", "ammunition_large", 152)
ROCKETS = Item("122 mm rockets", "rocket", 122)
BOTH = Item("152 mm shells or 122 mm rockets", "rocket", 122)
PLAIN_SHELLS = Item("shells", "ammunition_large", None)
MUNITIONS = Item("munitions", "unspecified", None)


def told(by: str, amount: Any, item: Item | None = None, **more: Any) -> Told:
    words = f"{amount.numbers[0]:.0f} {amount.unit}"
    report = write(f"{by}-{words}.txt", f"North Korea sent {words} in autumn.", "2024-02-01", publisher=by)
    slots: dict[str, Any] = {"supplier": "North Korea", "recipient": "Russia", "item": item, **more}
    slots = {"when": ("in autumn", "2023-09-01", "2023-11-30"), **{name: value for name, value in slots.items() if value}}
    return report, [say(report, f"sent {words} in autumn", by=by, amount=(words, amount), **slots)]


def line(*held: Told, without: tuple[str, ...] = (), own: str = "") -> Line:
    publications, claims = [p for p, _ in held], [c for _, found in held for c in found]
    given = Given(factors=swapped(factors_in(own).factors if own else (), without))
    (only,) = reconcile(claims, trace(publications, claims), publications, given=given)
    return only


def reading(of: Line, name: str) -> Reckoning:
    (found,) = (r for r in of.readings if r.name == name)
    return found


def rows(of: Line, name: str, unit: str) -> list[tuple[str, float, float | None]]:
    return [(r.of, r.low, r.high) for r in reading(of, name).bounds if r.unit == unit]


SAID = told("US officials", exactly(1000), SHELLS)


def test_containers_of_shells_are_rounds_by_every_factor_published_at_once() -> None:
    found = line(SAID)
    assert rows(found, "bridged-floors", "shell") == [("of 152 mm", 225_000, None)]
    assert rows(found, "bridged-totals", "shell") == [("of 152 mm", 225_000, 550_000)]
    (row,) = reading(found, "bridged-totals").bounds
    assert row.claims == tuple(c.id for c in SAID[1])


def test_what_a_factor_makes_is_no_bound_and_no_stated_figure() -> None:
    found = line(SAID)
    assert [b.unit for b in found.bounds] == ["container"]
    assert {e.unit for e in found.extremes} == {"container"}


def test_a_reading_names_its_factors_with_their_ends_and_sources() -> None:
    assumed = " ".join(reading(line(SAID), "bridged-floors").assumptions)
    assert "shells-152-osc: 250 to 375 152 mm shells a container (Open Source Centre)" in assumed
    assert "all 152 mm shells came in containers, and a container of them held nothing else" in assumed
    assert "rockets" not in assumed


@pytest.mark.parametrize("item", [None, MUNITIONS, PLAIN_SHELLS])
def test_from_containers_of_what_is_not_said_nothing_is_computed_and_that_is_said(item: Item | None) -> None:
    held = told("US officials", exactly(1000), item)
    found = reading(line(held), "bridged-floors")
    assert (found.bounds, found.assumptions) == ((), ())
    (left,) = found.left_out
    assert left.claims == tuple(c.id for c in held[1])
    assert left.why.endswith("no factor is for that (152 mm shells, 122 mm rockets)")


def test_what_goes_on_behind_the_goods_is_not_all_of_the_kind() -> None:
    report = write("a.txt", "North Korea sent 1,000 containers of 152 mm shells and much else in autumn.", "2024-02-01")
    sides = {"supplier": "North Korea", "recipient": "Russia"}
    claim = say(report, "sent 1,000 containers", amount=("1,000 containers", exactly(1000)), **sides)
    slot = Slot(find(report, "152 mm shells"), "152 mm shells", SHELLS)
    claim = replace(claim, frame=replace(claim.frame, item=slot))
    found = line((report, [claim]))
    assert reading(found, "bridged-floors").bounds == ()


def test_a_capacity_is_no_count() -> None:
    could = told("South Korea", exactly(3_000_000, "round", measure="capacity"), SHELLS)
    assert rows(line(SAID, could), "bridged-totals", "shell") == rows(line(SAID), "bridged-totals", "shell")


def test_another_factor_takes_the_place_of_those_shipped() -> None:
    own = HEAD + "mine,container,shell,ammunition_large,152,400,400,a pier\n"
    assert rows(line(SAID, own=own), "bridged-totals", "shell") == [("of 152 mm", 360_000, 440_000)]


def test_without_its_factors_a_unit_says_nothing_of_another() -> None:
    without = ("shells-152-rok", "shells-152-isw", "shells-152-osc")
    assert all(not r.bounds for r in line(SAID, without=without).readings if r.name.startswith("bridged"))


def test_voyages_are_containers() -> None:
    found = line(told("US officials", more_than(5, "voyage")))
    assert rows(found, "bridged-floors", "container") == [("by sea", 1045, None)]


def test_what_cannot_be_true_by_a_factor_is_told_under_it_with_what_dissolves_it() -> None:
    found = line(told("South Korea", up_to(3000), SHELLS), told("Kyiv", more_than(2_000_000, "shell"), SHELLS))
    (only,) = found.contradictions
    assert only.reading == "bridged-floors"
    assert "with 250 to 500 152 mm shells a container 4,000 (container) at least and 3,000 at most" in only.why
    assert "another factor: without shells-152-rok shells-152-isw shells-152-osc, or with others" in only.dissolved_by
    assert len(only.claims) == 2


def test_under_totals_an_amount_limits_another_unit_too() -> None:
    held = (told("South Korea", exactly(3000), SHELLS), told("Kyiv", more_than(2_000_000, "shell"), SHELLS))
    assert [c.reading for c in line(*held).contradictions] == ["bridged-totals"]
    own = HEAD + "mine,container,shell,ammunition_large,152,250,700,a pier\n"
    assert line(*held, own=own).contradictions == ()


def test_a_or_b_share_what_could_hold_either() -> None:
    shared = (told("South Korea", up_to(3500), BOTH), told("Kyiv", more_than(1_500_000, "shell"), SHELLS))
    assert line(*shared).contradictions == ()
    (only,) = line(*shared, told("US officials", more_than(100_000, "rocket"), ROCKETS)).contradictions
    assert len(only.claims) == 3
    assert "4,000 (container) at least and 3,500 at most" in only.why


def test_of_a_or_b_each_is_bounded_beside_the_least_of_the_other() -> None:
    held = (told("South Korea", up_to(3500), BOTH), told("Kyiv", more_than(1_000_000, "shell"), SHELLS))
    assert rows(line(*held), "bridged-totals", "rocket") == [("of 122 mm", 0, 150_000)]
    assert ("of 152 mm", 1_000_000, 1_750_000) in rows(line(*held), "bridged-totals", "shell")


def test_ones_own_figures_in_two_units_are_variants() -> None:
    found = line(told("Kyiv", up_to(3000), SHELLS), told("Kyiv", more_than(2_000_000, "shell"), SHELLS))
    assert (len(found.contradictions), len(found.variants)) == (0, 1)


def test_what_is_not_solved_is_told_and_nothing_is_made_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def unset(_: Problem) -> None:
        raise NotSolvedError("Not Set")

    monkeypatch.setattr(bridge_rows, "least", unset)
    found = reading(line(SAID), "bridged-floors")
    assert found.bounds == ()
    assert [out.why for out in found.left_out] == ["not solved, so that bounds may be missing: Not Set"]


def test_only_an_optimum_is_solved() -> None:
    lifted = Problem(2, (Lift(1, ((0, 2.0),), 3.0),), {0: 1.0})
    assert least(lifted) == (1.0, 5.0)
    assert greatest(lifted) == (1.0, float("inf"))
    assert least(Problem(2, (Lift(0, ((1, 1.0),)), Lift(1, ((0, 2.0),), 3.0)), {0: 1.0})) is None
    with pytest.raises(NotSolvedError):
        greatest(Problem(2, (Lift(0, ((1, 1.0),)), Lift(1, ((0, 2.0),), 3.0)), {0: 1.0}))


def test_the_solver_prints_nothing_to_where_data_goes(capfd: pytest.CaptureFixture[str]) -> None:
    line(SAID)
    assert capfd.readouterr().out == ""


def test_the_solver_is_not_loaded_where_no_units_are_bridged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    assert line(told("US officials", exactly(1000), MUNITIONS)).readings
    with pytest.raises(ImportError):
        line(SAID)
