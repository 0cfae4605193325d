"""Who stands otherwise behind a line than before, and why."""

from collections.abc import Iterable, Mapping, Sequence

from waybill.compare.pair import Pair
from waybill.model.changes import Footing, FootingChange
from waybill.model.claim import ClaimId
from waybill.model.delivery import Delivery
from waybill.model.trace import OriginatorId

_FIRMNESS: tuple[Footing, ...] = ("none", "outlet", "unnamed", "originator")
"""The least firm first."""


def footings(pair: Pair, before: Sequence[Delivery], after: Sequence[Delivery]) -> tuple[FootingChange, ...]:
    """Everybody whose footing on a line is another one now; who stands firmer first, then by name."""
    were = {pair.originator(o): footing for o, footing in _standing(before).items()}
    are = _standing(after)
    changed = [o for o in (*are, *(o for o in were if o not in are)) if were.get(o, "none") != are.get(o, "none")]
    held = tuple(c for d in before for c in d.claims)
    told = tuple(c for d in after for c in d.claims)
    found = [_change(pair, o, (were.get(o, "none"), are.get(o, "none")), held, told) for o in changed]
    return tuple(sorted(found, key=lambda c: (_falls(c.before, c.after), -_FIRMNESS.index(c.after), c.name, c.originator)))


def _standing(deliveries: Iterable[Delivery]) -> Mapping[OriginatorId, Footing]:
    """How each stands behind a line: as firmly as behind any of its deliveries."""
    found: dict[OriginatorId, Footing] = {}
    for footing in _FIRMNESS[1:]:
        for delivery in deliveries:
            found |= dict.fromkeys(_behind(delivery, footing), footing)
    return found


def _behind(delivery: Delivery, footing: Footing) -> tuple[OriginatorId, ...]:
    behind = {"originator": delivery.backers, "unnamed": delivery.unnamed_backers, "outlet": delivery.outlet_backers}
    return behind[footing]


def _falls(before: Footing, after: Footing) -> bool:
    return _FIRMNESS.index(after) < _FIRMNESS.index(before)


def _change(
    pair: Pair, originator: OriginatorId, footing: tuple[Footing, Footing], held: Sequence[ClaimId], told: Sequence[ClaimId]
) -> FootingChange:
    named = {o.id: o.name for account in (pair.before, pair.after) for o in account.tracing.originators}
    theirs = tuple(c for c in told if pair.after.tracing.originator_of[c] == originator)
    why, because = _fall(pair, originator, held) if _falls(*footing) else ("", ())
    return FootingChange(originator, named[originator], *footing, theirs, why, because)


def _fall(pair: Pair, originator: OriginatorId, held: Sequence[ClaimId]) -> tuple[str, tuple[ClaimId, ...]]:
    """Why somebody stands less firmly, from what became of the claims that they had on the line."""
    voices = pair.before.tracing.originator_of
    had = [c for c in held if pair.originator(voices[c]) == originator]
    present = pair.now(had)
    echoed = {c: pair.first(c) for c in present if pair.first(c) != c}
    circles = {r.claim: r.of for r in pair.after.tracing.retellings if r.circular and r.claim in present}
    if echoed:
        return "what it said turned out to be an echo", tuple(dict.fromkeys(echoed.values()))
    if circles:
        return "what it said looks like circular reporting", tuple(dict.fromkeys(circles.values()))
    if len(present) < len(had):
        return "its statements are no longer there", ()
    return "it is counted under others now, or with another delivery", ()
