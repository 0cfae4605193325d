"""Claims out to a spreadsheet, and the edits made there back in as judgements."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from waybill.errors import ReadError
from waybill.ledger.ledger import Ledger
from waybill.model.document import DocumentId, Publication
from waybill.model.judgement import Judgement, Reviewed
from waybill.model.worksheet import Worksheet, WorksheetRow
from waybill.pipeline.accounts import reviewed_of, with_own_claims
from waybill.pipeline.case import Case, case_held
from waybill.pipeline.edited import Desk, Present
from waybill.pipeline.finding import find_claims
from waybill.pipeline.own_claims import own_claims, unheld
from waybill.pipeline.progress import Progress
from waybill.publish.worksheet import worksheet, worksheet_row
from waybill.read.worksheet import rows_of
from waybill.review.edits import edits
from waybill.review.resaved import looks_numeric
from waybill.settings import Settings


class ReadBack(Struct, frozen=True):
    """What came of reading a worksheet back: judgements kept, and, a line each, what was not taken and what else to know."""

    made: tuple[Judgement, ...]
    troubles: tuple[str, ...]
    notes: tuple[str, ...]


def export_claims(case: Case, settings: Settings, ledger: Ledger, progress: Progress) -> tuple[WorksheetRow, ...]:
    """The claims of a case, and those that analysts added to it, as rows of a worksheet."""
    whole = with_own_claims(case, ledger)
    return worksheet(whole.reading.publications, reviewed_of(whole, settings, ledger, progress))


def judge_from(file: Path, why: str, settings: Settings, ledger: Ledger, progress: Progress) -> ReadBack:
    """Edits in a worksheet become judgements of the settings' analyst, rows added there claims of hers; all are kept at once.

    `why` is the reason of rows that give none of their own, "" where there is none. What cannot be taken is told of, and the
    rest is taken. The same file again changes nothing. Raises ReadError for a file that is no worksheet, JudgementError where
    another run judges meanwhile.
    """
    sheet = _read(file)
    case = with_own_claims(case_held(ledger), ledger)
    reviewed = reviewed_of(case, settings, ledger, progress)
    found = edits(sheet.rows, _now(sheet, case, reviewed))
    desk = Desk(settings, why.strip(), Present.of(case, reviewed), progress)
    made = [judgement for edit in found.edited for judgement in desk.judged(edit)]
    rows = [row for row in unheld(found.added, case, reviewed, ledger, desk.refuse) if desk.has_reason(row)]
    own = own_claims(rows, f"{file.name}, rows of {settings.analyst}") if rows else None
    if own:
        claims = next(told for _, told in find_claims([own.publication], settings, progress))
        made += desk.adding(own, claims)
    kept = ledger.judge(made, [(own.acquired, own.read)] if own else [], seen=len(reviewed.fits)) if made else ()
    return ReadBack(kept, _told(file, sorted([*found.troubles, *desk.troubles])), _told(file, [*sheet.notes, *desk.notes]))


def _read(file: Path) -> Worksheet:
    try:
        return rows_of(file.read_bytes(), file.suffix)
    except OSError as error:
        raise ReadError(f"{file}: {error.strerror}; check its name and permissions") from error
    except ReadError as error:
        raise ReadError(f"{file}: {error}") from error


def _now(sheet: Worksheet, case: Case, reviewed: Reviewed) -> Mapping[str, Sequence[WorksheetRow]]:
    """The rows that an export would give now of the claims in a worksheet, and of those whose ids may be damaged there."""
    named = {row.words("id").lower() for row in sheet.rows}
    copies = _copies(case.reading.publications)
    return {
        claim.id: [worksheet_row(claim, copy, reviewed) for copy in copies[claim.document]]
        for claim in reviewed.claims
        if claim.id in named or looks_numeric(claim.id)
    }


def _copies(publications: Sequence[Publication]) -> Mapping[DocumentId, Sequence[Publication]]:
    """Of each publication all that have its text: which of them is the first, and names the claims, depends on the paths."""
    by_text = defaultdict[str, list[Publication]](list)
    for publication in publications:
        by_text[publication.document.text_sha256].append(publication)
    return {p.id: by_text[p.document.text_sha256] for p in publications}


def _told(file: Path, lines: Sequence[object]) -> tuple[str, ...]:
    return tuple(f"{file}: {line}" for line in lines)
