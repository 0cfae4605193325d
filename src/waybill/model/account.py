"""Everything one run knows, for whoever shows it."""

from msgspec import Struct

from waybill.model.claim import Claim, ClaimId
from waybill.model.delivery import Line
from waybill.model.document import Failure, Publication
from waybill.model.judgement import Reviewed
from waybill.model.trace import Tracing


class Account(Struct, frozen=True):
    """The account of a set of publications, in a fixed order: same input, same account.

    Rejected claims are listed with the others, and nothing is traced, joined or bounded by them.
    """

    publications: tuple[Publication, ...]
    reviewed: Reviewed
    tracing: Tracing
    lines: tuple[Line, ...]
    failures: tuple[Failure, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, rejected ones among them, in document order."""
        return self.reviewed.claims


class Exhibit(Struct, frozen=True):
    """Something that an account shows and that can be asked for: its label there ("Q1", or ""), its id, what it is, and the
    claims behind it."""

    label: str
    id: str
    words: str
    claims: tuple[ClaimId, ...]
