"""The statements of an edited document that stand, in other words, in the place of earlier ones."""

from collections.abc import Sequence

from waybill.compare.pair import Pair
from waybill.model.account import Account
from waybill.model.claim import ClaimId

Rewording = tuple[ClaimId, ClaimId]
"""A claim that is not there any more, and the one that is there instead."""

LEAST_ALIKE = 0.6
"""The part of their words that two statements must share (Dice's coefficient): our convention, a figure may differ."""

WITHIN = 50
"""How many places apart they may stand among those that went and came: our convention, so that long tables stay quick."""


def reworded(pair: Pair, lost: Sequence[ClaimId], came: Sequence[ClaimId]) -> tuple[Rewording, ...]:
    """Claims of one document that went, each with the likest of those that came, in document order.

    Each is paired once, the likest first; of equals those that stand at like places. Who says it may be another now.
    """
    if not lost or not came:
        return ()
    were, are = _words(pair.before, lost), _words(pair.after, came)
    olds, news = list(were), list(are)
    likeness = (
        (_alike(were[old], are[new]), -abs(before - after), before, after)
        for before, old in enumerate(olds)
        for after, new in enumerate(news[max(0, before - WITHIN) : before + WITHIN], max(0, before - WITHIN))
    )
    found, taken = dict[int, int](), set[int]()
    for _, _, before, after in sorted((like for like in likeness if like[0] >= LEAST_ALIKE), reverse=True):
        if before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return tuple((olds[before], news[after]) for before, after in sorted(found.items()))


def _words(account: Account, claims: Sequence[ClaimId]) -> dict[ClaimId, frozenset[str]]:
    """The words of each claim, in document order."""
    texts = {p.id: p.document.text for p in account.publications}
    wanted = set(claims)
    held = [c for c in account.reviewed.standing if c.id in wanted]
    return {c.id: frozenset(word for part in c.content for word in part.text_of(texts[c.document]).split()) for c in held}


def _alike(some: frozenset[str], others: frozenset[str]) -> float:
    return 2 * len(some & others) / max(1, len(some) + len(others))
