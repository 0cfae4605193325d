"""A table of claims to claims: what analysts keep in spreadsheets, row by row."""

import re
from typing import cast, get_args

from waybill.extract.basis import basis_of
from waybill.extract.cells import PlaceOf, item_cell, mode_cell, party_cell, place_cell, quantity_cell, window_cell
from waybill.extract.identity import Namer
from waybill.extract.stance import ORDER
from waybill.model.claim import Basis, Claim, Frame, Kind, Slot, Source, SourceKind, Stance
from waybill.model.document import Cell, Publication, Row
from waybill.model.things import Party, Place
from waybill.reference.parties import parties
from waybill.reference.transfer_verbs import transfer_words

_KINDS: dict[str, SourceKind] = {
    "state": "government",
    "government": "government",
    "military": "government",
    "outlet": "outlet",
    "person": "person",
}
"""What a party's type makes of it as a source; every other type is an organisation."""

_OFFICIALS = re.compile(r"\b(officials?|sources?|people)\b", re.IGNORECASE)
_CROWD = re.compile(r"\b(analysts|experts|observers)\b", re.IGNORECASE)


def claims_of_table(publication: Publication, place_of: PlaceOf | None = None) -> tuple[Claim, ...]:
    """One claim a row, in row order: its content is the row, its source the asserter's cell, None where that is empty.

    A missing side is the state of the origin or destination, marked inferred, else unresolved. Odd numbers, measures, dates,
    modes and places are unresolved slots; a stance that is none of ours is read as hedged, for nothing is made firmer than it
    was said; a kind is then `other` and a basis `none`, unless their words tell it as prose would.
    `place_of` looks places up; without it they keep their words alone.
    """
    namer = Namer(publication)
    return tuple(_claim(publication, row, namer, place_of) for row in publication.rows)


def _claim(publication: Publication, row: Row, namer: Namer, place_of: PlaceOf | None) -> Claim:
    asserter, hedge, origin_claim = row.cell("asserter"), row.cell("hedge_words"), row.cell("origin_claim")
    source = _source(publication, asserter) if asserter is not None else None
    return Claim(
        id=namer.name((row.span,), source.span if source else None, None),
        document=publication.id,
        source=source,
        cue=None,
        content=(row.span,),
        form="paraphrased",
        stance=_stance(row),
        kind=_kind(row),
        basis=_basis(row),
        hedges=(hedge.span,) if hedge is not None else (),
        frame=_frame(row, place_of),
        origin_claim=origin_claim.text if origin_claim is not None else None,
    )


def _frame(row: Row, place_of: PlaceOf | None) -> Frame:
    origin, destination = place_cell(row.cell("origin"), place_of), place_cell(row.cell("destination"), place_of)
    return Frame(
        supplier=party_cell(row.cell("supplier")) or _side(origin, "supplier", "origin"),
        recipient=party_cell(row.cell("recipient")) or _side(destination, "recipient", "destination"),
        item=item_cell(row.cell("item")),
        quantity=quantity_cell(row),
        window=window_cell(row),
        origin=origin,
        destination=destination,
        mode=mode_cell(row.cell("mode")),
    )


def _side(place: Slot[Place] | None, side: str, column: str) -> Slot[Party]:
    country = place.value.country if place is not None and place.value is not None else None
    if place is None or country is None:
        return Slot(None, "", None, unresolved=f"{side}: no cell names one, and no {column} tells its state")
    return Slot(None, place.text, Party(country, "state", country, None), inferred=f"the state of the {column}")


def _source(publication: Publication, cell: Cell) -> Source:
    """Whom the asserter's cell names, on the row's own day; without a name we know, its words."""
    party = parties().named(cell.text, publication.published_at(cell.span.start))
    if party is None:
        kind: SourceKind = "crowd" if _CROWD.search(cell.text) else "unnamed" if _OFFICIALS.search(cell.text) else "person"
        return Source(cell.span, cell.text, cell.text, None, kind=kind)
    spoken_for = parties().named(party.institution) if party.type == "person" and party.institution else None
    kind = _KINDS.get((spoken_for or party).type, "organisation")
    return Source(cell.span, cell.text, party.name, party.institution or party.name, party.country, kind)


def _stance(row: Row) -> Stance:
    cell = row.cell("stance")
    if cell is None:
        return "hedged" if row.cell("hedge_words") is not None else "asserted"
    word = cell.text.strip().lower()
    return next((stance for stance in ORDER if stance == word), "hedged")


def _kind(row: Row) -> Kind:
    cell = row.cell("kind")
    word = cell.text.strip().lower() if cell is not None else "transfer"
    if word in get_args(Kind):
        return cast(Kind, word)
    return next((w.kind for w in transfer_words().get((word, "noun"), ())), "other")


def _basis(row: Row) -> Basis:
    cell = row.cell("basis")
    word = cell.text.strip().lower() if cell is not None else "none"
    return cast(Basis, word) if word in get_args(Basis) else basis_of(word)
