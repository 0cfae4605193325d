"""A table of claims to claims: what analysts keep in spreadsheets, row by row."""

from typing import TypeVar

from msgspec.structs import replace

from waybill.extract.cells import (
    BOUNDS,
    EDGES,
    PlaceOf,
    item_said,
    modes_said,
    party_said,
    place_said,
    quantity_said,
    stage_said,
    vessel_said,
    window_said,
)
from waybill.extract.identity import Namer
from waybill.extract.saying import basis_said, kind_said, source_said, stance_said
from waybill.model.claim import Claim, Frame, Slot, Source, Stance
from waybill.model.document import Publication, Row
from waybill.model.span import hull
from waybill.model.things import Party, Place

T = TypeVar("T")


def claims_of_table(publication: Publication, place_of: PlaceOf | None = None) -> tuple[Claim, ...]:
    """One claim a row, in row order: its content is the row, its source the asserter's cell, None where that is empty.

    A missing side is the state of the origin or destination, marked inferred, else unresolved. Odd numbers, units, measures,
    dates, modes and places are unresolved slots (`odd_rows` names the rows that are left aside for it); a stance that is none
    of ours is read as hedged, for nothing is made firmer than it was said; a kind is then `other` and a basis `none`, unless
    their words tell it as prose would. `place_of` looks places up; without it they keep their words alone.
    """
    namer = Namer(publication)
    return tuple(_claim(publication, row, namer, place_of) for row in publication.rows)


def _claim(publication: Publication, row: Row, namer: Namer, place_of: PlaceOf | None) -> Claim:
    hedge, source, words = row.cell("hedge_words"), _source(publication, row), row.words()
    return Claim(
        id=namer.name((row.span,), source.span if source else None, None),
        document=publication.id,
        source=source,
        cue=None,
        content=(row.span,),
        form="paraphrased",
        stance=_stance(words),
        kind=kind_said(words.get("kind", "transfer")) or "other",
        basis=basis_said(words.get("basis", "none")),
        hedges=(hedge.span,) if hedge is not None else (),
        frame=_frame(row, words, place_of),
        origin_claim=words.get("origin_claim"),
    )


def _frame(row: Row, words: dict[str, str], place_of: PlaceOf | None) -> Frame:
    look_up = _port_first(place_of) if place_of and "sea" in words.get("mode", "").lower() else place_of
    origin, via, destination = (
        _at(row, place_said(words[at], look_up), at) if at in words else None for at in ("origin", "via", "destination")
    )
    moved = kind_said(words.get("kind", "transfer")) in ("transfer", "purchase")
    return Frame(
        supplier=_party(row, words, "supplier") or _side(origin, "supplier", "origin", moved),
        recipient=_party(row, words, "recipient") or _side(destination, "recipient", "destination", moved),
        item=_at(row, item_said(words["item"]), "item") if "item" in words else None,
        quantity=_at(row, quantity_said(words), *BOUNDS),
        window=_at(row, window_said(words), *EDGES) or _at(row, window_said(words), "window_as_stated"),
        stage=_at(row, stage_said(words["stage"]), "stage") if "stage" in words else None,
        origin=origin,
        via=via,
        destination=destination,
        mode=_at(row, modes_said(words["mode"]), "mode") if "mode" in words else None,
        vessel=_at(row, vessel_said(words["vessel"]), "vessel") if "vessel" in words else None,
    )


def _port_first(place_of: PlaceOf) -> PlaceOf:
    """Of several places of one name the port, for what goes by sea."""
    return lambda name: place_of(name) or place_of(f"{name} port")


def _at(row: Row, slot: Slot[T] | None, *columns: str) -> Slot[T] | None:
    """The slot where its cells stand; None without any."""
    spans = [cell.span for cell in map(row.cell, columns) if cell is not None]
    return replace(slot, span=hull(spans)) if slot and spans else None


def _party(row: Row, words: dict[str, str], side: str) -> Slot[Party] | None:
    return _at(row, party_said(words[side]), side) if side in words else None


def _side(place: Slot[Place] | None, side: str, column: str, moved: bool) -> Slot[Party] | None:
    """The state of an end; where none is known it is unresolved, of what did not move left out."""
    country = place.value.country if place is not None and place.value is not None else None
    if place is None or country is None:
        reason = f"{side}: no cell names one, and no {column} tells its state"
        return Slot(None, "", None, unresolved=reason) if moved else None
    return Slot(None, place.text, Party(country, "state", country, None), inferred=f"the state of the {column}")


def _source(publication: Publication, row: Row) -> Source | None:
    """Whom the asserter's cell names, on the row's own day."""
    cell = row.cell("asserter")
    return source_said(cell.text, cell.span, publication.published_at(cell.span.start)) if cell else None


def _stance(words: dict[str, str]) -> Stance:
    if "stance" not in words:
        return "hedged" if "hedge_words" in words else "asserted"
    return stance_said(words["stance"]) or "hedged"
