"""What no sentence says and we put together, in words."""

from collections.abc import Callable, Sequence

from waybill.model.claim import ClaimId, Frame, Slot
from waybill.model.delivery import Join
from waybill.model.judgement import JudgementNumber
from waybill.model.things import Place
from waybill.reconcile.groups import Pair
from waybill.reconcile.phrases import days, number
from waybill.reconcile.rulings import NO_RULINGS, Rulings
from waybill.reconcile.sameness import is_figure
from waybill.reconcile.statement import Statement
from waybill.reconcile.ties import SLOTS, Tie, says_more, tied
from waybill.reference.nearness import leg


def joins(ties: Sequence[Pair], ruled: Rulings = NO_RULINGS) -> tuple[Join, ...]:
    """The joins that tie details and parts to figures: times first, then where from, then parts, then the way and where to.

    A value that the figure's own sentence states as well needs no join, nor does a window that is wider than its own, nor a
    place that is no more than a side of the line; the day on which a part was seen is not joined to the whole. Where the
    details of one figure differ in a slot (two ships, two ports), nothing tells which of them holds for all of it: only that
    they speak of it is joined. Details that say the same share a join.

    A join that an analyst split for a detail is not made with it; where that leaves the detail without any, it is only joined
    that they speak of the same. One that she accepted is listed by itself, with her judgement.
    """
    found: dict[tuple[ClaimId, str, JudgementNumber | None], list[ClaimId]] = {}
    for tie, says in _worded(tied(ties), ruled):
        accepted = ruled.on(says, tie.detail.claim.id, tie.figure.claim.id)
        key = (tie.figure.claim.id, says, accepted.judgement if accepted else None)
        found.setdefault(key, [tie.figure.claim.id]).append(tie.detail.claim.id)
    return tuple(Join(says, tuple(claims), judged) for (_, says, judged), claims in found.items())


def _worded(known: Sequence[Tie], ruled: Rulings) -> list[tuple[Tie, str]]:
    """Each tie in every wording that holds for it and was not split."""
    wordings = (_when, _from, _part, _way, _unsettled, _capacity)
    made = [(tie, says) for wording in wordings for tie in known if (says := wording(tie))]
    kept = [(tie, says) for tie, says in made if not _denied(tie, says, ruled)]
    bare = {_place(tie) for tie, _ in made} - {_place(tie) for tie, _ in kept}
    same = [(tie, _speaks_of_the_same(tie)) for tie in known if _place(tie) in bare]
    return kept + [(tie, says) for tie, says in same if not _denied(tie, says, ruled)]


def _place(tie: Tie) -> tuple[ClaimId, ClaimId]:
    return tie.figure.claim.id, tie.detail.claim.id


def _denied(tie: Tie, says: str, ruled: Rulings) -> bool:
    return ruled.denies(says, tie.detail.claim.id, tie.figure.claim.id)


def amount(statement: Statement) -> str:
    """ "1,000" of "up to 1,000 containers"; where there is not exactly one number, all the words of the amount."""
    quantity, slot = statement.quantity, statement.claim.frame.quantity
    if quantity and len(quantity.numbers) == 1:
        return number(quantity.numbers[0])
    return slot.text if slot else ""


def _all(figure: Statement) -> str:
    quantity = figure.quantity
    return f"all {amount(figure)}" if quantity and len(quantity.numbers) == 1 else f"all of the {amount(figure)}"


def _new(tie: Tie, name: str) -> bool:
    return name in tie.settled and says_more(tie.figure, tie.detail, name)


def _when(tie: Tie) -> str | None:
    slot = tie.detail.claim.frame.window
    if not slot or not slot.value or is_figure(tie.detail) or not _new(tie, "window"):
        return None
    words = days(slot.value) or f'"{slot.text}"'
    return f"{_all(tie.figure)} moved {words}"


def _from(tie: Tie) -> str | None:
    origin = tie.detail.claim.frame.origin
    return f"{_all(tie.figure)} left from {_named(origin)}" if origin and _new(tie, "origin") else None


def _way(tie: Tie) -> str | None:
    steps = " ".join(_WAYS[name](tie.detail.claim.frame) for name in _WAYS if _new(tie, name))
    return f"{_all(tie.figure)} went {steps}" if steps else None


def _by(frame: Frame) -> str:
    return f"by {' and '.join(frame.mode.value)}" if frame.mode and frame.mode.value else ""


def _aboard(frame: Frame) -> str:
    vessel = frame.vessel.value if frame.vessel else None
    return f"aboard {vessel.name or (frame.vessel.text if frame.vessel else '')}" if vessel else ""


def _named(place: Slot[Place] | None) -> str:
    """A place as the text names it."""
    if not place or not place.value:
        return ""
    return place.text or place.value.name


def _unsettled(tie: Tie) -> str | None:
    more = [name for name in SLOTS if says_more(tie.figure, tie.detail, name) and name not in tie.settled]
    return _speaks_of_the_same(tie) if more else None


def _speaks_of_the_same(tie: Tie) -> str:
    return f"they speak of the same {amount(tie.figure)}"


def _capacity(tie: Tie) -> str | None:
    slot = tie.detail.claim.frame.quantity
    if not slot or not slot.value or slot.value.measure != "capacity":
        return None
    return f"the {amount(tie.figure)} could hold {slot.text}"


def _part(tie: Tie) -> str | None:
    return f"the {amount(tie.detail)} belong to the {amount(tie.figure)}" if is_figure(tie.detail) else None


_WAYS: dict[str, Callable[[Frame], str]] = {
    "mode": _by,
    "vessel": _aboard,
    "via": lambda frame: leg("via", _named(frame.via)),
    "destination": lambda frame: leg("to", _named(frame.destination)),
}
