"""Claims that repeat earlier ones."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.claim import Frame, Slot
from waybill.model.things import Place
from waybill.model.trace import Retelling
from waybill.trace.drift import drifts
from waybill.trace.figures import same_figure
from waybill.trace.firsts import Firsts
from waybill.trace.houses import owning_credit
from waybill.trace.sameness import borrows, is_cited, is_reported, may_repeat_another, repeats_beside, repeats_own
from waybill.trace.telling import Telling, told_before
from waybill.trace.voices import Voice


class Repetition(Struct, frozen=True):
    """A retelling, whose word it is, and whether it is an echo: it then says nothing that the first telling does not."""

    retelling: Retelling
    voice: Voice
    echo: bool


def retellings(tellings: Sequence[Telling]) -> tuple[Repetition, ...]:
    """Each telling that repeats an earlier one, with the one it says it is taken from or the earliest; in order of time.

    Earlier is what a date or a credit says is earlier; the order of `tellings` changes nothing. The same figure in another
    mouth is circular if it comes later and names no basis of its own; so is an outlet's own voice that says again what the
    same text attributes. A circular retelling is no echo: it looks like a second origin, and whether it is one stays open; so
    it may be repeated itself.
    """
    found, firsts = [], Firsts(tellings)
    for telling in sorted(tellings, key=_time):
        repetition = _repetition(telling, firsts)
        if repetition:
            found.append(repetition)
        if repetition and not repetition.retelling.circular:
            firsts.add_passed_on(replace(telling, voice=repetition.voice))
        else:
            firsts.add(telling)
    return tuple(found)


def _time(telling: Telling) -> tuple[date, date, bool, bool, str, int, str]:
    """Dated before undated; on one day texts before the tables that report them, then what credits nobody, then what is
    attributed before an outlet's own voice.
    """
    cites_outlet = telling.voice.kind == "outlet" and not telling.own_voice
    crediting = bool(telling.relays) or cites_outlet or owning_credit(telling.publication) is not None
    claim = telling.claim
    put_out = telling.publication.published or date.max
    return (telling.day or date.max, put_out, crediting, telling.own_voice, claim.document, claim.hull.start, claim.id)


def _repetition(telling: Telling, firsts: Firsts) -> Repetition | None:
    for first in firsts.of_houses(telling):
        if is_reported(first, telling):
            return _repeats(first, telling, f"what {_reporting(first, telling)} reported{_later(first, telling)}", firsts)
    for first in firsts.of_same_voice(telling):
        if repeats_own(first, telling):
            return _repeats(first, telling, _same_statement(first, telling), firsts)
    for first in firsts.of_same_figure(telling) if may_repeat_another(telling) else ():
        if is_cited(first, telling):
            return _resembles(first, telling, f"the table says it was taken from {telling.claim.origin_claim}")
        if borrows(first, telling):
            return _resembles(first, telling, f"{_number(first, telling)}{_later(first, telling)}, names no basis of its own")
    for first in firsts.of_same_edition(telling):
        if repeats_beside(first, telling):
            return _resembles(first, telling, f"own voice, beside what is attributed to {first.voice.name}")
    return None


def _repeats(first: Telling, later: Telling, why: str, firsts: Firsts) -> Repetition:
    """The later telling is the word of the first one's originator; it is an echo unless it adds to that."""
    retelling = Retelling(later.claim.id, first.claim.id, drifts(first, later), False, why)
    return Repetition(retelling, first.voice, not _adds(first, later, firsts))


def _resembles(first: Telling, later: Telling, why: str) -> Repetition:
    """The later telling stays the word of whoever says it, and looks like a second origin if that is another."""
    circular = first.voice.id != later.voice.id
    return Repetition(Retelling(later.claim.id, first.claim.id, drifts(first, later), circular, why), later.voice, False)


def _reporting(first: Telling, later: Telling) -> str:
    """The outlet that the later telling says reported it."""
    return next((voice.name for voice in later.relays if voice.id in first.houses), later.voice.name)


def _number(first: Telling, later: Telling) -> str:
    same = first.quantity and later.quantity and same_figure(first.quantity, later.quantity)
    return "same number" if same else "same number in fewer digits"


def _same_statement(first: Telling, later: Telling) -> str:
    return f"the same statement of {first.voice.name}{_later(first, later)}"


def _later(first: Telling, later: Telling) -> str:
    days = (later.day - first.day).days if first.day and later.day else 0
    if not days:
        return ", in a text that credits the other" if told_before(first, later) else ""
    return ", 1 day later" if days == 1 else f", {days} days later"


def _adds(first: Telling, later: Telling, firsts: Firsts) -> bool:
    """True where the later telling fills a slot that the first leaves open.

    What the first telling's originator says elsewhere in the same text is no addition, nor is a place that is no more than a
    side of the line.
    """
    beside = tuple(firsts.beside(first))
    open_slots = [name for name in Frame.__struct_fields__ if not _stated(first, name) and _stated(later, name)]
    return any(not _is_side(later, name) and not any(_same(t, later, name) for t in beside) for name in open_slots)


def _slot(telling: Telling, name: str) -> Slot[object] | None:
    slot: Slot[object] | None = getattr(telling.claim.frame, name)
    return slot


def _stated(telling: Telling, name: str) -> bool:
    slot = _slot(telling, name)
    return slot is not None and slot.value is not None and slot.inferred is None


def _is_side(telling: Telling, name: str) -> bool:
    slot = _slot(telling, name)
    return bool(slot and isinstance(slot.value, Place) and slot.value.name in telling.sides)


def _same(some: Telling, other: Telling, name: str) -> bool:
    before, after = _slot(some, name), _slot(other, name)
    return bool(before and after and before.value == after.value)
