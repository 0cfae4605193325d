"""Statements in groups that only ever grow together (union-find)."""

from collections.abc import Iterable, Sequence

from waybill.model.claim import ClaimId
from waybill.reconcile.statement import Statement

Pair = tuple[Statement, Statement]


class Groups:
    """At first every statement is a group of its own."""

    def __init__(self, told: Sequence[Statement]) -> None:
        self._told = told
        self._parent: dict[ClaimId, ClaimId] = {s.claim.id: s.claim.id for s in told}

    def unite(self, pairs: Iterable[Pair]) -> None:
        """Puts the groups of each pair together."""
        for some, other in pairs:
            self._parent[self.head(other)] = self.head(some)

    def head(self, statement: Statement) -> ClaimId:
        """The id that stands for the statement's group until the next `unite`."""
        at = statement.claim.id
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def all(self) -> list[tuple[Statement, ...]]:
        """The groups by their first statement, each in the order of the statements given."""
        found: dict[ClaimId, list[Statement]] = {}
        for statement in self._told:
            found.setdefault(self.head(statement), []).append(statement)
        return [tuple(group) for group in found.values()]
