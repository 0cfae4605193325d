"""How a stated ceiling stands to the floors above it: whether both can be true."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from waybill.model.claim import ClaimId
from waybill.model.delivery import Contradiction
from waybill.reconcile.figures import inner, outer
from waybill.reconcile.goods import goods_of
from waybill.reconcile.phrases import number, who_says
from waybill.reconcile.statement import Statement

Opponents = Mapping[ClaimId, frozenset[ClaimId]]
"""For a claim all others that it cannot be true beside, whatever an amount is taken for."""


def opponents(contradictions: Sequence[Contradiction]) -> Opponents:
    """Who stands against whom in pairs; larger sets tell of no two claims."""
    found: defaultdict[ClaimId, set[ClaimId]] = defaultdict(set)
    for contradiction in contradictions:
        if contradiction.reading == "floors" and len(contradiction.claims) == 2:
            one, other = contradiction.claims
            found[one].add(other)
            found[other].add(one)
    return {claim: frozenset(others) for claim, others in found.items()}


def below_a_floor(
    ceiling: float, told: Sequence[Statement], floors: Sequence[tuple[float, Statement]], excluded: Opponents
) -> str | None:
    """In words, the highest floor that this ceiling excludes, failing one what keeps it from excluding the highest above it.

    None where no floor is higher; `floors` are given highest first. `told` are the statements that state the ceiling.
    """
    if not floors or floors[0][0] <= ceiling:
        return None
    against = frozenset[ClaimId]().union(*(excluded.get(c.claim.id, ()) for c in told))
    found = next(((low, f) for low, f in floors if f.claim.id in against and low > ceiling), None) if against else None
    if found:
        return f"below the floor of {number(found[0])} stated by {who_says(found[1])}: both cannot be true"
    return f"{_apart(told, floors[0][1])} the floor of {number(floors[0][0])}"


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
