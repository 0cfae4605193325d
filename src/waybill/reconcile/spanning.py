"""The smallest sets of limits on bridged counts that cannot all hold: pairs first, then sets of more."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from waybill.model.claim import ClaimId
from waybill.reconcile.bridges import Bridge, Network
from waybill.reconcile.conflicts import Independent, pairs
from waybill.reconcile.flow import Limit, day_before
from waybill.reconcile.programme import NotSolvedError, least, shortfall
from waybill.reconcile.systems import Held, System


class Weighed(NamedTuple):
    """A limit, the number of the count that it is on, and how much of it counts in the sum that cannot be."""

    number: int
    limit: Limit
    weight: float


class Conflict(NamedTuple):
    """Limits that cannot all hold, of which each is needed, and the bridges without which they can."""

    limits: tuple[Weighed, ...]
    bridges: tuple[Bridge, ...]

    @property
    def claims(self) -> frozenset[ClaimId]:
        """Who says so."""
        return frozenset(weighed.limit.claim for weighed in self.limits)


class _Way(NamedTuple):
    """How many of a count there are at least for one of another, and the bridges on the way."""

    times: float
    bridges: tuple[Bridge, ...]


def conflicts(system: System, independent: Independent, known: frozenset[ClaimId]) -> Iterator[Conflict]:
    """Sets that cannot all hold: all pairs over a bridge of a floor and a ceiling within whose days it lies; then sets of more
    that share no claim with one before, nor with those `known`, until the rest can hold. Raises NotSolvedError.
    """
    found = list(_pairs(system, independent))
    yield from found
    system = without(system, known.union(*(conflict.claims for conflict in found)))
    while least(system.problem(system.days())) is None:
        short = _with(system, _of(_short(system, each=True)))
        for conflict in _sets(short):
            yield conflict
            system = without(system, conflict.claims)


def without(system: System, claims: frozenset[ClaimId]) -> System:
    """The system without the limits of some claims."""
    return _with(system, [(n, limit) for n, limit in system.held if limit.claim not in claims])


def _pairs(system: System, independent: Independent) -> Iterator[Conflict]:
    """Floors on other counts, in pieces of the one that a ceiling is on."""
    for number in range(len(system.tied.counts)):
        ceilings = [limit for n, limit in system.held if n == number and limit.upper]
        for other, way in _ways(system.tied, number).items() if ceilings else ():
            floors = [limit for n, limit in system.held if n == other and not limit.upper] if way.bridges else []
            turned = [replace(limit, amount=limit.amount * way.times) for limit in floors]
            said = {id(some): limit for some, limit in zip(turned, floors, strict=True)}
            for floor, ceiling in pairs([*turned, *ceilings], independent):
                yield Conflict((Weighed(number, ceiling, 1.0), Weighed(other, said[id(floor)], way.times)), way.bridges)


def _ways(tied: Network, to: int) -> dict[int, _Way]:
    """Every count from which there is a way to this one."""
    steps = [(target, source, _Way(b.low, (b,))) for source, target, b in tied.bridges]
    steps += [(source, target, _Way(1 / b.high, (b,))) for source, target, b in tied.bridges]
    steps += [(s.whole, part, _Way(1.0, ())) for s in tied.sums for part in s.parts]
    found, waiting = {to: _Way(1.0, ())}, [to]
    while waiting:
        at = waiting.pop()
        for end, start, way in steps:
            if end == at and start not in found:
                found[start] = _Way(found[at].times * way.times, (*found[at].bridges, *way.bridges))
                waiting.append(start)
    return found


def _sets(system: System) -> Iterator[Conflict]:
    """Of limits that cannot all hold sets that share no claim, until the rest can."""
    kept = _of(_short(system))
    if not kept:
        raise NotSolvedError("infeasible, though nothing falls short")
    while kept:
        conflict = _smallest(_with(system, kept))
        yield conflict
        system = without(system, conflict.claims)
        kept = _of(_short(system))


def _smallest(system: System) -> Conflict:
    kept = system.held
    for one in kept:
        fewer = _of(_short(_with(system, [other for other in kept if other is not one]))) if one in kept else ()
        kept = fewer or kept
    smallest = _with(system, kept)
    needed = tuple(b for b in dict.fromkeys(b for _, _, b in system.tied.bridges) if not _short(_untied(smallest, b)))
    short = tuple(_short(smallest))
    if not short:
        raise NotSolvedError("infeasible, though nothing falls short")
    return Conflict(short, needed)


def _of(short: Sequence[Weighed]) -> Held:
    return tuple((weighed.number, weighed.limit) for weighed in short)


def _short(system: System, each: bool = False) -> list[Weighed]:
    """The limits that fall short of each other; only their days matter, for bridges carry over those between."""
    days = system.days()
    return [Weighed(lift.to // len(days), lift.limit, w) for lift, w in shortfall(system.problem(days), each) if lift.limit]


def _with(system: System, held: Sequence[tuple[int, Limit]]) -> System:
    """The system with these limits alone, from the first day on which one of them is from above."""
    base = min((day_before(limit) for _, limit in held if limit.upper), default=system.base)
    return replace(system, held=tuple((n, limit) for n, limit in held if day_before(limit) >= base), base=base)


def _untied(system: System, bridge: Bridge) -> System:
    return replace(system, tied=replace(system.tied, bridges=tuple(b for b in system.tied.bridges if b[2] != bridge)))
