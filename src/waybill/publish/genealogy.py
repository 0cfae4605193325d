"""How statements were retold, as a tree: the first telling, below it each retelling with what changed."""

from collections import defaultdict
from collections.abc import Sequence

from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.model.trace import Retelling
from waybill.publish.labels import Labels
from waybill.publish.sheet import Entry, Section
from waybill.publish.wording import what


def retold(account: Account, labels: Labels, told: Sequence[Claim]) -> Section:
    """The retellings whose first telling is among `told`; a verbatim echo without drift is only counted."""
    below: defaultdict[ClaimId, list[Retelling]] = defaultdict(list)
    for retelling in account.tracing.retellings:
        below[retelling.of].append(retelling)
    later = {r.claim for r in account.tracing.retellings}
    roots = [c for c in told if c.id in below and c.id not in later]
    claims = {c.id: c for c in account.claims}
    tree = _Tree(account, labels, claims, below)
    return Section("Retold", (), tuple(entry for root in roots for entry in tree.entries(root)))


class _Tree:
    """Walks from a first telling to its retellings."""

    def __init__(
        self, account: Account, labels: Labels, claims: dict[ClaimId, Claim], below: dict[ClaimId, list[Retelling]]
    ) -> None:
        self.publications = {p.id: p for p in account.publications}
        self.labels = labels
        self.claims = claims
        self.below = below

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
                cells = (*self._named(self.claims[retelling.claim]), _changes(retelling))
                found.append(Entry(cells, (retelling.claim,), depth))
            found += self._below(retelling.claim, depth + 1)
        return found

    def _all_below(self, claim: ClaimId) -> list[ClaimId]:
        direct = [r.claim for r in self.below.get(claim, ())]
        return direct + [c for d in direct for c in self._all_below(d)]

    def _named(self, claim: Claim) -> tuple[str, str, str]:
        publication = self.publications[claim.document]
        day = publication.published.isoformat() if publication.published else "undated"
        place = f"{self.labels.documents[claim.document]} {day}"
        return self.labels.claims[claim.id], what(claim, publication), place


def _changes(retelling: Retelling) -> str:
    changes = [f"{d.kind}: {d.before or 'none'} -> {d.after or 'none'}" for d in retelling.drifts]
    circular = [f"circular? {retelling.why}"] if retelling.circular else []
    return "; ".join(changes + circular)
