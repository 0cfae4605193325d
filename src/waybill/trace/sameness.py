"""When a later statement is an earlier one said again."""

from waybill.trace.figures import (
    TELLING_FIGURE,
    disjoint,
    is_round,
    largest,
    numbers,
    rounds,
    same_days,
    same_figure,
    same_unit,
)
from waybill.trace.same_unnamed import noun
from waybill.trace.telling import Telling, told_before
from waybill.trace.wording import likeness

LIKE = 0.5
"""From this Jaccard similarity of content words on, two statements of one originator are one: our convention."""

SAME_NEWS_DAYS = 3
"""Within so many days a larger figure of the same originator is the same news retold, later an update: our convention."""

_FAMILY = {"purchase": "transfer", "aid": "transfer"}
"""Kinds that retellings take for each other."""

_NAMELESS = frozenset({"unnamed", "crowd"})
"""Kinds of voices that only the text they stand in tells apart."""

_FIRM = frozenset({"asserted", "hedged"})


def repeats_own(first: Telling, later: Telling) -> bool:
    """True where a later publication repeats a statement of the same originator.

    The figure, or failing one most of the content words, are the same; a figure that is not round may have changed its unit
    (76 crates to 76 drones). A larger figure with another window, or days later without one, is an update and repeats
    nothing.
    """
    return (
        first.voice.id == later.voice.id
        and first.edition != later.edition
        and told_before(first, later)
        and _may_be_one(first, later)
        and _same_matter(first, later)
    )


def is_reported(first: Telling, later: Telling) -> bool:
    """True where a later text says that an outlet reported what that outlet's text has somebody say.

    That text is held, or passed on by another that is. Unnamed officials whom the outlet is said to cite are the officials of
    its text; a named source is itself.
    """
    relays = {relay.id for relay in later.relays} if _may_be_speaker(first, later) else set()
    cited = {later.voice.id, *relays}
    return (
        not cited.isdisjoint(first.houses)
        and first.edition != later.edition
        and (told_before(first, later) if later.own_voice else not told_before(later, first))
        and _may_be_one(first, later)
        and _same_matter(first, later)
    )


def _may_be_speaker(first: Telling, later: Telling) -> bool:
    """True where both name the same speaker, or the later one a speaker without a name who may be the first one's."""
    one, other = first.claim.source, later.claim.source
    nameless = bool(one and other and later.voice.kind in _NAMELESS and noun(one.text) == noun(other.text))
    return nameless or first.voice.id == later.voice.id


def borrows(first: Telling, later: Telling) -> bool:
    """True where another originator later gives the very same figure, or the same in fewer digits, and names no basis.

    "200 to 300" is not 300 in fewer digits.
    """
    same = _same_count(first, later) or (_rounded(first, later) and len(_figures(first)) == len(_figures(later)) == 1)
    return _of_another(first, later) and told_before(first, later) and same


def may_repeat_another(later: Telling) -> bool:
    """False where a telling neither `borrows` nor `is_cited`, whatever came before it."""
    return later.claim.origin_claim is not None or (later.claim.basis == "none" and later.claim.stance in _FIRM)


def repeats_beside(first: Telling, later: Telling) -> bool:
    """True where an outlet's own voice says what the same text attributes to somebody: a headline, a summary."""
    beside = first.edition == later.edition and later.own_voice and not first.own_voice
    return beside and _of_another(first, later) and (_same_count(first, later) or _alike(first, later))


def is_cited(first: Telling, later: Telling) -> bool:
    """True where a table of claims says that the later one was taken from the first: by its id, or by who says it."""
    cited, source = later.claim.origin_claim, first.claim.source
    if not cited or first.claim.id == later.claim.id or told_before(later, first):
        return False
    named = source is not None and source.text.casefold() in cited.casefold() and _same_count(first, later)
    return cited == first.claim.id or (named and _may_be_one(first, later))


def _of_another(first: Telling, later: Telling) -> bool:
    return (
        later.claim.basis == "none"
        and (first.claim.stance in _FIRM or _could_hold(first))
        and later.claim.stance in _FIRM
        and first.voice.id != later.voice.id
        and _may_be_one(first, later)
        and _same_act(first, later)
    )


def _may_be_one(first: Telling, later: Telling) -> bool:
    """True where neither stance, sides nor windows keep them apart."""
    stances = {first.claim.stance, later.claim.stance}
    return (
        (len(stances) == 1 or stances <= _FIRM or (_could_hold(first) and later.claim.stance in _FIRM))
        and _may_be_side(first.sides[0], later.sides[0])
        and _may_be_side(first.sides[1], later.sides[1])
        and not disjoint(first.window, later.window)
    )


def _could_hold(telling: Telling) -> bool:
    """True of what containers could hold, if they were filled: it is retold as what they held."""
    quantity = telling.quantity
    return telling.claim.stance == "conditional" and quantity is not None and quantity.measure == "capacity"


def _may_be_side(some: str | None, other: str | None) -> bool:
    return some is None or other is None or some == other


def _same_matter(first: Telling, later: Telling) -> bool:
    if not first.quantity or not later.quantity:
        return _alike(first, later) and _same_act(first, later)
    if same_figure(first.quantity, later.quantity):
        same = _same_count(first, later) or _same_precise_figure(first, later)
        return _alike(first, later) or (same and _same_act(first, later))
    if _rounded(first, later):
        return _same_act(first, later)
    return _alike(first, later) and _same_act(first, later) and _same_news(first, later)


def _same_news(first: Telling, later: Telling) -> bool:
    """True where another figure is a slip in retelling rather than an update: a cumulative count may only have grown."""
    if not first.quantity or not later.quantity or not same_unit(first.quantity, later.quantity):
        return False
    if first.window and later.window:
        return same_days(first.window, later.window)
    days = (later.day - first.day).days if first.day and later.day else 0
    return largest(later.quantity) < largest(first.quantity) or days <= SAME_NEWS_DAYS


def _same_count(first: Telling, later: Telling) -> bool:
    """True where both give the same figure of the same things, and one too large to agree by chance."""
    mine, yours = first.quantity, later.quantity
    if not mine or not yours or largest(mine) < TELLING_FIGURE or first.vague or later.vague:
        return False
    return same_figure(mine, yours) and same_unit(mine, yours)


def _same_precise_figure(first: Telling, later: Telling) -> bool:
    """True where both give a figure of two or more significant digits, which hardly comes up twice for different things."""
    mine, yours = first.quantity, later.quantity
    if not mine or not yours or first.vague or later.vague:
        return False
    return numbers(mine) == numbers(yours) and largest(mine) >= TELLING_FIGURE and not is_round(largest(mine))


def _rounded(first: Telling, later: Telling) -> bool:
    """True where the later figure is the first one in fewer digits; a larger one only within days, as counts grow."""
    mine, yours = first.quantity, later.quantity
    if not mine or not yours or not first.day or not later.day or first.vague or later.vague or not same_unit(mine, yours):
        return False
    no_growth = largest(yours) <= largest(mine) or (later.day - first.day).days <= SAME_NEWS_DAYS
    return no_growth and largest(mine) >= TELLING_FIGURE and rounds(largest(mine), largest(yours))


def _figures(telling: Telling) -> tuple[float, ...]:
    return numbers(telling.quantity) if telling.quantity else ()


def _alike(first: Telling, later: Telling) -> bool:
    return likeness(first.content, later.content) >= LIKE


def _same_act(first: Telling, later: Telling) -> bool:
    """True where both tell of the same kind of act, or where retelling takes one for the other.

    What could be held becomes what was sent, and what is fired a day what is made a day.
    """
    mine, yours = first.quantity, later.quantity
    if mine and yours and (mine.measure == "capacity" or mine.measure == yours.measure == "rate"):
        return True
    return _family(first) == _family(later)


def _family(telling: Telling) -> str:
    return _FAMILY.get(telling.claim.kind, telling.claim.kind)
