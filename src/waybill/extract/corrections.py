"""What an analyst puts in place of what was read, from her words for single columns."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar, get_args

from msgspec.structs import fields, replace

from waybill.errors import JudgementError
from waybill.extract.amounts_amended import QUANTITY, amended_quantity
from waybill.extract.cells import EDGES, PlaceOf, item_said, modes_said, party_said, place_said, stage_said, vessel_said
from waybill.extract.saying import basis_said, kind_said, source_said, stance_said
from waybill.extract.windows_amended import amended_window
from waybill.model.claim import Basis, Claim, Frame, Kind, Slot, Source, Stance
from waybill.model.document import Publication
from waybill.model.judgement import Correction

T = TypeVar("T")
Said = Mapping[str, str]

SAYING = ("asserter", "stance", "kind", "basis")
SINGLE = ("supplier", "recipient", "item", "stage", "origin", "via", "destination", "mode", "vessel")
"""The slots that one column fills."""

COLUMNS = (*SAYING, *SINGLE, *QUANTITY, *EDGES)
"""The columns that a correction may give: those of a table of claims, with stage, via and vessel."""

AS_READ = Frame()
"""No slot is given whole."""


def corrected(
    claim: Claim, cells: Mapping[str, str], publication: Publication, place_of: PlaceOf | None, slots: Frame = AS_READ
) -> Correction:
    """What `cells` change in a claim as it now stands: the columns given (COLUMNS), and nothing else.

    An empty cell empties its slot ("source" is the asserter's); of a quantity and a window, what is not given keeps its present
    value. `slots` are whole slots already read from words; the cells are put upon them. Each slot that comes back has the span
    of the words that were misread, None where there are none, and the analyst's words for text. A place that nobody knows
    keeps its bare words, unresolved. Raises JudgementError, in one line that names the column, for what cannot be read.
    """
    said = {column: " ".join(words.split()) for column, words in cells.items()}
    if odd := [column for column in said if column not in COLUMNS]:
        raise JudgementError(f"{odd[0]}: no such slot; give one of {', '.join(COLUMNS)}")
    frame, source = _frame(claim.frame, said, place_of, slots), _source(claim, said, publication)
    return placed(Correction(frame, _emptied(said, frame), source, _stance(said), _kind(said), _basis(said)), claim)


def placed(correction: Correction, claim: Claim) -> Correction:
    """The correction with the spans of what it corrects in this claim; a source that corrects none stands at cue or content."""
    slots = ((f.name, getattr(correction.frame, f.name), getattr(claim.frame, f.name)) for f in fields(Frame))
    frame = Frame(**{name: slot and replace(slot, span=read.span if read else None) for name, slot, read in slots})
    span = claim.source.span if claim.source else claim.cue or claim.hull
    return replace(correction, frame=frame, source=correction.source and replace(correction.source, span=span))


def _frame(present: Frame, said: Said, place_of: PlaceOf | None, slots: Frame) -> Frame:
    """The slots that are filled anew."""
    place = partial(place_said, place_of=place_of)
    quantity, window = slots.quantity, slots.window
    if _given(said, QUANTITY):
        quantity = amended_quantity(quantity or present.quantity, said)
    if _given(said, EDGES):
        window = amended_window(window or present.window, said)
    return Frame(
        supplier=_read(said, "supplier", party_said) or slots.supplier,
        recipient=_read(said, "recipient", party_said) or slots.recipient,
        item=_read(said, "item", item_said) or slots.item,
        quantity=quantity,
        window=window,
        stage=_read(said, "stage", stage_said) or slots.stage,
        origin=_read(said, "origin", place, may_be_open=True) or slots.origin,
        via=_read(said, "via", place, may_be_open=True) or slots.via,
        destination=_read(said, "destination", place, may_be_open=True) or slots.destination,
        mode=_read(said, "mode", modes_said) or slots.mode,
        vessel=_read(said, "vessel", vessel_said) or slots.vessel,
    )


def _given(said: Said, columns: tuple[str, ...]) -> bool:
    return any(column in said for column in columns)


def _read(said: Said, column: str, read: Callable[[str], Slot[T]], may_be_open: bool = False) -> Slot[T] | None:
    """What the words of a column come to; None where it is empty or not given."""
    words = said.get(column)
    slot = read(words) if words else None
    if slot is not None and slot.unresolved and not may_be_open:
        raise JudgementError(f"{slot.unresolved}; write it otherwise, or {column}= to empty it")
    return slot


def _emptied(said: Said, frame: Frame) -> tuple[str, ...]:
    single = [column for column in SINGLE if said.get(column) == ""]
    quantity = ["quantity"] if _given(said, QUANTITY) and frame.quantity is None else []
    window = ["window"] if _given(said, EDGES) and frame.window is None else []
    return (*(["source"] if said.get("asserter") == "" else []), *single, *quantity, *window)


def _source(claim: Claim, said: Said, publication: Publication) -> Source | None:
    """Whom the asserter's words name on the day of the publication."""
    words = said.get("asserter")
    return source_said(words, claim.hull, publication.published_at(claim.hull.start)) if words else None


def _stance(said: Said) -> Stance | None:
    return _named("stance", said, stance_said, get_args(Stance))


def _kind(said: Said) -> Kind | None:
    return _named("kind", said, kind_said, get_args(Kind))


def _basis(said: Said) -> Basis | None:
    """Empty words say that it rests on nothing that is named."""
    if said.get("basis") == "":
        return "none"
    return _named("basis", said, _basis_told, get_args(Basis))


def _basis_told(words: str) -> Basis | None:
    found = basis_said(words)
    return found if found != "none" or words.lower() == "none" else None


def _named(column: str, said: Said, read: Callable[[str], T | None], known: tuple[str, ...]) -> T | None:
    """What a column's word names; None where it is not given."""
    if column not in said:
        return None
    found = read(said[column])
    if found is None:
        raise JudgementError(f"{column}: '{said[column]}' is none of {', '.join(known)}; give one of them")
    return found
