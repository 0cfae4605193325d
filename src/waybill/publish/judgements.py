"""Judgements for the terminal: what was understood of one just made, and the list of all with how each stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from rich.table import Table
from rich.text import Text

from waybill.model.claim import Claim, ClaimId, Frame, Slot
from waybill.model.judgement import Anchor, Correction, Fit, Judgement
from waybill.model.quantity import Quantity
from waybill.model.things import Party
from waybill.model.time import Window
from waybill.publish.decided import day, one_line, stands, verdict
from waybill.publish.differences import NONE, SAYING, put, slot_words, who
from waybill.publish.meanings import meaning
from waybill.publish.wording import shortened
from waybill.reference.units import plural

Names = Mapping[ClaimId, str]
"""The label of each claim, else its id."""

_COLUMNS = ("", "", "ON", "WHAT", "BY", "WHY", "HOW IT STANDS")


_NAMED = {**dict.fromkeys(("supplier", "recipient"), "party"), **dict.fromkeys(("origin", "via", "destination"), "place")}
"""The slots that hold names, and of what."""


def told(judgement: Judgement, names: Names) -> Iterator[str]:
    """A judgement that was just made, line by line: what was understood, then its number and what it does."""
    for anchor in judgement.on:
        name = names[anchor.claim.id]
        if judgement.correction:
            yield from (f"{name} {line}" for line in _corrected(judgement.correction, anchor.claim))
        else:
            yield f"{name}: {_quoted(anchor)}"
    yield f"judgement {judgement.number}: {_subject(judgement, names)} {verdict(judgement)}"


def unknowns(judgement: Judgement) -> Iterator[str]:
    """The names put in place that nothing known bears: each may be a slip of the pen."""
    frame = judgement.correction.frame if judgement.correction else Frame()
    for name, sort in _NAMED.items():
        slot: Slot[Any] | None = getattr(frame, name)
        if slot and (slot.unresolved or (isinstance(slot.value, Party) and slot.value.type == "unknown")):
            yield f"note: {name}: no {sort} called {one_line(slot.text)!r} is known; check the spelling, or leave it as it is"


def judgements_table(fits: Sequence[Fit], names: Names) -> Table:
    """One row a judgement, in order."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column in _COLUMNS:
        table.add_column(column, overflow="fold")
    for fit in fits:
        judgement = fit.judgement
        by, how = f"{one_line(judgement.who)}, {day(judgement)}", stands(fit)
        cells = (
            str(judgement.number),
            judgement.verdict,
            _on(fit, names),
            _what(judgement),
            by,
            one_line(judgement.why),
            how,
        )
        table.add_row(*map(Text, cells))
    return table


def _subject(judgement: Judgement, names: Names) -> str:
    """What a judgement is on: claims by their names, or the judgement that is taken back."""
    if judgement.verdict == "undo":
        return f"judgement {judgement.undoes}"
    return " ".join(dict.fromkeys(names[anchor.claim.id] for anchor in judgement.on))


def _corrected(correction: Correction, machine: Claim) -> Iterator[str]:
    """Each correction in words, what it means, and what the machine read there."""
    for name in Frame.__struct_fields__:
        slot: Slot[Any] | None = getattr(correction.frame, name)
        read = slot_words(name, getattr(machine.frame, name)) or NONE
        if slot is not None:
            yield f"{name}: {_understood(name, slot)}; machine read: {read}"
        elif name in correction.emptied:
            yield f"{name}: {NONE}; machine read: {read}"
    if correction.source or "source" in correction.emptied:
        cued = machine.cue is not None
        yield f"source: {who(correction.source, cued)}; machine read: {who(machine.source, cued)}"
    for name in SAYING:
        if getattr(correction, name):
            yield f"{name}: {getattr(correction, name)}; machine read: {getattr(machine, name)}"


def _understood(name: str, slot: Slot[Any]) -> str:
    """The analyst's words, and what they were taken to mean."""
    value = slot.value
    if isinstance(value, Window):
        said = slot_words(name, replace(slot, corrected="said"))
    elif isinstance(value, Quantity):
        said = f"{slot.text} -> {_spelt(value)}"
    else:
        said = slot.text if value is None or meaning(value) in ("", slot.text) else f"{slot.text} -> {meaning(value)}"
    return f"{said} (open: {slot.unresolved})" if slot.unresolved else said


def _spelt(value: Quantity) -> str:
    """ "at most 400 containers, capacity"; of alternatives each."""
    if value.alternatives:
        return " or ".join(map(_spelt, value.alternatives))
    low, high = (None if n is None else f"{n:,g}" if n < 1e6 else f"{n:,.0f}" for n in (value.low, value.high))
    bounds = f"at most {high}" if low is None else f"at least {low}" if high is None else f"{low} to {high}"
    figure = (f"about {low}" if value.modifier == "~" else f"{low}") if low == high else bounds
    unit = value.unit if value.low == value.high == 1 else plural(value.unit)
    counted = f"{figure} {unit or 'without a unit'}"
    return counted if value.measure == "total" else f"{counted}, {value.measure}"


def _on(fit: Fit, names: Names) -> str:
    """The claims it is applied to or offered for, else the words it was made on."""
    if fit.claims:
        return " ".join(names[claim] for claim in fit.claims)
    return "; ".join(f"{_quoted(anchor)} ({anchor.path})" for anchor in fit.judgement.on)


def _what(judgement: Judgement) -> str:
    """What a judgement says besides its verdict, and which it takes back."""
    back = f"{'takes back' if judgement.verdict == 'undo' else 'in place of'} {judgement.undoes}" if judgement.undoes else ""
    corrections = (f"{name}: {words}" for name, words in put(judgement.correction)) if judgement.correction else ()
    return "; ".join(filter(None, (*corrections, judgement.says, back)))


def _quoted(anchor: Anchor) -> str:
    return f"“{shortened(one_line(anchor.quote))}”"
