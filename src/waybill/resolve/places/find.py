"""Every place a text names."""

from collections.abc import Sequence

from msgspec.structs import replace

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.things import Place
from waybill.reference.gazetteer import Candidate, Gazetteer
from waybill.resolve.places.bearing import bearing_of, borne
from waybill.resolve.places.bodies import opens_a_body
from waybill.resolve.places.choose import Choice, choose
from waybill.resolve.places.contain import containers
from waybill.resolve.places.evidence import features, suffices
from waybill.resolve.places.never import never
from waybill.resolve.places.spot import Spot, spots
from waybill.resolve.places.surroundings import Surroundings, surroundings
from waybill.resolve.places.unlisted import astray, unheld, unlisted


def find_places(parse: Parse, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The places of a text in text order, each resolved in the light of the whole document.

    `adjectival` marks names that only qualify ("German trucks", "180 miles from Ukraine's border"). `radius_km` is the extent
    of the place; of one merely "near" it, or some kilometres from it, at least that far. Where readings are equals the value
    keeps what they share (their country) or is None, `unresolved` says so and `candidates` has them all.
    """
    kept = _kept(parse, list(spots(parse, gazetteer)))
    ties = containers(parse, kept)
    choices = choose(parse, kept, ties)
    missing = astray(parse, kept, choices, ties)
    listed = [
        unheld(parse, spot, missing[at]) if at in missing else _mention(parse, spot, choice)
        for at, (spot, choice) in enumerate(zip(kept, choices, strict=True))
    ]
    return tuple(sorted((*listed, *unlisted(parse, listed)), key=lambda m: m.span))


def _kept(parse: Parse, found: Sequence[Spot]) -> list[Spot]:
    around, ties = surroundings(parse, found), containers(parse, found)
    return [
        spot
        for at, spot in enumerate(found)
        if (_qualifies_a_noun(parse, spot) if spot.adjectival else _names_a_place(parse, spot, around, at in ties))
    ]


def _names_a_place(parse: Parse, spot: Spot, around: Surroundings, contained: bool) -> bool:
    return not never(parse, spot, around) and suffices(features(parse, spot, around, contained))


def _qualifies_a_noun(parse: Parse, spot: Spot) -> bool:
    """An adjective before what it qualifies; a language, a people or a person's nationality alone is no place."""
    following = spot.last + 1
    if following >= len(parse) or parse.pos[following] not in ("NOUN", "PROPN", "ADJ", "PUNCT", "CCONJ"):
        return False
    return parse.pos[spot.last] in ("ADJ", "PROPN")


def _mention(parse: Parse, spot: Spot, choice: Choice) -> Mention:
    span = parse.span(spot.first, spot.last)
    bearing = bearing_of(parse, spot)
    qualifies = spot.adjectival or bearing.qualifies or opens_a_body(parse, spot)
    rivals = choice.rivals
    if rivals:
        readings = (choice.best, *rivals)
        why = f"place: {len(readings)} places of this name fit equally well"
        return Mention("place", span, spot.text, _shared(spot, readings), why, tuple(c.place for c in readings), qualifies)
    place = _as_called(spot, choice.best)
    others = tuple(c.place for c in choice.possible)
    return Mention("place", span, spot.text, borne(place, bearing), None, others, qualifies)


def _as_called(spot: Spot, chosen: Candidate) -> Place:
    """The place by its own name; a subdivision as the text spells it, for GeoNames has "Moskva" and "Sichuan Sheng"."""
    return replace(chosen.place, name=spot.text) if chosen.rank < 2 and chosen.kind.startswith("admin") else chosen.place


def _shared(spot: Spot, readings: Sequence[Candidate]) -> Place | None:
    """What equal readings agree on: their country."""
    found = {c.country for c in readings}
    country = found.pop() if len(found) == 1 else None
    return Place(spot.text, country, None, None, None, None) if country else None
