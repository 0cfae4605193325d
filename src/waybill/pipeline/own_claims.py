"""Rows that an analyst adds to a worksheet, made into claims of hers: a small table of claims that the ledger keeps."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from waybill.ledger.custody import ADDED, Acquired
from waybill.ledger.ledger import Ledger
from waybill.model.claim import Claim
from waybill.model.document import Publication, Read, Row
from waybill.model.judgement import Reviewed, Status
from waybill.model.worksheet import COLUMNS, WorksheetRow
from waybill.pipeline.case import Case
from waybill.read.catalogue import Entry
from waybill.read.files import File
from waybill.read.reports import Report, read_report

KEPT = tuple(column for column in COLUMNS if column not in ("id", "review", "why", "judged", "line", "as_exported"))
"""The columns of such a table: those of a table of claims, with the document and the words that a row is about."""

Key = tuple[str, ...]


class OwnClaims(Struct, frozen=True):
    """A table of claims of an analyst's own, not kept yet, and the rows of the worksheet that it was made of, in order."""

    acquired: Acquired
    read: Read
    rows: Sequence[WorksheetRow]

    @property
    def publication(self) -> Publication:
        """The table."""
        return self.read.publication


def own_claims(rows: Sequence[WorksheetRow], path: str) -> OwnClaims:
    """The rows as a table of claims: the same rows, the same bytes. `path` is what readers see as its path."""
    data = _canonical(rows)
    digest = sha256(data).hexdigest()
    found = read_report(Report(File(Path("added.csv"), ()), data, Entry(), None))
    acquired = Acquired(f"{ADDED}{digest[:12]}", data, sha256(b"added " + digest.encode()).hexdigest(), "")
    return OwnClaims(acquired, replace(found, publication=replace(found.publication, path=path), notes=()), rows)


def unheld(
    rows: Iterable[WorksheetRow], case: Case, reviewed: Reviewed, ledger: Ledger, tell: Callable[[WorksheetRow, str], None]
) -> tuple[WorksheetRow, ...]:
    """The rows that are about documents of the case, and that were not added before; `tell` hears why others are left out."""
    documents = {str(name) for p in case.reading.publications for name in (p.id, p.path, case.locations[p.id])}
    held = _held(case, reviewed, ledger)
    kept = []
    for row in rows:
        key, document = _key(row.cells), row.words("document")
        if document and document not in documents:
            tell(row, f"not added: the ledger holds no document {document}; write it as in other rows, or leave it empty")
        elif held.get(key) == "rejected":
            tell(row, "not added: it was added before, and rejected or undone since; `waybill judge` lists what undoes that")
        elif key not in held:
            kept.append(row)
    return tuple(kept)


def open_of(own: OwnClaims, claims: Sequence[Claim]) -> Iterable[tuple[WorksheetRow, str]]:
    """The rows with what stays open in their claims."""
    for row, told, claim in zip(own.rows, own.publication.rows, claims, strict=True):
        reasons = [slot.unresolved for _, slot in claim.frame.filled() if slot.unresolved]
        if told.published is None and row.words("date_published"):
            reasons.append(f"date_published: {row.words('date_published')} is not a day; write it as 2023-10-14")
        if reasons:
            yield row, f"added; unresolved: {'; '.join(reasons)}"


def _canonical(rows: Sequence[WorksheetRow]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(KEPT)
    writer.writerows([row.words(column) for column in KEPT] for row in rows)
    return file.getvalue().encode()


def _held(case: Case, reviewed: Reviewed, ledger: Ledger) -> Mapping[Key, Status]:
    """The rows that were ever added, with what has been decided about their claims; those not at hand count as added."""
    held: dict[Key, Status] = {_key(_cells(row)): "accepted" for _, table in ledger.added() for row in table.rows}
    tables = {p.id: p for p in case.reading.publications if case.locations[p.id].startswith(ADDED)}
    for claim in reviewed.claims:
        row = tables[claim.document].row_at(claim.hull.start) if claim.document in tables else None
        if row:
            held[_key(_cells(row))] = reviewed.status(claim.id)
    return held


def _cells(row: Row) -> Mapping[str, str]:
    return {cell.column: cell.text for cell in row.cells}


def _key(cells: Mapping[str, str]) -> Key:
    return tuple(" ".join(cells.get(column, "").split()) for column in KEPT)
