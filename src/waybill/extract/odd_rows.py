"""Rows of a table of claims that make no sense: they are named, shown, and left aside."""

from collections.abc import Iterator

from waybill.extract.cells import BOUNDS, EDGES, quantity_said, window_said
from waybill.model.claim import Claim
from waybill.model.document import Failure, Publication, Row

_TRY = {
    "is no number": 'write digits, or a word of size as "dozens"',
    "runs backwards": "put the smaller or earlier one first",
    "is no ISO date": "write it as 2023-10-14, 2023-10 or 2023",
    "is no measure": "write total, subset, rate, capacity or detected",
    "is no unit": "write what is counted, as containers, rounds, railcars, voyages, tonnes or an item",
}
"""What to try, by what a reason says is wrong."""


def odd_rows(publication: Publication) -> Iterator[Failure]:
    """A failure for every row that is left aside: its number among the rows, its line, what is wrong, what to try.

    These are the rows whose amount or days are none, run backwards, or are of a measure or unit that nobody knows.
    """
    for number, row in enumerate(publication.rows, start=1):
        wrong = _wrong_with(row)
        if wrong:
            line = publication.document.line_of(row.span.start)
            yield Failure(publication.path, f"row {number} (line {line}) is left aside: {wrong}")


def is_odd(claim: Claim, publication: Publication) -> bool:
    """True for the claim of such a row, as long as no analyst has put it right."""
    row, frame = publication.row_at(claim.hull.start), claim.frame
    if row is None:
        return False
    read = ((frame.quantity, BOUNDS), (frame.window, EDGES))
    return any(slot and slot.value is None and any(row.cell(c) for c in columns) for slot, columns in read)


def _wrong_with(row: Row) -> str | None:
    words = row.words()
    days = window_said(words) if any(edge in words for edge in EDGES) else None
    reason = next((s.unresolved for s in (quantity_said(words), days) if s is not None and s.unresolved), None)
    advice = next((advice for sign, advice in _TRY.items() if sign in (reason or "")), None)
    return "; ".join(filter(None, (reason, advice)))
