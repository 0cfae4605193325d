"""Which figures of a line cannot all be true: of different originators, or one's own that differ."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from waybill.model.claim import ClaimId
from waybill.model.delivery import Contradiction, ReadAs
from waybill.reconcile.arithmetic import ByClaim, arithmetic, dissolving
from waybill.reconcile.assumed import PLAIN, asked
from waybill.reconcile.conflicts import Conflict, Independent, conflicts, pairs
from waybill.reconcile.figures import Figure
from waybill.reconcile.flow import Limit
from waybill.reconcile.goods import Goods
from waybill.reconcile.statement import Statement

Figures = Mapping[str, Sequence[Figure]]
Taken = tuple[ReadAs, ByClaim]
"""A reading and the figures as it takes them."""


class Disputes(Struct, frozen=True):
    """What contradicts what; `variants` are sets of one originator's, or of one text's in its outlet's own words."""

    contradictions: tuple[Contradiction, ...]
    variants: tuple[Contradiction, ...]

    @property
    def claims(self) -> frozenset[ClaimId]:
        """All claims that stand in a set where nothing is assumed but that amounts are all that moved."""
        sets = (found for found in (*self.contradictions, *self.variants) if found.reading in PLAIN)
        return frozenset(claim for found in sets for claim in found.claims)


def disputes(by_unit: Figures) -> Disputes:
    """The smallest sets of figures of a line that cannot all be true, by unit and reading, those that assume least first.

    Under floors an amount is a limit from below and only what is stated as a ceiling one from above; under totals an amount is
    both, within its tolerance; a pair that needs one more thing assumed is of the reading that assumes it (`asked`). Read out
    of words alone ("dozens") or out of a word and a tolerance alone ("nearly 500" as 450 or more), nothing contradicts
    anything. A ceiling holds for the goods that it names at its stage, and for no others.
    """
    found: list[tuple[Contradiction, bool]] = []
    for unit in by_unit:
        independent = independence(told_by_claim(by_unit[unit]))
        for reading, conflict in _conflicts(by_unit[unit], independent):
            found.append((_worded(unit, reading, conflict), any_independent(independent, conflict)))
    return Disputes(tuple(c for c, apart in found if apart), tuple(c for c, apart in found if not apart))


def independent(some: Statement, other: Statement) -> bool:
    """True where two statements are of different originators, and neither is an outlet's own beside one it reports itself."""
    one_text = some.edition == other.edition and (some.own_voice or other.own_voice)
    return some.originator != other.originator and not one_text


def systems(of_unit: Sequence[Figure], whole: bool) -> Iterator[tuple[Goods, list[Figure], list[Figure]]]:
    """For all goods that a limit from above is on: the figures whose floors count among them, and those whose limits from above
    hold for them. With `whole` amounts limit from above too."""
    by_goods: defaultdict[Goods, list[Figure]] = defaultdict(list)
    for figure in of_unit:
        by_goods[figure.goods].append(figure)
    for goods, own in by_goods.items():
        if any(_above(figure, whole) for figure in own):
            inside = [f for other, held in by_goods.items() if goods.includes(other) for f in held]
            around = [f for other, held in by_goods.items() if other.includes(goods) for f in held if _above(f, whole)]
            yield goods, inside, around


def limits(inside: Sequence[Figure], around: Sequence[Figure], whole: bool) -> list[Limit]:
    """The limits of a system. A floor that rests on no number said is not among them."""
    floors = [f.floor for f in inside if f.floor and f.floor.amount and f.counted]
    return floors + [above for f in around if (above := _above(f, whole))]


def _conflicts(of_unit: Sequence[Figure], independent: Independent) -> Iterator[tuple[Taken, Conflict]]:
    known: set[frozenset[ClaimId]] = set()
    for name, whole, figures in asked(of_unit):
        told = told_by_claim(figures)
        for _, inside, around in systems(figures, whole):
            held = limits(inside, around, whole)
            found = conflicts(held, independent) if name in PLAIN else pairs(held, independent)
            for conflict in found:
                claims = frozenset(limit.claim for limit in conflict)
                if claims not in known:
                    known.add(claims)
                    yield (name, told), conflict


def _above(figure: Figure, whole: bool) -> Limit | None:
    return figure.ceiling or (figure.whole if whole else None)


def independence(told: ByClaim) -> Callable[[ClaimId, ClaimId], bool]:
    """Whether two claims are of different origins."""
    return lambda some, other: independent(told[some].statement, told[other].statement)


def any_independent(independent: Independent, conflict: Conflict) -> bool:
    """True where two claims of a set are of different origins."""
    return any(independent(some.claim, other.claim) for some, other in combinations(conflict, 2))


def told_by_claim(figures: Sequence[Figure]) -> ByClaim:
    """Figures by their claims."""
    return {figure.statement.claim.id: figure for figure in figures}


def _worded(unit: str, reading: Taken, conflict: Conflict) -> Contradiction:
    name, told = reading
    ordered = sorted(conflict, key=lambda m: (not m.upper, m.first or m.last, m.claim))
    claims = tuple(dict.fromkeys(limit.claim for limit in ordered))
    return Contradiction(claims, arithmetic(unit, ordered, told), name, dissolving(name, ordered, told))
