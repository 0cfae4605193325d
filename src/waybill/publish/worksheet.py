"""Claims as rows of a worksheet: each cell so written that reading it back gives the same value where that is possible."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from waybill.model.claim import Claim
from waybill.model.document import Publication, Row
from waybill.model.judgement import Reviewed
from waybill.model.worksheet import COLUMNS, DAYS, PUBLISHED, SAID, WorksheetRow
from waybill.publish.differences import differences
from waybill.publish.value_records import day
from waybill.publish.wording import content
from waybill.publish.worksheet_words import amount, edge, named

MOST = 16_000
"""Code points of one cell: Excel holds 32,767 UTF-16 units in one."""

FACETS = {
    "asserter": "source",
    **dict.fromkeys(("measure", "quantity_low", "quantity_high", "unit"), "quantity"),
    **dict.fromkeys(("window_start", "window_end", "window_as_stated"), "window"),
}
"""What of a claim a column says, where it is not of the column's own name."""

_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def worksheet(publications: Sequence[Publication], reviewed: Reviewed) -> tuple[WorksheetRow, ...]:
    """One row a claim, rejected ones among them, in document order."""
    by_id = {publication.id: publication for publication in publications}
    return tuple(worksheet_row(claim, by_id[claim.document], reviewed) for claim in reviewed.claims)


def worksheet_row(claim: Claim, publication: Publication, reviewed: Reviewed) -> WorksheetRow:
    """The row of one claim as it now stands, as a claim of that publication."""
    review = reviewed.reviews.get(claim.id)
    told = _Told(claim, review.machine if review else claim, publication, publication.row_at(claim.hull.start))
    cells = dict.fromkeys(COLUMNS, "") | {column: _plain(words) for column, words in told.cells()}
    cells["review"] = reviewed.status(claim.id)
    cells["judged"] = str(review.judgements[-1]) if review and review.judgements else ""
    return WorksheetRow(cells | {"as_exported": WorksheetRow(cells).fingerprint})


def _plain(words: str) -> str:
    """On one line, without what no spreadsheet holds, and no longer than a cell."""
    return " ".join(_UNWRITABLE.sub("\ufffd", words[:MOST]).split())


class _Told(Struct, frozen=True):
    """A claim as it stands and as the machine read it, and the row of a table that it was read from, if any."""

    claim: Claim
    machine: Claim
    publication: Publication
    row: Row | None

    def cells(self) -> Iterator[tuple[str, str]]:
        """The words of every column that is filled, but for what was decided about the claim."""
        yield "id", self.claim.id
        yield "document", self.publication.path
        yield "line", str(bisect_left(_line_ends(self.publication.document.text), self.claim.hull.start) + 1)
        yield "quote", content(self.claim, self.publication)
        for column in PUBLISHED:
            yield column, self.published(column)
        for column in (*SAID, "window_as_stated"):
            own = self.own(column) if column not in DAYS and self.as_read(column) else ""
            yield column, own or self.said(column)
        yield "hedge_words", self.own("hedge_words") or self.hedges()
        yield "origin_claim", self.claim.origin_claim or ""
        yield "note", " ".join(filter(None, (self.own("note"), *self.remarks())))

    def own(self, column: str) -> str:
        """The cell of the table that the claim was read from."""
        cell = self.row.cell(column) if self.row else None
        return cell.text if cell else ""

    def as_read(self, column: str) -> bool:
        """True where nobody corrected what the column says."""
        return _facet(self.claim, column) == _facet(self.machine, column)

    def published(self, column: str) -> str:
        """What the row, else the publication, says of who put it out and when; a day that can be read as an ISO day."""
        own = self.own(column)
        if column == "date_published":
            published = self.row.published if self.row and own else self.publication.published
            return day(published) or own
        return own or {"outlet": self.publication.publisher, "url": self.publication.url}[column] or ""

    def said(self, column: str) -> str:
        """The value of what the column says, in words that are read as that value."""
        frame = self.claim.frame
        match column:
            case "asserter":
                return self.asserter()
            case "stance" | "kind":
                return str(getattr(self.claim, column))
            case "basis":
                return "" if self.claim.basis == "none" else self.claim.basis
            case "quantity_low" | "quantity_high" | "unit" | "measure":
                return amount(frame.quantity, column)
            case "window_start" | "window_end":
                return edge(frame.window, column)
            case "window_as_stated":
                return frame.window.text if frame.window else ""
            case _:
                return named(getattr(frame, column))

    def asserter(self) -> str:
        """Whom the text names, as they are known; the analyst's own words where she corrected them."""
        source = self.claim.source
        if source is None:
            return ""
        return (source.name or source.text) if self.as_read("asserter") else source.text

    def hedges(self) -> str:
        """The hedges as they stand in the text; "about" besides where the figure is no exact one."""
        words = [hedge.text_of(self.publication.document.text) for hedge in self.claim.hedges]
        quantity = self.claim.frame.quantity.value if self.claim.frame.quantity else None
        about = ["about"] if quantity and quantity.modifier == "~" and "about" not in words else []
        return "; ".join([*words, *about])

    def remarks(self) -> Iterator[str]:
        """In brackets what the machine read where it was corrected, the slots that were inferred, and those that stay open."""
        slots = dict(self.claim.frame.filled())
        told = {
            "machine read": ", ".join(f"{d.name} {d.read}" for d in differences(self.claim, self.machine)),
            "inferred": ", ".join(name for name, slot in slots.items() if slot.inferred),
            "unresolved": "; ".join(slot.unresolved for slot in slots.values() if slot.unresolved),
        }
        return (f"[{what}: {words}]" for what, words in told.items() if words)


@lru_cache(maxsize=4)
def _line_ends(text: str) -> tuple[int, ...]:
    """Where the lines of a text end: counting them anew for each claim takes long in a table of thousands of rows."""
    return tuple(end.start() for end in re.finditer("\n", text))


def _facet(claim: Claim, column: str) -> object:
    name = FACETS.get(column, column)
    return getattr(claim, name) if hasattr(claim, name) else getattr(claim.frame, name)
