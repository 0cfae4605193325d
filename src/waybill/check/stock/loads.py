"""How many rounds a delivery would be: counted as such, or reckoned from what is said to be in its containers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from waybill.check.stock.ranges import Range, hull
from waybill.model.finding import Consignment, Reason
from waybill.model.quantity import Quantity
from waybill.model.things import Item
from waybill.reference.factors import Factor, Kind
from waybill.reference.item_classes import item_classes
from waybill.reference.units import plural

_COUNTED = {"shell": "ammunition_large", "rocket": "rocket"}
"""Units that are rounds themselves, with the class that the word alone tells."""
_UNTOLD = (None, "", "unspecified")
_NOT_SAID = "no sentence says so"


class Load(Struct, frozen=True):
    """Rounds of one kind, reckoned by `factors` from what was counted in `unit`, or counted themselves: then there are none."""

    kind: Kind
    counted: Range
    unit: str
    factors: tuple[Factor, ...] = ()
    shared: bool = False
    """True where other goods share the containers, so that no least is of this kind."""

    def rounds(self, factors: Iterable[Factor] | None = None) -> Range:
        """How many there would be, by all of its factors or by some of them."""
        chosen = tuple(self.factors if factors is None else factors)
        in_one = hull(Range(f.low, f.high) for f in chosen) if chosen else Range(1, 1)
        found = self.counted.times(in_one)
        return Range(None, found.high) if self.shared else found


class Loads(NamedTuple):
    """What could be reckoned, and why the rest could not."""

    held: tuple[Load, ...]
    left_out: tuple[Reason, ...]


def loads_of(consignment: Consignment, factors: Sequence[Factor]) -> Loads:
    """The rounds of a consignment, an amount and a kind at a time; two amounts are never added, nor two kinds."""
    found = [_loads(amount, consignment.goods, factors) for amount in consignment.amounts]
    if not found:
        return Loads((), (Reason("no amount is stated", _NOT_SAID),))
    return Loads(tuple(load for one in found for load in one.held), tuple(reason for one in found for reason in one.left_out))


def called(kind: Kind) -> str:
    """ "152 mm shells", "rockets of all calibres together"."""
    plain = {"ammunition_large": "shells", "rocket": "rockets"}
    name = plain.get(kind.item_class) or next(
        (c.called for c in item_classes() if c.item_class == kind.item_class), kind.item_class
    )
    return f"{kind.calibre_mm:g} mm {name}" if kind.calibre_mm else f"{name} of all calibres together"


def _loads(amount: Quantity, goods: tuple[Item, ...], factors: Sequence[Factor]) -> Loads:
    unit = amount.unit
    if unit is None:
        return _without("an amount is told without its unit")
    if amount.measure in ("capacity", "rate"):
        return _without(f"{plural(unit)} are told as a {amount.measure}, and that is no amount delivered")
    told = Range(amount.low, amount.high)
    if unit in _COUNTED or unit == "round":
        return _counted(told, unit, goods)
    holding = [factor for factor in factors if factor.from_unit == unit and factor.kind]
    return _contained(told, unit, goods, holding) if holding else _without(f"no factor held turns {plural(unit)} into rounds")


def _counted(told: Range, unit: str, goods: tuple[Item, ...]) -> Loads:
    """Rounds themselves: of the one kind that the goods are, else of the class that the unit tells, all calibres together."""
    kinds = {kind for kind in _kinds(goods) if _COUNTED.get(unit, kind.item_class) == kind.item_class}
    classes = {kind.item_class for kind in kinds} or {_COUNTED.get(unit, "")}
    if len(classes) > 1 or classes == {""}:
        return _without("of what the rounds are is not stated, or of several kinds")
    kind = next(iter(kinds)) if len(kinds) == 1 else Kind(next(iter(classes)), None)
    return Loads((Load(kind, told, unit),), ())


def _contained(told: Range, unit: str, goods: tuple[Item, ...], factors: Sequence[Factor]) -> Loads:
    kinds = _kinds(goods)
    if not goods or any(item.item_class in _UNTOLD for item in goods):
        unknown = Reason(f"what is in the {plural(unit)} is not stated, so that no rounds are reckoned from them", _NOT_SAID)
        return Loads((), (unknown, *_if_all_were(told, unit, factors)))
    by_kind = {kind: tuple(factor for factor in factors if factor.kind == kind) for kind in kinds}
    lacking = [kind for kind, of_kind in by_kind.items() if not of_kind]
    if lacking:
        return _without(f"no factor is held for {' and '.join(map(called, lacking))} in one {unit}")
    shared = len(kinds) > 1
    return Loads(tuple(Load(kind, told, unit, of_kind, shared) for kind, of_kind in by_kind.items()), ())


def _if_all_were(told: Range, unit: str, factors: Sequence[Factor]) -> Iterable[Reason]:
    """What the containers could hold if they were full of one kind: a capacity, of which nothing more is reckoned."""
    for kind in sorted({factor.kind for factor in factors if factor.kind}, key=called):
        of_kind = tuple(factor for factor in factors if factor.kind == kind)
        could = Load(kind, told, unit, of_kind).rounds().of("round")
        text = f"if {told.of(unit)} held nothing but {called(kind)}, {could} could be in them: a capacity, no count"
        yield Reason(text, sources(of_kind))


def sources(factors: Iterable[Factor]) -> str:
    """The factors by name, each with its source."""
    return "; ".join(f"{factor.name}: {factor.source}" for factor in factors)


def _kinds(goods: tuple[Item, ...]) -> tuple[Kind, ...]:
    kinds = {Kind(item.item_class, item.calibre_mm) for item in goods if item.item_class and item.item_class not in _UNTOLD}
    return tuple(sorted(kinds, key=called))


def _without(why: str) -> Loads:
    return Loads((), (Reason(why, _NOT_SAID),))
