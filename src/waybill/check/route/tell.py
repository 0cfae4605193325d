"""A route finding's reasons in words, each with its source."""

from collections.abc import Iterator
from datetime import timedelta
from math import floor

from waybill.check.route.allowed import Allowed
from waybill.check.route.amounts import Load
from waybill.check.route.timing import Run, Timing
from waybill.model.finding import Consignment, Reason
from waybill.model.leg import Leg
from waybill.reference.carriers import handling_h, load_of, speed_km_day

_SLOTS = frozenset(
    {"origin", "via", "destination", "mode", "modes", "window", "quantity", "amounts", "goods", "item", "vessel", "vessels"}
)
_CARRIERS = {"sea": "voyages", "river": "voyages", "rail": "trains", "road": "convoys", "air": "flights"}
_NAMED = {"minimum": "at the fastest", "typical": "at the usual pace", "slow": "at the slow pace"}


def told_leg(leg: Leg) -> Reason:
    """From where to where, how, how far, and what of it is said."""
    said = "ends and mode stated" if leg.standing == "stated" else "inferred: not both ends and the mode are stated"
    least, most = leg.between_km
    width = f" ({least:,.0f} to {most:,.0f} km)" if round(least) != round(most) else ""
    breaks = f"; the gauge changes {leg.gauge_breaks}x" if leg.gauge_breaks else ""
    way = f"{leg.start} to {leg.end} by {leg.mode}, {leg.distance_km:,.0f} km{width} by {leg.by}{breaks}"
    return Reason(f"{way}; {said}; the path is inferred", leg.source)


def told_time(timing: Timing, given: Allowed, load: Load | None) -> Iterator[Reason]:
    """A scenario's days against the window's."""
    source = "; ".join(dict.fromkeys(speed_km_day(run.mode, timing.scenario).source for run in timing.runs))
    window = f" of {given.words}" if given.days else ""
    text = (
        f"{_NAMED[timing.scenario]} ({_speeds(timing)}) one load takes {_days(timing.one)}{window}{_edges(timing.one, given)}"
    )
    yield Reason(text, source)
    if load and timing.all is not None:
        yield Reason(_told_all(timing, timing.all, given, load), _load_sources(timing, load))


def _told_all(timing: Timing, days: float, given: Allowed, load: Load) -> str:
    needed = ", then ".join(f"{run.count} {_CARRIERS[run.mode]}" for run in timing.runs)
    window = f" of {given.words}" if given.days else ""
    carried = f"all {load.in_scenario(timing.scenario):,.0f} {load.unit}s in {needed}"
    return (
        f"{_NAMED[timing.scenario]} {carried} take {_days(days)}{window}" + _edges(days, given) + _latest_landing(timing, given)
    )


def _latest_landing(timing: Timing, given: Allowed) -> str:
    """The day on which the last load must be ashore to arrive by the latest end."""
    if timing.onward is None or given.last is None:
        return ""
    day = given.last + timedelta(days=1) - timedelta(days=_up(timing.onward))
    return f"; the last of the {_CARRIERS[timing.runs[0].mode]} must have landed by {day.isoformat()}"


def _up(days: float) -> int:
    return -floor(-days)


def _edges(days: float, given: Allowed) -> str:
    """What follows for the other end, where the window leaves one open."""
    if given.first and not given.last:
        return f"; begun on {given.first}, it would have ended on {given.first + timedelta(days=_up(days) - 1)} at the earliest"
    if given.last and not given.first:
        return f"; ended by {given.last}, it would have begun by {given.last - timedelta(days=_up(days) - 1)}"
    return ""


def _speeds(timing: Timing) -> str:
    return ", ".join(f"{run.mode} {speed_km_day(run.mode, timing.scenario).value:,.0f} km a day" for run in timing.runs)


def _days(days: float) -> str:
    return f"{days:,.1f} days" if days >= 2 else f"{days * 24:,.0f} hours"


def _load_sources(timing: Timing, load: Load) -> str:
    rows = (load_of(run.mode, load.unit, timing.scenario) for run in timing.runs)
    return "; ".join(dict.fromkeys(row.source for row in rows if row)) or "the count of trips as stated"


def told_handling(runs: tuple[Run, ...]) -> Iterator[Reason]:
    """What loading, unloading and waiting is taken to need, in hours."""
    for what in dict.fromkeys(f"{part} {run.mode}" for run in runs for part in ("load", "unload", "interval")):
        least, usual, slow = (handling_h(what, scenario) for scenario in ("minimum", "typical", "slow"))
        if usual.source:
            yield Reason(
                f"{what}: {least.value:g}, {usual.value:g} and {slow.value:g} hours in the three scenarios", usual.source
            )


def told_rotation(runs: tuple[Run, ...], ships: int) -> Iterator[Reason]:
    """How many ships or aircraft are taken to go to and fro."""
    for run in runs:
        if run.count > 1 and run.mode in ("sea", "river", "air"):
            many = f"the {ships} that are named go" if ships > 1 else "one goes, as no more are named,"
            text = f"by {run.mode} {many} to and fro; in the fastest scenario as many as the berths can work"
            yield Reason(text, "our convention; transfer_nodes.csv for the berths")


def assumptions(consignment: Consignment) -> tuple[Reason, ...]:
    """The slots that no sentence states and that this answer uses."""
    used = (assumed for assumed in consignment.assumed if assumed.slot in _SLOTS)
    return tuple(Reason(f"the {a.slot} is taken, not stated: {a.why}", f"assumption: {a.slot}") for a in used)
