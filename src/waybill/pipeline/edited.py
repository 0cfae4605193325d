"""Edits of a worksheet made into judgements."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial

from msgspec import Struct, field

from waybill.errors import JudgementError
from waybill.extract.cells import PlaceOf
from waybill.extract.corrections import corrected
from waybill.ledger.ledger import now
from waybill.model.claim import Claim, ClaimId
from waybill.model.document import DocumentId, Publication
from waybill.model.judgement import Correction, Judgement, Reviewed, Verdict
from waybill.model.worksheet import WorksheetRow
from waybill.pipeline.case import Case
from waybill.pipeline.judging import UNNUMBERED, anchor
from waybill.pipeline.own_claims import OwnClaims, open_of
from waybill.pipeline.progress import Progress
from waybill.reference.gazetteer import open_gazetteer
from waybill.resolve.places.named import place_named
from waybill.review import corrections
from waybill.review.edited_row import RowEdit, Trouble
from waybill.review.readings import same_reading
from waybill.settings import Settings

STALE = "was judged or read differently since the export; export the claims again, and make the edit there"
NO_REASON = "no reason is given; write it in the column why, or give --why WORDS"


class Present(Struct, frozen=True):
    """Claims by id as they now stand and as the machine read them, and their publications."""

    claims: Mapping[ClaimId, Claim]
    machine: Mapping[ClaimId, Claim]
    publications: Mapping[DocumentId, Publication]

    @classmethod
    def of(cls, case: Case, reviewed: Reviewed) -> "Present":
        """What a case and its reviews hold."""
        machine = {c.id: reviewed.reviews[c.id].machine if c.id in reviewed.reviews else c for c in reviewed.claims}
        return cls({c.id: c for c in reviewed.claims}, machine, {p.id: p for p in case.reading.publications})


class Desk(Struct):
    """Makes judgements of an analyst's edits, all made now; what cannot be taken is in `troubles`, other news in `notes`.

    `why` is the reason of rows that give none of their own, "" where there is none.
    """

    settings: Settings
    why: str
    present: Present
    progress: Progress
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[Trouble] = field(default_factory=list)
    when: datetime = field(default_factory=now)
    place_of: PlaceOf | None = None

    def judged(self, edit: RowEdit) -> Iterator[Judgement]:
        """The judgements of one row: what is correct, then what was decided; none where that is in force already."""
        why = edit.why or self.why
        try:
            made = [self.correct(edit, why)] if edit.changes else []
        except JudgementError as error:
            self.troubles.append(Trouble(edit.line, str(error)))
            return
        if edit.stale:
            if edit.decision or not all(self.in_force(edit, judgement) for judgement in made):
                self.troubles.append(Trouble(edit.line, f"claim {edit.claim} {STALE}"))
        elif not why:
            self.troubles.append(Trouble(edit.line, NO_REASON))
        else:
            yield from made
            if edit.decision:
                yield self.judgement(edit.decision, self.present.machine[edit.claim], why)

    def correct(self, edit: RowEdit, why: str) -> Judgement:
        """What her cells put in place of what the claim says now. Raises JudgementError for words that cannot be read."""
        claim, machine = self.present.claims[edit.claim], self.present.machine[edit.claim]
        cells = {change.column: change.new for change in edit.changes}
        said = corrected(claim, cells, self.present.publications[claim.document], self.places())
        return self.judgement("correct", machine, why, said)

    def in_force(self, edit: RowEdit, judgement: Judgement) -> bool:
        """True where a correction would change no value."""
        claim = self.present.claims[edit.claim]
        return same_reading(claim, corrections.corrected(claim, judgement))

    def refuse(self, row: WorksheetRow, words: str) -> None:
        """A row that is not taken."""
        self.troubles.append(Trouble(row.line, words))

    def has_reason(self, row: WorksheetRow) -> bool:
        """Whether a row that she added says why it is; one that does not is refused."""
        if row.words("why") or self.why:
            return True
        self.refuse(row, f"not added: {NO_REASON}")
        return False

    def adding(self, own: OwnClaims, claims: Sequence[Claim]) -> list[Judgement]:
        """One judgement a row that she added."""
        self.notes += (Trouble(row.line, words) for row, words in open_of(own, claims))
        reasons = [row.words("why") or self.why for row in own.rows]
        return [self.judgement("add", claim, why, on=own.publication) for claim, why in zip(claims, reasons, strict=True)]

    def judgement(
        self, verdict: Verdict, claim: Claim, why: str, correction: Correction | None = None, on: Publication | None = None
    ) -> Judgement:
        """A judgement of hers on a claim as the machine read it; the ledger numbers it."""
        anchors = (anchor(claim, on or self.present.publications[claim.document]),)
        return Judgement(UNNUMBERED, verdict, self.settings.analyst, self.when, why, anchors, correction)

    def places(self) -> PlaceOf:
        """What looks places up; opened when first needed."""
        if self.place_of is None:
            self.place_of = partial(place_named, open_gazetteer(self.settings, self.progress))
        return self.place_of
