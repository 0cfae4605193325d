"""How a stated ceiling stands to the floors above it: whether both can be true."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from waybill.reconcile.conflicts import exclude
from waybill.reconcile.disputes import independent
from waybill.reconcile.limits import figure_of, goods_of, inner, outer
from waybill.reconcile.phrases import number, who_says
from waybill.reconcile.statement import Statement


def below_a_floor(ceiling: float, told: Sequence[Statement], floors: Iterable[tuple[float, Statement]]) -> str | None:
    """In words, the highest floor that this ceiling excludes, failing one what keeps it from excluding the highest above it.

    None where no floor is higher. `told` are the statements that state the ceiling. A floor is excluded if another originator
    states more of the same goods, beyond its tolerance, for days that all lie within the ceiling's. Without days on both sides
    nothing is excluded.
    """
    higher = sorted(((low, f) for low, f in floors if low > ceiling), key=lambda pair: -pair[0])
    low, floor = next(((low, f) for low, f in higher if any(_exclude(c, f) for c in told)), (0.0, None))
    if floor:
        return f"below the floor of {number(low)} stated by {who_says(floor)}: both cannot be true"
    return f"{_apart(told, higher[0][1])} the floor of {number(higher[0][0])}" if higher else None


def _exclude(ceiling: Statement, floor: Statement) -> bool:
    above, below = figure_of(ceiling), figure_of(floor)
    if not above or not above.ceiling or not below or not below.floor:
        return False
    return independent(ceiling, floor) and above.goods.includes(below.goods) and exclude(below.floor, above.ceiling)


def _apart(told: Sequence[Statement], floor: Statement) -> str:
    """What keeps a ceiling from excluding a floor above it."""
    if any(c.originator == floor.originator for c in told):
        return "stated by the same originator as"
    if not floor.window or not any(c.window for c in told):
        return "no common window is stated with"
    within = [c for c in told if _covers(c, floor)]
    if not within:
        return "another window than"
    if all(c.stage != floor.stage for c in within):
        return "another stage than"
    counted = goods_of(floor)
    if not any(replace(goods_of(c), item=None, vessel=None).includes(counted) for c in within):
        return "another place than"
    return "within the tolerance of" if any(goods_of(c).includes(counted) for c in within) else "other goods than"


def _covers(ceiling: Statement, floor: Statement) -> bool:
    """True where every day on which the floor's goods may have moved is surely one of the ceiling's."""
    wide, narrow = inner(ceiling), outer(floor)
    return bool(wide and narrow and narrow[0] and wide[0] <= narrow[0] and narrow[1] <= wide[1])
