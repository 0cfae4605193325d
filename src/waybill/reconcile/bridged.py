"""Counts of different units, tied by named factors: what one says of the other, and which figures then cannot all be true."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from waybill.model.claim import ClaimId
from waybill.model.delivery import Contradiction, LeftOut, ReadAs, Reckoning
from waybill.reconcile.arithmetic import ByClaim
from waybill.reconcile.bridge_rows import Row, floors_of, totals_of
from waybill.reconcile.bridge_words import assumptions, dissolved, left_out, why
from waybill.reconcile.bridges import Bridge, bridges
from waybill.reconcile.contents import Counted, counted
from waybill.reconcile.disputes import Figures, any_independent, independence, told_by_claim
from waybill.reconcile.figures import Figure
from waybill.reconcile.programme import NotSolvedError
from waybill.reconcile.readings import assumed_of_totals
from waybill.reconcile.spanning import Conflict, conflicts
from waybill.reconcile.systems import System, from_a_ceiling, from_the_beginning
from waybill.reference.factors import Factor


class Bridged(Struct, frozen=True):
    """What factors add to a line; `variants` as in Disputes."""

    readings: tuple[Reckoning, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    variants: tuple[Contradiction, ...] = ()


class Found(NamedTuple):
    """A set that cannot all be true, where and in which reading."""

    reading: ReadAs
    system: System
    conflict: Conflict


def bridged(by_unit: Figures, disputed: frozenset[ClaimId], factors: Sequence[Factor]) -> Bridged:
    """Two more readings of a line, floors and totals with factors. What a factor makes stands in them alone.

    Only what is asserted counts. A factor for goods is used only where somebody says that these were in what is counted; of
    all others it is said that nothing follows. Claims in a set that cannot all be true are set aside from totals: those of
    `disputed`, and those of sets that hold a factor.
    """
    held = bridges(factors)
    units = {unit for bridge in held for count in (bridge.source, bridge.target) for unit in count.units}
    told = [counted(f) for unit in by_unit if unit in units for f in by_unit[unit] if f.statement.claim.stance == "asserted"]
    if not any(bridge.source.units[0] == some.unit for bridge in held for some in told):
        return Bridged()
    unsolved: list[LeftOut] = []
    by_claim = told_by_claim([some.figure for some in told])
    found, aside = list[Found](), disputed
    while more := list(_disputes(_beside(told, aside), held, by_claim, unsolved)):
        found += more
        aside = aside.union(*(each.conflict.claims for each in more))
    floors = _solved(floors_of, from_the_beginning(told, held), unsolved)
    totals = _solved(totals_of, from_a_ceiling(_beside(told, aside), held, whole=True), unsolved)
    readings = (
        _reckoning("bridged-floors", (), floors, (*left_out(told, held), *dict.fromkeys(unsolved))),
        _reckoning("bridged-totals", assumed_of_totals(_figures(told, totals), len(aside)), totals, ()),
    )
    apart = independence(by_claim)
    worded = [(_worded(each, by_claim), any_independent(apart, tuple(w.limit for w in each.conflict.limits))) for each in found]
    return Bridged(
        tuple(r for r in readings if r.bounds or r.left_out),
        tuple(c for c, independent in worded if independent),
        tuple(c for c, independent in worded if not independent),
    )


def _beside(told: Sequence[Counted], aside: frozenset[ClaimId]) -> list[Counted]:
    return [some for some in told if some.figure.statement.claim.id not in aside]


def _disputes(told: Sequence[Counted], held: Sequence[Bridge], by_claim: ByClaim, unsolved: list[LeftOut]) -> Iterator[Found]:
    """Each set once; of sets of more none shares a claim with one found before."""
    apart, known = independence(by_claim), set[frozenset[ClaimId]]()
    for system in from_a_ceiling(told, held, whole=True):
        try:
            for conflict in conflicts(system, apart, frozenset[ClaimId]().union(*known)):
                if conflict.claims not in known:
                    known.add(conflict.claims)
                    yield Found(_reading(conflict, by_claim), system, conflict)
        except NotSolvedError as error:
            unsolved.append(LeftOut((), f"not solved, so that contradictions may be missing: {error}"))


def _reading(conflict: Conflict, told: ByClaim) -> ReadAs:
    """Floors where all that limits from above is stated as a ceiling."""
    ceilings = [weighed.limit for weighed in conflict.limits if weighed.limit.upper]
    return "bridged-floors" if all(limit == told[limit.claim].ceiling for limit in ceilings) else "bridged-totals"


def _solved(rows_of: Callable[[System], list[Row]], systems: Iterable[System], unsolved: list[LeftOut]) -> list[Row]:
    """The rows of all systems, each once; what could not be solved is added to the rest."""
    found: dict[tuple[object, ...], Row] = {}
    for system in systems:
        try:
            for row in rows_of(system):
                within = row.within
                found.setdefault((within.since, within.date, within.unit, within.low, within.high, within.claims), row)
        except NotSolvedError as error:
            unsolved.append(LeftOut((), f"not solved, so that bounds may be missing: {error}"))
    return list(found.values())


def _reckoning(name: ReadAs, also: Sequence[str], rows: Sequence[Row], without: Sequence[LeftOut]) -> Reckoning:
    used = dict.fromkeys(bridge for row in rows for bridge in row.bridges)
    bounds = tuple(row.within for row in rows)
    return Reckoning(name, (*assumptions(used), *(also if rows else ())), bounds, tuple(without))


def _figures(told: Sequence[Counted], rows: Sequence[Row]) -> list[Figure]:
    making = {claim for row in rows for claim in row.within.claims}
    return [some.figure for some in told if some.figure.statement.claim.id in making]


def _worded(found: Found, told: Mapping[ClaimId, Figure]) -> Contradiction:
    ordered = sorted(found.conflict.limits, key=lambda w: (not w.limit.upper, w.limit.first or w.limit.last, w.limit.claim))
    conflict = Conflict(tuple(ordered), found.conflict.bridges)
    claims = tuple(dict.fromkeys(weighed.limit.claim for weighed in ordered))
    return Contradiction(claims, why(found.system, conflict, told), found.reading, dissolved(found.reading, conflict, told))
