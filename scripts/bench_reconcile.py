"""How fast figures are reconciled, against the stated targets; claims are made at random around a true flow, some false."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from msgspec.structs import replace

from waybill.model.claim import Claim, ClaimId, Frame, Slot, Source
from waybill.model.delivery import Bound, Peak, Reckoning
from waybill.model.document import Document, DocumentId, Publication
from waybill.model.quantity import Modifier, Quantity
from waybill.model.span import Span
from waybill.model.things import Item
from waybill.model.time import Window
from waybill.model.trace import OriginatorId
from waybill.reconcile.bounds import bounds
from waybill.reconcile.bridged import Bridged, bridged
from waybill.reconcile.disputes import Disputes, disputes
from waybill.reconcile.figures import figures
from waybill.reconcile.readings import peaks, readings
from waybill.reconcile.statement import Statement
from waybill.reference.factors import factors

FIRST = date(2022, 1, 1)
DAYS = 1000
FALSE = 0.001
"""The share of false claims: our convention, so that there is something to find."""

SHELLS = Item("152 mm shells", "ammunition_large", 152)
A_CONTAINER = 400
"""Shells in a container: within the factors that are shipped."""

Result = tuple[tuple[Bound, ...], Disputes, tuple[Reckoning, ...], tuple[Peak, ...]]


def reconcile() -> None:
    """Bounds and contradictions of ever more claims on one line, and of 100 lines."""
    for claims in (1_250, 2_500, 5_000, 10_000):
        told = _line(Random(claims), claims)
        main_s, all_s = _seconds(_main, [told]), _seconds(_all, [told])
        found = len(_main(told)[1].contradictions)
        print(f"{claims:6,} claims on one line over {DAYS:,} days: bounds and {found:,} contradictions {main_s:.2f} s")
        print(f"  with totals and daily peaks {all_s:.2f} s")
    print("  (target for 10,000: 1.00)")
    lines = [_line(Random(number), 1_000) for number in range(100)]
    print(f"100 lines of 1,000 claims: {_seconds(_main, lines):.2f} s (target 10.00)")
    _bridged_units()


def _bridged_units() -> None:
    """Figures of containers, and of the shells in them."""
    both = [replace(s, claim=_in_shells(s.claim)) if n % 2 else s for n, s in enumerate(_line(Random(1), 10_000, SHELLS))]
    by_unit = figures(both)
    disputed = disputes(by_unit).claims
    found = bridged(by_unit, disputed, factors())
    days, sets = sum(len(r.bounds) for r in found.readings), len(found.contradictions) + len(found.variants)
    print(f"10,000 claims, half of containers and half of the shells in them, over {DAYS:,} days:")
    start = time.perf_counter()
    bridged(by_unit, disputed, factors())
    print(f"  {days:,} bounds and {sets:,} sets over a bridge {time.perf_counter() - start:.2f} s (target 5.00)")
    print(f"  with all else of them {_seconds(_all_bridged, [both]):.2f} s")


def _in_shells(claim: Claim) -> Claim:
    """A claim on containers as one on the shells in them."""
    slot = claim.frame.quantity
    if slot is None or slot.value is None:
        return claim
    low, high = (None if n is None else n * A_CONTAINER for n in (slot.value.low, slot.value.high))
    said = replace(slot.value, low=low, high=high, unit="shell", numbers=tuple(n for n in (low, high) if n is not None))
    return replace(claim, frame=replace(claim.frame, quantity=replace(slot, value=said, text=str(low or high))))


def _all_bridged(told: list[Statement]) -> tuple[Result, Bridged]:
    by_unit = figures(told)
    return _all(told), bridged(by_unit, disputes(by_unit).claims, factors())


def _main(told: list[Statement]) -> tuple[tuple[Bound, ...], Disputes]:
    by_unit = figures(told)
    return bounds(by_unit), disputes(by_unit)


def _all(told: list[Statement]) -> Result:
    by_unit = figures(told)
    found = disputes(by_unit)
    return bounds(by_unit), found, readings(by_unit, found.claims), peaks(by_unit, found.claims)


def _seconds(work: Callable[[list[Statement]], object], lines: list[list[Statement]]) -> float:
    start = time.perf_counter()
    for told in lines:
        work(told)
    return time.perf_counter() - start


def _line(chance: Random, claims: int, item: Item | None = None) -> list[Statement]:
    """What is said of a flow of containers that moves on a third of the days: floors, ceilings, amounts; by 40 originators."""
    moved = [0, *accumulate(chance.randrange(500) if chance.random() < 0.3 else 0 for _ in range(DAYS))]
    return [_statement(chance, moved, f"{claims}-{number}", item) for number in range(claims)]


def _statement(chance: Random, moved: list[int], ident: str, item: Item | None) -> Statement:
    first = chance.randrange(DAYS)
    last = min(DAYS - 1, first + chance.choice((0, 6, 30, 180, 700)))
    came = moved[last + 1] - moved[first]
    low, high, words = _amount(chance, came, chance.random() < FALSE)
    days = FIRST + timedelta(days=first), FIRST + timedelta(days=last)
    figure = Quantity(low, high, "container", tuple(n for n in (low, high) if n is not None), words)
    window = Window(None, days[0], days[0], days[1], days[1])
    who = f"originator {chance.randrange(40)}"
    goods = Slot(None, item.name, item) if item else None
    frame = Frame(item=goods, quantity=Slot(None, str(low or high), figure), window=Slot(None, "then", window))
    source = Source(Span(0, 1), who, who, who)
    claim = Claim(ClaimId(ident), _REPORT.id, source, None, (Span(0, 1),), "paraphrased", "asserted", "transfer", frame=frame)
    return Statement(claim, _REPORT, days[1] + timedelta(days=30), OriginatorId(who), (_REPORT.id,))


def _amount(chance: Random, came: int, false: bool) -> tuple[float | None, float | None, Modifier]:
    shape = chance.randrange(3)
    if shape == 0:
        return float(20 * came + 9000 if false else int(came * chance.uniform(0.4, 1))), None, ">"
    if shape == 1:
        return None, float(came // 20 if false else int(came * chance.uniform(1, 1.6)) + 1), "<"
    near = float(20 * came + 9000 if false else came)
    return near, near, "="


_REPORT = Publication(DocumentId("bench"), Document("x", "", ""), "bench.txt")
