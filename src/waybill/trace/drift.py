"""What changed as a claim was retold, in the words of both sides."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from waybill.model.claim import Claim, Slot
from waybill.model.quantity import Quantity
from waybill.model.things import Item, Place
from waybill.model.trace import Drift, DriftKind
from waybill.reference.units import plural
from waybill.trace.either import both_told, branches
from waybill.trace.figures import edges, largest, numbers, same_figure, same_unit
from waybill.trace.telling import Telling

T = TypeVar("T")

Comparison = Callable[[Telling, Telling], Iterator[Drift]]


def drifts(first: Telling, later: Telling) -> tuple[Drift, ...]:
    """The changes from the first telling to the later one, in a fixed order; what only one of them says is no drift."""
    return tuple(found for compare in _COMPARISONS for found in compare(first, later))


def _asserter(first: Telling, later: Telling) -> Iterator[Drift]:
    before, after = _who(first), _who(later)
    if first.voice.id != later.voice.id and before.casefold() != after.casefold():
        yield Drift("asserter", before, after)


def _who(telling: Telling) -> str:
    source = telling.claim.source
    return source.text if source else f"{telling.voice.name}, own voice" if telling.own_voice else "nobody named"


def _stance(first: Telling, later: Telling) -> Iterator[Drift]:
    if first.claim.stance != later.claim.stance:
        yield Drift("stance", first.claim.stance, later.claim.stance)


def _verb(first: Telling, later: Telling) -> Iterator[Drift]:
    if first.claim.kind != later.claim.kind:
        yield Drift("verb", first.claim.kind, later.claim.kind)


def _quantity(first: Telling, later: Telling) -> Iterator[Drift]:
    if first.quantity and later.quantity:
        before, after = _amount(first.claim.frame.quantity), _amount(later.claim.frame.quantity)
        both = both_told(first, later)
        for kind in _quantity_kinds(first.quantity, later.quantity, both is not None):
            yield Drift(kind, before, both or after)
        if not same_unit(first.quantity, later.quantity) and not _counts_goods(first, later):
            yield Drift("unit", before, after)


def _amount(slot: Slot[Quantity] | None) -> str:
    """The words of an amount; a table's bare number with what its columns make of it."""
    words = _slot_words(slot)
    if not slot or not slot.value or any(c.isalpha() for c in words):
        return words
    figures = " to ".join(f"{number:,.15g}" for number in numbers(slot.value))
    return " ".join(filter(None, (_SAID.get(slot.value.modifier), figures, plural(slot.value.unit))))


_SAID = {">": "at least", "<": "up to", "~": "about"}


def _quantity_kinds(before: Quantity, after: Quantity, both: bool) -> Iterator[DriftKind]:
    """`both`: of what was one or the other both are told."""
    if not same_figure(before, after):
        yield "hedge" if _blurred(before, after) else "magnitude"
    elif both:
        yield "or-to-and"
    elif _bound(before) != _bound(after):
        yield "hedge"
    if before.measure == "capacity" and after.measure != "capacity":
        yield "capacity-to-content"


def _blurred(before: Quantity, after: Quantity) -> bool:
    """True where words without a figure stand for one that they can mean: 40 retold as "dozens"."""
    low, high, said = after.low, after.high, largest(before)
    return after.vague and not before.vague and low is not None and low <= said and (high is None or said <= high)


def _bound(quantity: Quantity) -> tuple[object, ...]:
    """What the words beside the figure do with it."""
    return (quantity.modifier, quantity.low is None, quantity.high is None, len(numbers(quantity)))


def _counts_goods(first: Telling, later: Telling) -> bool:
    """True where both units are what the goods are called, so that the change of goods tells it: rounds, then shells."""
    return all(t.quantity and t.quantity.unit and t.quantity.unit in _slot_words(t.claim.frame.item) for t in (first, later))


def _item(first: Telling, later: Telling) -> Iterator[Drift]:
    if _slot_words(later.claim.frame.item).casefold() not in branches(first.claim.frame.quantity):
        yield from _changed("item", first.claim.frame.item, later.claim.frame.item, _same_item)


def _window(first: Telling, later: Telling) -> Iterator[Drift]:
    same = edges(first.window) == edges(later.window)
    yield from _changed("window", first.claim.frame.window, later.claim.frame.window, lambda *_: same)


def _stage(first: Telling, later: Telling) -> Iterator[Drift]:
    """How far the goods had come; of another kind of act that tells no more than the act does."""
    before, after = first.claim.frame.stage, later.claim.frame.stage
    known = before and after and "unspecified" not in (before.value, after.value)
    if known and first.claim.kind == later.claim.kind:
        yield from _changed("stage", before, after, lambda some, other: some == other)


def _place(first: Telling, later: Telling) -> Iterator[Drift]:
    for before, after in zip(_places(first.claim), _places(later.claim), strict=True):
        yield from _changed("place", before, after, _same_place)


def _places(claim: Claim) -> tuple[Slot[Place] | None, ...]:
    return (claim.frame.origin, claim.frame.via, claim.frame.destination)


def _changed(kind: DriftKind, before: Slot[T] | None, after: Slot[T] | None, same: Callable[[T, T], bool]) -> Iterator[Drift]:
    """A drift where both slots hold a value, in other words and with another meaning; an unresolved slot has not changed."""
    if not before or not after or before.value is None or after.value is None:
        return
    if _slot_words(before).casefold() != _slot_words(after).casefold() and not same(before.value, after.value):
        yield Drift(kind, _slot_words(before), _slot_words(after))


def _slot_words(slot: Slot[object] | None) -> str:
    return slot.text if slot else ""


def _same_item(before: Item, after: Item) -> bool:
    """True where neither class nor calibre differ; names of no known class are compared as they stand."""
    if before.item_class is None and after.item_class is None:
        return before.name.casefold() == after.name.casefold()
    classes = {before.item_class, after.item_class} - {None}
    calibres = {before.calibre_mm, after.calibre_mm} - {None}
    return len(classes) < 2 and len(calibres) < 2


def _same_place(before: Place, after: Place) -> bool:
    return before.id == after.id if before.id and after.id else before.name.casefold() == after.name.casefold()


_COMPARISONS: tuple[Comparison, ...] = (_asserter, _stance, _verb, _quantity, _item, _window, _stage, _place)
