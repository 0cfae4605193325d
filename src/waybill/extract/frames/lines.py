"""Sides a clause leaves unsaid, from the lines its document has already drawn."""

from dataclasses import dataclass, replace

from waybill.extract.frames.naming import same_party
from waybill.model.claim import Frame, Slot
from waybill.model.things import Party

_PRONOUNS = {"it", "its", "they", "them", "their"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A supplier and a recipient that an earlier claim named together."""

    supplier: Slot[Party]
    recipient: Slot[Party]

    @property
    def ends(self) -> tuple[str, str]:
        """The states, or parties of no state, at its ends."""
        return (_state_or_name(self.supplier), _state_or_name(self.recipient))


def _state_or_name(slot: Slot[Party]) -> str:
    return (slot.value.country or slot.value.name) if slot.value is not None else slot.text


def drawn_by(frame: Frame) -> Drawn | None:
    """The line that a frame itself names, or None where a side is open, inferred or unresolved."""
    supplier, recipient = frame.supplier, frame.recipient
    if supplier is None or recipient is None or supplier.value is None or recipient.value is None:
        return None
    return None if supplier.inferred or recipient.inferred else Drawn(supplier, recipient)


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


def known(parties: tuple[Slot[Party], ...], earlier: tuple[Drawn, ...]) -> tuple[Slot[Party], ...]:
    """Those of the parties that stand at an end of an earlier line."""
    return tuple(p for p in parties if any(same_party(p, end) for d in earlier for end in (d.supplier, d.recipient)))


def completed(frame: Frame, dealing: tuple[Slot[Party], ...], earlier: tuple[Drawn, ...]) -> Frame:
    """The frame with its open sides taken from the nearest earlier line that fits what it names; marked inferred.

    `dealing` are the parties the clause names without saying who gives ("talks between A and B"): a line between just these two
    gives the direction. Without a fitting line a named pair is unresolved and other open sides stay None.
    """
    if frame.supplier is not None and frame.recipient is not None:
        return frame
    line = next((d for d in reversed(earlier) if _fits(frame, dealing, d)), None)
    if line is not None:
        return replace(
            frame,
            supplier=frame.supplier or _taken(line.supplier, dealing),
            recipient=frame.recipient or _taken(line.recipient, dealing),
        )
    if len(dealing) == 2 and frame.supplier is None and frame.recipient is None:
        return replace(frame, supplier=_undirected(dealing[0]), recipient=_undirected(dealing[1]))
    return frame


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
    return Slot(None, slot.text, slot.value, inferred="from an earlier statement of this document on the same line")


def _undirected(slot: Slot[Party]) -> Slot[Party]:
    return Slot(slot.span, slot.text, None, unresolved="direction: the words do not say who supplies whom")
