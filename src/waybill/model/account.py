"""Everything one run knows, for whoever shows it."""

from dataclasses import dataclass

from waybill.model.claim import Claim
from waybill.model.delivery import Line
from waybill.model.document import Failure, Publication
from waybill.model.trace import Tracing


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a set of publications, in a fixed order: same input, same account."""

    publications: tuple[Publication, ...]
    claims: tuple[Claim, ...]
    tracing: Tracing
    lines: tuple[Line, ...]
    failures: tuple[Failure, ...]
