"""From hidden voyages and what they carried: what honest people say in several units never contradicts itself, bounds hold."""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from math import inf
from typing import Any

import pytest
from msgspec.structs import replace

from loads import FACTORS, World, world
from waybill.model.claim import ClaimId, Slot
from waybill.model.delivery import Contradiction
from waybill.model.quantity import Quantity
from waybill.reconcile import bridge_rows, bridges
from waybill.reconcile.bridged import Bridged, bridged
from waybill.reconcile.contents import Count
from waybill.reconcile.disputes import disputes
from waybill.reconcile.figures import figures
from waybill.reconcile.statement import Statement

WORLDS = 100


def of_told(told: tuple[Statement, ...]) -> Bridged:
    by_unit = figures(told)
    return bridged(by_unit, disputes(by_unit).claims, FACTORS)


def faults(of: World) -> Iterator[str]:
    """What is wrong in the readings of a world of which only the truth is told."""
    found = of_told(of.told)
    yield from (c.why for c in all_sets(found) if holds_in(of, c.reading))
    for reading in found.readings:
        yield from (str(out) for out in reading.left_out if not out.claims)
        for row in reading.bounds if holds_in(of, reading.name) else ():
            moved = of.moved(row.unit, row.since, row.date, row.of)
            if not row.low <= moved <= (inf if row.high is None else row.high):
                yield f"{moved}: {row}"


def holds_in(of: World, reading: str) -> bool:
    return reading == "bridged-floors" or of.whole


def honest() -> Iterator[World]:
    return (world(seed, whole=bool(seed % 2)) for seed in range(WORLDS))


def all_sets(found: Bridged) -> list[Contradiction]:
    return [*found.contradictions, *found.variants]


def test_the_truth_is_never_contradicted_and_always_within_the_bounds() -> None:
    assert list(chain.from_iterable(map(faults, honest()))) == []


def test_there_are_bounds_on_both_sides_in_every_unit() -> None:
    rows = [r for of in islice(honest(), 100) for reading in of_told(of.told).readings for r in reading.bounds]
    units = {"voyage", "container", "shell", "rocket"}
    assert {row.unit for row in rows} == {row.unit for row in rows if row.high is not None} == units


def test_every_contradiction_holds_a_false_claim() -> None:
    found = 0
    for seed in range(WORLDS):
        of = world(seed, whole=True, lies=3)
        sets = [frozenset(c.claims) for c in all_sets(of_told(of.told))]
        assert [held for held in sets if held.isdisjoint(of.false)] == [], seed
        found += bool(sets)
    assert found > WORLDS / 10


def test_of_a_contradiction_any_one_set_aside_resolves_it() -> None:
    for seed in range(WORLDS // 4):
        of = world(seed, whole=True, lies=2)
        for held in all_sets(of_told(of.told)):
            assert any(set(again.claims) == set(held.claims) for again in all_sets(of_told(alone(of, {*held.claims})))), seed
            for one in held.claims:
                assert not all_sets(of_told(alone(of, {*held.claims} - {one}))), seed


def alone(of: World, claims: set[ClaimId]) -> tuple[Statement, ...]:
    """What is told, of which only these claims say how much."""
    return tuple(s if s.claim.id in claims else _of_no_amount(s) for s in of.told)


def _of_no_amount(statement: Statement) -> Statement:
    unit = statement.quantity.unit if statement.quantity else None
    slot = Slot(None, "more than 0", Quantity(0, None, unit, (0,), ">"))
    return replace(statement, claim=replace(statement.claim, frame=replace(statement.claim.frame, quantity=slot)))


_bridge, _within, _includes = bridges._bridge, Count.is_within, Count.includes


def _middling(alike: Any) -> Any:
    """A factor as one number."""
    found = _bridge(alike)
    middle = (found.low + found.high) / 2
    return replace(found, low=middle, high=middle)


def _first_only(alike: Any) -> Any:
    """The first of several factors."""
    return _bridge(alike[:1])


MUTANTS: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "a factor is its middle": (bridges, "_bridge", _middling),
    "of factors that differ the first holds": (bridges, "_bridge", _first_only),
    "a ceiling on some goods is one on all": (Count, "is_within", Count.named_by),
    "what holds several goods holds one of them": (Count, "includes", Count.named_by),
    "what is in containers unnamed is of the kind asked for": (
        Count,
        "includes",
        lambda self, some: some.unit in self.units and (some.kinds is None or _includes(self, some)),
    ),
    "the most of one kind is sought beside the most of the others": (bridge_rows, "_sharing", lambda _: []),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_no_mutant_of_the_rules_survives(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*MUTANTS[name])
    assert next(chain.from_iterable(map(faults, honest())), None) is not None
