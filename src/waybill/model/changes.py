"""What the latest documents did: an account against the one before them, and a pile before it is read."""

from datetime import date
from typing import Literal

from msgspec import Struct

from waybill.model.claim import ClaimId
from waybill.model.delivery import Contradiction, DeliveryId, Join, StatedExtreme
from waybill.model.document import DocumentId, Failure, Publication
from waybill.model.trace import OriginatorId, Retelling

DocumentFate = Literal["new", "edited", "amended", "gone"]
"""edited: another text at its path; amended: the same text, told otherwise when or by whom it was put out."""

LineFate = Literal["new", "gone", "kept"]

DeliveryFate = Literal["new", "merged", "split", "gone", "changed"]

Footing = Literal["originator", "unnamed", "outlet", "none"]
"""How somebody stands behind a line: as a named originator, as one of unknown independence, as an outlet in its own words."""

Turn = Literal["new", "held", "echo", "irrelevant", "failed"]
"""What becomes of a file of a pile. held: its bytes or its text are kept already; irrelevant: it names no arms."""


class DocumentChange(Struct, frozen=True):
    """A document that came, changed or went; `was` is its id before, None where it is new.

    `own` are its claims that nobody had before and that echo none, `echoes` those that echo one, `lost` its earlier claims
    that are not there any more, by their ids before. `reworded` pairs those of the lost that stand there in other words with
    what they are now. `moves` is False where all that came of it are echoes and statements on no delivery.
    """

    document: DocumentId
    was: DocumentId | None
    fate: DocumentFate
    own: tuple[ClaimId, ...] = ()
    echoes: tuple[ClaimId, ...] = ()
    lost: tuple[ClaimId, ...] = ()
    reprint_of: DocumentId | None = None
    moves: bool = False
    reworded: tuple[tuple[ClaimId, ClaimId], ...] = ()


class FootingChange(Struct, frozen=True):
    """Somebody who stands otherwise behind a line than before; `claims` are theirs on it now.

    Where they stand less firmly, `why` says so, and `because` are the claims that theirs turned out to repeat.
    """

    originator: OriginatorId
    name: str
    before: Footing
    after: Footing
    claims: tuple[ClaimId, ...]
    why: str = ""
    because: tuple[ClaimId, ...] = ()


class DeliveryChange(Struct, frozen=True):
    """Deliveries before and after that share claims, where they differ; `before` are ids of the earlier account.

    `gained` are claims that none of them had, `lost` claims they have no more: still there, but not of this delivery.
    """

    fate: DeliveryFate
    before: tuple[DeliveryId, ...]
    after: tuple[DeliveryId, ...]
    gained: tuple[ClaimId, ...]
    lost: tuple[ClaimId, ...]


class FigureChange(Struct, frozen=True):
    """What is stated otherwise of a line in one unit: the extremes that stood and stand no more, and those that came.

    `backed` are the claims that state a figure that did not move, and did not before.
    """

    unit: str
    side: Literal["ceiling", "floor", "largest"]
    before: tuple[StatedExtreme, ...]
    after: tuple[StatedExtreme, ...]
    backed: tuple[ClaimId, ...] = ()


class BoundChange(Struct, frozen=True):
    """From this day on the claims force another least quantity than before; 0 where nothing is forced."""

    date: date
    unit: str
    before: float
    after: float
    claims: tuple[ClaimId, ...]


class EchoChange(Struct, frozen=True):
    """New echoes of a claim. `claims` came as echoes; `became` stood on their own before."""

    of: ClaimId
    claims: tuple[ClaimId, ...]
    became: tuple[ClaimId, ...] = ()


class LineChanges(Struct, frozen=True):
    """What changed on one line. Contradictions that ended name claims by their present ids, where they have one."""

    supplier: str
    recipient: str
    fate: LineFate
    footings: tuple[FootingChange, ...] = ()
    deliveries: tuple[DeliveryChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    bounds: tuple[BoundChange, ...] = ()
    begun: tuple[Contradiction, ...] = ()
    ended: tuple[Contradiction, ...] = ()
    joined: tuple[Join, ...] = ()
    parted: tuple[Join, ...] = ()

    @property
    def any(self) -> bool:
        """False where nothing changed."""
        held = (self.footings, self.deliveries, self.figures, self.bounds, self.begun, self.ended, self.joined, self.parted)
        return self.fate != "kept" or any(held)


class Changes(Struct, frozen=True):
    """What changed between two accounts: the documents that came, and what they did to each line that they changed.

    `retold` are the retellings that drifted and that nobody had before. Claims are named by their ids in the later account.
    """

    documents: tuple[DocumentChange, ...]
    lines: tuple[LineChanges, ...]
    echoes: tuple[EchoChange, ...]
    retold: tuple[Retelling, ...]


class Sorted(Struct, frozen=True):
    """One file of a pile and what becomes of it; `publication` is None where it could not be read.

    `of` is the publication whose text it carries, or that is the very same; `share` the part of its words found there.
    """

    path: str
    turn: Turn
    why: str
    publication: Publication | None = None
    of: Publication | None = None
    share: float | None = None


class Triage(Struct, frozen=True):
    """A pile in the order in which it should be read."""

    pile: tuple[Sorted, ...]

    def of(self, turn: Turn) -> tuple[Sorted, ...]:
        """The files that this becomes of, in order."""
        return tuple(s for s in self.pile if s.turn == turn)


def failed(failure: Failure) -> Sorted:
    """A file that could not be read, as part of a pile."""
    return Sorted(failure.path, "failed", failure.reason)
