"""Limits on one count over time, against plain slow ways to the same."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waybill.model.claim import ClaimId
from waybill.reconcile import conflicts as conflicting
from waybill.reconcile.conflicts import conflicts, pairs, smallest
from waybill.reconcile.flow import Limit, backward, day_before, flow_of, holds, levels, peak

DAY = date(2024, 1, 1)


def at_least(amount: float, first: int | None, last: int, claim: str = "a") -> Limit:
    start = None if first is None else DAY + timedelta(days=first)
    return Limit(start, DAY + timedelta(days=last), amount, False, ClaimId(claim))


def at_most(amount: float, first: int, last: int, claim: str = "b") -> Limit:
    return Limit(DAY + timedelta(days=first), DAY + timedelta(days=last), amount, True, ClaimId(claim))


@st.composite
def limits(draw: st.DrawFn) -> list[Limit]:
    found = []
    for number in range(draw(st.integers(1, 8))):
        first = draw(st.integers(0, 9))
        last = draw(st.integers(first, 10))
        make = draw(st.sampled_from([at_least, at_most]))
        found.append(make(draw(st.integers(0, 12)), first, last, f"c{number}"))
    return found


def paths(held: Sequence[Limit]) -> tuple[tuple[int, ...], list[list[float]]]:
    """The longest way from every day to every other (Floyd and Warshall): how much more must have come by the other."""
    days = flow_of(held).days
    far = [[0.0 if b >= a else -inf for b in days] for a in days]
    for limit in held:
        start, end = days.index(day_before(limit)), days.index(limit.last.toordinal())
        if limit.upper:
            far[end][start] = max(far[end][start], -limit.amount)
        else:
            far[start][end] = max(far[start][end], limit.amount)
    for k in range(len(days)):
        far = [[max(far[a][b], far[a][k] + far[k][b]) for b in range(len(days))] for a in range(len(days))]
    return days, far


@settings(max_examples=300, deadline=None)
@given(limits())
def test_sweeps_find_what_all_ways_round_find(held: list[Limit]) -> None:
    days, far = paths(held)
    assert holds(held) == all(far[n][n] <= 0 for n in range(len(days)))
    if holds(held):
        flow, last = flow_of(held), len(days) - 1
        for base in range(len(days)):
            assert levels(flow, base).least == tuple(far[base])
            most = levels(backward(flow), last - base).least
            assert tuple(reversed(most)) == tuple(far[n][base] for n in range(len(days)))


@settings(max_examples=300, deadline=None)
@given(limits())
def test_the_claims_of_a_level_are_enough_to_force_it(held: list[Limit]) -> None:
    if holds(held):
        whole = levels(flow_of(held))
        for day, least in enumerate(whole.least):
            enough = [m for m in held if m.claim in whole.claims(day)]
            alone = flow_of([*enough, at_least(0, None, flow_of(held).days[day] - DAY.toordinal())]) if day else None
            assert alone is None or levels(alone).least[alone.days.index(flow_of(held).days[day])] == least


@settings(max_examples=300, deadline=None)
@given(limits())
def test_conflicts_are_smallest_and_what_is_left_holds(held: list[Limit]) -> None:
    found = conflicts(held, lambda some, other: some != other)
    disputed = {limit.claim for conflict in found for limit in conflict}
    assert holds([limit for limit in held if limit.claim not in disputed])
    assert bool(found) == (not holds(held))
    for conflict in found:
        assert not holds(conflict)
        assert all(holds(fewer) for fewer in combinations(conflict, len(conflict) - 1))


@settings(max_examples=300, deadline=None)
@given(limits())
def test_the_peak_is_the_least_pace_that_keeps_all_limits(held: list[Limit]) -> None:
    found = peak(held) if holds(held) else None
    if found:
        assert not levels(flow_of(held), per_day=found[0] + 1e-5).circles
        assert levels(flow_of(held), per_day=found[0] * 0.99).circles


def test_floors_that_share_no_day_add_up_under_one_ceiling() -> None:
    three = [at_least(300, 0, 9, "a"), at_least(500, 10, 19, "b"), at_most(700, 0, 19, "c")]
    assert {m.claim for m in conflicts(three, lambda *_: True)[0]} == {"a", "b", "c"}


def test_floors_that_share_a_day_do_not() -> None:
    assert holds([at_least(300, 0, 10, "a"), at_least(500, 10, 19, "b"), at_most(700, 0, 19, "c")])


def test_a_ceiling_that_begins_later_excludes_no_counter_with_an_earlier_start() -> None:
    assert holds([at_least(1000, 0, 20), at_most(300, 5, 25)])


def test_what_is_not_needed_is_left_out_of_a_set() -> None:
    floor, ceiling = at_least(10, 0, 5), at_most(7, 0, 6)
    assert set(smallest([at_least(3, 0, 2, "c"), floor, ceiling])) == {floor, ceiling}


@pytest.mark.parametrize("most", [0, conflicting.MOST_PAIRED])
def test_of_very_many_opponents_each_is_still_in_a_pair(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflicting, "MOST_PAIRED", most)
    lie = at_most(1, 0, 400, "lie")
    honest = [at_least(10 + n, n, n, f"f{n}") for n in range(300)] + [at_most(10 + n, n, n, f"c{n}") for n in range(300)]
    high = at_least(9999, 300, 300, "high")
    found = conflicts([lie, high, *honest, at_most(20, 300, 300, "x")], lambda *_: True)
    assert {m.claim for pair in found for m in pair} == {"lie", "high", "x", *(f"f{n}" for n in range(300))}


def test_a_count_with_fractions_contradicts_nothing_by_its_rounding() -> None:
    assert holds([at_least(0.1, 0, 0, "a"), at_least(0.2, 1, 1, "b"), at_most(0.3, 0, 1, "c")])


@settings(max_examples=200, deadline=None)
@given(limits())
def test_every_floor_and_ceiling_in_a_pair_has_one_however_many_there_are(held: list[Limit]) -> None:
    every = set(pairs(held, lambda *_: True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conflicting, "MOST_PAIRED", -1)
        patch.setattr(conflicting, "MOST_TRIED", 1)
        some = set(pairs(held, lambda *_: True))
    assert some <= every
    assert {limit for pair in some for limit in pair} == {limit for pair in every for limit in pair}
