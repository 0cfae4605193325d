"""Whether a claim is still read as it was."""

from collections.abc import Hashable, Iterator, Sequence

from msgspec.structs import fields

from waybill.model.claim import Claim, Frame, Slot, Source
from waybill.model.quantity import Quantity
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window

SLOTS = tuple(f.name for f in fields(Frame))
"""The names of a frame's slots, in their order."""


def same_reading(then: Claim, now: Claim) -> bool:
    """True where both say the same by the same: every slot, stance, kind, basis and source."""
    return not any(differences(then, [now])) and not any(differences(now, [then]))


def differences(then: Claim, now: Sequence[Claim]) -> Iterator[str]:
    """What was read and is in none of the present readings, in words: 'quantity ("1,000 shells", now "2,000 shells")'.

    What has been read besides is no difference, nor are other spans, nor another radius of the same place.
    """
    for name in ("stance", "kind"):
        if getattr(then, name) not in [getattr(claim, name) for claim in now]:
            yield f"{name} ({getattr(then, name)}, now {getattr(now[0], name)})"
    if then.basis not in ("none", *(claim.basis for claim in now)):
        yield f"basis ({then.basis}, now {now[0].basis})"
    if not any(_same_source(then.source, claim.source) for claim in now):
        yield f"source ({_named(then.source)}, now {_named(now[0].source)})"
    for name in SLOTS:
        said = meaning(slot_of(then, name))
        if said is not None and said not in [meaning(slot_of(claim, name)) for claim in now]:
            yield f"{name} ({_quoted(slot_of(then, name))}, now {_quoted(slot_of(now[0], name))})"


def slot_of(claim: Claim, name: str) -> Slot[object] | None:
    """The slot of that name."""
    found: Slot[object] | None = getattr(claim.frame, name)
    return found


def meaning(slot: Slot[object] | None) -> Hashable:
    """What tells a value from another: a party's name, a place's id, the bounds of an amount; None where nothing is settled."""
    value = slot.value if slot else None
    match value:
        case Party():
            return value.name
        case Place():
            return value.id or value.name.casefold()
        case Item():
            return (value.item_class or value.name.casefold(), value.calibre_mm)
        case Quantity():
            return (value.low, value.high, value.unit, value.measure)
        case Window():
            days = (value.start_earliest, value.start_latest, value.end_earliest, value.end_latest)
            return days if any(days) else value.edtf
        case Vessel():
            return value.imo or value.name
        case Hashable():
            return value
    return None


def _same_source(then: Source | None, now: Source | None) -> bool:
    """True where the same speaks for the same: who was not known by name or office then may be now."""
    if then is None or now is None:
        return then is now
    who = now.name == then.name if then.name else now.text == then.text or now.institution == then.institution is not None
    return who and then.institution in (None, now.institution)


def _named(source: Source | None) -> str:
    if source is None:
        return "the outlet"
    who = source.name or source.text
    return f"{who} ({source.institution})" if source.institution and source.institution not in who else who


def _quoted(slot: Slot[object] | None) -> str:
    return f'"{" ".join(slot.text.split())}"' if slot else "nothing"
