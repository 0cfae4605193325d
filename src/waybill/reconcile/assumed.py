"""The readings under which figures are asked whether they can all be true, from the least that is assumed to the most."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from waybill.model.claim import Stage
from waybill.model.delivery import ReadAs
from waybill.reconcile.limits import Figure, limited, up_to_day


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
    yield from (Asked("stages", True, at_one) for at_one in _stages(asserted))
    alike = tuple(_from_the_beginning(f) for f in asserted)
    if alike != asserted:
        yield Asked("starts", True, alike)
    if len(asserted) < len(of_unit):
        yield Asked("hedged", True, tuple(of_unit))


def _stages(asserted: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """For every stage named the figures at it, with those that name none taken as being at it too."""
    unsaid: list[Stage] = ["unspecified"]
    if any(f.goods.stage in unsaid for f in asserted):
        for stage in sorted({f.goods.stage for f in asserted}.difference(unsaid)):
            yield tuple(_at(stage, f) for f in asserted if f.goods.stage in (stage, *unsaid))


def _at(stage: Stage, figure: Figure) -> Figure:
    return replace(figure, goods=replace(figure.goods, stage=stage))


def _from_the_beginning(figure: Figure) -> Figure:
    """A count up to a day that names no start, taken to begin where all such do."""
    last = up_to_day(figure.statement)
    return limited(figure, None, last) if last else figure
