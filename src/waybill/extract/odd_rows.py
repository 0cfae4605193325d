"""Rows of a table of claims that make no sense: they are named, shown, and left aside."""

from collections.abc import Iterator

from waybill.extract.cells import BOUNDS, EDGES, quantity_said, window_said
from waybill.model.claim import Claim, Slot
from waybill.model.document import Failure, Publication, Row
from waybill.model.quantity import Quantity
from waybill.model.time import Window


def odd_rows(publication: Publication) -> Iterator[Failure]:
    """A failure for every row that is left aside: its number among the rows, its line, what is wrong, what to try.

    These are the rows whose amount or days are none, run backwards, or are of a measure or unit that nobody knows.
    """
    line, at, text = 1, 0, publication.document.text
    for number, row in enumerate(publication.rows, start=1):
        line, at = line + text.count("\n", at, row.span.start), row.span.start
        words = row.words()
        if wrong := _wrong(row, quantity_said(words), window_said(words)):
            yield Failure(publication.path, f"row {number} (line {line}) is left aside: {wrong}")


def is_odd(claim: Claim, publication: Publication) -> bool:
    """True for the claim of such a row, as long as no analyst has put it right."""
    row = publication.row_at(claim.hull.start)
    return row is not None and _wrong(row, claim.frame.quantity, claim.frame.window) is not None


def _wrong(row: Row, quantity: Slot[Quantity] | None, window: Slot[Window] | None) -> str | None:
    """Why the amount or the days of a row's cells are not read; None where they are, and where the cells are empty."""
    for slot, columns in ((quantity, BOUNDS), (window, EDGES)):
        if slot and slot.value is None and any(row.cell(column) for column in columns):
            return slot.unresolved
    return None
