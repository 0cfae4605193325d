"""What is denied, planned or asked: the movement it is shown beside."""

from collections.abc import Iterable, Iterator, Sequence

from waybill.reconcile.groups import Groups, Pair
from waybill.reconcile.hands import Hands
from waybill.reconcile.sameness import agree
from waybill.reconcile.statement import STANDS_BEHIND, Statement


def shown(told: Sequence[Statement], firm: Sequence[Statement], groups: Groups, hands: Hands) -> Iterator[Pair]:
    """What is denied, planned or asked, each with the statement it is shown beside; `firm` are already in their groups.

    What follows another by an analyst's hand is left to her.

    That is what it agrees with, failing that the nearest of its text, failing that the line's only movement. A plan with
    particulars of its own is then apart; all else goes with what is said without particulars.
    """
    held = {s.claim.id for s in told}
    others = [s for s in told if not s.firm and not (s.retelling and s.retelling.of in held) and not hands.follows(s)]
    plans = [s for s in others if is_plan(s)]
    only = firm[:1] if len({groups.head(s) for s in firm}) == 1 else []
    nowhere = _without_particulars(firm, groups)
    for statement in others:
        beside = _agreeing_or_near(statement, firm) or _agreeing_plan(statement, plans)
        if beside:
            yield beside, statement
        elif not is_plan(statement):
            nowhere.append(statement)
            yield (*only, *nowhere)[0], statement


def is_plan(statement: Statement) -> bool:
    """True where somebody says how much will move, or when or how it will."""
    return not statement.firm and statement.telling and statement.claim.stance in STANDS_BEHIND


def nearest(statement: Statement, others: Iterable[Statement]) -> Statement | None:
    """The last one before the statement, else the first one after it."""
    apart = [o for o in others if o is not statement]
    before = [o for o in apart if o.place <= statement.place]
    return max(before, key=lambda s: s.place) if before else min(apart, key=lambda s: s.place, default=None)


def _agreeing_or_near(statement: Statement, others: Sequence[Statement]) -> Statement | None:
    agreeing = next((s for s in others if agree(s, statement)), None)
    return agreeing or nearest(statement, [s for s in others if s.claim.document == statement.claim.document])


def _agreeing_plan(statement: Statement, plans: Sequence[Statement]) -> Statement | None:
    """For a plan the first that agrees with it, for a reply also the nearest of its text."""
    if not is_plan(statement):
        return _agreeing_or_near(statement, plans)
    return next((p for p in plans if p is not statement and agree(p, statement)), None)


def _without_particulars(firm: Sequence[Statement], groups: Groups) -> list[Statement]:
    heads = {groups.head(s) for s in firm if s.telling}
    return [s for s in firm if groups.head(s) not in heads]
