"""What was edited in the row of one claim: its cells against those that an export would write now."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from waybill.model.claim import ClaimId
from waybill.model.worksheet import COLUMNS, PLACED, SAID, WorksheetRow
from waybill.review.resaved import same

Decision = Literal["accept", "reject"]

DECISIONS: Mapping[str, Decision] = {"accepted": "accept", "accept": "accept", "rejected": "reject", "reject": "reject"}
"""What may be written in the column review, and what it decides."""

_IN_FORCE: Mapping[Decision | None, tuple[str, ...]] = {"accept": ("accepted", "corrected"), "reject": ("rejected",)}
"""The reviews of a claim of which a decision says nothing new."""

_ADVICE = {
    "machine-read": "take judgement {judged} back: waybill judge undo {judged}",
    "corrected": "correct the cell itself",
}
_COMPARED = tuple(column for column in COLUMNS if column not in ("id", "why", "as_exported"))


class Trouble(Struct, frozen=True, order=True):
    """What cannot be taken from a line of a worksheet, and what to do; line 0 is the whole file."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.words}" if self.line else self.words


class CellChange(Struct, frozen=True):
    """One cell with the words it had and has."""

    column: str
    old: str
    new: str


class RowEdit(Struct, frozen=True):
    """What was edited in the row of a claim: cells corrected, a decision, or both; `why` is its own reason, if it gives one.

    `stale`: the claim was judged, or is read otherwise, since the row was exported. `line` is the row's in its file.
    """

    claim: ClaimId
    line: int
    why: str
    changes: tuple[CellChange, ...] = ()
    decision: Decision | None = None
    stale: bool = False


def row_edit(row: WorksheetRow, now: WorksheetRow) -> tuple[RowEdit | None, list[Trouble]]:
    """What a row says anew, None where it says nothing, and what cannot be taken from it."""
    if row.words("as_exported") == row.fingerprint:
        return None, [Trouble(row.line, "gives a reason, but nothing in it was edited")] if row.words("why") else []
    changes = [
        CellChange(column, now.words(column), row.words(column))
        for column in _COMPARED
        if column in row.cells and not same(column, now.words(column), row.words(column))
    ]
    return (_stale_edit(row, now, changes), []) if _is_stale(row, now) else _fresh_edit(row, now, changes)


def _is_stale(row: WorksheetRow, now: WorksheetRow) -> bool:
    """True where what would be exported now is not what was; where the fingerprint is gone, by the latest judgement."""
    column = "as_exported" if row.words("as_exported") else "judged"
    return not same(column, now.words(column), row.words(column))


def _stale_edit(row: WorksheetRow, now: WorksheetRow, changes: Sequence[CellChange]) -> RowEdit | None:
    """What a stale row says beyond what is in force: of its cells only who compares meanings can tell."""
    decision = DECISIONS.get(row.words("review").lower())
    if now.words("review") in _IN_FORCE.get(decision, ()):
        decision = None
    return _edit(row, changes, decision, stale=True)


def _fresh_edit(row: WorksheetRow, now: WorksheetRow, changes: Sequence[CellChange]) -> tuple[RowEdit | None, list[Trouble]]:
    """Every change counts, or is told of."""
    if placed := [change.column for change in changes if change.column in PLACED]:
        ties = "which ties the row to its words: put back what was there, and sort whole rows only"
        return None, [Trouble(row.line, f"not read: {', '.join(placed)} was edited, {ties}")]
    only = "is not kept, for that column only informs; write reasons in why"
    others = [change.column for change in changes if change.column not in (*SAID, "review")]
    troubles = [Trouble(row.line, f"the edit of {column} {only}") for column in others]
    decision = None
    if any(change.column == "review" for change in changes):
        asked, corrected = row.words("review").lower(), any(change.column in SAID for change in changes)
        decision = DECISIONS.get(asked)
        if decision is None and not (asked == "corrected" and corrected):
            advice = _ADVICE.get(asked, "write accepted or rejected").format(judged=now.words("judged"))
            troubles.append(Trouble(row.line, f"review {asked or 'is empty'}: {advice}"))
        if decision == "accept" and corrected:
            decision = None
    return _edit(row, changes, decision, stale=False), troubles


def _edit(row: WorksheetRow, changes: Sequence[CellChange], decision: Decision | None, stale: bool) -> RowEdit | None:
    said = tuple(change for change in changes if change.column in SAID)
    return RowEdit(ClaimId(row.words("id")), row.line, row.words("why"), said, decision, stale) if said or decision else None
