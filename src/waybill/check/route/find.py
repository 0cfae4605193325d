"""The finding on a delivery's way."""

from waybill.check.route.allowed import Allowed, allowed
from waybill.check.route.amounts import Load, load_to_carry
from waybill.check.route.ends import Ends, ends_of
from waybill.check.route.plan import Plans
from waybill.check.route.tell import assumptions, told_handling, told_leg, told_rotation, told_time
from waybill.check.route.timing import Timing, timing
from waybill.check.route.unplaced import AS_STATED, QUESTION, unplaced
from waybill.check.route.ways import Ways
from waybill.model.finding import Answer, Consignment, Finding, Reason
from waybill.model.leg import Leg
from waybill.reference.carriers import SCENARIOS
from waybill.reference.routes import RouteFacts


class Routes:
    """Answers for deliveries over one set of facts; asked again, it answers from memory and always alike."""

    def __init__(self, facts: RouteFacts) -> None:
        self._ways = Ways(facts)
        self._plans = Plans(self._ways)

    def legs(self, consignment: Consignment) -> tuple[Leg, ...]:
        """The way as legs, for a map too; none where the places are not known well enough or nothing leads there."""
        return self._legs(consignment, ends_of(consignment))

    def finding(self, consignment: Consignment) -> Finding:
        """Whether the whole quantity, as stated, could have come from origin to destination in the window; where none is stated
        whether one load could. The most favourable reading of window and quantity is taken: only what cannot be is "no"."""
        if (nowhere := unplaced(consignment)) is not None:
            return nowhere
        ends = ends_of(consignment)
        legs = self._legs(consignment, ends)
        if not legs:
            why = f"no way from {ends.ends[0].name} to {ends.ends[-1].name} is known by {_modes(consignment)}"
            return Finding("route", QUESTION, "unknown", (Reason(why, AS_STATED), *assumptions(consignment)))
        return self._weighed(consignment, ends, legs)

    def _legs(self, consignment: Consignment, ends: Ends) -> tuple[Leg, ...]:
        return self._plans.legs(ends.ends, frozenset(consignment.modes)) if len(ends.ends) > 1 else ()

    def _weighed(self, consignment: Consignment, ends: Ends, legs: tuple[Leg, ...]) -> Finding:
        load, given = load_to_carry(consignment, legs), allowed(consignment.window)
        ships = max(1, len({vessel.id for vessel in consignment.vessels if vessel.id}))
        timings = tuple(timing(legs, scenario, load, ships) for scenario in SCENARIOS)
        answer, why = _answer(consignment, load, given, timings)
        reasons = (
            Reason(why, AS_STATED),
            *map(told_leg, legs),
            *(Reason(note, AS_STATED) for note in (*ends.notes, *_unused(consignment, legs))),
            *(reason for timing in timings for reason in told_time(timing, given, load)),
            *told_handling(timings[0].runs),
            *told_rotation(timings[0].runs, ships),
            *(Reason(words, source) for words, source in (load.notes if load else ())),
            *assumptions(consignment),
        )
        return Finding("route", QUESTION, answer, reasons)


def _answer(consignment: Consignment, load: Load | None, given: Allowed, timings: tuple[Timing, ...]) -> tuple[Answer, str]:
    """The answer, and in one sentence why."""
    if given.days is None:
        return "unknown", "the window is open, so that nothing says how many days there were"
    minimum, typical = timings[0], timings[1]
    one = _fits(minimum.one, typical.one, given.days)
    answer = _fits(minimum.all, typical.all, given.days) if minimum.all is not None and typical.all is not None else one
    if answer == "no" and (why := _not_ruled_out(consignment, given)):
        return "unknown", why
    if load is None and consignment.amounts and one != "no":
        return "unknown", f"{_told(one, 'one load')}; how much a carrier takes of what is stated is not known"
    if load is None:
        return one, _told(one, "one load")
    return answer, f"{_told(one, 'one load')}; {_told(answer, f'all {load.words}')}"


def _fits(minimum: float, typical: float, days: int) -> Answer:
    return "yes" if typical <= days else "consistent" if minimum <= days else "no"


def _told(answer: Answer, what: str) -> str:
    ends = {
        "yes": "would have arrived at the usual pace",
        "consistent": "would have arrived only at the fastest",
        "no": "would not have arrived at the fastest either",
    }
    return f"{what} {ends[answer]}"


def _not_ruled_out(consignment: Consignment, given: Allowed) -> str:
    """Why a way that takes too long rules nothing out; "" where it does."""
    if given.single:
        return "one day is all that is said, which may be that of leaving or of arriving, and the way takes longer"
    if not consignment.modes:
        return "over land and sea it would not have arrived at the fastest; nobody states the mode, and by air it might have"
    return ""


def _unused(consignment: Consignment, legs: tuple[Leg, ...]) -> tuple[str, ...]:
    unused = [mode for mode in consignment.modes if mode not in {leg.mode for leg in legs}]
    return tuple(f"{mode} is stated, but no leg by {mode} is known on this way" for mode in unused)


def _modes(consignment: Consignment) -> str:
    return " and ".join(consignment.modes) or "land or sea"
