"""What every section looks up while two accounts are compared in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from waybill.model.claim import ClaimId
from waybill.publish.desk import Desk


@dataclass(frozen=True)
class Desks:
    """The desks of the account now and of the one before; what is named is named by its present label where it has one."""

    before: Desk
    after: Desk

    def of(self, claims: Iterable[ClaimId]) -> str:
        """The labels of some claims; of one that is not there any more, where it stood before."""
        return " ".join(dict.fromkeys(map(self.name, claims)))

    def name(self, claim: ClaimId) -> str:
        """The present label of a claim, or where it stood."""
        if claim in self.after.claims:
            return self.after.labels.marked(claim)
        was = self.before.claims[claim]
        return f"({self.before.publications[was.document].path}, as it was)"
