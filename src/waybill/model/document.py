"""What is read: texts, and the times they were put out."""

import re
from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal, NewType

from msgspec import Struct

from waybill.model.span import Span

DocumentId = NewType("DocumentId", str)
"""Names a text: the first 12 hex digits of its sha256, with `-2`, `-3` for further publications of the very same text."""

PublishedBy = Literal["documents.csv", "option", "text", "unknown"]
"""What settled the published date: the folder's table, `--published`, the document itself, or nothing."""


class Document(Struct, frozen=True):
    """A text as it is read: code points, never normalised for plain text.

    `page_starts` holds the offset at which each page begins (PDF), else it is empty.
    """

    text: str
    text_sha256: str
    original_sha256: str
    page_starts: tuple[int, ...] = ()

    def line_of(self, offset: int) -> int:
        """The 1-based line that holds a code-point offset."""
        return bisect_left(_line_ends(self.text), offset) + 1

    def page_of(self, offset: int) -> int | None:
        """The 1-based page that holds a code-point offset, or None where the text has no pages."""
        return sum(start <= offset for start in self.page_starts) or None


@lru_cache(maxsize=16)
def _line_ends(text: str) -> tuple[int, ...]:
    """Kept for the texts last asked about: a table of claims is asked for the line of every row."""
    return tuple(match.start() for match in re.finditer("\n", text))


class Credit(Struct, frozen=True):
    """Whom a publication names as where its text comes from ("Source: ...", "(Reuters)", a dateline's agency)."""

    name: str
    kind: Literal["agency", "republished", "author", "via"]
    """agency: a wire's text; republished: all of it is another's; author: the original's byline; via: seen through another."""
    span: Span


class Publication(Struct, frozen=True):
    """A Document put out once.

    `path` is as the user gave it (folders joined with "/"). `furniture` are the spans of the text that are no report
    (bylines, credit lines, datelines, comment forms): nothing in them is a claim.
    """

    id: DocumentId
    document: Document
    path: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    published_by: PublishedBy = "unknown"
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Span, ...] = ()
    rows: tuple["Row", ...] = ()
    """The rows of a table of claims; empty for prose."""

    def row_at(self, offset: int) -> "Row | None":
        """The row that covers a code-point offset; None in prose."""
        at = bisect_right(self.rows, offset, key=lambda row: row.span.start) - 1
        return self.rows[at] if at >= 0 and offset < self.rows[at].span.end else None

    def published_at(self, offset: int) -> date | None:
        """The day the words at a code-point offset were put out: a row's own day, else the text's.

        None where a row's cell for the day holds no day: the table's own day is then not its.
        """
        row = self.row_at(offset)
        return row.published if row and row.cell("date_published") else self.published

    def edition_at(self, offset: int) -> tuple[str, ...]:
        """What tells the publication of the words at an offset from others: its id, in a table also outlet, day and url."""
        row = self.row_at(offset)
        cells = [row.cell(column) for column in ("outlet", "date_published", "url")] if row else []
        return (self.id, *(c.text if c else "" for c in cells))


class Cell(Struct, frozen=True):
    """One field of a table of claims: its column, its words without quoting, and where they stand."""

    column: str
    text: str
    span: Span


class Row(Struct, frozen=True):
    """One row of a table of claims; empty cells are left out. `published` is the day in its cell `date_published`."""

    span: Span
    cells: tuple[Cell, ...]
    published: date | None = None

    def cell(self, column: str) -> Cell | None:
        """The cell of that column, or None where it is empty or missing."""
        return next((c for c in self.cells if c.column == column), None)

    def words(self) -> dict[str, str]:
        """The words of the cells by column; the first that is filled counts."""
        return {cell.column: cell.text for cell in reversed(self.cells)}


class Read(Struct, frozen=True):
    """What came of reading one file: its publication, and what the user should know about how it was read."""

    publication: Publication
    notes: tuple[str, ...] = ()


class Failure(Struct, frozen=True):
    """A path that could not be read: what and why, and what to try, in one line without line breaks."""

    path: str
    reason: str


class Reading(Struct, frozen=True):
    """What came of reading some paths: publications in path order, and what failed."""

    publications: tuple[Publication, ...]
    failures: tuple[Failure, ...]
    notes: tuple[str, ...] = ()
    """What the user should know though nothing failed ("column 'rank' is kept as a note")."""
    lists: tuple[tuple[Path, bytes], ...] = ()
    """Every documents.csv that spoke of them, with its bytes."""
