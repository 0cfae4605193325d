"""What analysts decide about claims: judgements, kept beside what the machine read and never in its place."""

from datetime import datetime
from typing import Literal, NewType

from msgspec import Struct, field

from waybill.model.claim import Basis, Claim, ClaimId, Frame, Kind, Source, Stance

JudgementNumber = NewType("JudgementNumber", int)
"""Names a judgement within its ledger: 1, 2, 3, in the order they were made."""

Verdict = Literal["accept", "correct", "reject", "join", "split", "add", "undo"]
"""`add` brings a claim of the analyst's own; `undo` takes back an earlier judgement, which stays on record."""

Status = Literal["machine-read", "accepted", "corrected", "rejected"]
"""What has been decided about a claim; `machine-read` where nobody has looked."""

Standing = Literal["applied", "offered", "lost", "elsewhere", "undone"]
"""How a judgement stands to the documents at hand.

applied: its words are where they were, and a claim is on them; offered: its words, or a claim on part of them, are found in
the same document, for the analyst to take or leave; lost: nothing of the document fits it any more; elsewhere: its document
is not among those at hand; undone: taken back.
"""


class Anchor(Struct, frozen=True):
    """The words a judgement is on, whatever the machine calls the claim there.

    `path` is where the document lay, as its reader saw it; the two sha256 (hex) are those of its original bytes and of its
    text; `quote` are the words at `claim.content`, parts joined by " … ". `claim` is the claim as it was read when it was
    judged: the old value, and what tells it from another claim of the very same words.
    """

    path: str
    original_sha256: str
    text_sha256: str
    quote: str
    claim: Claim

    def __post_init__(self) -> None:
        if not self.quote:
            raise ValueError("a judgement quotes the words it is on")


class Correction(Struct, frozen=True):
    """What an analyst puts in place of what was read: the slots of `frame` that are filled, and whatever else is not None.

    `emptied` are the names of slots that the claim, she says, does not fill. The spans of `source` and of the slots are
    those of the words that were misread, where there are any.
    """

    frame: Frame = field(default_factory=Frame)
    emptied: tuple[str, ...] = ()
    source: Source | None = None
    stance: Stance | None = None
    kind: Kind | None = None
    basis: Basis | None = None


class Judgement(Struct, frozen=True):
    """One decision of an analyst: who, when (aware, UTC), why, on which words.

    `says` is the wording of the join that is accepted or split ("all 1,000 left from Najin"); "" where claims are bound
    together or apart as a whole. `undoes` is the judgement that an undo takes back, or that an acceptance of an offer
    replaces.
    """

    number: JudgementNumber
    verdict: Verdict
    who: str
    when: datetime
    why: str
    on: tuple[Anchor, ...] = ()
    correction: Correction | None = None
    says: str = ""
    undoes: JudgementNumber | None = None

    def __post_init__(self) -> None:
        if self.when.tzinfo is None:
            raise ValueError("a judgement's time is aware")
        if (self.verdict == "correct") != (self.correction is not None):
            raise ValueError("a correction says what is correct, and nothing else does")
        if not self.on and self.verdict != "undo":
            raise ValueError("a judgement is on some words")


class Review(Struct, frozen=True):
    """What has been decided about one claim: by which judgements, in order, and the claim as the machine read it."""

    status: Status
    judgements: tuple[JudgementNumber, ...]
    machine: Claim


class Fit(Struct, frozen=True):
    """How one judgement stands to the documents at hand: the claims it is applied to, or offered for, and why."""

    judgement: Judgement
    standing: Standing
    claims: tuple[ClaimId, ...]
    why: str


class Binding(Struct, frozen=True):
    """Claims that an analyst binds together, or apart. `says`, `who` and `why` as in the Judgement."""

    judgement: JudgementNumber
    apart: bool
    claims: tuple[ClaimId, ...]
    says: str = ""
    who: str = ""
    why: str = ""


class Reviewed(Struct, frozen=True):
    """Claims with what analysts decided about them.

    `claims` are all claims in document order, corrected where they were corrected, rejected ones among them; `reviews` has
    an entry for each claim that was judged.
    """

    claims: tuple[Claim, ...]
    reviews: dict[ClaimId, Review] = field(default_factory=dict)
    fits: tuple[Fit, ...] = ()
    bindings: tuple[Binding, ...] = ()

    def status(self, claim: ClaimId) -> Status:
        """What has been decided about a claim."""
        review = self.reviews.get(claim)
        return review.status if review else "machine-read"

    @property
    def standing(self) -> tuple[Claim, ...]:
        """The claims that nobody rejected."""
        return tuple(c for c in self.claims if self.status(c.id) != "rejected")
