"""What the latest documents did: the account now, and as it was before they came or went."""

from datetime import datetime

from msgspec import Struct

from waybill.compare.accounts import compare
from waybill.ledger.ledger import Ledger
from waybill.model.account import Account
from waybill.model.changes import Changes
from waybill.model.custody import LogEntry
from waybill.pipeline.accounts import account_of_case
from waybill.pipeline.case import Case
from waybill.pipeline.earlier import Earlier
from waybill.pipeline.progress import Progress
from waybill.settings import Settings


class Comparison(Struct, frozen=True):
    """Two accounts and what differs.

    `since` is the entry of the log before which the earlier one stood, None where none tells of what came or went.
    `judged` is how many judgements were made since: both accounts are made with today's, so none of them is a difference.
    """

    before: Account
    after: Account
    changes: Changes
    since: LogEntry | None
    judged: int


def compared(case: Case, stood: Earlier | None, settings: Settings, ledger: Ledger, progress: Progress) -> Comparison:
    """The account of a case against that of the documents as they stood earlier; None where they stood as they do."""
    after = account_of_case(case, settings, ledger, progress)
    before = account_of_case(stood.case, settings, ledger, progress) if stood else after
    since = stood.entry if stood else None
    return Comparison(before, after, compare(before, after), since, _judged(since, ledger))


def _judged(since: LogEntry | None, ledger: Ledger) -> int:
    if since is None:
        return 0
    made = datetime.fromisoformat(since.at)
    return sum(judgement.when >= made for judgement in ledger.judgements())
