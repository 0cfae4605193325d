"""Deliveries before and after, matched by the claims they share: their ids may shift when an earlier claim comes."""

from collections.abc import Sequence

from waybill.compare.pair import Pair
from waybill.model.changes import DeliveryChange, DeliveryFate
from waybill.model.claim import ClaimId
from waybill.model.delivery import Delivery

_Group = tuple[list[Delivery], list[Delivery]]
"""Deliveries before and after that hang together by shared claims."""


def deliveries(pair: Pair, before: Sequence[Delivery], after: Sequence[Delivery]) -> tuple[DeliveryChange, ...]:
    """The deliveries of a line that are not as they were; of the later account's order, those that are gone last.

    What is said without particulars is matched with the same alone: it is no movement.
    """
    found: list[DeliveryChange] = []
    for particulars in (True, False):
        groups = _groups(
            pair, [d for d in before if d.particulars == particulars], [d for d in after if d.particulars == particulars]
        )
        found += filter(None, (_change(pair, *group) for group in groups))
    return tuple(found)


def _groups(pair: Pair, before: Sequence[Delivery], after: Sequence[Delivery]) -> list[_Group]:
    """Every delivery once, with those that it hangs together with; echoes count as what they repeat."""
    groups: list[_Group] = [([], [d]) for d in after]
    for earlier in before:
        held = pair.firsts(earlier.claims)
        touched = [g for g in groups if any(not held.isdisjoint(d.claims) for d in g[1])]
        merged = ([*(d for g in touched for d in g[0]), earlier], [d for g in touched for d in g[1]])
        at = groups.index(touched[0]) if touched else len(groups)
        groups = [g for g in groups if g not in touched]
        groups.insert(at, merged)
    return groups


def _change(pair: Pair, before: list[Delivery], after: list[Delivery]) -> DeliveryChange | None:
    had = {c for d in before for c in pair.firsts(d.claims)}
    told = [c for d in after for c in d.claims]
    gained = tuple(c for c in told if c not in had)
    lost = tuple(dict.fromkeys(c for d in before for c in pair.now(d.claims) if pair.first(c) not in told))
    fate = _fate(pair, before, after, (gained, lost))
    return DeliveryChange(fate, tuple(d.id for d in before), tuple(d.id for d in after), gained, lost) if fate else None


def _fate(
    pair: Pair, before: list[Delivery], after: list[Delivery], claims: tuple[tuple[ClaimId, ...], tuple[ClaimId, ...]]
) -> DeliveryFate | None:
    if not before:
        return "new"
    if not after:
        return "gone"
    if len(before) > len(after):
        return "merged"
    if len(after) > len(before):
        return "split"
    return "changed" if any(claims) or _backed(pair, before) != _backed(None, after) else None


def _backed(pair: Pair | None, held: Sequence[Delivery]) -> frozenset[str]:
    """Which named originators stand behind some deliveries, by their present ids."""
    return frozenset(pair.originator(o) if pair else o for d in held for o in d.backers)
