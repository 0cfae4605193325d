"""What an analyst changed in a worksheet: its rows against those that an export would give now."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from waybill.model.claim import ClaimId
from waybill.model.worksheet import COLUMNS, PLACED, SAID, WorksheetRow
from waybill.review.resaved import looks_numeric, renumbered, same

Now = Mapping[str, Sequence[WorksheetRow]]
"""By id of a claim the row that an export would give now; one for each copy of its document."""

Decision = Literal["accept", "reject"]

_DECISIONS: Mapping[str, Decision] = {"accepted": "accept", "accept": "accept", "rejected": "reject", "reject": "reject"}

_COMPARED = tuple(column for column in COLUMNS if column not in ("id", "why", "as_exported"))

ANEW = "export the claims anew and edit there"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell with the words it had and has."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What was edited in the row of a claim: cells corrected, a decision, or both; `why` is its own reason, if it gives one.

    `stale`: the claim was judged, or is read otherwise, since the row was exported. `line` is the row's in its file.
    """

    claim: ClaimId
    line: int
    why: str
    changes: tuple[CellChange, ...] = ()
    decision: Decision | None = None
    stale: bool = False

    @property
    def trouble(self) -> str:
        """Why an edit in a stale row is not kept."""
        return f"line {self.line}: claim {self.claim} was judged, or is read otherwise, since the export; {ANEW}"


@dataclass(frozen=True, slots=True)
class Edits:
    """What a worksheet says anew: claims edited, rows added, and what cannot be taken from it, a line each."""

    edited: tuple[RowEdit, ...]
    added: tuple[WorksheetRow, ...]
    troubles: tuple[str, ...]


def edits(rows: Sequence[WorksheetRow], now: Now) -> Edits:
    """The edits in rows of a file, in its order. A claim that has no row there, or a column that is missing, is left as it is.

    A row that is as it was exported says nothing, whatever was judged or read since. Rows without an id are added ones. An id
    that nobody has or that stands twice, and an edit of what ties a row to its words, leave the row unread; an edit of what
    only informs is told of, and the rest of its row is taken.
    """
    numeric = [copy for ident, copies in now.items() if looks_numeric(ident) for copy in copies]
    comparison = _Comparison(now, numeric, _lines_by_id(rows))
    for row in rows:
        comparison.take(row)
    return Edits(tuple(comparison.edited), tuple(comparison.added), tuple(comparison.troubles))


def _lines_by_id(rows: Sequence[WorksheetRow]) -> Mapping[str, Sequence[int]]:
    lines = defaultdict[str, list[int]](list)
    for row in rows:
        lines[row.words("id").lower()].append(row.line)
    return lines


@dataclass(slots=True)
class _Comparison:
    now: Now
    numeric: Sequence[WorksheetRow]
    lines: Mapping[str, Sequence[int]]
    edited: list[RowEdit] = field(default_factory=list)
    added: list[WorksheetRow] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    times: Counter[tuple[str, ...]] = field(default_factory=Counter)

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
            self.compare(replace(row, cells={**row.cells, "id": found.words("id")}), found)
        else:
            self.tell(
                row,
                f"no claim has the id {row.words('id')}; a spreadsheet program may have made a number of it: {ANEW} as .xlsx",
            )

    def add(self, row: WorksheetRow) -> None:
        """A row of hers."""
        key = tuple(row.words(column) for column in COLUMNS[2:])
        self.times[key] += 1
        if not any(row.words(column) for column in SAID):
            if any(row.cells.values()):
                self.tell(row, f"has no id and says nothing; fill in at least one of {', '.join(SAID)}")
        elif self.times[key] > 1:
            self.tell(row, "is the same as an added row before it; one of them is enough")
        elif _DECISIONS.get(row.words("review").lower()) == "reject":
            self.tell(row, "has no id and is rejected; delete it, or empty its review")
        else:
            self.added.append(row)

    def found(self, row: WorksheetRow, ident: str) -> WorksheetRow | None:
        """The row as it would be exported now, of several copies of its document the one it names."""
        copies = self.now.get(ident) or self.by_place(row)
        return next((copy for copy in copies if same("document", copy.words("document"), row.words("document"))), None) or next(
            iter(copies), None
        )

    def by_place(self, row: WorksheetRow) -> Sequence[WorksheetRow]:
        """The one row of the same words whose id may have been made the number that stands there."""
        alike = [
            copy
            for copy in renumbered(row.words("id"), self.numeric)
            if all(same(column, copy.words(column), row.words(column)) for column in PLACED)
        ]
        return alike if len(alike) == 1 and alike[0].words("id") not in self.lines else ()

    def compare(self, row: WorksheetRow, now: WorksheetRow) -> None:
        """A row against what an export would give."""
        if row.words("as_exported") == row.fingerprint:
            if row.words("why"):
                self.tell(row, "gives a reason, but nothing in it was edited")
            return
        changes = tuple(
            CellChange(column, now.words(column), row.words(column))
            for column in _COMPARED
            if column in row.cells and not same(column, now.words(column), row.words(column))
        )
        if _is_stale(row, now):
            self.take_stale(row, now, changes)
        else:
            self.take_fresh(row, now, changes)

    def take_stale(self, row: WorksheetRow, now: WorksheetRow, changes: Sequence[CellChange]) -> None:
        """What such a row says may be in force already; who compares meanings can tell."""
        said = tuple(change for change in changes if change.column in SAID)
        asked = row.words("review").lower()
        decision = _DECISIONS.get(asked)
        in_force = decision is None or now.words("review") in ((asked, "corrected") if decision == "accept" else ("rejected",))
        if said or not in_force:
            self.edited.append(_edit(row, said, None if in_force else decision, stale=True))

    def take_fresh(self, row: WorksheetRow, now: WorksheetRow, changes: Sequence[CellChange]) -> None:
        """Every change counts, or is told of."""
        if placed := [change.column for change in changes if change.column in PLACED]:
            ties = "ties the row to its words; put back what was there, and sort whole rows only"
            self.tell(row, f"not read: {', '.join(placed)} was edited, which {ties}")
            return
        said = tuple(change for change in changes if change.column in SAID)
        for column in (change.column for change in changes if change.column not in (*SAID, "review")):
            self.tell(row, f"the edit of {column} is not kept, for that column only informs; write a reason in why")
        decision = None
        if any(change.column == "review" for change in changes):
            decision = self.decision(row, now, bool(said))
        if said or decision:
            self.edited.append(_edit(row, said, decision))

    def decision(self, row: WorksheetRow, now: WorksheetRow, corrected: bool) -> Decision | None:
        """What the review asks for; whoever corrects a row accepts the rest of it."""
        asked = row.words("review").lower()
        decision = _DECISIONS.get(asked)
        if decision is None and not (asked == "corrected" and corrected):
            advice = {
                "machine-read": f"take judgement {now.words('judged')} back: waybill judge undo {now.words('judged')}",
                "corrected": "correct the cell itself",
            }
            self.tell(row, f"review {asked or 'is empty'}: {advice.get(asked, 'write accepted or rejected')}")
        return None if decision == "accept" and corrected else decision

    def tell(self, row: WorksheetRow, words: str) -> None:
        """Something that is not taken."""
        self.troubles.append(f"line {row.line}: {words}")


def _is_stale(row: WorksheetRow, now: WorksheetRow) -> bool:
    """True where what would be exported now is not what was; where the fingerprint is gone, by the latest judgement."""
    column = "as_exported" if row.words("as_exported") else "judged"
    return not same(column, now.words(column), row.words(column))


def _edit(row: WorksheetRow, changes: tuple[CellChange, ...], decision: Decision | None, stale: bool = False) -> RowEdit:
    return RowEdit(ClaimId(row.words("id")), row.line, row.words("why"), changes, decision, stale)
