"""What an analyst puts in place of what was read, put there."""

from typing import Any

from msgspec.structs import replace

from waybill.model.claim import Claim, Frame, Slot, Source
from waybill.model.judgement import Correction, Judgement
from waybill.review.readings import SLOTS, slot_of


def corrected(claim: Claim, judgement: Judgement) -> Claim:
    """The claim with a correction's slots, stance, kind, basis and source; all else as it was, its id too.

    Each slot says who corrected it and why, and keeps the span of the words that were misread.
    """
    correction = judgement.correction
    if correction is None:
        return claim
    by = f"corrected by {judgement.who}" + (f": {judgement.why}" if judgement.why else "")
    frame = _without(claim.frame, correction.emptied)
    for name in SLOTS:
        slot: Slot[Any] | None = getattr(correction.frame, name)
        if slot is not None:
            read = slot_of(claim, name)
            frame = replace(frame, **{name: replace(slot, span=read.span if read else None, inferred=None, corrected=by)})
    return replace(
        claim,
        frame=frame,
        source=_speaker(claim, correction),
        stance=correction.stance or claim.stance,
        kind=correction.kind or claim.kind,
        basis=correction.basis or claim.basis,
    )


def _without(frame: Frame, emptied: tuple[str, ...]) -> Frame:
    none: dict[str, Any] = {name: None for name in emptied if name in SLOTS}
    return replace(frame, **none)


def _speaker(claim: Claim, correction: Correction) -> Source | None:
    """The corrected source where the misread one stands; where none was read, at the content, which is in every text."""
    if correction.source is None:
        return None if "source" in correction.emptied else claim.source
    return replace(correction.source, span=claim.source.span if claim.source else claim.hull)
