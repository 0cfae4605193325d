"""A movement as its claims tell it."""

from collections.abc import Hashable, Iterator, Sequence

from msgspec.structs import astuple

from waybill.model.claim import Claim, ClaimId, Mode, Slot
from waybill.model.delivery import Delivery, DeliveryId, Join, Stated
from waybill.model.quantity import Quantity
from waybill.model.things import Place
from waybill.model.time import Window
from waybill.reconcile.backing import Backing
from waybill.reconcile.joins import joins
from waybill.reconcile.movements import Movement
from waybill.reconcile.rulings import NO_RULINGS, Rulings, words_by_hand
from waybill.reconcile.statement import STANDS_BEHIND, Statement

Value = Quantity | Window | Place | tuple[Mode, ...]


def delivery(
    movement: Movement, lent: Sequence[Join], behind: Backing, echoes: Sequence[Statement], ruled: Rulings = NO_RULINGS
) -> Delivery:
    """The delivery that a movement is: every value its firm claims state, with the claims that state it, never a blend.

    Of a purchase nothing is stated beside claims of a transfer: a deal's time and place are no movement's.

    Its id is its earliest firm claim's. `lent` are the joins that gave sides to claims of the line; one is listed where no
    other join ties the claim to what goes before it: a figure with details still has its sides from elsewhere. By `ruled` the
    joins that an analyst made come first. `behind` are its originators, `echoes` the statements that repeat one of the
    movement's; each publication of them counts once.
    """
    told, firm = movement.told, movement.firm
    moved = [s for s in firm if s.claim.kind == "transfer"] or firm
    return Delivery(
        id=DeliveryId((firm or told)[0].claim.id),
        claims=tuple(s.claim.id for s in told),
        joins=_all_joins(movement, lent, ruled),
        quantity=_stated(moved, "quantity"),
        window=_stated(moved, "window"),
        origin=_stated(moved, "origin"),
        via=_stated(moved, "via"),
        destination=_stated(moved, "destination"),
        mode=_stated(moved, "mode"),
        backers=behind.named,
        echoes=len({e.publication.edition_at(e.claim.hull.start) for e in echoes}),
        unnamed_backers=behind.unnamed,
        outlet_backers=behind.outlets,
        particulars=any(s.telling for s in told if s.claim.stance in STANDS_BEHIND),
    )


def _all_joins(movement: Movement, lent: Sequence[Join], ruled: Rulings) -> tuple[Join, ...]:
    found = (*_by_hand(movement, ruled), *joins(movement.ties, ruled))
    tied = {claim for join in found for claim in join.claims[1:]}
    held = {s.claim.id for s in movement.told}
    return (*found, *(j for j in lent if j.claims[-1] in held and (j.claims[-1] not in tied or j.judged is not None)))


def _by_hand(movement: Movement, ruled: Rulings) -> Iterator[Join]:
    """The joins that an analyst made of statements of the movement."""
    place = {s.claim.id: n for n, s in enumerate(movement.told)} if ruled.by_hand else {}
    for binding in ruled.by_hand:
        claims = tuple(sorted((c for c in binding.claims if c in place), key=place.__getitem__))
        if len(claims) > 1:
            says = words_by_hand(binding)
            accepted = ruled.on(says, claims[0], claims[1])
            yield Join(says, claims, (accepted or binding).judgement)


def _stated(told: Sequence[Statement], name: str) -> tuple[Stated, ...]:
    """The values of one slot in the order told, each once; a value that stayed unresolved is not among them."""
    found: dict[Hashable, tuple[Slot[Value], list[ClaimId]]] = {}
    for statement in told:
        slot = _slot(statement.claim, name)
        if slot and slot.value is not None:
            found.setdefault(_sameness(slot.value), (slot, []))[1].append(statement.claim.id)
    return tuple(Stated(slot.value, slot.text, tuple(ids)) for slot, ids in found.values() if slot.value is not None)


def _slot(claim: Claim, name: str) -> Slot[Value] | None:
    found: Slot[Value] | None = getattr(claim.frame, name)
    return found


def _sameness(value: Value) -> Hashable:
    """What makes two values one: a place's id or name, a window's days, all of an amount."""
    if isinstance(value, Place):
        return value.id or value.name.casefold()
    if isinstance(value, Window):
        days = (value.start_earliest, value.start_latest, value.end_earliest, value.end_latest)
        return days if any(days) else value.edtf
    return astuple(value) if isinstance(value, Quantity) else value
