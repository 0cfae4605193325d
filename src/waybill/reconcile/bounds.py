"""What the claims force on a line, figures read as floors."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from waybill.model.claim import ClaimId
from waybill.model.delivery import Bound
from waybill.reconcile.phrases import number
from waybill.reconcile.statement import NOT_DELIVERED, Statement
from waybill.reconcile.tolerance import Interval, interval


class Floor(Struct, frozen=True):
    """At least `low` of `unit` had been delivered by the end of `day`; `why` where `low` is not the figure said."""

    day: date
    unit: str
    low: float
    claim: ClaimId
    why: str = ""


def bounds(told: Sequence[Statement]) -> tuple[Bound, ...]:
    """The cumulative quantity of a line, one row per unit and date at which a claim's window ends; sorted by unit and date.

    `low` is the largest amount that one asserted claim forces by that date, from 0 and never falling; claims are never summed.
    A claim without an end counts from the day it was published; without that day it bounds nothing. Nothing is forced by what
    is hedged, denied, planned or bought, by what was only assembled or loaded, by rates and capacities, and by retellings that
    borrow or change the figure. `high` is always None: a stated ceiling holds for its own window, and without a stated opening
    balance it is no ceiling of the cumulative quantity.
    """
    rows: defaultdict[str, dict[date, list[Floor]]] = defaultdict(dict)
    for found in filter(None, map(floor_of, told)):
        rows[found.unit].setdefault(found.day, []).append(found)
    return tuple(bound for unit in sorted(rows) for bound in _rising(unit, rows[unit]))


def floor_of(statement: Statement) -> Floor | None:
    """What one statement forces, or None; an amount that is only bounded above forces 0."""
    slot, window = statement.claim.frame.quantity, statement.window
    day = (window.end_latest if window else None) or statement.day
    if not slot or not slot.value or not slot.value.unit or not day or not _delivers(statement):
        return None
    allowed = interval(slot)
    low = (allowed.low if allowed else None) or 0.0
    return Floor(day, slot.value.unit, low, statement.claim.id, _why(statement, allowed) if allowed and low else "")


def _why(statement: Statement, allowed: Interval) -> str:
    """How the words of an amount came to its lower end: "about 6,700 containers less 10%"."""
    slot = statement.claim.frame.quantity
    words = " ".join(slot.text.split()) if slot else ""
    if statement.vague:
        return f'"{words}" read as {number(allowed.low or 0.0)} or more'
    return f"{words} less {number(round(100 * allowed.below, 1))}%" if allowed.below else ""


def _delivers(statement: Statement) -> bool:
    claim, quantity = statement.claim, statement.quantity
    return (
        claim.stance == "asserted"
        and claim.kind == "transfer"
        and statement.stage not in NOT_DELIVERED
        and quantity is not None
        and quantity.measure not in ("rate", "capacity")
        and not statement.changed
        and not (statement.retelling and statement.retelling.circular)
    )


def _rising(unit: str, rows: dict[date, list[Floor]]) -> list[Bound]:
    found: list[Bound] = []
    low, claims, why = 0.0, frozenset[ClaimId](), ""
    for day in sorted(rows):
        best = max(f.low for f in rows[day])
        forcing = [f for f in rows[day] if f.low == best]
        here, reasons = frozenset(f.claim for f in forcing), _computed(forcing)
        if best > low:
            low, claims, why = best, here, reasons
        elif best == low > 0:
            claims |= here
            why = reasons and why
        found.append(Bound(day, unit, low, None, tuple(sorted(claims)), why))
    return found


def _computed(forcing: Sequence[Floor]) -> str:
    """How a bound was computed; "" where somebody states it as it is."""
    return "; ".join(dict.fromkeys(f.why for f in forcing)) if all(f.why for f in forcing) else ""
