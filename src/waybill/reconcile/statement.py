"""A claim as reconciliation sees it: what it says, by whom, when, and whether it is said again."""

import re
from collections.abc import Mapping, Sequence, Set
from datetime import date

from msgspec import Struct

from waybill.model.claim import Claim, ClaimId, Slot, Stage, Stance
from waybill.model.document import DocumentId, Publication
from waybill.model.quantity import Quantity
from waybill.model.span import Span, hull
from waybill.model.things import Party, Place
from waybill.model.time import Window
from waybill.model.trace import DriftKind, OriginatorId, Retelling, Tracing
from waybill.reference.sides import side_of

FIRM = frozenset({"asserted", "hedged"})
"""Stances that tell of something that happened; the others are shown and constrain nothing."""

STANDS_BEHIND = frozenset[Stance]({"asserted", "hedged", "planned", "conditional"})
"""Stances of somebody who says that goods move or will; who denies, declines or asks stands behind nothing."""

NOT_DELIVERED = frozenset[Stage]({"assembled", "loaded"})
"""Stages before anything has left: what stands on a quay bounds no delivery."""

_UNSAFE_DRIFTS = frozenset[DriftKind]({"hedge", "magnitude", "unit", "or-to-and", "capacity-to-content"})
"""A figure that changed so as it was retold says nothing beyond the first telling."""

_BEFORE = re.compile(
    r"\b(?:previously(?! un)|in the past|formerly|(?:on|in) (?:previous|earlier|past) (?:occasions?|years|months)"
    r"|long (?:accused|alleged|claimed|said|suspected))\b",
    re.IGNORECASE,
)
"""So a text looks back on something said or done another time; "previously unknown" tells of this one."""

_LEAD_IN = 40
"""Code points before a statement in which such a word may open its sentence: our convention."""

Mouth = tuple[str, ...]


class Statement(Struct, frozen=True):
    """A claim with its publication, the day it was put out, its originator, and the earlier claim that it retells.

    `edition` tells its publication from others. `copied` is True where its publication carries another's text.
    `least` and `most` are False where its figure is no bound from below or from above, for it is worded otherwise elsewhere.
    """

    claim: Claim
    publication: Publication
    day: date | None
    originator: OriginatorId
    edition: tuple[str, ...]
    retelling: Retelling | None = None
    copied: bool = False
    least: bool = True
    most: bool = True

    @property
    def firm(self) -> bool:
        """True where it tells of something that happened."""
        return self.claim.stance in FIRM

    @property
    def quantity(self) -> Quantity | None:
        """How much, or None."""
        slot = self.claim.frame.quantity
        return slot.value if slot else None

    @property
    def window(self) -> Window | None:
        """When, or None."""
        slot = self.claim.frame.window
        return slot.value if slot else None

    @property
    def stage(self) -> Stage:
        """How far the goods had come."""
        slot = self.claim.frame.stage
        return slot.value if slot and slot.value else "unspecified"

    @property
    def supplier(self) -> str | None:
        """The country of the supplier, or its name where it is of none."""
        return _side(self.claim.frame.supplier)

    @property
    def recipient(self) -> str | None:
        """The country of the recipient, or its name where it is of none."""
        return _side(self.claim.frame.recipient)

    @property
    def vague(self) -> bool:
        """True where the amount names no figure."""
        return self.quantity is not None and self.quantity.vague

    @property
    def changed(self) -> bool:
        """True where it retells another's figure with another hedge, number or unit."""
        return self.retelling is not None and any(d.kind in _UNSAFE_DRIFTS for d in self.retelling.drifts)

    @property
    def mouth(self) -> Mouth:
        """Who says it where: equal for what one originator says in one publication."""
        return (self.originator, *self.edition)

    @property
    def words(self) -> str:
        """From its speaker, cue or content, whichever comes first, to the end of all."""
        return self._stretch.text_of(self.publication.document.text)

    @property
    def earlier(self) -> bool:
        """True where its words look back on another time ("has in the past accused") and no figure says on what."""
        text, start = self.publication.document.text, self._stretch.start
        lead_in = re.split(r"[.!?]\s|\n", text[max(0, start - _LEAD_IN) : start])[-1]
        return self.quantity is None and bool(_BEFORE.search(lead_in + self.words))

    @property
    def _stretch(self) -> Span:
        source = self.claim.source
        return hull(filter(None, (self.claim.hull, self.claim.cue, source.span if source else None)))

    @property
    def own_voice(self) -> bool:
        """True where the outlet itself speaks."""
        return self.claim.source is None and self.claim.cue is None

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands in its text; the claim's id parts claims that begin together."""
        return (self.claim.hull.start, self.claim.id)

    @property
    def telling(self) -> bool:
        """True where it says how much, when, where, or by which way."""
        return self.quantity is not None or self.specific

    @property
    def specific(self) -> bool:
        """True where it says when, where, or by which way goods moved; a purchase says it of the deal.

        A place that is no more than the supplier's or recipient's country says nothing of the way.
        """
        frame = self.claim.frame
        known = any(slot is not None and slot.value is not None for slot in (frame.window, frame.mode, frame.vessel))
        placed = any(slot and self.says_where(slot) for slot in (frame.origin, frame.via, frame.destination))
        return self.claim.kind == "transfer" and (known or placed)

    def says_where(self, slot: Slot[Place]) -> bool:
        """True for a place that is not just one of the two sides."""
        return slot.value is not None and slot.value.name not in (self.supplier, self.recipient)


def statements(claims: Sequence[Claim], tracing: Tracing, publications: Sequence[Publication]) -> tuple[Statement, ...]:
    """The transfers and purchases among the claims, in the order told: by day (unknown days last), document, place."""
    held = {p.id: p for p in publications}
    retold = {r.claim: r for r in tracing.retellings}
    copies = frozenset(r.publication for r in tracing.reprints)
    found = [_statement(c, held, tracing, retold, copies) for c in claims if c.kind in ("transfer", "purchase")]
    return tuple(sorted(found, key=_told))


def _statement(
    claim: Claim,
    held: Mapping[DocumentId, Publication],
    tracing: Tracing,
    retold: Mapping[ClaimId, Retelling],
    copies: Set[DocumentId],
) -> Statement:
    publication, at = held[claim.document], claim.hull.start
    return Statement(
        claim,
        publication,
        publication.published_at(at),
        tracing.originator_of[claim.id],
        publication.edition_at(at),
        retold.get(claim.id),
        claim.document in copies,
    )


def _told(statement: Statement) -> tuple[date, str, int, str]:
    claim = statement.claim
    return (statement.day or date.max, claim.document, claim.hull.start, claim.id)


def _side(slot: Slot[Party] | None) -> str | None:
    return side_of(slot.value) if slot and slot.value else None
