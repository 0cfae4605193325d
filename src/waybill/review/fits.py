"""From the words a judgement is on to how it stands as a whole."""

from collections.abc import Mapping, Sequence

from waybill.model.judgement import Anchor, Fit, Judgement, JudgementNumber
from waybill.review.places import STRENGTH, Found

MOST_QUOTED = 40
"""Code points of a quotation that tell one of several anchors from the others: our convention."""


def fit(judgement: Judgement, found: Sequence[Found]) -> Fit:
    """How a judgement stands that is on some words: as the weakest of what was found for them."""
    weakest = max((f.standing for f in found), key=STRENGTH.index)
    named = found if weakest in ("applied", "offered") else ()
    claims = tuple(dict.fromkeys(claim.id for f in named for claim in f.claims))
    told = [_told(anchor, f, len(found) > 1) for anchor, f in zip(judgement.on, found, strict=True) if f.standing == weakest]
    return Fit(judgement, weakest, claims, "; ".join(dict.fromkeys(filter(None, told))))


def fit_of_undo(judgement: Judgement, undone: Mapping[JudgementNumber, Fit]) -> Fit:
    """How an undo stands: on the claims of what it takes back, or elsewhere with it."""
    target = undone.get(judgement.undoes) if judgement.undoes is not None else None
    if target is None:
        return Fit(judgement, "lost", (), f"there is no judgement {judgement.undoes} before it")
    if target.standing == "elsewhere":
        return Fit(judgement, "elsewhere", (), target.why)
    claims = target.claims if target.standing == "applied" else ()
    return Fit(judgement, "applied", claims, f"takes back judgement {target.judgement.number}")


def _told(anchor: Anchor, found: Found, one_of_several: bool) -> str:
    words = " ".join(anchor.quote.split())
    quoted = words if len(words) <= MOST_QUOTED else f"{words[: MOST_QUOTED - 1]}…"
    return f'"{quoted}": {found.why}' if found.why and one_of_several else found.why
