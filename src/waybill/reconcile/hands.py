"""Where analysts put the statements of a line, before anything else does."""

from collections.abc import Sequence

from waybill.model.claim import ClaimId
from waybill.reconcile.groups import Groups
from waybill.reconcile.rulings import Rulings
from waybill.reconcile.sameness import is_figure
from waybill.reconcile.statement import Statement


class Hands:
    """The statements of one line as an analyst bound them."""

    def __init__(self, told: Sequence[Statement], ruled: Rulings) -> None:
        self._ruled = ruled
        held = {s.claim.id for s in told}
        self._together = [(some, other) for some, other in ruled.together if {some, other} <= held]
        self._apart = [(some, other) for some, other in ruled.apart if {some, other} <= held]
        self._bound = self.groups()
        self._first: dict[ClaimId, Statement] = {}
        for statement in sorted((s for s in told if s.claim.id in ruled.beside), key=_rank):
            self._first.setdefault(self._bound.head(statement), statement)

    def groups(self) -> Groups:
        """What is bound together in groups, and these kept apart as they were bound."""
        groups = Groups()
        for some, other in self._together:
            groups.put_together(some, other)
        for some, other in self._apart:
            groups.set_apart(some, other)
        return groups

    def follows(self, statement: Statement) -> bool:
        """True for what goes where an analyst put it: with another that says more, or says as much and was told first."""
        return self._first.get(self._bound.head(statement), statement) is not statement

    def open_to(self, statement: Statement, others: Sequence[Statement]) -> list[Statement]:
        """The others that it may be tied to: what follows another only those it was put with."""
        return [o for o in others if self._bound.together((o, statement))] if self.follows(statement) else [*others]

    def unless_apart(self, statement: Statement, other: Statement | None) -> Statement | None:
        """The other, or None where the two are bound apart: what was nearest is then not replaced by the next."""
        return None if other is None or self._bound.are_apart(statement.claim.id, other.claim.id) else other


def _rank(statement: Statement) -> tuple[bool, bool, bool]:
    """What says most comes first: a figure, then way or time, then that something happened at all."""
    return (not (statement.firm and is_figure(statement)), not (statement.firm and statement.telling), not statement.firm)
