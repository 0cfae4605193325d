"""What was decided about each claim."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from waybill.model.claim import ClaimId
from waybill.model.judgement import Fit, Judgement, JudgementNumber, Review, Status, Verdict
from waybill.review.versions import Versions

Decision = tuple[JudgementNumber, Verdict]
TakenBack = Mapping[JudgementNumber, Judgement]

_DECIDES: Mapping[Verdict, Verdict] = {"accept": "accept", "correct": "correct", "reject": "reject", "add": "accept"}
"""Which judgements settle a claim's status: whoever adds a claim accepts it."""


def reviews(fits: Sequence[Fit], versions: Versions, back: TakenBack) -> dict[ClaimId, Review]:
    """For each claim that was judged its status and every judgement on it, those taken back and what took them back included.

    The latest of accept, correct and reject decides. A correction in force is kept by a later acceptance. An added claim whose
    adding was taken back is rejected by that, and not gone.
    """
    return {
        claim: Review(_status(claim, held, versions, back), tuple(f.judgement.number for f in held), versions.machine[claim])
        for claim, held in _by_claim(fits).items()
    }


def overruled(fits: Sequence[Fit], back: TakenBack) -> dict[JudgementNumber, str]:
    """For each judgement in force by which a claim would stand that a later one rejects, or the other way round, which one."""
    decided = {claim: decision for claim, held in _by_claim(fits).items() if (decision := _decided(held, back))}
    found: dict[JudgementNumber, str] = {}
    for fit in fits:
        own = _decision(fit, back) if fit.standing == "applied" else None
        if own:
            last = (decided[claim] for claim in fit.claims)
            against = sorted({number for number, verdict in last if (verdict == "reject") != (own[1] == "reject")})
            found |= {own[0]: f"overruled by judgement {', '.join(map(str, against))}"} if against else {}
    return found


def _by_claim(fits: Sequence[Fit]) -> dict[ClaimId, list[Fit]]:
    of_claim: defaultdict[ClaimId, list[Fit]] = defaultdict(list)
    for fit in fits:
        for claim in fit.claims if fit.standing in ("applied", "undone") else ():
            of_claim[claim].append(fit)
    return of_claim


def _status(claim: ClaimId, held: Sequence[Fit], versions: Versions, back: TakenBack) -> Status:
    decided = _decided(held, back)
    if decided is None:
        return "machine-read"
    if decided[1] == "reject":
        return "rejected"
    return "corrected" if claim in versions.corrected else "accepted"


def _decided(held: Sequence[Fit], back: TakenBack) -> Decision | None:
    """What decides about a claim: the latest decision on it."""
    return max(filter(None, (_decision(fit, back) for fit in held)), default=None)


def _decision(fit: Fit, back: TakenBack) -> Decision | None:
    """When and what a judgement decides, if it does."""
    judgement = fit.judgement
    if fit.standing == "undone":
        by = back[judgement.number]
        return (by.number, "reject") if (judgement.verdict, by.verdict) == ("add", "undo") else None
    verdict = _DECIDES.get(judgement.verdict)
    return (judgement.number, verdict) if verdict else None
