"""What bridged counts are called, what is assumed of them, and why their figures cannot all be true, in words."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from waybill.model.delivery import LeftOut, ReadAs
from waybill.reconcile.arithmetic import ByClaim, dissolving, says
from waybill.reconcile.bridges import Bridge
from waybill.reconcile.contents import Count, Counted
from waybill.reconcile.phrases import number
from waybill.reconcile.readings import words_of
from waybill.reconcile.spanning import Conflict
from waybill.reconcile.systems import System
from waybill.reference.factors import Factor, Kind


def of_words(system: System, count: Count) -> str:
    """Which of a unit a count is of, "" for all of it: "of 152 mm shells by sea", of shells "of 152 mm"."""
    held = [b for _, _, b in system.tied.bridges]
    target = next((b for b in held if b.target == count and b.factors[0].kind), None)
    goods = _calibre(target) if target else " and ".join(_goods(kind, held) for kind in sorted(count.kinds or (), key=str))
    if system.of is not None:
        way = words_of(count.units[0], replace(system.of, goods=system.way))
    else:
        stage = system.way.stage if system.way.stage != "unspecified" else ""
        way = " ".join(filter(None, (stage, f"by {' and '.join(system.way.mode)}" if system.way.mode else "")))
    return " ".join(filter(None, (f"of {goods}" if goods else "", way)))


def assumptions(used: Iterable[Bridge]) -> tuple[str, ...]:
    """Every factor by its name, with what it says and its source, and what is taken for granted beside it."""
    return tuple(words for bridge in used for words in (*map(_factor, bridge.factors), _granted(bridge)))


def why(system: System, found: Conflict, told: ByClaim) -> str:
    """What each figure says, and what that comes to in one unit.

    "At least 2,000,000 (shell) by 3 May 2024 according to Kyiv; at most 3,000 (container) by 5 May 2024 according to Seoul:
    with 250 to 500 152 mm shells a container 4,000 (container) at least and 3,000 at most, and deliveries cannot shrink".
    """
    said = "; ".join(says(_unit(told, w.limit.claim), w.limit, told[w.limit.claim]) for w in found.limits)
    highest = max((w for w in found.limits if w.limit.upper), key=lambda w: w.weight)
    floors = sum(w.limit.amount * w.weight for w in found.limits if not w.limit.upper) / highest.weight
    ceilings = sum(w.limit.amount * w.weight for w in found.limits if w.limit.upper) / highest.weight
    unit = system.tied.counts[highest.number].units[0]
    ratios = " and ".join(f"{number(b.low)} to {number(b.high)} {_goods_of(b)} a {b.source.units[0]}" for b in found.bridges)
    least, most = number(round(floors, 1)), number(round(ceilings, 1))
    by = f"with {ratios} " if ratios else ""
    return f"{said}: {by}{least} ({unit}) at least and {most} at most, and deliveries cannot shrink"


def dissolved(reading: ReadAs, found: Conflict, told: ByClaim) -> tuple[str, ...]:
    """What dissolves it beside setting aside any one."""
    factors = [f"another factor: without {' '.join(f.name for f in b.factors)}, or with others" for b in found.bridges]
    apart = [f"other goods: if not all {_goods_of(b)} came in the {b.source.units[0]}s counted" for b in found.bridges]
    return (*dissolving(reading, [w.limit for w in found.limits], told), *factors, *apart)


def left_out(told: Sequence[Counted], held: Sequence[Bridge]) -> tuple[LeftOut, ...]:
    """The figures of units that factors are for whose words do not say that such goods were in them."""
    found = []
    for unit in dict.fromkeys(b.source.units[0] for b in held if b.source.kinds):
        leading = [b for b in held if b.source.units[0] == unit and b.source.kinds]
        silent = [c for c in told if c.unit == unit and not any(b.source.named_by(c) for b in leading)]
        if silent:
            goods = ", ".join(_goods_of(b) for b in leading)
            said = dict.fromkeys(_said(c) for c in silent)
            words = f"what was in these {unit}s is said as {', '.join(filter(None, said))}" if any(said) else ""
            none = f"{'or ' if words else ''}not said" if not all(said) else ""
            parts = " ".join(filter(None, (words, none if words else f"what was in these {unit}s is not said")))
            found.append(
                LeftOut(tuple(c.figure.statement.claim.id for c in silent), f"{parts}: no factor is for that ({goods})")
            )
    return tuple(found)


def _said(some: Counted) -> str:
    slot = some.figure.statement.claim.frame.item
    return f'"{" ".join(slot.text.split())}"' if slot and some.kinds is not None else ""


def _factor(factor: Factor) -> str:
    goods = _goods_named(factor.kind, factor.to_unit)
    return f"{factor.name}: {number(factor.low)} to {number(factor.high)} {goods} a {factor.from_unit} ({factor.source})"


def _granted(bridge: Bridge) -> str:
    goods, source = _goods_of(bridge), bridge.source.units[0]
    if bridge.source.kinds:
        return f"all {goods} came in {source}s, and a {source} of them held nothing else"
    return f"all {goods} of which no other way is said came on {source}s"


def _calibre(bridge: Bridge) -> str:
    kind = bridge.factors[0].kind
    return f"{kind.calibre_mm:g} mm" if kind and kind.calibre_mm else ""


def _goods(kind: Kind, held: Sequence[Bridge]) -> str:
    return next(_goods_of(b) for b in held if b.source.kinds == frozenset({kind}))


def _goods_of(bridge: Bridge) -> str:
    first = bridge.factors[0]
    return _goods_named(first.kind, first.to_unit)


def _goods_named(kind: Kind | None, unit: str) -> str:
    return f"{kind.calibre_mm:g} mm {unit}s" if kind and kind.calibre_mm else f"{unit}s"


def _unit(told: ByClaim, claim: str) -> str:
    quantity = told[claim].statement.quantity  # type: ignore[index]
    return (quantity.unit if quantity else None) or ""
