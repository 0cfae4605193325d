"""Which line a statement belongs to: its supplier and its recipient."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from waybill.model.claim import Slot, Stance
from waybill.model.delivery import Join
from waybill.model.quantity import Quantity
from waybill.reconcile.lending import Lender, Lenders, Sides
from waybill.reconcile.rulings import NO_RULINGS, Rulings
from waybill.reconcile.statement import Statement


class Placed(Struct, frozen=True):
    """The statements of one line in the order they were told, and the joins that lent sides to some of them."""

    sides: Sides
    told: tuple[Statement, ...]
    joins: tuple[Join, ...]


def place(told: Sequence[Statement], ruled: Rulings = NO_RULINGS) -> tuple[Placed, ...]:
    """The lines of statements whose two sides are stated or inferred, by name.

    A statement that names one side or none takes the sides of the line that an analyst joined it to, failing that those of its
    document's only line that fits, failing that those of the statement it retells, failing that those that its retellings
    agree on; otherwise it stays out, as it does where she split the join that lends them. Where it tells of something
    that happened, so must the line. Of what is only denied, planned or asked, a state counts as the movement in it that a
    single line supplies ("weapons to Yemen", where others tell of the Houthis). All this by explicit joins. A transfer within
    one country is no line.
    """
    lines: defaultdict[Sides, list[Statement]] = defaultdict(list)
    joins: defaultdict[Sides, list[Join]] = defaultdict(list)
    stated = _stated_lines(told)
    lenders = Lenders(stated, ruled)
    for statement in told:
        own = both_sides(statement)
        lent = lenders.of(statement) if not own else lenders.of_movement(own)
        join = _sides_join(lent, statement, ruled) if lent else None
        if lent and join:
            lines[lent.sides].append(statement)
            joins[lent.sides].append(join)
        elif own:
            lines[own].append(statement)
    return tuple(Placed(sides, tuple(lines[sides]), tuple(joins[sides])) for sides in sorted(lines))


def both_sides(statement: Statement) -> Sides | None:
    """Supplier and recipient, or None where one is missing or both are the same."""
    supplier, recipient = statement.supplier, statement.recipient
    return (supplier, recipient) if supplier and recipient and supplier != recipient else None


def _stated_lines(told: Sequence[Statement]) -> dict[Sides, list[Statement]]:
    lines: defaultdict[Sides, list[Statement]] = defaultdict(list)
    for statement in told:
        sides = both_sides(statement)
        if sides:
            lines[sides].append(statement)
    return dict(lines)


def _sides_join(lent: Lender, statement: Statement, ruled: Rulings) -> Join | None:
    """The join that lends the sides; None where an analyst split it, and has not joined the statement to another since."""
    says = f"{_subject(statement)} is about {lent.sides[0]} to {lent.sides[1]}"
    decided = ruled.on(says, statement.claim.id)
    if decided is not None and decided.apart and decided.judgement > ruled.last_joined(statement.claim.id):
        return None
    accepted = decided.judgement if decided is not None and not decided.apart else None
    return Join(says, (lent.statement.claim.id, statement.claim.id), accepted)


def _subject(statement: Statement) -> str:
    """What is joined, as a reader would call it: "the denial", "the statement on 2,000 shells"."""
    frame = statement.claim.frame
    slots = (frame.quantity, frame.item, frame.vessel, frame.mode, frame.window, frame.origin, frame.destination)
    words = next((_named(slot) for slot in slots if slot and slot.text), None)
    name = _SUBJECTS.get(statement.claim.stance, "the statement")
    return f"{name} on {words}" if words else name


def _named(slot: Slot[Any]) -> str:
    """A slot's words; of a figure alone, as cells have it, with its unit."""
    unit = slot.value.unit if isinstance(slot.value, Quantity) and not any(c.isalpha() for c in slot.text) else None
    return f"{slot.text} ({unit})" if unit else slot.text


_SUBJECTS: dict[Stance, str] = {
    "denied": "the denial",
    "declined": "the refusal to answer",
    "planned": "the plan",
    "conditional": "the supposition",
    "questioned": "the question",
}
