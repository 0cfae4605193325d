"""Which line lends its two sides to a statement that does not name both."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from waybill.model.claim import ClaimId
from waybill.model.document import DocumentId
from waybill.reconcile.rulings import NO_RULINGS, Rulings
from waybill.reconcile.statement import Statement
from waybill.reference.parties import parties

Sides = tuple[str, str]
"""Supplier and recipient, by country or name."""


class Lender(Struct, frozen=True):
    """A statement of a line, with the sides it can lend."""

    sides: Sides
    statement: Statement


class Lenders:
    """The statements that name both sides, as those look for them that do not."""

    def __init__(self, lines: Mapping[Sides, Sequence[Statement]], ruled: Rulings = NO_RULINGS) -> None:
        self._ruled = ruled
        self._first = {sides: min(told, key=_firm_first) for sides, told in lines.items()}
        self._of_document: defaultdict[DocumentId, list[Lender]] = defaultdict(list)
        self._of_claim: dict[ClaimId, Lender] = {}
        self._retelling: defaultdict[ClaimId, list[Lender]] = defaultdict(list)
        for sides in sorted(lines):
            self._hold(sides, lines[sides])

    def _hold(self, sides: Sides, told: Sequence[Statement]) -> None:
        first: dict[DocumentId, Lender] = {}
        for statement in sorted(told, key=_firm_first):
            lender = Lender(sides, statement)
            first.setdefault(statement.claim.document, lender)
            self._of_claim[statement.claim.id] = lender
            if statement.retelling:
                self._retelling[statement.retelling.of].append(lender)
        for document, lender in first.items():
            self._of_document[document].append(lender)

    def of(self, statement: Statement) -> Lender | None:
        """The lender for a statement that leaves a side open, or None; one whose two sides are the same has none."""
        if statement.supplier and statement.recipient:
            return None
        retold = self._of_claim.get(statement.retelling.of) if statement.retelling else None
        return (
            _only(statement, self._joined_to(statement))
            or _only(statement, self._of_document.get(statement.claim.document, ()))
            or _only(statement, [retold] if retold else [])
            or _only(statement, self._retelling.get(statement.claim.id, ()))
        )

    def _joined_to(self, statement: Statement) -> list[Lender]:
        """What an analyst joined it to."""
        beside = self._ruled.beside.get(statement.claim.id, frozenset())
        return [self._of_claim[claim] for claim in sorted(beside) if claim in self._of_claim]

    def of_movement(self, sides: Sides) -> Lender | None:
        """For a line of which nobody says that anything moved: the only line to or from a movement of that state instead."""
        if self._first[sides].firm:
            return None
        found = [Lender(s, f) for s, f in self._first.items() if f.firm and s != sides and _within(s, sides)]
        return found[0] if len(found) == 1 else None


def _firm_first(statement: Statement) -> tuple[bool, DocumentId, int, str]:
    return (not statement.firm, statement.claim.document, *statement.place)


def _only(statement: Statement, candidates: Iterable[Lender]) -> Lender | None:
    """The first fitting lender, where all that fit lend the same sides."""
    fitting = [c for c in candidates if _agrees(statement, c.sides) and (c.statement.firm or not statement.firm)]
    return fitting[0] if len({c.sides for c in fitting}) == 1 else None


def _agrees(statement: Statement, sides: Sides) -> bool:
    stated = (statement.supplier, statement.recipient)
    return all(said in (None, side) for said, side in zip(stated, sides, strict=True))


def _within(movements: Sides, states: Sides) -> bool:
    """True where each side is the same, or a movement in the state named on the other."""
    return all(side == state or _state_of(side) == state for side, state in zip(movements, states, strict=True))


def _state_of(side: str) -> str | None:
    party = parties().named(side)
    return party.country if party and party.type == "movement" else None
