"""How statements were retold, as a tree: the first telling, below it each retelling with what changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waybill.model.claim import Claim, ClaimId
from waybill.model.trace import Retelling
from waybill.publish.desk import Desk
from waybill.publish.sheet import Entry, Section
from waybill.publish.wording import what


def retold(desk: Desk, told: Sequence[Claim]) -> Section:
    """The retellings whose first telling is among `told`; a verbatim echo without drift is only counted."""
    below: defaultdict[ClaimId, list[Retelling]] = defaultdict(list)
    for retelling in desk.account.tracing.retellings:
        below[retelling.of].append(retelling)
    later = {r.claim for r in desk.account.tracing.retellings}
    roots = [c for c in told if c.id in below and c.id not in later]
    tree = _Tree(desk, below)
    return Section("Retold", (), tuple(entry for root in roots for entry in tree.entries(root)))


@dataclass(frozen=True, slots=True)
class _Tree:
    """Walks from a first telling to its retellings."""

    desk: Desk
    below: Mapping[ClaimId, Sequence[Retelling]]

    def entries(self, root: Claim) -> list[Entry]:
        """The root and all below it, depth first."""
        drifting = self._below(root.id, 1)
        silent = len(self._all_below(root.id)) - len(drifting)
        unchanged = f"{silent} unchanged" if silent else ""
        return [Entry((*self._named(root), unchanged), (root.id,)), *drifting]

    def _below(self, claim: ClaimId, depth: int) -> list[Entry]:
        found = []
        for retelling in self.below.get(claim, ()):
            if retelling.drifts or retelling.circular:
                cells = (*self._named(self.desk.claims[retelling.claim]), _changes(retelling))
                found.append(Entry(cells, (retelling.claim,), depth))
            found += self._below(retelling.claim, depth + 1)
        return found

    def _all_below(self, claim: ClaimId) -> list[ClaimId]:
        direct = [r.claim for r in self.below.get(claim, ())]
        return direct + [c for d in direct for c in self._all_below(d)]

    def _named(self, claim: Claim) -> tuple[str, str, str]:
        publication = self.desk.publications[claim.document]
        published = publication.published_at(claim.hull.start)
        day = published.isoformat() if published else "undated"
        place = f"{self.desk.labels.documents[claim.document]} {day}"
        return self.desk.labels.claims[claim.id], what(claim, publication), place


def _changes(retelling: Retelling) -> str:
    changes = [f"{d.kind}: {d.before or 'none'} -> {d.after or 'none'}" for d in retelling.drifts]
    circular = [f"circular? {retelling.why}"] if retelling.circular else []
    return "; ".join(changes + circular)
