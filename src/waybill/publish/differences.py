"""What a corrected claim says in place of what the machine read."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.claim import Claim, Frame, Slot, Source
from waybill.model.judgement import Correction
from waybill.publish.meanings import meaning
from waybill.publish.slot_words import amount, when, words_of

INLINE = ("quantity", "item", "window", "origin", "via", "destination", "mode", "stance")
"""What the few words of a claim tell in any case; other corrections are added to them."""

SAYING = ("stance", "kind", "basis")
"""What is corrected besides slots and source."""

NONE = "none"
"""What an empty slot says."""

_READ: dict[str, Callable[[Slot[Any] | None], str]] = {"quantity": amount, "window": when}


class Difference(Struct, frozen=True):
    """One slot, or the source, stance, kind or basis: how it stands now, and how the machine read it; "none" where empty."""

    name: str
    now: str
    read: str


def differences(claim: Claim, machine: Claim) -> tuple[Difference, ...]:
    """Where a claim differs from what the machine read, slots first; () where it was not corrected."""
    if claim == machine:
        return ()
    slots = ((n, getattr(claim.frame, n), getattr(machine.frame, n)) for n in Frame.__struct_fields__)
    found = [_of_slot(name, now, read) for name, now, read in slots if now != read]
    if claim.source != machine.source:
        cued = (claim.cue is not None, machine.cue is not None)
        found.append(Difference("source", who(claim.source, cued[0]), who(machine.source, cued[1])))
    words = ((name, getattr(claim, name), getattr(machine, name)) for name in SAYING)
    return (*found, *(Difference(name, now, read) for name, now, read in words if now != read))


def put(correction: Correction) -> Iterator[tuple[str, str]]:
    """What a correction puts in place, by name, slots first; "none" for what it empties."""
    yield from ((name, _said(name, slot)) for name, slot in correction.frame.filled())
    if correction.source:
        yield "source", who(correction.source, cued=True)
    yield from ((name, words) for name in SAYING if (words := getattr(correction, name)))
    yield from ((name, NONE) for name in correction.emptied)


def machine_read(claim: Claim, machine: Claim) -> str:
    """ "machine read: supplier North Korea, quantity up to 1,000 containers"; "" where nothing was corrected."""
    told = ", ".join(f"{d.name} {d.read}" for d in differences(claim, machine))
    return told and f"machine read: {told}"


def beside(words: str, difference: Difference | None) -> str:
    """Words with what the machine read in their place."""
    if difference is None:
        return words
    told = f"no {difference.name}" if difference.now == NONE else words
    return f"{told} (machine read: {difference.read})"


def who(source: Source | None, cued: bool) -> str:
    """Who says it, as named in the text or as it resolves; `cued` where the text has words for the saying."""
    if source is None:
        return "nobody named" if cued else "the outlet"
    name = source.name or " ".join(source.text.split())
    institution = source.institution
    return f"{name} ({institution})" if institution and institution not in name else name


def slot_words(name: str, slot: Slot[Any] | None) -> str:
    """The words of a slot as a reader likes them; "" where it is empty or inferred."""
    return _READ.get(name, words_of)(slot)


def _of_slot(name: str, now: Slot[Any] | None, read: Slot[Any] | None) -> Difference:
    """Where both have the same words, what they mean tells them apart."""
    words, read_words = _said(name, now), _said(name, read)
    if words != read_words or now is None or read is None or now.value == read.value:
        return Difference(name, words, read_words)
    told = [f"{words} [{meaning(slot.value) or 'open'}]" for slot in (now, read)]
    return Difference(name, told[0], told[1])


def _said(name: str, slot: Slot[Any] | None) -> str:
    """The words of a slot, those of an inferred value among them."""
    return slot_words(name, slot and replace(slot, corrected=slot.corrected or "said")) or NONE
