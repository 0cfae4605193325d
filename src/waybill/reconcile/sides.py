"""Which line a statement belongs to: its supplier and its recipient."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waybill.model.claim import Stance
from waybill.model.delivery import Join
from waybill.model.document import DocumentId
from waybill.reconcile.statement import Statement

Sides = tuple[str, str]
"""Supplier and recipient, by country or name."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The statements of one line in the order they were told, and the joins that lent sides to some of them."""

    sides: Sides
    told: tuple[Statement, ...]
    joins: tuple[Join, ...]


def place(told: Sequence[Statement]) -> tuple[Placed, ...]:
    """The lines of statements whose two sides are stated or inferred, by name.

    A statement that names one side or none takes the sides of its document's only line that fits, failing that those of the
    statement it retells, by an explicit join; otherwise it stays out. Where it tells of something that happened, so must the
    line. A transfer within one country is no line.
    """
    lines: defaultdict[Sides, list[Statement]] = defaultdict(list)
    joins: defaultdict[Sides, list[Join]] = defaultdict(list)
    for statement in told:
        sides = both_sides(statement)
        if sides:
            lines[sides].append(statement)
    anchors = _anchors(lines)
    first = {s.claim.id: (sides, s) for sides, held in lines.items() for s in held}
    for statement in told:
        if statement.supplier and statement.recipient:
            continue
        fitting = _fitting(statement, anchors.get(statement.claim.document, ()))
        retold = first.get(statement.retelling.of) if statement.retelling else None
        lent = fitting if len(fitting) == 1 else _fitting(statement, [retold] if retold else [])
        for sides, anchor in lent:
            lines[sides].append(statement)
            joins[sides].append(_sides_join(sides, anchor, statement))
    order = {s.claim.id: at for at, s in enumerate(told)}
    return tuple(Placed(s, tuple(sorted(lines[s], key=lambda t: order[t.claim.id])), tuple(joins[s])) for s in sorted(lines))


def both_sides(statement: Statement) -> Sides | None:
    """Supplier and recipient, or None where one is missing or both are the same."""
    supplier, recipient = statement.supplier, statement.recipient
    return (supplier, recipient) if supplier and recipient and supplier != recipient else None


Anchors = Mapping[DocumentId, Sequence[tuple[Sides, Statement]]]


def _anchors(lines: Mapping[Sides, Sequence[Statement]]) -> Anchors:
    """For each document the first statement of each line in it, firm ones before others."""
    found: defaultdict[DocumentId, list[tuple[Sides, Statement]]] = defaultdict(list)
    for sides in sorted(lines):
        first: dict[DocumentId, Statement] = {}
        for statement in sorted(lines[sides], key=lambda s: (not s.firm, s.claim.hull.start, s.claim.id)):
            first.setdefault(statement.claim.document, statement)
        for document, statement in first.items():
            found[document].append((sides, statement))
    return found


def _fitting(statement: Statement, candidates: Sequence[tuple[Sides, Statement]]) -> list[tuple[Sides, Statement]]:
    return [(s, a) for s, a in candidates if _agrees(statement, s) and (a.firm or not statement.firm)]


def _agrees(statement: Statement, sides: Sides) -> bool:
    stated = (statement.supplier, statement.recipient)
    return all(said in (None, side) for said, side in zip(stated, sides, strict=True))


def _sides_join(sides: Sides, anchor: Statement, statement: Statement) -> Join:
    return Join(f"{_subject(statement)} is about {sides[0]} to {sides[1]}", (anchor.claim.id, statement.claim.id))


def _subject(statement: Statement) -> str:
    """What is joined, as a reader would call it: "the denial", "the statement on 2,000 shells"."""
    frame = statement.claim.frame
    slots = (frame.quantity, frame.item, frame.vessel, frame.mode, frame.window, frame.origin, frame.destination)
    words = next((slot.text for slot in slots if slot and slot.text), None)
    name = _SUBJECTS.get(statement.claim.stance, "the statement")
    return f"{name} on {words}" if words else name


_SUBJECTS: dict[Stance, str] = {
    "denied": "the denial",
    "declined": "the refusal to answer",
    "planned": "the plan",
    "conditional": "the supposition",
    "questioned": "the question",
}
