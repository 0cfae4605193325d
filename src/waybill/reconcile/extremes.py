"""The ceilings, floors and largest estimates that are stated for a line, literally."""

from collections import defaultdict
from collections.abc import Sequence

from waybill.model.claim import ClaimId, Slot
from waybill.model.delivery import Contradiction, StatedExtreme
from waybill.model.time import Window
from waybill.reconcile.exclusion import Opponents, below_a_floor, opponents
from waybill.reconcile.figures import is_ceiling, moved
from waybill.reconcile.phrases import in_days, number
from waybill.reconcile.statement import NOT_DELIVERED, Statement

HEDGED = "only called possible"
MOST_REASONS = 3
"""Reasons that are spelled out where no floor is stated; the claims stand beside them."""


def stated_extremes(told: Sequence[Statement], contradictions: Sequence[Contradiction]) -> tuple[StatedExtreme, ...]:
    """Every stated ceiling, the highest stated floor and a larger estimate of a line, by unit.

    Where nobody states a ceiling or a floor, it is "none" with the reason.

    Only what is asserted or hedged of goods that moved counts, in figures, without tolerance; a figure that a retelling has
    changed does not. A ceiling is "up to N" or the upper end of a range; each stands for its own window, so all are given,
    highest first. A floor is "more than N", a bare figure, or the lower end of a range, asserted; "about N" and what is only
    called possible are neither, but the largest above every floor is given; vague words ("dozens") are no figure. The `why` of
    a ceiling says that it is hedged, and names the floor of another originator that it contradicts, or says why a higher floor
    can stand beside it.
    """
    excluded = opponents(contradictions)
    return tuple(extreme for unit, of_unit in _by_unit(told) for extreme in _extremes(unit, of_unit, excluded))


def _by_unit(told: Sequence[Statement]) -> list[tuple[str, list[Statement]]]:
    by_unit: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in told:
        if statement.firm and statement.claim.kind == "transfer" and statement.quantity and statement.quantity.unit:
            by_unit[statement.quantity.unit].append(statement)
    return sorted(by_unit.items())


def _extremes(unit: str, told: Sequence[Statement], excluded: Opponents) -> tuple[StatedExtreme, ...]:
    floor = _floor(unit, told)
    return (*_ceilings(unit, told, excluded), floor, *_largest(unit, told, floor.quantity or 0.0))


def _ceilings(unit: str, told: Sequence[Statement], excluded: Opponents) -> list[StatedExtreme]:
    found = _by_value(_stated_ceilings(told))
    if not found:
        return [StatedExtreme(unit, "ceiling", None, "none", _ids(told), _no_ceilings(told))]
    floors = sorted(_floors(told), key=lambda pair: -pair[0])
    whys = {v: [_hedged(found[v]), below_a_floor(v, found[v], floors, excluded)] for v in found}
    return [
        StatedExtreme(unit, "ceiling", v, number(v), _ids(found[v]), "; ".join(filter(None, whys[v])) or None, _when(found[v]))
        for v in sorted(found, reverse=True)
    ]


def _floor(unit: str, told: Sequence[Statement]) -> StatedExtreme:
    found = _by_value(_floors(told))
    if not found:
        return StatedExtreme(unit, "floor", None, "none", _ids(told), _no_floors(told))
    highest = max(found)
    return StatedExtreme(unit, "floor", highest, number(highest), _ids(found[highest]), when=_when(found[highest]))


def _largest(unit: str, told: Sequence[Statement], floor: float) -> list[StatedExtreme]:
    """The largest estimate above the floor; none where there is no such."""
    found = _by_value([(value, s) for s in told if (value := _estimate_of(s)) is not None and value > floor])
    if not found:
        return []
    most = max(found)
    about = all(s.quantity and s.quantity.modifier == "~" for s in found[most])
    words = f"about {number(most)}" if about else number(most)
    why = f"{'an estimate' if about else HEDGED}: neither floor nor ceiling"
    return [StatedExtreme(unit, "largest", most, words, _ids(found[most]), why, _when(found[most]))]


def _hedged(told: Sequence[Statement]) -> str:
    """Said where nobody asserts it; "" otherwise."""
    return HEDGED if all(s.claim.stance == "hedged" for s in told) else ""


def _stated_ceilings(told: Sequence[Statement]) -> list[tuple[float, Statement]]:
    return [(value, s) for s in told if (value := _ceiling_of(s)) is not None]


def _floors(told: Sequence[Statement]) -> list[tuple[float, Statement]]:
    return [(value, s) for s in told if (value := _floor_of(s)) is not None]


def _ceiling_of(statement: Statement) -> float | None:
    quantity = statement.quantity
    if not quantity or statement.vague or not moved(statement) or not statement.most or quantity.measure != "total":
        return None
    return quantity.high if is_ceiling(quantity) else None


def _floor_of(statement: Statement) -> float | None:
    quantity = statement.quantity
    if (
        not quantity
        or statement.vague
        or not moved(statement)
        or quantity.modifier == "~"
        or not statement.least
        or statement.claim.stance == "hedged"
    ):
        return None
    return quantity.low


def _estimate_of(statement: Statement) -> float | None:
    """An amount that is about so much, or only called possible."""
    quantity = statement.quantity
    if not quantity or statement.vague or not moved(statement) or not (statement.least or statement.most):
        return None
    if statement.claim.stance == "hedged":
        return None if quantity.modifier == "<" else quantity.low
    return quantity.high if quantity.modifier == "~" else None


def _no_ceilings(told: Sequence[Statement]) -> str:
    """Why nothing that is said is a ceiling: it is given as none, or worded otherwise."""
    worded = [s for s in told if s.quantity and is_ceiling(s.quantity) and not s.most and not s.changed]
    return "; ".join(dict.fromkeys(map(_otherwise, worded))) or "no figure is given as a ceiling"


def _otherwise(statement: Statement) -> str:
    slot = statement.claim.frame.quantity
    return f"{slot.text if slot else ''}: worded otherwise elsewhere"


def _no_floors(told: Sequence[Statement]) -> str:
    reasons = list(dict.fromkeys(map(_no_floor, told)))
    more = [f"{len(reasons) - MOST_REASONS} more"] if len(reasons) > MOST_REASONS else []
    return "; ".join([*reasons[:MOST_REASONS], *more])


def _no_floor(statement: Statement) -> str:
    """Why an amount is no floor of what was delivered."""
    quantity, slot = statement.quantity, statement.claim.frame.quantity
    words = slot.text if slot else ""
    if statement.stage in NOT_DELIVERED:
        return f"{words}: {statement.stage}, not delivered"
    if quantity and quantity.measure in ("rate", "capacity"):
        return f"{words}: a {quantity.measure}"
    if statement.vague:
        return f"{words}: no figure"
    if statement.changed:
        return f"{words}: changed as it was retold"
    if quantity and quantity.low is not None and not statement.least:
        return _otherwise(statement)
    if quantity and quantity.modifier == "~":
        return f"{words}: an estimate"
    return (
        f"{words}: {HEDGED}"
        if statement.claim.stance == "hedged" and quantity and quantity.low is not None
        else f"{words}: a ceiling"
    )


def _by_value(found: Sequence[tuple[float, Statement]]) -> dict[float, list[Statement]]:
    by_value: defaultdict[float, list[Statement]] = defaultdict(list)
    for value, statement in found:
        by_value[value].append(statement)
    return by_value


def _when(told: Sequence[Statement]) -> str:
    """The windows stated, as days with their year where they are known, else in the words said; "" where none is."""
    slots = [slot for s in told if (slot := s.claim.frame.window)]
    return " or ".join(dict.fromkeys((s.value and in_days(s.value)) or _said(s) for s in slots))


def _said(slot: Slot[Window]) -> str:
    return " ".join(slot.text.split())


def _ids(told: Sequence[Statement]) -> tuple[ClaimId, ...]:
    return tuple(s.claim.id for s in told)
