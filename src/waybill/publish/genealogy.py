"""Which documents carry another's text, and how statements were retold, as a tree: below a first telling each retelling."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from waybill.model.claim import Claim, ClaimId
from waybill.model.trace import Retelling
from waybill.publish.desk import Desk
from waybill.publish.sheet import Entry, Section


class Branch(Struct, frozen=True):
    """A telling with the retellings below it; `retelling` is how it repeats the one above, None for a first telling.

    `unchanged` counts the echoes that repeat it as it is, copies of copies among them: they are no branches.
    """

    claim: Claim
    retelling: Retelling | None
    unchanged: int
    below: tuple["Branch", ...]


def families(desk: Desk, told: Sequence[Claim]) -> tuple[Branch, ...]:
    """The first tellings among `told` that were retold, with all that repeats them."""
    below: defaultdict[ClaimId, list[Retelling]] = defaultdict(list)
    for retelling in desk.account.tracing.retellings:
        below[retelling.of].append(retelling)
    later = {r.claim for r in desk.account.tracing.retellings}
    tree = _Tree(desk, below)
    return tuple(tree.branch(c, None) for c in told if c.id in below and c.id not in later)


def retold(desk: Desk, told: Sequence[Claim]) -> Section:
    """The retellings whose first telling is among `told`; an echo without drift is only counted."""
    return Section("Retold", (), tuple(entry for family in families(desk, told) for entry in _entries(desk, family, 0)))


def told_at(desk: Desk, claim: Claim) -> str:
    """The day a claim was put out, or that it is unknown."""
    published = desk.publications[claim.document].published_at(claim.hull.start)
    return published.isoformat() if published else "undated"


def reprinted(desk: Desk) -> Section:
    """The documents that carry another's text, and what that is taken from: shared passages, MinHash, days, credits."""
    labels = desk.labels.documents
    entries = [Entry((labels[r.publication], labels[r.of], r.why)) for r in desk.account.tracing.reprints]
    return Section("Reprints", ("", "OF", "WHY"), tuple(entries))


class _Tree(Struct, frozen=True):
    """Grows the branches of a telling."""

    desk: Desk
    below: Mapping[ClaimId, Sequence[Retelling]]

    def branch(self, claim: Claim, retelling: Retelling | None) -> Branch:
        """A telling and all below it."""
        return Branch(claim, retelling, self._silent(claim.id), tuple(self._told(claim.id)))

    def _told(self, claim: ClaimId) -> Iterator[Branch]:
        """What retells a claim, or an echo that changed nothing of it, by day; undated last."""
        for retelling in sorted(self.below.get(claim, ()), key=lambda r: told_at(self.desk, self.desk.claims[r.claim])):
            if self._is_silent(retelling):
                yield from self._told(retelling.claim)
            else:
                yield self.branch(self.desk.claims[retelling.claim], retelling)

    def _is_silent(self, retelling: Retelling) -> bool:
        """True of an echo that changes nothing; what adds to the first telling is no echo."""
        return retelling.claim in self.desk.account.tracing.echo_of and not retelling.drifts and not retelling.circular

    def _silent(self, claim: ClaimId) -> int:
        return sum(1 + self._silent(r.claim) for r in self.below.get(claim, ()) if self._is_silent(r))


def _entries(desk: Desk, branch: Branch, depth: int) -> list[Entry]:
    """A telling and all below it, depth first; beside each what changed and how many echoes repeat it as it is."""
    claim = branch.claim
    unchanged = f"{branch.unchanged} unchanged" if branch.unchanged else ""
    changes = "; ".join(filter(None, (_changes(branch.retelling), unchanged)))
    place = f"{desk.labels.documents[claim.document]} {told_at(desk, claim)}"
    entry = Entry((desk.labels.marked(claim.id), desk.what(claim), place, changes), (claim.id,), depth)
    return [entry, *(e for b in branch.below for e in _entries(desk, b, depth + 1))]


def _changes(retelling: Retelling | None) -> str:
    if retelling is None:
        return ""
    changes = [f"{d.kind}: {d.before or 'none'} -> {d.after or 'none'}" for d in retelling.drifts]
    circular = [f"circular? {retelling.why}"] if retelling.circular else []
    return "; ".join(changes + circular) or "unchanged, and says more"
