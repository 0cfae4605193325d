"""Names and numbers of ships to vessel mentions: which hull is meant, or why that stays open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.things import Vessel
from waybill.reference.vessels import ships_by_name
from waybill.resolve.vessels.flags import flag_before
from waybill.resolve.vessels.names import ShipName, find_names
from waybill.resolve.vessels.numbers import find_numbers
from waybill.resolve.vessels.stated import Stated, stated

_NONE_HELD = "no IMO number stated, none held for this name"


def find_vessels(parse: Parse) -> tuple[Mention, ...]:
    """Every ship named or numbered, in order and without overlap.

    A name's half-open span holds its prefix ("MV Alaed"), a number's its label ("IMO 9179842"). Names are given in capitals, as
    registers do. A name with one hull in vessels.csv, or with a valid number beside it anywhere in the text, has that hull's
    numbers, and its numbers have its name. Otherwise the value is the name alone with the reason: several hulls (in
    `candidates`), none held, another flag; a number whose check digit fails has no value.
    """
    numbers = tuple(find_numbers(parse.text))
    names = find_names(parse, [number.span for number in numbers])
    groups = stated(parse.text, names, numbers)
    ships = _by_name(groups)
    beside = {group.owner.span: group for group in groups if group.owner}
    named = (_named(parse, name, beside.get(name.span), ships) for name in names)
    return tuple(sorted((*named, *_numbered(parse, groups, ships)), key=lambda m: m.span))


def _by_name(groups: Iterable[Stated]) -> dict[str, Vessel]:
    """The ships the text itself numbers, under each of their names."""
    ships: dict[str, Vessel] = {}
    for group in groups:
        if group.owner and (ship := group.vessel):
            for name in filter(None, (group.owner.name, group.owner.renamed)):
                ships[name] = _joined(replace(ship, name=name), ships.get(name))
    return ships


def _joined(ship: Vessel, other: Vessel | None) -> Vessel:
    """A ship with what another place says of it, unless the two have different numbers."""
    if other is None or any(a and b and a != b for a, b in ((ship.imo, other.imo), (ship.mmsi, other.mmsi))):
        return ship
    return Vessel(ship.name or other.name, ship.imo or other.imo, ship.mmsi or other.mmsi, ship.renamed or other.renamed)


def _numbered(parse: Parse, groups: Sequence[Stated], ships: Mapping[str, Vessel]) -> Iterator[Mention]:
    by_number = {number: ship for ship in ships.values() for number in (ship.imo, ship.mmsi) if number}
    for group in groups:
        ship = group.vessel
        if ship and group.owner:
            ship = _joined(ship, ships.get(group.owner.name))
        elif ship:
            told = by_number.get(ship.imo or "") or by_number.get(ship.mmsi or "")
            ship = _joined(told, ship) if told else ship
        for number in group.numbers:
            value = None if number.fault else ship
            yield Mention("vessel", number.span, number.span.text_of(parse.text), value, number.fault)


def _named(parse: Parse, named: ShipName, beside: Stated | None, ships: Mapping[str, Vessel]) -> Mention:
    name, span = named.name, named.span
    said = span.text_of(parse.text)
    anywhere = ships.get(name) or ships.get(named.renamed or "")
    known = _joined(beside.vessel, anywhere) if beside and beside.vessel else anywhere
    if known is not None:
        return Mention("vessel", span, said, replace(known, name=name, renamed=named.renamed))
    held = ships_by_name().get(name, ())
    candidates = tuple(ship.vessel for ship in held)
    alone = Vessel(name, None, None, named.renamed)
    fault = beside.numbers[0].fault if beside else None
    if not held or fault:
        return Mention("vessel", span, said, alone, fault or _NONE_HELD, candidates)
    if len(held) > 1:
        hulls = ", ".join(f"IMO {c.imo}" for c in candidates)
        return Mention("vessel", span, said, alone, f"{len(held)} ships of this name: {hulls}", candidates)
    flag = flag_before(parse.text[: named.name_start])
    if flag and held[0].flag and flag != held[0].flag:
        return Mention("vessel", span, said, alone, f"flag differs: {held[0].flag} is held for this name", candidates)
    return Mention("vessel", span, said, held[0].vessel)
