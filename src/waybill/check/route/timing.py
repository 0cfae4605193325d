"""How many days the way takes: one load, and all of it."""

from itertools import groupby, pairwise
from math import ceil

from msgspec import Struct

from waybill.check.route.amounts import Load, loads_needed
from waybill.model.claim import Mode
from waybill.model.leg import Leg
from waybill.reference.carriers import Scenario, handling_h, speed_km_day
from waybill.reference.transfer_nodes import berths_at

TURNING: frozenset[Mode] = frozenset({"sea", "river", "air"})
"""Modes of which few carriers go to and fro; trains and convoys follow each other."""


class Run(Struct, frozen=True):
    """What one carrier does without a change, in days: loading, going, unloading, the pause between two that leave; and
    how many there are."""

    mode: Mode
    load: float
    going: float
    unload: float
    pause: float
    count: int = 1


class Timing(Struct, frozen=True):
    """Days in one scenario: `one` load; `all` of it, None where it is not known how much that is. `runs` are what it is summed
    of, with their counts."""

    scenario: Scenario
    one: float
    all: float | None
    runs: tuple[Run, ...]

    @property
    def onward(self) -> float | None:
        """Days from when the last load of the first run has landed to the end; None where there is one run only."""
        if len(self.runs) < 2:
            return None
        days = 0.0
        for before, run in pairwise(self.runs):
            days += run.load + (ceil(run.count / before.count) - 1) * run.pause + run.going + run.unload
        return days - self.runs[-1].unload


def timing(legs: tuple[Leg, ...], scenario: Scenario, load: Load | None, ships: int) -> Timing:
    """The days a scenario takes, with so many ships or aircraft going to and fro; in the minimum there are as many as the
    berths can work."""
    runs = tuple(_run(tuple(group), scenario, load, ships) for _, group in groupby(legs, key=lambda leg: leg.mode))
    one = sum(run.load + run.going + run.unload for run in runs) - runs[-1].unload
    return Timing(scenario, one, _all_days(runs) if load else None, runs)


def _all_days(runs: tuple[Run, ...]) -> float:
    """When the last load has arrived: a carrier waits for its goods, and for those that leave before it."""
    first = last = 0.0
    before = 1
    for n, run in enumerate(runs):
        group = run.count if n == 0 else ceil(run.count / before)
        last = max(last + (group - 1) * run.pause, first + (run.count - 1) * run.pause)
        first, last = (at + run.load + run.going + run.unload for at in (first, last))
        before = run.count
    return last - runs[-1].unload


def leg_km(leg: Leg, scenario: Scenario) -> float:
    """The length a scenario reckons with: the least it may be, what is measured, the most."""
    return {"minimum": leg.between_km[0], "typical": leg.distance_km, "slow": leg.between_km[1]}[scenario]


def leg_days(leg: Leg, scenario: Scenario) -> float:
    """Days under way, with changes of gauge."""
    gauge = leg.gauge_breaks * handling_h("gauge rail", scenario).value / 24
    return leg_km(leg, scenario) / speed_km_day(leg.mode, scenario).value + gauge


def _run(legs: tuple[Leg, ...], scenario: Scenario, carried: Load | None, ships: int) -> Run:
    mode = legs[0].mode
    going = sum(leg_days(leg, scenario) for leg in legs)
    load, unload, pause = (handling_h(f"{what} {mode}", scenario).value / 24 for what in ("load", "unload", "interval"))
    if mode in TURNING:
        berths = min(berths_at(name) for name in (legs[0].start, legs[-1].end))
        worked = max(load, unload) / berths
        pause = worked if scenario == "minimum" else max(worked, (load + unload + 2 * going) / ships)
    return Run(mode, load, going, unload, pause, (loads_needed(carried, legs[0], scenario) or 1) if carried else 1)
