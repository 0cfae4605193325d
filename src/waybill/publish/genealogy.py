"""Which documents carry another's text, and how statements were retold, as a tree: below a first telling each retelling."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from waybill.model.claim import Claim, ClaimId
from waybill.model.trace import Retelling
from waybill.publish.desk import Desk
from waybill.publish.sheet import Entry, Section


def retold(desk: Desk, told: Sequence[Claim]) -> Section:
    """The retellings whose first telling is among `told`; an echo without drift is only counted."""
    below: defaultdict[ClaimId, list[Retelling]] = defaultdict(list)
    for retelling in desk.account.tracing.retellings:
        below[retelling.of].append(retelling)
    later = {r.claim for r in desk.account.tracing.retellings}
    roots = [c for c in told if c.id in below and c.id not in later]
    tree = _Tree(desk, below)
    return Section("Retold", (), tuple(entry for root in roots for entry in tree.entries(root)))


def reprinted(desk: Desk) -> Section:
    """The documents that carry another's text, and what that is taken from: shared passages, MinHash, days, credits."""
    labels = desk.labels.documents
    entries = [Entry((labels[r.publication], labels[r.of], r.why)) for r in desk.account.tracing.reprints]
    return Section("Reprints", ("", "OF", "WHY"), tuple(entries))


class _Tree(Struct, frozen=True):
    """Walks from a first telling to its retellings."""

    desk: Desk
    below: Mapping[ClaimId, Sequence[Retelling]]

    def entries(self, root: Claim) -> list[Entry]:
        """The root and all below it, depth first; beside each how many echoes repeat it as it is."""
        return [Entry((*self._named(root), self._unchanged(root.id)), (root.id,)), *self._below(root.id, 1)]

    def _below(self, claim: ClaimId, depth: int) -> list[Entry]:
        found = []
        for retelling in self.below.get(claim, ()):
            if self._is_silent(retelling):
                found += self._below(retelling.claim, depth)
                continue
            changes = "; ".join(filter(None, (_changes(retelling), self._unchanged(retelling.claim))))
            found.append(Entry((*self._named(self.desk.claims[retelling.claim]), changes), (retelling.claim,), depth))
            found += self._below(retelling.claim, depth + 1)
        return found

    def _is_silent(self, retelling: Retelling) -> bool:
        """True of an echo that changes nothing; what adds to the first telling is no echo."""
        return retelling.claim in self.desk.account.tracing.echo_of and not retelling.drifts and not retelling.circular

    def _unchanged(self, claim: ClaimId) -> str:
        silent = self._silent(claim)
        return f"{silent} unchanged" if silent else ""

    def _silent(self, claim: ClaimId) -> int:
        """How many echoes repeat a telling as it is, copies of copies among them."""
        return sum(1 + self._silent(r.claim) for r in self.below.get(claim, ()) if self._is_silent(r))

    def _named(self, claim: Claim) -> tuple[str, str, str]:
        publication = self.desk.publications[claim.document]
        published = publication.published_at(claim.hull.start)
        day = published.isoformat() if published else "undated"
        place = f"{self.desk.labels.documents[claim.document]} {day}"
        return self.desk.labels.marked(claim.id), self.desk.what(claim), place


def _changes(retelling: Retelling) -> str:
    changes = [f"{d.kind}: {d.before or 'none'} -> {d.after or 'none'}" for d in retelling.drifts]
    circular = [f"circular? {retelling.why}"] if retelling.circular else []
    return "; ".join(changes + circular) or "unchanged, and says more"
