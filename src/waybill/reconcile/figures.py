"""Statements to limits: how much of what came, at least or at most, in which days."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.quantity import Quantity
from waybill.model.time import Window
from waybill.reconcile.flow import Limit
from waybill.reconcile.goods import Goods, goods_of
from waybill.reconcile.statement import NOT_DELIVERED, Statement
from waybill.reconcile.tolerance import interval

LAG_D = 3
"""A count "since" a day ended at most so many days before it was published: our convention, the time it takes to be told."""


class Figure(Struct, frozen=True):
    """What one statement says of a count, each a limit or None.

    `floor` and `ceiling` are what it states; `whole` bounds from above what it gives as an amount, if that is all that moved.
    `counted` is False where the floor is no more than our reading of words without such a number ("dozens", "nearly 500").
    `most` is what its words allow at most, None where they bound nothing. `begun` is True where the limit from above begins on
    a day that its originator names elsewhere.
    """

    statement: Statement
    goods: Goods
    floor: Limit | None
    ceiling: Limit | None
    whole: Limit | None
    counted: bool
    most: float | None
    begun: bool = False


def figures(told: Sequence[Statement]) -> dict[str, list[Figure]]:
    """The figures of what is said to have moved, by unit in its order: asserted or hedged, no rate, no capacity, not changed or
    come round as it was retold, of no stage before anything left.

    A count up to a day that names no start began no later than the latest start that its originator names for the same goods.
    """
    counts = [
        (s, s.quantity, s.quantity.unit, goods_of(s))
        for s in told
        if s.quantity and s.quantity.unit and moved(s) and not _came_round(s)
    ]
    latest: dict[Hashable, date] = {}
    for statement, _, unit, goods in counts:
        if statement.window and statement.window.start_latest:
            series = (statement.originator, unit, goods)
            latest[series] = max(latest.get(series, date.min), statement.window.start_latest)
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for statement, quantity, unit, goods in counts:
        found[unit].append(_figure(statement, quantity, goods, latest.get((statement.originator, unit, goods))))
    return {unit: found[unit] for unit in sorted(found)}


def moved(statement: Statement) -> bool:
    """True for an amount of what is said to have moved, and did not change as it was retold."""
    quantity = statement.quantity
    return (
        statement.firm
        and statement.claim.kind == "transfer"
        and statement.stage not in NOT_DELIVERED
        and quantity is not None
        and quantity.measure not in ("rate", "capacity")
        and not statement.changed
    )


def _came_round(statement: Statement) -> bool:
    """True where it may be another's figure, come round."""
    return statement.retelling is not None and statement.retelling.circular


def is_so_far(statement: Statement) -> bool:
    """True for a count from a day on that runs until it was put out ("since August")."""
    window = statement.window
    if not window or not window.start_earliest or not window.end_latest or window.end_latest != statement.day:
        return False
    return window.end_earliest == window.start_earliest < window.end_latest


def outer(statement: Statement) -> tuple[date | None, date] | None:
    """The days among which all days of a statement surely lie; it ends when it was put out where it says no end. None where
    neither is known."""
    window = statement.window
    last = (window.end_latest if window else None) or statement.day
    first = window.start_earliest if window else None
    return (first if first and last and first <= last else None, last) if last else None


def inner(statement: Statement) -> tuple[date, date] | None:
    """The days that surely are all among the days of a statement; None where its beginning or its end is open."""
    window = statement.window
    first, last = (window.start_latest, _surely_until(statement, window)) if window else (None, None)
    return (first, last) if first and last and first <= last else None


def _surely_until(statement: Statement, window: Window) -> date | None:
    if is_so_far(statement) and statement.day:
        return statement.day - timedelta(days=LAG_D)
    return window.end_earliest


def _figure(statement: Statement, quantity: Quantity, goods: Goods, latest: date | None) -> Figure:
    """`latest` is the latest start that the originator names for the goods."""
    slot, wide, narrow = statement.claim.frame.quantity, outer(statement), inner(statement)
    begun = _begun(statement, latest) if narrow is None else None
    days = narrow or begun
    allowed = interval(slot) if slot else None
    least = (allowed.low if allowed and statement.least else None) or 0.0
    floor = Limit(*wide, least, False, statement.claim.id) if wide else None
    most = allowed.high if allowed and statement.most and not quantity.vague else None
    counted = quantity.low is not None and not quantity.vague
    figure = Figure(statement, goods, floor, None, None, counted, most, begun is not None)
    return limited(figure, *days) if days else figure


def limited(figure: Figure, first: date | None, last: date) -> Figure:
    """The figure with what its words say at most as a limit on the days from `first`, None for the beginning, to `last`."""
    quantity = figure.statement.quantity
    if figure.most is None or quantity is None:
        return figure
    above = Limit(first, last, figure.most, True, figure.statement.claim.id)
    return replace(figure, ceiling=above) if is_ceiling(quantity) else replace(figure, whole=above)


def _begun(statement: Statement, latest: date | None) -> tuple[date, date] | None:
    """The inner days of a count up to a day that names no start, if it began by the latest that its originator names."""
    last = up_to_day(statement)
    return (latest, last) if latest and last and latest <= last else None


def up_to_day(statement: Statement) -> date | None:
    """The day up to which a count that names no start surely runs ("by 3 May"); None for any other."""
    window = statement.window
    return window.end_earliest if window and not window.start_earliest and not window.start_latest else None


def is_ceiling(quantity: Quantity) -> bool:
    """True where an upper end is stated: "up to N", a range; an amount that is given has none."""
    return quantity.high is not None and (quantity.modifier == "<" or quantity.low != quantity.high)
