"""Sides a clause leaves unsaid, from the lines its document has already drawn."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from waybill.extract.frames.naming import end_of, same_party
from waybill.model.claim import Frame, Slot
from waybill.model.things import Party

T = TypeVar("T")

_PRONOUNS = {"it", "its", "they", "them", "their"}


LEFT = "from the state of the place the goods left"
WENT = "from the state of the place the goods went to"
BEFORE = "from an earlier statement of this document on the same line"
AFTER = "from a later statement of the same sentence on the same line"
ONWARDS = "from the clause right after it on the same movement"
BESIDE = "from the clause on its carrier in the same sentence"
REACH_SENTENCES = 2
"""How many sentences on a statement is still the one spoken of: our convention, its own and the next."""


class Drawn(Struct, frozen=True):
    """A supplier and a recipient that an earlier claim named together, or the places of one did, in which sentence."""

    supplier: Slot[Party]
    recipient: Slot[Party]
    sentence: int = 0

    @property
    def ends(self) -> tuple[str, str]:
        """The states, or parties of no state, at its ends."""
        return (_state_or_name(self.supplier), _state_or_name(self.recipient))


def _state_or_name(slot: Slot[Party]) -> str:
    return end_of(slot.value) if slot.value is not None else slot.text


def drawn_by(frame: Frame, sentence: int = 0) -> Drawn | None:
    """The line that a frame itself names, by parties or by places, or None where a side is open or taken from elsewhere."""
    supplier, recipient = frame.supplier, frame.recipient
    if supplier is None or recipient is None or supplier.value is None or recipient.value is None:
        return None
    return None if {BEFORE, AFTER} & {supplier.inferred, recipient.inferred} else Drawn(supplier, recipient, sentence)


def strays(frame: Frame, earlier: tuple[Drawn, ...]) -> bool:
    """True where a frame names one side, and no earlier line has it there: the text has left those lines."""
    sides = [s for s in (frame.supplier, frame.recipient) if s is not None]
    return len(sides) == 1 and not sides[0].inferred and not any(_fits(frame, (), d) for d in earlier)


def in_return(frame: Frame, earlier: tuple[Drawn, ...]) -> Frame:
    """The frame of what is given "in return", its open side taken from the line it answers; marked inferred."""
    answered = tuple(Drawn(supplier=d.recipient, recipient=d.supplier) for d in earlier)
    return completed(frame, (), answered)


def parallel(frame: Frame, last: Frame | None) -> Frame:
    """The frame with its pronouns read as those of the statement right before it: "it" takes the part that the same side had.

    Only where the pronoun's own reading stands on the other side there, or on neither ("... went to Wagner. It will get more").
    """
    if last is None:
        return frame
    supplier = _as_before(frame.supplier, last.supplier, frame.recipient)
    return replace(frame, supplier=supplier, recipient=_as_before(frame.recipient, last.recipient, supplier))


def _as_before(slot: Slot[Party] | None, before: Slot[Party] | None, other: Slot[Party] | None) -> Slot[Party] | None:
    if slot is None or before is None or before.value is None or slot.text.lower() not in _PRONOUNS:
        return slot
    return slot if same_party(before, other) else replace(slot, value=before.value)


def led_on(frame: Frame, after: Frame) -> Frame:
    """The frame of goods loaded or leaving, with the destination that the clause right after it gives ("were loaded at Najin
    before the ship made for Kazan"); marked inferred."""
    if frame.destination is not None or after.destination is None or after.origin is not None:
        return frame
    return replace(frame, destination=replace(after.destination, span=None, inferred=ONWARDS))


def set_out(frame: Frame, before: Frame) -> Frame:
    """The frame of goods that came somewhere, with the origin that a clause on their carrier gives ("the ship, which had loaded
    at Najin, reached Kazan"); marked inferred."""
    if frame.destination is None or frame.origin is not None or before.origin is None or before.destination is not None:
        return frame
    return replace(frame, origin=replace(before.origin, span=None, inferred=BESIDE))


def called_at(frame: Frame, earlier: tuple[Drawn, ...]) -> Frame:
    """The frame without a recipient that is only the state of a port where, by the lines drawn, the goods come from: a ship
    that calls there fetches them."""
    side = frame.recipient
    if side is None or side.inferred != WENT or frame.supplier is not None:
        return frame
    gives = any(same_party(side, d.supplier) for d in earlier)
    return replace(frame, recipient=None) if gives and not any(same_party(side, d.recipient) for d in earlier) else frame


def foretold(frame: Frame, later: Iterable[Frame]) -> Frame:
    """The frame with both its open sides from the first line told later in its sentence; marked inferred."""
    line = next((line for told in later if (line := drawn_by(told)) is not None), None)
    if line is None or frame.supplier is not None or frame.recipient is not None:
        return frame
    supplier, recipient = (replace(slot, span=None, inferred=AFTER) for slot in (line.supplier, line.recipient))
    return replace(frame, supplier=supplier, recipient=recipient)


def known(parties: tuple[Slot[Party], ...], earlier: tuple[Drawn, ...]) -> tuple[Slot[Party], ...]:
    """Those of the parties that stand at an end of an earlier line."""
    return tuple(p for p in parties if any(same_party(p, end) for d in earlier for end in (d.supplier, d.recipient)))


def continued(frame: Frame, before: Frame | None) -> Frame:
    """The frame of what goes on with the movement told right before it: its open way, time and stage are its; what came
    somewhere ("It left Najin. It reached Kazan.") has its origin and ship."""
    if before is not None and frame.destination and not frame.origin and before.origin and not before.destination:
        return replace(frame, origin=_carried_on(before.origin), vessel=frame.vessel or _carried_on(before.vessel))
    if before is None or frame.origin or frame.via or frame.destination:
        return frame
    return replace(
        frame,
        origin=_carried_on(before.origin),
        destination=_carried_on(before.destination),
        window=frame.window or _carried_on(before.window),
        stage=_carried_on(before.stage) if frame.stage and frame.stage.value == "unspecified" else frame.stage,
    )


def _carried_on(slot: Slot[T] | None) -> Slot[T] | None:
    return (
        None if slot is None else replace(slot, span=None, inferred="from the statement right before it on the same movement")
    )


def completed(frame: Frame, dealing: tuple[Slot[Party], ...], earlier: tuple[Drawn, ...], sentence: int = 0) -> Frame:
    """The frame with its open sides taken from the nearest earlier line that fits what it names; marked inferred.

    `dealing` are the parties the clause names without saying who gives ("talks between A and B"): a line between just these two
    gives the direction. Of several fitting lines only one told in this sentence or the one before is taken. Without a
    fitting line a named pair is unresolved and other open sides stay None.
    """
    if frame.supplier is not None and frame.recipient is not None:
        return frame
    fitting = [d for d in earlier if _fits(frame, dealing, d)]
    line = fitting[-1] if fitting else None
    if line is not None and (not _ambiguous(frame, fitting) or sentence - line.sentence < REACH_SENTENCES):
        return replace(
            frame,
            supplier=frame.supplier or _taken(line.supplier, dealing),
            recipient=frame.recipient or _taken(line.recipient, dealing),
        )
    if len(dealing) == 2 and frame.supplier is None and frame.recipient is None:
        return replace(frame, supplier=_undirected(dealing[0]), recipient=_undirected(dealing[1]))
    return frame


def _ambiguous(frame: Frame, fitting: list[Drawn]) -> bool:
    """True where one side is named and the lines that fit it have different states at the other."""
    if (frame.supplier is None) == (frame.recipient is None):
        return False
    others = [d.recipient if frame.recipient is None else d.supplier for d in fitting]
    return len({(o.value.country or o.value.name) if o.value is not None else o.text for o in others}) > 1


def _fits(frame: Frame, dealing: tuple[Slot[Party], ...], line: Drawn) -> bool:
    if frame.supplier is not None:
        return same_party(frame.supplier, line.supplier)
    if frame.recipient is not None:
        return same_party(frame.recipient, line.recipient)
    return all(same_party(d, line.supplier) or same_party(d, line.recipient) for d in dealing)


def _taken(slot: Slot[Party], dealing: tuple[Slot[Party], ...]) -> Slot[Party]:
    named = next((d for d in dealing if same_party(d, slot)), None)
    if named is not None:
        return replace(named, inferred=None)
    return Slot(None, slot.text, slot.value, inferred=BEFORE)


def _undirected(slot: Slot[Party]) -> Slot[Party]:
    return Slot(slot.span, slot.text, None, unresolved="direction: the words do not say who supplies whom")
