"""What the latest documents did: the account now, and as it was before they came."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from waybill.compare.accounts import compare
from waybill.ledger.ledger import Ledger
from waybill.model.account import Account
from waybill.model.changes import Changes
from waybill.model.custody import LogEntry
from waybill.model.document import Publication, Reading
from waybill.pipeline.accounts import account_of_case
from waybill.pipeline.case import Case
from waybill.pipeline.progress import Progress
from waybill.read.reports import numbered
from waybill.settings import Settings


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts and what differs; `since` is the entry of the log before which the earlier one stood, None if nothing came.

    `judged` is how many judgements were made since: both accounts are made with today's, so none of them is a difference.
    """

    before: Account
    after: Account
    changes: Changes
    since: LogEntry | None
    judged: int


def compared(case: Case, since: date | int | None, settings: Settings, ledger: Ledger, progress: Progress) -> Comparison:
    """The account of a case against that of the same documents as they stood before the latest of them came.

    The latest are those that were read in the last run that read any of them, or since a day (UTC), or an entry of the log.
    """
    after = account_of_case(case, settings, ledger, progress)
    entry = _first_since(ledger.arrivals(), set(case.locations.values()), since)
    if entry is None:
        return Comparison(after, after, compare(after, after), None, 0)
    before = account_of_case(_as_it_stood(case, entry.number, ledger), settings, ledger, progress)
    made = datetime.fromisoformat(entry.at)
    judged = sum(judgement.when >= made for judgement in ledger.judgements())
    return Comparison(before, after, compare(before, after), entry, judged)


def _first_since(arrivals: Sequence[LogEntry], locations: set[str], since: date | int | None) -> LogEntry | None:
    """The first reading of the case's documents that counts as one of the latest."""
    ours = [entry for entry in arrivals if entry.name in locations]
    if since is None:
        return next((entry for entry in ours if entry.run == ours[-1].run), None)
    return next((entry for entry in ours if _not_before(entry, since)), None)


def _not_before(entry: LogEntry, since: date | int) -> bool:
    return entry.number >= since if isinstance(since, int) else datetime.fromisoformat(entry.at).date() >= since


def _as_it_stood(case: Case, entry: int, ledger: Ledger) -> Case:
    """The documents of a case as they stood before an entry of the log, under their present paths.

    What lay elsewhere then is found by its text.
    """
    stood = dict(ledger.standing(entry))
    elsewhere: defaultdict[str, list[str]] = defaultdict(list)
    for other in sorted(stood.keys() - set(case.locations.values()), reverse=True):
        elsewhere[stood[other].document.text_sha256].append(other)
    found: list[tuple[str, Publication]] = []
    for publication in case.reading.publications:
        at, same_text = case.locations[publication.id], elsewhere[publication.document.text_sha256]
        was = at if at in stood else same_text.pop() if same_text else None
        if was is not None:
            found.append((was, replace(stood[was], path=publication.path)))
    publications = numbered([publication for _, publication in found])
    return Case(Reading(publications, ()), {p.id: location for p, (location, _) in zip(publications, found, strict=True)})
