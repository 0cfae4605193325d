"""How a stated ceiling stands to the floors above it: whether both can be true."""

from collections.abc import Iterable, Sequence

from waybill.model.claim import Slot
from waybill.model.delivery import Contradiction
from waybill.model.things import Place
from waybill.reconcile.phrases import number
from waybill.reconcile.statement import Statement


def below_a_floor(ceiling: float, told: Sequence[Statement], floors: Iterable[tuple[float, Statement]]) -> str | None:
    """In words, the highest floor that this ceiling excludes, failing one what keeps it from excluding the highest above it.

    None where no floor is higher. `told` are the statements that state the ceiling. A floor is excluded if another originator
    states more for days that all lie within the ceiling's days, and no place keeps the two apart. Without days on both sides
    nothing is excluded.
    """
    higher = sorted(((low, f) for low, f in floors if low > ceiling), key=lambda pair: -pair[0])
    low, floor = next(((low, f) for low, f in higher if any(_same_goods(c, f) for c in told)), (0.0, None))
    if floor:
        return f"below the floor of {number(low)} stated by {_who(floor)}: both cannot be true"
    return f"{_apart(told, higher[0][1])} the floor of {number(higher[0][0])}" if higher else None


def excluded(
    unit: str, ceilings: Iterable[tuple[float, Statement]], floors: Sequence[tuple[float, Statement]]
) -> tuple[Contradiction, ...]:
    """Every pair of a ceiling and a floor above it, in one unit, that cannot both be true."""
    return tuple(
        Contradiction(
            (upper.claim.id, lower.claim.id),
            f"at most {number(high)} and at least {number(low)} ({unit}), where the days of the second lie within the first's",
        )
        for high, upper in ceilings
        for low, lower in floors
        if low > high and _same_goods(upper, lower)
    )


def _apart(told: Sequence[Statement], floor: Statement) -> str:
    """What keeps a ceiling from excluding a floor above it."""
    if any(c.originator == floor.originator for c in told):
        return "stated by the same originator as"
    if not floor.window or not any(c.window for c in told):
        return "no common window is stated with"
    return "another place than" if any(_covers(c, floor) for c in told) else "another window than"


def _same_goods(ceiling: Statement, floor: Statement) -> bool:
    return ceiling.originator != floor.originator and _covers(ceiling, floor) and not _elsewhere(ceiling, floor)


def _covers(ceiling: Statement, floor: Statement) -> bool:
    """True where every day on which the floor's goods may have moved is surely one of the ceiling's."""
    wide, narrow = ceiling.window, floor.window
    if not wide or not narrow or not narrow.start_earliest or not narrow.end_latest:
        return False
    if not wide.start_latest or not wide.end_earliest:
        return False
    return wide.start_latest <= narrow.start_earliest and narrow.end_latest <= wide.end_earliest


def _elsewhere(ceiling: Statement, floor: Statement) -> bool:
    """True where the ceiling speaks of one place only, and the floor names another or none."""
    slots = (
        (ceiling.claim.frame.origin, floor.claim.frame.origin),
        (ceiling.claim.frame.destination, floor.claim.frame.destination),
    )
    return any(one and ceiling.says_where(one) and _place(one) != _place(other) for one, other in slots)


def _place(slot: Slot[Place] | None) -> str | None:
    place = slot.value if slot else None
    return (place.id or place.name) if place else None


def _who(statement: Statement) -> str:
    source = statement.claim.source
    return (source.name or source.text) if source else statement.publication.publisher or statement.publication.path
