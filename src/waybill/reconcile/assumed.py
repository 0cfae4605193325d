"""The readings under which figures are asked whether they can all be true, from the least that is assumed to the most."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from waybill.model.delivery import ReadAs
from waybill.reconcile.figures import Figure, limited, up_to_day
from waybill.reconcile.goods import UNSAID, Goods

PLAIN: frozenset[ReadAs] = frozenset({"floors", "totals"})
"""Readings that assume nothing but what an amount is."""


class Asked(NamedTuple):
    """The figures of a unit as a reading takes them; with `whole` an amount is all that moved."""

    reading: ReadAs
    whole: bool
    figures: tuple[Figure, ...]


def asked(of_unit: Sequence[Figure]) -> Iterator[Asked]:
    """One after another: floors and totals of what is asserted, then totals with one thing assumed that nobody says.

    A reading that would change nothing is left out.
    """
    asserted = tuple(f for f in of_unit if f.statement.claim.stance == "asserted")
    yield Asked("floors", False, asserted)
    yield Asked("totals", True, asserted)
    yield from (Asked("unsaid", True, alike) for alike in _of_one_kind(asserted))
    alike = tuple(_from_the_beginning(f) for f in asserted)
    if alike != asserted:
        yield Asked("starts", True, alike)
    if len(asserted) < len(of_unit):
        yield Asked("hedged", True, tuple(of_unit))


def _of_one_kind(asserted: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """For all goods that a limit from above is on, at each stage: these limits, and the floors that may count those goods."""
    stages = sorted({f.goods.stage for f in asserted} - {UNSAID}) or [UNSAID]
    bounded = dict.fromkeys(f.goods for f in asserted if f.ceiling or f.whole)
    kinds = dict.fromkeys(replace(g, stage=s) for g in bounded for s in stages if g.stage in (s, UNSAID))
    for goods in kinds:
        alike = [f for f in asserted if f.goods.may_be(goods)]
        if any(f.goods != goods for f in alike):
            yield tuple(_as(goods, f) for f in alike)


def _as(goods: Goods, figure: Figure) -> Figure:
    """A figure as one of these goods; one that names others, or none, bounds them from below alone."""
    if replace(figure.goods, stage=goods.stage) == goods:
        return replace(figure, goods=goods)
    return replace(figure, goods=goods, ceiling=None, whole=None)


def _from_the_beginning(figure: Figure) -> Figure:
    """A count up to a day that names no start, taken to begin where all such do."""
    last = up_to_day(figure.statement)
    return limited(figure, None, last) if last else figure
