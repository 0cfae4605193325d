"""A delivery told in a few words to a Consignment, as a row of a table of claims would be read."""

from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from msgspec import Struct

from waybill.errors import MeaningError
from waybill.extract.cells import (
    PlaceOf,
    item_said,
    modes_said,
    party_said,
    place_said,
    quantity_said,
    vessel_said,
    window_said,
)
from waybill.model.claim import Slot
from waybill.model.finding import Consignment
from waybill.model.things import Place
from waybill.pipeline.progress import Progress
from waybill.reference.gazetteer import open_gazetteer
from waybill.resolve.places.named import place_named
from waybill.settings import Settings

T = TypeVar("T")


class Told(Struct, frozen=True):
    """A delivery in words, each slot as somebody would write it; "" or empty where nothing is known.

    `amounts` are "1000 containers" or "200-300 shells"; `window` is one day, month or year, or two with a "/" between.
    """

    supplier: str = ""
    recipient: str = ""
    items: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    window: str = ""
    origin: str = ""
    via: tuple[str, ...] = ()
    destination: str = ""
    modes: str = ""
    vessels: tuple[str, ...] = ()


def consignment_of(told: Told, settings: Settings, progress: Progress) -> Consignment:
    """What the words mean. Raises MeaningError, naming the words and what to try, where they mean nothing that we know."""
    place_of = partial(place_named, open_gazetteer(settings, progress)) if told.origin or told.via or told.destination else None
    return Consignment(
        supplier=_meant(party_said(told.supplier)) if told.supplier else None,
        recipient=_meant(party_said(told.recipient)) if told.recipient else None,
        goods=tuple(_meant(item_said(words)) for words in told.items),
        amounts=tuple(_meant(quantity_said(_amount(words)), words) for words in told.amounts),
        window=_meant(window_said(_days(told.window)), told.window) if told.window else None,
        origin=_place(told.origin, place_of),
        via=tuple(place for words in told.via if (place := _place(words, place_of))),
        destination=_place(told.destination, place_of),
        modes=_meant(modes_said(told.modes)) if told.modes else (),
        vessels=tuple(_meant(vessel_said(words)) for words in told.vessels),
    )


def _meant(slot: Slot[T] | None, words: str = "") -> T:
    if slot is None or slot.value is None or slot.unresolved:
        raise MeaningError(slot.unresolved if slot and slot.unresolved else f"'{words}' is not understood")
    return slot.value


def _place(words: str, place_of: PlaceOf | None) -> Place | None:
    return _meant(place_said(words, place_of)) if words else None


def _amount(words: str) -> dict[str, str]:
    """The cells of "200-300 shells"; one number alone is both bounds."""
    figures, _, unit = words.strip().partition(" ")
    low, dash, high = figures.partition("-")
    return {"quantity_low": low, "quantity_high": high if dash else low, "unit": unit}


def _days(words: str) -> dict[str, str]:
    """The cells of "2023-09-07/2023-10-01"; one day or month alone is both edges, and an empty edge is open."""
    first, slash, last = words.partition("/")
    return {"window_start": first.strip(), "window_end": last.strip() if slash else first.strip()}


def amounts_of(containers: str | None, amounts: Sequence[str]) -> tuple[str, ...]:
    """All amounts in words, so many containers among them."""
    return (*((f"{containers} containers",) if containers else ()), *amounts)
