"""The grades of an account's deliveries."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from waybill.grade.credibility import held_of, rule_for
from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.model.delivery import Delivery, Line
from waybill.model.grade import Grade, SourceGrade
from waybill.model.trace import Originator, OriginatorId, Tracing
from waybill.reference.admiralty import Rated

UNRATED = "not in the table of sources"


class Known(Struct, frozen=True):
    """What deliveries are graded by: who stands behind which claim, and the user's rows by name in lower case."""

    tracing: Tracing
    claims: Mapping[ClaimId, Claim]
    originators: Mapping[OriginatorId, Originator]
    sources: Mapping[str, Rated]


def graded(account: Account, sources: Mapping[str, Rated]) -> Account:
    """The account with a grade for every delivery; what is said without particulars tells of none to grade.

    `sources` are the user's rows by name in lower case, as originators are printed. No likelihood is computed: that is an
    analyst's judgement.
    """
    claims, originators = {c.id: c for c in account.claims}, {o.id: o for o in account.tracing.originators}
    known = Known(account.tracing, claims, originators, sources)
    return replace(account, lines=tuple(_with_grades(line, known) for line in account.lines))


def grade_of(line: Line, delivery: Delivery, known: Known) -> Grade:
    """The grade of one delivery of a line."""
    rule = rule_for(held_of(line, delivery, known.tracing, known.claims))
    behind = (*delivery.backers, *delivery.unnamed_backers)
    return Grade(tuple(_rated(known.originators[o], known.sources) for o in behind), rule.credibility, rule.words)


def _with_grades(line: Line, known: Known) -> Line:
    told = (replace(d, grade=grade_of(line, d, known)) if d.particulars else d for d in line.deliveries)
    return replace(line, deliveries=tuple(told))


def _rated(originator: Originator, sources: Mapping[str, Rated]) -> SourceGrade:
    row = sources.get(originator.name.casefold())
    if row is None:
        return SourceGrade(originator.id, originator.name, "F", UNRATED)
    return SourceGrade(originator.id, originator.name, row.reliability, row.why or "as the table of sources says")
