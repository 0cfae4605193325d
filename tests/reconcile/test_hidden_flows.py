"""From a hidden true flow: what honest people say never contradicts itself, and the bounds hold the truth."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import chain, islice
from math import inf
from typing import Any

import pytest

from flows import World, world
from waybill.model.delivery import Contradiction
from waybill.reconcile import bounds as summing
from waybill.reconcile import figures as limiting
from waybill.reconcile.bounds import bounds
from waybill.reconcile.disputes import Disputes, disputes
from waybill.reconcile.figures import Figure, figures
from waybill.reconcile.goods import Goods, goods_of
from waybill.reconcile.readings import peaks, readings
from waybill.reconcile.statement import Statement
from waybill.reconcile.tolerance import Interval, interval

WORLDS = 1000


def faults(of: World) -> Iterator[str]:
    """What is wrong in the account of a world of which only the truth is told."""
    by_unit = figures(of.told)
    found = disputes(by_unit)
    yield from (c.why for c in all_sets(found) if holds_in(of, c))
    yield from (str(b) for b in bounds(by_unit) if b.low > of.moved(None, b.date))
    rows = [row for reading in readings(by_unit, found.claims) for row in reading.bounds if of.whole]
    yield from (str(r) for r in rows if not r.low <= of.moved(r.since, r.date, r.of) <= (inf if r.high is None else r.high))
    held = [p for p in peaks(by_unit, found.claims) if p.reading == "floors" or of.whole]
    yield from (
        str(p) for p in held if p.per_day > max(map(of.peak, [p.of] if p.reading == "totals" else ["shipped", "arrived"]))
    )


def holds_in(of: World, found: Contradiction) -> bool:
    """True where what the reading of a set assumes is so in this world: what names no start counts from the beginning."""
    return found.reading == "floors" or (of.whole and found.reading in ("totals", "starts"))


def honest() -> Iterator[World]:
    return (world(seed, whole=bool(seed % 2)) for seed in range(WORLDS))


def all_sets(found: Disputes) -> list[Contradiction]:
    return [*found.contradictions, *found.variants]


def sets_of(reading: str, told: list[Figure]) -> list[frozenset[str]]:
    return [frozenset(c.claims) for c in all_sets(disputes({"crate": told})) if c.reading == reading]


def test_the_truth_is_never_contradicted_and_always_within_the_bounds() -> None:
    assert list(chain.from_iterable(map(faults, honest()))) == []


def test_every_contradiction_holds_a_false_claim() -> None:
    found = 0
    for seed in range(WORLDS):
        of = world(seed, whole=True, lies=4)
        sets = [frozenset(c.claims) for c in all_sets(disputes(figures(of.told))) if holds_in(of, c)]
        assert [held for held in sets if held.isdisjoint(of.false)] == [], seed
        found += bool(sets)
    assert found > WORLDS / 4


def test_what_is_left_unsaid_only_contradicts_those_who_say_it() -> None:
    for of in islice(honest(), WORLDS // 4):
        unsaid = [c for c in all_sets(disputes(figures(of.told))) if c.reading == "unsaid"]
        counted = ({goods_of(s) for s in of.told if s.claim.id in c.claims} for c in unsaid)
        assert all(len(goods) > 1 for goods in counted)


def test_of_a_contradiction_any_one_set_aside_resolves_it() -> None:
    for seed in range(WORLDS // 4):
        by_unit = figures(world(seed, whole=True, lies=3).told)
        for held in all_sets(disputes(by_unit)):
            alone = [figure for figure in by_unit["crate"] if figure.statement.claim.id in held.claims]
            first = all_sets(disputes({"crate": alone}))[0]
            assert (first.reading, {*first.claims}) == (held.reading, {*held.claims})
            assert all(not sets_of(held.reading, [f for f in alone if f is not one]) for one in alone)


def _wider(statement: Statement) -> tuple[date, date] | None:
    """The outer days of a window where its inner ones belong."""
    days = limiting.outer(statement)
    return (days[0], days[1]) if days and days[0] else None


def _narrower(statement: Statement) -> tuple[date | None, date] | None:
    """The inner days of a window where its outer ones belong."""
    return limiting.inner(statement) or _outer(statement)


def _late(statement: Statement) -> tuple[date | None, date] | None:
    """The outer days of a window but for the first."""
    days = _outer(statement)
    return (min(days[0] + timedelta(days=1), days[1]), days[1]) if days and days[0] else days


_outer = limiting.outer


def _always(_: Goods, other: Goods) -> bool:
    """One ceiling for all goods."""
    return other is not None


MUTANTS: dict[str, tuple[Any, str, Callable[..., Any] | int]] = {
    "a ceiling holds for all days that may be meant": (limiting, "inner", _wider),
    "a floor holds for the days that surely are meant": (limiting, "outer", _narrower),
    "a count since a day runs to the day it was told": (limiting, "LAG_D", 0),
    "a ceiling of one kind of goods holds for every kind": (Goods, "includes", _always),
    "a window begins after its first day": (limiting, "outer", _late),
    "windows that touch are apart": (summing, "bisect_left", lambda days, day: len([d for d in days if d <= day])),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_no_mutant_of_the_rules_survives(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*MUTANTS[name])
    assert next(chain.from_iterable(map(faults, honest())), None) is not None


@pytest.mark.parametrize("side", [0, 1])
def test_no_amount_is_taken_without_its_tolerance(side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = interval

    def mutant(slot: Any) -> Any:
        allowed, said = exact(slot), slot.value
        if allowed is None or said.modifier not in ("=", "~") or not said.low:
            return allowed
        return Interval(said.low if side == 0 else allowed.low, said.high if side else allowed.high)

    monkeypatch.setattr(limiting, "interval", mutant)
    assert next(chain.from_iterable(map(faults, honest())), None) is not None
