"""New echoes, and new retellings that drifted."""

from collections import defaultdict

from waybill.compare.pair import Pair
from waybill.model.changes import EchoChange
from waybill.model.claim import ClaimId
from waybill.model.trace import Retelling


def echoes(pair: Pair) -> tuple[EchoChange, ...]:
    """The claims that have echoes now which they had not, in the order of the later account.

    An echo that was one before is no news, though an earlier telling may have come that it now goes back to.
    """
    were = {pair.claims[c] for c in pair.before.tracing.echo_of if c in pair.claims}
    new: defaultdict[ClaimId, list[ClaimId]] = defaultdict(list)
    for echo, of in pair.after.tracing.echo_of.items():
        if echo not in were:
            new[of].append(echo)
    return tuple(_change(pair, claim.id, new[claim.id]) for claim in pair.after.reviewed.standing if claim.id in new)


def drifted(pair: Pair) -> tuple[Retelling, ...]:
    """The retellings that changed something on the way, and that did not, or were none, before."""
    earlier = {pair.claims[r.claim]: r for r in pair.before.tracing.retellings if r.claim in pair.claims}
    return tuple(
        r
        for r in pair.after.tracing.retellings
        if r.drifts and (r.claim not in earlier or {d.kind for d in r.drifts} != {d.kind for d in earlier[r.claim].drifts})
    )


def _change(pair: Pair, of: ClaimId, found: list[ClaimId]) -> EchoChange:
    came = tuple(c for c in found if c not in pair.known)
    return EchoChange(of, came, tuple(c for c in found if c in pair.known))
