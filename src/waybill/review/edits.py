"""What an analyst changed in a worksheet: its rows against those that an export would give now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from waybill.model.worksheet import COLUMNS, PLACED, SAID, WorksheetRow
from waybill.review.edited_row import DECISIONS, RowEdit, Trouble, row_edit
from waybill.review.resaved import as_number, looks_numeric, renumbered, same

Now = Mapping[str, Sequence[WorksheetRow]]
"""By id of a claim the row that an export would give now; one for each copy of its document."""

_KEPT = tuple(column for column in COLUMNS if column not in ("id", "review", "why", "judged", "line", "as_exported"))


class Edits(Struct, frozen=True):
    """What a worksheet says anew: claims edited, rows added, and what cannot be taken from it."""

    edited: tuple[RowEdit, ...]
    added: tuple[WorksheetRow, ...]
    troubles: tuple[Trouble, ...]


def edits(rows: Sequence[WorksheetRow], now: Now) -> Edits:
    """The edits in rows of a file, in its order. A claim that has no row there, or a column that is missing, is left as it is.

    A row that is as it was exported says nothing, whatever was judged or read since. Rows without an id are added ones. An id
    that nobody has or that stands twice, and an edit of what ties a row to its words, leave the row unread; an edit of what
    only informs is told of, and the rest of its row is taken. What a program made of an id that looks like a number is that id
    where the row's document, line and quote tell the same.
    """
    numeric = [copy for ident, copies in now.items() if looks_numeric(ident) for copy in copies]
    lines = defaultdict[str, list[int]](list)
    for row in rows:
        lines[row.words("id").lower()].append(row.line)
    reading = _Reading(now, numeric, lines)
    for row in rows:
        reading.take(row)
    return Edits(tuple(reading.edited), tuple(reading.added), (*reading.troubles, *reading.unknown_ids()))


class _Reading(Struct):
    now: Now
    numeric: Sequence[WorksheetRow]
    lines: Mapping[str, Sequence[int]]
    edited: list[RowEdit] = field(default_factory=list)
    added: list[WorksheetRow] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    unknown: list[WorksheetRow] = field(default_factory=list)
    said: set[tuple[str, ...]] = field(default_factory=set)

    def take(self, row: WorksheetRow) -> None:
        """One row, in its turn."""
        ident = row.words("id").lower()
        if not ident:
            self.add(row)
        elif len(lines := self.lines[ident]) > 1:
            if row.line == lines[0]:
                where = ", ".join(map(str, lines))
                self.tell(row, f"id {ident} stands on lines {where}, none is read; empty the id of a row that is to be added")
        elif found := self.found(row, ident):
            edit, troubles = row_edit(replace(row, cells={**row.cells, "id": found.words("id")}), found)
            self.edited += [edit] if edit else []
            self.troubles += troubles
        else:
            self.unknown.append(row)

    def add(self, row: WorksheetRow) -> None:
        """A row of hers."""
        key = tuple(row.words(column) for column in _KEPT)
        if not any(row.words(column) for column in SAID):
            if any(row.cells.values()):
                self.tell(row, f"has no id and says nothing; fill in at least one of {', '.join(SAID)}")
        elif key in self.said:
            self.tell(row, "is the same as an added row before it; one of them is enough")
        elif DECISIONS.get(row.words("review").lower()) == "reject":
            self.tell(row, "has no id and is rejected; delete it, or empty its review")
        else:
            self.added.append(row)
        self.said.add(key)

    def found(self, row: WorksheetRow, ident: str) -> WorksheetRow | None:
        """The row as it would be exported now, of several copies of its document the one it names."""
        copies = self.now.get(ident) or self.by_place(row)
        named = (copy for copy in copies if same("document", copy.words("document"), row.words("document")))
        return next(named, copies[0] if copies else None)

    def by_place(self, row: WorksheetRow) -> Sequence[WorksheetRow]:
        """The one row of the same words whose id may have been made the number that stands there."""
        alike = [
            copy
            for copy in renumbered(row.words("id"), self.numeric)
            if all(same(column, copy.words(column), row.words(column)) for column in PLACED)
        ]
        return alike if len(alike) == 1 and alike[0].words("id") not in self.lines else ()

    def unknown_ids(self) -> list[Trouble]:
        """The ids that nobody has; where none is known, the file is likely another ledger's."""
        if len(self.unknown) == sum(bool(ident) for ident in self.lines) > 1:
            words = (
                f"no claim of this ledger has any of its {len(self.unknown)} ids; give the --ledger that it was exported from"
            )
            return [Trouble(0, words)]
        return [Trouble(row.line, f"no claim has the id {row.words('id')}; {_why_unknown(row)}") for row in self.unknown]

    def tell(self, row: WorksheetRow, words: str) -> None:
        """Something that is not taken."""
        self.troubles.append(Trouble(row.line, words))


def _why_unknown(row: WorksheetRow) -> str:
    if as_number(row.words("id")) is not None:
        return "a spreadsheet program made a number of it: export the claims anew, as .xlsx, and edit there"
    return "its document is read otherwise now, or is in another ledger: export the claims anew, and edit there"
