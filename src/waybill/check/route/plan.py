"""Which legs lead from origin to destination: the stated modes first, then as few others as can be, then the quickest."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, product

from msgspec import Struct

from waybill.check.route.ends import End
from waybill.check.route.ways import Ways
from waybill.model.claim import Mode
from waybill.model.leg import Leg
from waybill.reference.carriers import handling_h, speed_km_day
from waybill.reference.sphere import distance_km
from waybill.reference.transfer_nodes import TransferNode

NEAREST = 6
"""Nodes tried at either end of a way with two changes: our convention."""

SAME_KM = 30
"""Within it a port is no stop on the way but the place itself: our convention, a town and its harbour."""

FAR_BY_ROAD_KM = 800
"""Beyond it a road that nobody states is as little likely as one leg more: our convention, two days' drive."""

Step = tuple[Mode, End, End]
Modes = frozenset[Mode]


class Option(Struct, frozen=True):
    """Steps from one place to another, the stated modes they use, how many are of none or by a mere factor, about how many
    days."""

    steps: tuple[Step, ...]
    used: Modes
    unstated: int
    days: float

    @property
    def worth(self) -> tuple[int, int, float]:
        """Less is better."""
        return -len(self.used), self.unstated, self.days


class Plans:
    """Finds legs, and keeps what it found for two places."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._nodes = tuple(
            (node, End(node.name, (node.lat, node.lon), 0.0, node.country, stated=False)) for node in ways.nodes
        )
        self._options = lru_cache(maxsize=50_000)(self._best_by_modes)

    def legs(self, ends: tuple[End, ...], modes: Modes) -> tuple[Leg, ...]:
        """The legs from the first place by the others in order, none where nothing leads there.

        Of all chains that which uses most of the stated modes, then fewest legs that nobody states or that rest on a mere
        factor and fewest changes in third countries, then fewest days at typical speed.
        """
        chains = product(*(self._options(a, b, modes) for a, b in pairwise(ends)))
        best = min(map(_joined, chains), key=lambda option: option.worth, default=None)
        return tuple(self._leg(step, modes) for step in best.steps) if best else ()

    def _best_by_modes(self, start: End, end: End, modes: Modes) -> tuple[Option, ...]:
        """For each set of stated modes that lead from one place to another the best way."""
        best: dict[Modes, Option] = {}
        for chains in (self._with_one_change(start, end, modes), self._with_two_changes(start, end, modes)):
            for option in (found for steps in chains if (found := self._option(steps, modes))):
                if option.used not in best or option.worth < best[option.used].worth:
                    best[option.used] = option
            if modes in best:
                break
        return tuple(best.values())

    def _with_one_change(self, start: End, end: End, modes: Modes) -> Iterator[tuple[Step, ...]]:
        """Ways with one change of mode, or none."""
        able = sorted(modes | _connecting(modes))
        yield from (((mode, start, end),) for mode in able)
        for (node, at), first, last in product(self._nodes, able, able):
            if first != last and {first, last} <= node.modes | {"air"} and _apart(at, start) and _apart(at, end):
                yield (first, start, at), (last, at, end)

    def _with_two_changes(self, start: End, end: End, modes: Modes) -> Iterator[tuple[Step, ...]]:
        """Ways with a change before and after a way over water: for where fewer changes do not use all stated modes."""
        able = modes | _connecting(modes)
        for middle in sorted(able & {"sea", "river"}):
            for (node, a), (other, b) in product(self._near(start, middle), self._near(end, middle)):
                ashore = product(sorted(able & node.modes - {middle}), sorted(able & other.modes - {middle}))
                yield from (((first, start, a), (middle, a, b), (last, b, end)) for first, last in ashore if a != b)

    def _near(self, end: End, mode: Mode) -> list[tuple[TransferNode, End]]:
        served = [(node, at) for node, at in self._nodes if mode in node.modes and _apart(at, end)]
        return sorted(served, key=lambda pair: _straight_km(pair[1], end))[:NEAREST]

    def _option(self, steps: tuple[Step, ...], modes: Modes) -> Option | None:
        days, unstated = 0.0, 0
        for mode, start, end in steps:
            km = self._ways.about_km(mode, start.point, end.point)
            if km is None:
                return None
            days += km / speed_km_day(mode, "typical").value
            unstated += mode not in modes
            unstated += mode == "rail" and not self._ways.on_rails(start.point, end.point)
            unstated += mode == "road" and mode not in modes and km > FAR_BY_ROAD_KM
        at_home = {steps[0][1].country, steps[-1][2].country}
        unstated += sum(start.country not in at_home for _, start, _ in steps[1:])
        days += sum(_change_h(a[0], b[0]) for a, b in pairwise(steps)) / 24
        return Option(steps, modes & {mode for mode, _, _ in steps}, unstated, days)

    def _leg(self, step: Step, modes: Modes) -> Leg:
        mode, start, end = step
        way = self._ways.measured(mode, start.point, end.point)
        if way is None:
            raise AssertionError(f"no way by {mode} from {start.name} to {end.name}, which was chosen")
        stated = start.stated and end.stated and mode in modes
        least = max(0.0, way.least_km - start.slack_km - end.slack_km)
        most = way.km + start.slack_km + end.slack_km
        return Leg(
            start.name,
            end.name,
            mode,
            way.km,
            way.by,
            "stated" if stated else "inferred",
            way.points,
            way.source,
            (least, most),
            way.gauge_breaks,
        )


def _joined(chain: tuple[Option, ...]) -> Option:
    steps = tuple(step for option in chain for step in option.steps)
    used: Modes = frozenset(mode for option in chain for mode in option.used)
    return Option(steps, used, sum(o.unstated for o in chain), sum(o.days for o in chain))


def _connecting(modes: Modes) -> Modes:
    """The modes that nobody need state: by road to a port or station, by rail where goods go by sea or no mode is said, by sea
    where none is or land alone may not lead there."""
    by_sea: Modes = frozenset({"sea"}) if modes <= {"rail", "road"} else frozenset()
    by_rail: Modes = frozenset({"rail"}) if modes not in ({"road"}, {"air"}) else frozenset()
    return by_sea | by_rail | frozenset({"road"})


def _apart(a: End, b: End) -> bool:
    return _straight_km(a, b) > SAME_KM


def _straight_km(a: End, b: End) -> float:
    return distance_km(*a.point, *b.point)


def _change_h(before: Mode, after: Mode) -> float:
    return handling_h(f"unload {before}", "typical").value + handling_h(f"load {after}", "typical").value
