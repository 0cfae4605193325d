"""What every section looks up while two accounts are compared in words."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from waybill.model.claim import ClaimId
from waybill.publish.desk import Desk


class Desks(Struct, frozen=True, dict=True):
    """The desks of the account now and of the one before; what is named is named by its present label where it has one.

    `reworded` are the claims that stand there in other words, with what they are now.
    """

    before: Desk
    after: Desk
    reworded: Mapping[ClaimId, ClaimId] = field(default_factory=dict)

    def of(self, claims: Iterable[ClaimId]) -> str:
        """The labels of some claims; of one that is not there any more, where it stood before."""
        return " ".join(dict.fromkeys(map(self.name, claims)))

    def name(self, claim: ClaimId) -> str:
        """The present label of a claim, or of what it was reworded to, or where it stood."""
        if claim in self.after.claims:
            return self.after.labels.marked(claim)
        if claim in self.reworded:
            return f"{self.after.labels.marked(self.reworded[claim])} (as it was)"
        was = self.before.claims[claim]
        return f"({self.before.publications[was.document].path}, as it was)"
