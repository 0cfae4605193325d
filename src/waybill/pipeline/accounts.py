"""The account of a case, with what analysts decided."""

from msgspec.structs import replace

from waybill.ledger.ledger import Ledger
from waybill.model.account import Account
from waybill.model.document import Publication, Row
from waybill.model.judgement import Reviewed
from waybill.pipeline.case import Case, claims_of
from waybill.pipeline.progress import Progress
from waybill.pipeline.reviewing import as_left
from waybill.pipeline.stages import put_together
from waybill.read.reports import numbered
from waybill.settings import Settings


def account_of_case(case: Case, settings: Settings, ledger: Ledger, progress: Progress) -> Account:
    """Everything the reports of a case say and how it fits together, with the analysts' own claims and judgements."""
    whole = with_own_claims(case, ledger)
    return put_together(whole.reading, reviewed_of(whole, settings, ledger, progress), progress, settings)


def reviewed_of(case: Case, settings: Settings, ledger: Ledger, progress: Progress) -> Reviewed:
    """The claims of a case as analysts left them, and how every judgement of the ledger stands to it."""
    documents = [(p, case.locations[p.id]) for p in case.reading.publications]
    return as_left(claims_of(case, settings, ledger, progress), documents, ledger.judgements(), ledger)


def with_own_claims(case: Case, ledger: Ledger) -> Case:
    """The case with the claims that analysts added to it: those that name none of its documents, but another, are left out.

    Where no report could be read there is no case to add to.
    """
    reports = case.reading.publications
    if not reports:
        return case
    names = {str(name) for p in reports for name in (p.id, p.path, case.locations[p.id])}
    added = [(location, _about(table, names)) for location, table in ledger.added()]
    held = [(location, table) for location, table in added if table.rows]
    publications = numbered([*reports, *(table for _, table in held)])
    locations = [*(case.locations[p.id] for p in reports), *(location for location, _ in held)]
    reading = replace(case.reading, publications=publications)
    return Case(reading, {p.id: location for p, location in zip(publications, locations, strict=True)})


def _about(table: Publication, names: set[str]) -> Publication:
    return replace(table, rows=tuple(row for row in table.rows if _is_about(row, names)))


def _is_about(row: Row, names: set[str]) -> bool:
    """A row that names no document is about every case of its ledger."""
    document = row.cell("document")
    return document is None or document.text in names
