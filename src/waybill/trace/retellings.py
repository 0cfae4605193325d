"""Claims that repeat earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from waybill.model.claim import Frame, Slot
from waybill.model.trace import Retelling
from waybill.trace.drift import drifts
from waybill.trace.firsts import Firsts
from waybill.trace.houses import owning_credit
from waybill.trace.sameness import borrows, is_cited, repeats_beside, repeats_own
from waybill.trace.telling import Telling


@dataclass(frozen=True, slots=True)
class Repetition:
    """A retelling, and whether it is an echo: it then says nothing that the first telling does not."""

    retelling: Retelling
    echo: bool


def retellings(tellings: Sequence[Telling]) -> tuple[Repetition, ...]:
    """Each telling that repeats an earlier one, with the earliest that it repeats; in order of time.

    Earlier is what a date or a credit says is earlier; the order of `tellings` changes nothing. The same figure in another
    mouth is circular if it comes later and names no basis of its own; so is an outlet's own voice that says again what the
    same text attributes. A circular retelling is no echo: it looks like a second origin, and whether it is one stays open.
    """
    found, firsts = [], Firsts(tellings)
    for telling in sorted(tellings, key=_time):
        repetition = _repetition(telling, firsts)
        if repetition:
            found.append(repetition)
        else:
            firsts.add(telling)
    return tuple(found)


def _time(telling: Telling) -> tuple[date, bool, bool, str, int, str]:
    """Dated before undated; on one day what credits nobody first, and what is attributed before an outlet's own voice."""
    crediting = owning_credit(telling.publication) is not None
    claim = telling.claim
    return (telling.day or date.max, crediting, telling.own_voice, claim.document, claim.hull.start, claim.id)


def _repetition(telling: Telling, firsts: Firsts) -> Repetition | None:
    for first in firsts.of_same_voice(telling):
        if repeats_own(first, telling):
            return Repetition(_retelling(first, telling, _same_statement(first, telling)), not _adds(first, telling))
    for first in firsts.of_same_figure(telling):
        if is_cited(first, telling):
            return Repetition(
                _retelling(first, telling, f"the table says it was taken from {telling.claim.origin_claim}"), False
            )
        if borrows(first, telling):
            return Repetition(
                _retelling(first, telling, f"same number{_later(first, telling)}, names no basis of its own"), False
            )
    for first in firsts.of_same_edition(telling):
        if repeats_beside(first, telling):
            return Repetition(_retelling(first, telling, f"own voice, beside what is attributed to {first.voice.name}"), False)
    return None


def _retelling(first: Telling, later: Telling, why: str) -> Retelling:
    circular = first.voice.id != later.voice.id
    return Retelling(later.claim.id, first.claim.id, drifts(first, later), circular, why)


def _same_statement(first: Telling, later: Telling) -> str:
    return f"the same statement of {first.voice.name}{_later(first, later)}"


def _later(first: Telling, later: Telling) -> str:
    days = (later.day - first.day).days if first.day and later.day else 0
    if not days:
        return ", in a text that credits the other"
    return ", 1 day later" if days == 1 else f", {days} days later"


def _adds(first: Telling, later: Telling) -> bool:
    """True where the later telling fills a slot that the first leaves open."""
    slots = ((getattr(first.claim.frame, f.name), getattr(later.claim.frame, f.name)) for f in fields(Frame))
    return any(_stated(after) and not _stated(before) for before, after in slots)


def _stated(slot: Slot[object] | None) -> bool:
    return slot is not None and slot.value is not None and slot.inferred is None
