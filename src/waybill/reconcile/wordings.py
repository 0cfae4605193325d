"""One statement in several wordings: which of them its figure rests on."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from itertools import combinations
from math import inf
from typing import NamedTuple, get_args

from msgspec.structs import replace

from waybill.model.claim import ClaimId
from waybill.model.delivery import Wording
from waybill.reconcile.figures import is_ceiling, moved
from waybill.reconcile.goods import goods_of
from waybill.reconcile.groups import Groups, Pair
from waybill.reconcile.sameness import disjoint, numbers
from waybill.reconcile.statement import Statement
from waybill.reconcile.tolerance import interval
from waybill.reference.own_words import Closeness, closeness

NEWS_D = 3
"""Within so many days one originator's telling of a figure is of the same statement: our convention, as for retellings."""

_CREDITING = ("republished", "agency", "via")
"""Kinds of credit that name whom the text is from."""

Edge = tuple[float, bool]

_WHY: dict[Closeness, str] = {
    "own": "the originator's own words are held, and stand",
    "quoted": "what is quoted stands; the paraphrases beside it bound nothing",
    "paraphrased": "only paraphrases are held, and none bounds what another leaves open",
}


class Worded(NamedTuple):
    """The statements of a line as its figures are taken from them, and the wordings that differ."""

    told: tuple[Statement, ...]
    wordings: tuple[Wording, ...]


def worded(told: Sequence[Statement], echoes: Iterable[Statement]) -> Worded:
    """Which of several tellings of one statement its figure rests on, where they bound it otherwise.

    Tellings of one statement are those of one originator with the same figure of what may be the same goods, in one text or put
    out within NEWS_D days of the first. A text that carries another's, or says from whom it has the statement, tells no more
    than that other does, but for a quotation.

    The originator's own text stands before a quotation, a quotation before a paraphrase. Where only paraphrases are held, each
    side is as open as the widest of them: "up to 1,000" beside "more than 1,000" bounds nothing, "1,000" beside "more than
    1,000" is about 1,000 or more. In which order all is given changes nothing but the order of what comes back.
    """
    own = {s.claim.id: s for s in told}
    heard = [_direct(s) for s in echoes if _is_heard(s)]
    alike = _alike([*(_direct(s) if _is_heard(s) else s for s in told), *heard], frozenset(own))
    found = [judged for group in alike if (judged := _judged(group))]
    standing = {s.claim.id: s for group in found for s in group}
    kept = [standing.get(ident, s) for ident, s in own.items()]
    added = [s for group in found for s in group if s.claim.id not in own and _adds(s, [o for o in group if o.claim.id in own])]
    return Worded((*kept, *added), tuple(map(_wording, found)))


def _is_heard(statement: Statement) -> bool:
    """True of what is told again by somebody who may have heard the originator; a quotation may come by way of others."""
    retelling, publication = statement.retelling, statement.publication
    if retelling is None or retelling.circular or statement.copied:
        return False
    publisher, source = (publication.publisher or "").casefold(), statement.claim.source
    credited = any(c.kind in _CREDITING and c.name.casefold() not in publisher for c in publication.credits)
    passed_on = credited or bool(statement.claim.relays) or (source is not None and source.kind == "outlet")
    return not passed_on or _closeness(statement) == "quoted"


def _direct(statement: Statement) -> Statement:
    """As it would be told if nothing else were."""
    return replace(statement, retelling=None)


def _alike(told: Sequence[Statement], own: Set[ClaimId]) -> list[tuple[Statement, ...]]:
    """The tellings of one statement together, where there are several; what is no echo (`own`) holds them together."""
    counts = [s for s in told if s.quantity and s.quantity.numbers and moved(s)]
    groups = Groups()
    for same in _by_figure(counts):
        groups.unite((a, b) for a, b in _near(same) if {a.claim.id, b.claim.id} & own and _may_be_one(a, b))
    return [group for group in groups.all(counts) if len(group) > 1]


def _by_figure(counts: Sequence[Statement]) -> Iterable[list[Statement]]:
    found: defaultdict[Hashable, list[Statement]] = defaultdict(list)
    for statement in counts:
        if quantity := statement.quantity:
            found[(statement.originator, quantity.unit, quantity.measure, numbers(quantity))].append(statement)
    return found.values()


def _near(same: Sequence[Statement]) -> Iterator[Pair]:
    """Pairs put out within NEWS_D days, and pairs of one text without a day."""
    dated = sorted((s for s in same if s.day), key=_day)
    for n, some in enumerate(dated):
        last = _day(some) + NEWS_D
        yield from ((some, other) for other in dated[n + 1 : bisect_right(dated, last, key=_day)])
    undated = [s for s in same if not s.day]
    yield from ((a, b) for a, b in combinations(undated, 2) if a.edition == b.edition)


def _day(statement: Statement) -> int:
    return statement.day.toordinal() if statement.day else 0


def _may_be_one(some: Statement, other: Statement) -> bool:
    return not disjoint(some.window, other.window) and goods_of(some).may_be(goods_of(other))


def _judged(group: Sequence[Statement]) -> tuple[Statement, ...]:
    """The tellings, each with the sides on which its figure bounds; none where all say the same."""
    if len({_edges(s) for s in group}) == 1:
        return ()
    nearest = _nearest(group)
    if nearest != "paraphrased":
        said = {_edges(s) for s in group if _closeness(s) == nearest}
        return tuple(_bounding(s, *2 * (_edges(s) in said,)) for s in group)
    least, most = min(map(_lower, group)), max(map(_upper, group))
    return tuple(_bounding(s, _lower(s) == least, _upper(s) == most) for s in group)


def _nearest(group: Sequence[Statement]) -> Closeness:
    return max(map(_closeness, group), key=get_args(Closeness).index)


def _closeness(statement: Statement) -> Closeness:
    return closeness(statement.claim, statement.publication)


def _adds(echo: Statement, own: Sequence[Statement]) -> bool:
    """True where it bounds a side, and no telling that is no echo says the same as closely."""
    same = any(_edges(s) == _edges(echo) and _closeness(s) == _closeness(echo) for s in own)
    return (echo.least or echo.most) and not same


def _bounding(statement: Statement, least: bool, most: bool) -> Statement:
    """Where words set no bound on a side, they have none there that could stand."""
    low, high = _lower(statement)[0], _upper(statement)[0]
    return replace(statement, least=least and low > -inf, most=most and high < inf)


def _lower(statement: Statement) -> Edge:
    """How far down the words go; of two that go as far, an estimate is less of a floor."""
    allowed = interval(statement.claim.frame.quantity) if statement.claim.frame.quantity else None
    estimate = statement.quantity is not None and statement.quantity.modifier == "~"
    return (-inf if allowed is None or allowed.low is None else allowed.low, not estimate)


def _upper(statement: Statement) -> Edge:
    """How far up the words go; of two that go as far, an amount is less of a ceiling."""
    allowed = interval(statement.claim.frame.quantity) if statement.claim.frame.quantity else None
    amount = statement.quantity is None or not is_ceiling(statement.quantity)
    return (inf if allowed is None or allowed.high is None else allowed.high, amount)


def _edges(statement: Statement) -> tuple[Edge, Edge]:
    return _lower(statement), _upper(statement)


def _wording(group: Sequence[Statement]) -> Wording:
    """The tellings by their words, and which of them stand."""
    nearest, by_words = _nearest(group), defaultdict[str, list[ClaimId]](list)
    for statement in group:
        slot = statement.claim.frame.quantity
        by_words[" ".join(slot.text.casefold().split()) if slot else ""].append(statement.claim.id)
    stands = [s.claim.id for s in group if nearest != "paraphrased" and _closeness(s) == nearest]
    return Wording(tuple((words, tuple(claims)) for words, claims in by_words.items()), tuple(stands), _WHY[nearest])
