"""Why figures cannot all be true, in words, and what else dissolves it."""

from collections.abc import Mapping, Sequence

from waybill.model.claim import ClaimId
from waybill.model.delivery import ReadAs
from waybill.reconcile.figures import LAG_D, Figure, is_so_far
from waybill.reconcile.flow import Limit
from waybill.reconcile.phrases import dated, number, who_says

ByClaim = Mapping[ClaimId, Figure]
"""Figures by the claims that state them."""


def arithmetic(unit: str, conflict: Sequence[Limit], told: ByClaim) -> str:
    """How many there were at least or at most in which days and according to whom, and why that cannot be.

    "At most 7,000 (container) from 1 Aug 2023 to 26 Feb 2024 according to Kyiv; at least 10,000 (container) from 1 Aug 2023 to
    23 Feb 2024 according to Seoul: the days of the floor lie within those of the ceiling, and deliveries cannot shrink".
    """
    said = "; ".join(says(unit, limit, told[limit.claim]) for limit in conflict)
    floors, ceilings = [m for m in conflict if not m.upper], [m for m in conflict if m.upper]
    if len(floors) == len(ceilings) == 1:
        return f"{said}: the days of the floor lie within those of the ceiling, and deliveries cannot shrink"
    days = "no day counts more often in the floors than in the ceilings" if ceilings[1:] else "the floors share no day"
    return f"{said}: {_sum(floors)} at least and {_sum(ceilings)} at most, though {days}, and deliveries cannot shrink"


def dissolving(reading: ReadAs, conflict: Sequence[Limit], told: ByClaim) -> tuple[str, ...]:
    """What dissolves it beside setting aside any one: another start, another end, another reading."""
    above = [told[m.claim].statement for m in conflict if m.upper]
    whole = [told[m.claim].statement for m in conflict if m.upper and m == told[m.claim].whole]
    return tuple(
        dict.fromkeys(
            (
                *_other_starts(conflict, told),
                *(
                    f"another end: if the count of {who_says(s)} ended over {LAG_D} days before it was told"
                    for s in above
                    if is_so_far(s)
                ),
                *(f"another reading: if the figure of {who_says(s)} is a floor and not all that moved" for s in whole),
                *_assumed(reading, conflict, told),
            )
        )
    )


def _other_starts(conflict: Sequence[Limit], told: ByClaim) -> list[str]:
    starts = [told[m.claim].statement for m in conflict if not m.upper and m.first]
    first = min((m.first for m in conflict if m.upper and m.first), default=None)
    ways = [f"another start: if the count of {who_says(s)} began before {dated(first)}" for s in starts] if first else []
    begun = [told[m.claim].statement for m in conflict if m.upper and told[m.claim].begun and m.first]
    return ways + [f"another start: if the count of {who_says(s)} began later than it says elsewhere" for s in begun]


def _assumed(reading: ReadAs, conflict: Sequence[Limit], told: ByClaim) -> list[str]:
    """What the reading assumes of a figure, turned round."""
    held = [told[limit.claim].statement for limit in conflict]
    if reading == "unsaid":
        ceilings = " or ".join(dict.fromkeys(who_says(told[m.claim].statement) for m in conflict if m.upper))
        floors = dict.fromkeys(who_says(told[m.claim].statement) for m in conflict if not m.upper)
        return [f"another count: if {who} counts other goods, another stage or another way than {ceilings}" for who in floors]
    if reading == "starts":
        since = [told[m.claim].statement for m in conflict if m.upper and not m.first]
        return [f"another start: if the count of {who_says(s)}, which names none, began later than the others" for s in since]
    if reading == "hedged":
        return [f"another outcome: if what {who_says(s)} calls possible is not so" for s in held if s.claim.stance == "hedged"]
    return []


def says(unit: str, limit: Limit, figure: Figure) -> str:
    """What one limit says, by whom, for which days, and out of which words where a tolerance was taken."""
    end = "most" if limit.upper else "least"
    slot = figure.statement.claim.frame.quantity
    said = slot.value.numbers if slot and slot.value else ()
    read = "" if limit.amount in said or not slot else f', of "{" ".join(slot.text.split())}",'
    return f"at {end} {number(limit.amount)} ({unit}){read} {_when(limit)} according to {who_says(figure.statement)}"


def _when(limit: Limit) -> str:
    if not limit.first:
        return f"by {dated(limit.last)}"
    return f"on {dated(limit.last)}" if limit.first == limit.last else f"from {dated(limit.first)} to {dated(limit.last)}"


def _sum(limits: Sequence[Limit]) -> str:
    """ "300 + 400 = 700"; a single amount by itself."""
    total = number(sum(limit.amount for limit in limits))
    return f"{' + '.join(number(limit.amount) for limit in limits)} = {total}" if limits[1:] else total
