"""The account of a case, with what analysts decided."""

from waybill.ledger.ledger import Ledger
from waybill.model.account import Account
from waybill.model.judgement import Reviewed
from waybill.pipeline.case import Case, claims_of
from waybill.pipeline.stages import Progress, put_together
from waybill.settings import Settings


def account_of_case(case: Case, settings: Settings, ledger: Ledger, progress: Progress) -> Account:
    """Everything the reports of a case say and how it fits together."""
    reviewed = Reviewed(claims_of(case, settings, ledger, progress))
    return put_together(case.reading, reviewed, progress)
