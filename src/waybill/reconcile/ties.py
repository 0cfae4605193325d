"""A figure and what is said of it elsewhere: what the detail adds, and whether all details of the figure agree on it."""

from collections.abc import Hashable, Sequence

from msgspec import Struct

from waybill.model.claim import Slot
from waybill.model.things import Place
from waybill.model.time import Window
from waybill.reconcile.groups import Pair
from waybill.reconcile.statement import Statement

SLOTS = ("window", "origin", "mode", "vessel", "via", "destination")
"""The slots in which a detail may say more than its figure."""


class Tie(Struct, frozen=True):
    """A figure, a detail or part of it, and which slots all details of the figure agree on."""

    figure: Statement
    detail: Statement
    settled: frozenset[str]


def tied(ties: Sequence[Pair]) -> list[Tie]:
    """Figures with their details, each tie with what all details of its figure agree on."""
    details: dict[str, list[Statement]] = {}
    for figure, detail in ties:
        details.setdefault(figure.claim.id, []).append(detail)
    return [Tie(f, d, _settled(f, details[f.claim.id])) for f, d in ties]


def _settled(figure: Statement, details: Sequence[Statement]) -> frozenset[str]:
    """The slots in which the details, where they say more than the figure, give one value."""
    values = {name: {_value(d, name) for d in details if says_more(figure, d, name)} for name in SLOTS}
    return frozenset(name for name, found in values.items() if len(found) == 1)


def says_more(figure: Statement, detail: Statement, name: str) -> bool:
    """True where the detail fills a slot with what its figure does not say itself: no wider window, no place that is a side."""
    said, own = _slot(detail, name), _slot(figure, name)
    if said is None or said.value is None or (own is not None and own.value == said.value):
        return False
    if isinstance(said.value, Window):
        return not _covers(said.value, figure.window)
    return not isinstance(said.value, Place) or said.value.name not in (detail.supplier, detail.recipient)


def _slot(statement: Statement, name: str) -> Slot[object] | None:
    found: Slot[object] | None = getattr(statement.claim.frame, name)
    return found


def _value(statement: Statement, name: str) -> Hashable:
    """A slot's value as it is compared: a place by its id."""
    slot = _slot(statement, name)
    value = slot.value if slot else None
    return (value.id or value.name) if isinstance(value, Place) else value


def _covers(wide: Window, narrow: Window | None) -> bool:
    """True where the figure's own window lies within the other, which then tells nothing new of it."""
    if not narrow or not narrow.start_earliest or not narrow.end_latest:
        return wide == narrow
    starts = not wide.start_earliest or wide.start_earliest <= narrow.start_earliest
    ends = not wide.end_latest or wide.end_latest >= narrow.end_latest
    return starts and ends
