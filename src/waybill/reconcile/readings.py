"""What the figures of a line allow if amounts are all that moved, and the daily peak that each reading needs."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import inf

from waybill.model.claim import ClaimId, Slot
from waybill.model.delivery import Peak, ReadAs, Reckoning, Within
from waybill.model.things import Place
from waybill.reconcile.disputes import Figures, limits, systems
from waybill.reconcile.figures import LAG_D, Figure, is_so_far
from waybill.reconcile.flow import SLACK, Limit, backward, day_before, flow_of, levels, peak

WHOLE = (
    'an amount without "at least" is all that moved in its window, within its tolerance; detections and parts are no more than '
    "floors, and words without a number bound nothing"
)
NO_OPENING = "nothing is said of what moved before the day that a row counts from"
BEGUN = "a count up to a day that names no start began by the latest one that its originator names for the same goods"
LATE = f"a count up to the day on which it was told ended at most {LAG_D} days before"


def readings(by_unit: Figures, disputed: frozenset[ClaimId]) -> tuple[Reckoning, ...]:
    """The other readings of a line beside floors: totals, where an amount or a ceiling bounds anything from above.

    Only what is asserted counts. Claims that stand in a set that cannot all be true are set aside, all of them: what is left
    can be true, and the bounds hold if it is.
    """
    rows = [row for unit in by_unit for row in _rows(unit, _standing(by_unit[unit], disputed))]
    if not rows:
        return ()
    making = {claim for row in rows for claim in row.claims}
    held = [figure for unit in by_unit for figure in by_unit[unit] if figure.statement.claim.id in making]
    return (Reckoning("totals", assumed_of_totals(held, len(disputed)), tuple(rows)),)


def assumed_of_totals(making: Sequence[Figure], aside: int) -> tuple[str, ...]:
    """What is assumed if amounts are all that moved; `making` are the figures that make the rows, `aside` how many claims are
    set aside."""
    begun = [BEGUN] if any(figure.begun for figure in making) else []
    late = [LATE] if any(is_so_far(figure.statement) for figure in making) else []
    without = [f"set aside, for they cannot all be true: {aside} claims"] if aside else []
    return (WHOLE, NO_OPENING, *begun, *late, *without)


def peaks(by_unit: Figures, disputed: frozenset[ClaimId]) -> tuple[Peak, ...]:
    """The least daily peak by unit: under floors that of all stages; under totals where it is higher, by the goods counted."""
    return tuple(found for unit in by_unit for found in _peaks(unit, by_unit[unit], disputed))


def _peaks(unit: str, of_unit: Sequence[Figure], disputed: frozenset[ClaimId]) -> Iterator[Peak]:
    asserted = _standing(of_unit, frozenset())
    least = peak([f.floor for f in asserted if f.floor])
    if least:
        yield _peak(unit, least, "floors")
    for of, held in _systems(unit, _standing(of_unit, disputed)):
        higher = peak(held)
        if higher and (not least or higher[0] > least[0] + SLACK):
            yield _peak(unit, higher, "totals", of)


def _peak(unit: str, least: tuple[float, Sequence[ClaimId]], reading: ReadAs, of: str = "") -> Peak:
    per_day, claims = least
    return Peak(unit, round(per_day, 3), tuple(sorted(claims)), reading, of)


def _standing(of_unit: Sequence[Figure], disputed: frozenset[ClaimId]) -> list[Figure]:
    """The figures that are asserted and stand in no dispute."""
    return [f for f in of_unit if f.statement.claim.stance == "asserted" and f.statement.claim.id not in disputed]


def _systems(unit: str, standing: Sequence[Figure]) -> Iterator[tuple[str, list[Limit]]]:
    """The limits on all goods that a limit from above is on, with which these are in words."""
    for goods, inside, around in systems(standing, whole=True):
        yield words_of(unit, next(f for f in inside if f.goods == goods)), limits(inside, around, whole=True)


def _rows(unit: str, standing: Sequence[Figure]) -> Iterator[Within]:
    for of, held in _systems(unit, standing):
        yield from _between(unit, of, held)


def _between(unit: str, of: str, held: Sequence[Limit]) -> Iterator[Within]:
    """What came between the first day of a limit from above and the last day of each limit, where anything follows of it."""
    flow, shown = flow_of(held), {m.last.toordinal() for m in held}
    last, base = len(flow.days) - 1, flow.days.index(min(day_before(m) for m in held if m.upper))
    since = date.fromordinal(flow.days[base] + 1)
    least, most = levels(flow, base), levels(backward(flow), last - base)
    for n in range(base + 1, len(flow.days)):
        low, high = max(least.least[n], 0.0), -most.least[last - n]
        if flow.days[n] in shown and (low > 0 or high < inf):
            claims = sorted({*least.claims(n), *(most.claims(last - n) if high < inf else ())})
            ceiling = high if high < inf else None
            yield Within(since, date.fromordinal(flow.days[n]), unit, low, ceiling, tuple(claims), of)


def words_of(unit: str, figure: Figure) -> str:
    """Which goods of a unit a figure counts, "" for all of them at no stage in particular."""
    goods, frame = figure.goods, figure.statement.claim.frame
    item, vessel = frame.item, frame.vessel
    parts = (
        goods.stage if goods.stage != "unspecified" else "",
        f"of {item.value.name}" if goods.item and item and item.value and item.value.name.casefold() != unit else "",
        f"from {_name(frame.origin)}" if goods.origin else "",
        f"via {_name(frame.via)}" if goods.via else "",
        f"to {_name(frame.destination)}" if goods.destination else "",
        f"by {' and '.join(goods.mode)}" if goods.mode else "",
        f"aboard {vessel.value.name or goods.vessel}" if goods.vessel and vessel and vessel.value else "",
    )
    return " ".join(filter(None, parts))


def _name(place: Slot[Place] | None) -> str:
    return place.value.name if place and place.value else ""
