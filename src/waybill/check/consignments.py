"""Deliveries to consignments: what its claims state in each slot, one value a slot, and what of it no sentence says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from waybill.model.claim import Claim, ClaimId, Mode
from waybill.model.delivery import Delivery, Line, Stated
from waybill.model.finding import Assumed, Consignment
from waybill.model.quantity import Quantity
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window

T = TypeVar("T")

_UNCOUNTED = frozenset({"rate", "capacity", "subset"})
"""Measures that do not say how much was delivered in all."""

_TAKEN = {
    "origin": "the first is taken",
    "destination": "the first is taken",
    "window": "the days that the exact ones share are taken, or all where they share none",
}
"""What is made of several values of a slot."""

_TIED = ("window", "origin", "via", "destination", "mode")
"""Slots that a join may tie to a figure told elsewhere."""


def consignment_of(line: Line, delivery: Delivery, claims: Mapping[ClaimId, Claim]) -> Consignment:
    """The delivery as it is checked. Of several amounts of a unit the widest reading is taken, of several windows what the
    exact ones share, of several origins or destinations the first told; and it is said."""
    told = [claims[c] for c in delivery.claims]
    supplier, recipient = (
        _party(told, side, name) for side, name in (("supplier", line.supplier), ("recipient", line.recipient))
    )
    origin, destination = _first(delivery.origin, Place), _first(delivery.destination, Place)
    return Consignment(
        supplier=supplier,
        recipient=recipient,
        goods=_distinct(told, "item", Item, lambda item: item.name),
        amounts=tuple(_amounts(delivery)),
        window=_window([s.value for s in delivery.window if isinstance(s.value, Window)]),
        origin=origin,
        via=tuple(s.value for s in delivery.via if isinstance(s.value, Place)),
        destination=destination,
        modes=tuple(dict.fromkeys(mode for s in delivery.mode for mode in _modes(s))),
        vessels=_distinct(told, "vessel", Vessel, lambda vessel: vessel.id or ""),
        assumed=tuple(dict.fromkeys((*_inferred(told), *_joined(delivery), *_of_several(delivery)))),
    )


def _party(told: Sequence[Claim], side: str, name: str) -> Party:
    """The party that a claim names on this side; else the line's own, which is a state."""
    slots = (getattr(claim.frame, side) for claim in told)
    named = (slot.value for slot in slots if slot is not None and slot.value is not None)
    return next((party for party in named if name in (party.country, party.name)), Party(name, "state", name, None))


def _distinct(told: Sequence[Claim], slot: str, kind: type[T], key: Callable[[T], str]) -> tuple[T, ...]:
    slots = (getattr(claim.frame, slot) for claim in told)
    found = (held.value for held in slots if held is not None and isinstance(held.value, kind))
    return tuple({key(value): value for value in found}.values())


def _first(stated: Sequence[Stated], kind: type[T]) -> T | None:
    return next((s.value for s in stated if isinstance(s.value, kind)), None)


def _modes(stated: Stated) -> tuple[Mode, ...]:
    return stated.value if isinstance(stated.value, tuple) else ()


def _counts(delivery: Delivery) -> dict[str | None, list[Quantity]]:
    """What is said to have come in all, by unit."""
    counts: dict[str | None, list[Quantity]] = {}
    for stated in delivery.quantity:
        if isinstance(stated.value, Quantity) and stated.value.measure not in _UNCOUNTED:
            counts.setdefault(stated.value.unit, []).append(stated.value)
    return counts


def _amounts(delivery: Delivery) -> Iterator[Quantity]:
    for unit, said in _counts(delivery).items():
        lows, highs = [q.low for q in said], [q.high for q in said]
        low = min((n for n in lows if n is not None), default=None) if None not in lows else None
        high = max((n for n in highs if n is not None), default=None) if None not in highs else None
        yield Quantity(low, high, unit) if (low, high) != (None, None) else said[0]


def _window(windows: Sequence[Window]) -> Window | None:
    """Where several are stated, the days that those with exact edges share, since all of them are told of one movement; where
    they share none, or none is exact, from the earliest start to the latest end."""
    if len(windows) < 2:
        return windows[0] if windows else None
    exact = [w for w in windows if _is_exact(w)]
    if len(exact) == 1:
        return exact[0]
    start, end = _edge(max, [w.start_earliest for w in exact]), _edge(min, [w.end_latest for w in exact])
    if start is None or end is None or start > end:
        start, end = _edge(min, [w.start_earliest for w in windows]), _edge(max, [w.end_latest for w in windows])
    return Window(None, start, start, end, end)


def _is_exact(window: Window) -> bool:
    edges = (window.start_earliest, window.end_latest)
    return None not in edges and edges == (window.start_latest, window.end_earliest)


def _edge(of: Callable[[list[date]], date], edges: Sequence[date | None]) -> date | None:
    """The outermost or innermost of these edges; None where one of them is open."""
    known = [edge for edge in edges if edge is not None]
    return of(known) if known and len(known) == len(edges) else None


def _inferred(told: Sequence[Claim]) -> Iterator[Assumed]:
    """Slots that no claim of the delivery fills but by inference."""
    for name in ("supplier", "recipient", "item", "vessel"):
        slots = [slot for claim in told if (slot := getattr(claim.frame, name)) is not None and slot.value is not None]
        if slots and all(slot.inferred for slot in slots):
            yield Assumed("goods" if name == "item" else name, f"inferred: {slots[0].inferred}")


def _joined(delivery: Delivery) -> Iterator[Assumed]:
    """What stands in a slot because claims were tied that no sentence ties, whether or not an analyst accepted it."""
    figures = {claim for stated in delivery.quantity for claim in stated.claims}
    for join in delivery.joins:
        for slot in _TIED:
            tellers = {claim for stated in getattr(delivery, slot) for claim in stated.claims}
            if tellers & set(join.claims) and not tellers & figures:
                yield Assumed(slot, f"joined: {join.says}")


def _of_several(delivery: Delivery) -> Iterator[Assumed]:
    for slot, taken in _TAKEN.items():
        if len(said := getattr(delivery, slot)) > 1:
            yield Assumed(slot, f"several are stated ({'; '.join(s.text for s in said)}); {taken}")
    for unit, counts in _counts(delivery).items():
        if len({(q.low, q.high) for q in counts}) > 1:
            yield Assumed("quantity", f"several amounts of {unit or 'it'} are stated; the widest reading is taken")
