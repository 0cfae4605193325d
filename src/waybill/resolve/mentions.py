"""All resolvers over one parse."""

from datetime import date

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.reference.gazetteer import Gazetteer
from waybill.resolve.items import find_items
from waybill.resolve.overlaps import outside, parted, without_named, without_places
from waybill.resolve.parties import find_parties
from waybill.resolve.places.find import find_places
from waybill.resolve.quantities.find import find_quantities
from waybill.resolve.times.find import find_times
from waybill.resolve.vessels.find import find_vessels


def resolve(parse: Parse, published: date | None, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every time, quantity, place, party, item and vessel of the text, in text order; one span may be several kinds.

    `published` anchors relative times; without it years that the text does not settle stay unresolved.
    """
    vessels = find_vessels(parse)
    items, places = parted(parse, find_items(parse), list(outside(vessels, find_places(parse, gazetteer))))
    found = (
        *find_times(parse, published),
        *find_quantities(parse),
        *places,
        *without_named(without_places(parse, find_parties(parse, published), places), (*vessels, *items)),
        *items,
        *vessels,
    )
    return tuple(sorted(found, key=lambda m: (m.span, m.kind)))
