"""Claims in groups that only ever grow together (union-find), but never across what is set apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from waybill.model.claim import ClaimId
from waybill.reconcile.statement import Statement

Pair = tuple[Statement, Statement]
IdPair = tuple[ClaimId, ClaimId]


class Groups:
    """At first every claim is a group of its own, and nothing is set apart."""

    def __init__(self) -> None:
        self._parent: dict[ClaimId, ClaimId] = {}
        self._apart: defaultdict[ClaimId, set[ClaimId]] = defaultdict(set)
        """By the head of a group: the claims that none of its claims may be put with."""

    def unite(self, pairs: Iterable[Pair]) -> None:
        """Puts the groups of each pair together, where nothing sets them apart."""
        for some, other in pairs:
            self.put_together(some.claim.id, other.claim.id)

    def put_together(self, some: ClaimId, other: ClaimId) -> bool:
        """Puts the groups of two claims together; False where they are set apart."""
        head, joins = self._head(some), self._head(other)
        if self.are_apart(some, other):
            return False
        if head != joins:
            self._parent[joins] = head
            if joins in self._apart:
                self._apart[head] |= self._apart.pop(joins)
        return True

    def set_apart(self, some: ClaimId, other: ClaimId) -> bool:
        """Keeps the groups of two claims from ever being put together; False where they are together already."""
        if self._head(some) == self._head(other):
            return False
        self._apart[self._head(some)].add(other)
        self._apart[self._head(other)].add(some)
        return True

    def are_apart(self, some: ClaimId, other: ClaimId) -> bool:
        """True where the groups of two claims are kept from being put together."""
        head, joins = self._head(some), self._head(other)
        return joins in {self._head(kept) for kept in self._apart.get(head, ())}

    def head(self, statement: Statement) -> ClaimId:
        """The id that stands for the statement's group until groups are next put together."""
        return self._head(statement.claim.id)

    def together(self, pair: Pair) -> bool:
        """True where two statements are of one group."""
        return self.head(pair[0]) == self.head(pair[1])

    def all(self, told: Sequence[Statement]) -> list[tuple[Statement, ...]]:
        """The groups of statements by their first one, each in the order given."""
        found: dict[ClaimId, list[Statement]] = {}
        for statement in told:
            found.setdefault(self.head(statement), []).append(statement)
        return [tuple(group) for group in found.values()]

    def _head(self, claim: ClaimId) -> ClaimId:
        at = claim
        while (above := self._parent.get(at, at)) != at:
            self._parent[at] = self._parent.get(above, above)
            at = above
        return at
