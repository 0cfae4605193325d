"""What no sentence says and we put together, in words."""

from collections.abc import Callable, Iterator, Sequence

from waybill.model.claim import Mode, Slot
from waybill.model.delivery import Join
from waybill.model.things import Place
from waybill.model.time import Window
from waybill.reconcile.groups import Pair
from waybill.reconcile.phrases import days, number
from waybill.reconcile.sameness import is_figure
from waybill.reconcile.statement import Statement

Wording = Callable[[Statement, Statement], str | None]


def joins(ties: Sequence[Pair]) -> tuple[Join, ...]:
    """The joins that tie details and parts to a figure: times first, then where from, by which way and where to, then parts.

    A value that the figure's own sentence states as well needs no join, nor does a window that is wider than its own.
    """
    return tuple(
        Join(says, (figure.claim.id, detail.claim.id))
        for wording in (_when, _from, _way, _capacity, _part)
        for figure, detail in ties
        if (says := wording(figure, detail))
    )


def amount(statement: Statement) -> str:
    """ "1,000" of "up to 1,000 containers"; where there is not exactly one number, all the words of the amount."""
    quantity, slot = statement.quantity, statement.claim.frame.quantity
    if quantity and len(quantity.numbers) == 1:
        return number(quantity.numbers[0])
    return slot.text if slot else ""


def _all(figure: Statement) -> str:
    quantity = figure.quantity
    return f"all {amount(figure)}" if quantity and len(quantity.numbers) == 1 else f"all of the {amount(figure)}"


def _when(figure: Statement, detail: Statement) -> str | None:
    slot = detail.claim.frame.window
    if not slot or not slot.value or _covers(slot.value, figure.window):
        return None
    return f"{_all(figure)} moved {days(slot.value) or _quoted(slot)}"


def _quoted(slot: Slot[Window]) -> str:
    return f'"{slot.text}"'


def _covers(wide: Window, narrow: Window | None) -> bool:
    """True where the figure's own window lies within the other, which then tells nothing new of it."""
    if not narrow or not narrow.start_earliest or not narrow.end_latest:
        return wide == narrow
    starts = not wide.start_earliest or wide.start_earliest <= narrow.start_earliest
    ends = not wide.end_latest or wide.end_latest >= narrow.end_latest
    return starts and ends


def _from(figure: Statement, detail: Statement) -> str | None:
    origin = detail.claim.frame.origin
    if not origin or not detail.says_where(origin) or _states(figure.claim.frame.origin, origin):
        return None
    return f"{_all(figure)} left from {_named(origin)}"


def _named(place: Slot[Place]) -> str:
    """A place as the text names it; one that is inferred by its name."""
    return place.text if place.span or not place.value else place.value.name


def _way(figure: Statement, detail: Statement) -> str | None:
    steps = list(_steps(figure, detail))
    return f"{_all(figure)} went {' '.join(steps)}" if steps else None


def _steps(figure: Statement, detail: Statement) -> Iterator[str]:
    own, said = figure.claim.frame, detail.claim.frame
    if said.mode and said.mode.value and not _states(own.mode, said.mode):
        yield f"by {_modes(said.mode.value)}"
    if said.vessel and said.vessel.value and not _states(own.vessel, said.vessel):
        yield f"aboard {said.vessel.value.name or said.vessel.text}"
    if said.via and detail.says_where(said.via) and not _states(own.via, said.via):
        yield f"via {_named(said.via)}"
    if said.destination and detail.says_where(said.destination) and not _states(own.destination, said.destination):
        yield f"to {_named(said.destination)}"


def _modes(modes: Sequence[Mode]) -> str:
    return " and ".join(modes)


def _states(own: Slot[object] | None, said: Slot[object]) -> bool:
    return own is not None and own.value == said.value


def _capacity(figure: Statement, detail: Statement) -> str | None:
    slot = detail.claim.frame.quantity
    if not slot or not slot.value or slot.value.measure != "capacity":
        return None
    return f"the {amount(figure)} could hold {slot.text}"


def _part(figure: Statement, part: Statement) -> str | None:
    return f"the {amount(part)} belong to the {amount(figure)}" if is_figure(part) else None
