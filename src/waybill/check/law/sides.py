"""Whether a rule is on who gives or who gets: a state, a group, an area."""

from waybill.check.law.holds import NO, YES, Holds, all_of, best_of, open_if
from waybill.model.finding import Consignment
from waybill.model.things import Party, Place
from waybill.reference.areas import area_of, lies_in_area
from waybill.reference.embargoes import Rule
from waybill.reference.party_ids import written

_OF_THE_STATE = ("government", "military")
_GOVERNS = ("state", *_OF_THE_STATE)


def is_concerned(rule: Rule, consignment: Consignment) -> Holds:
    """Whether a rule is on supplies to this recipient, or on what comes from this supplier.

    A side of which neither party nor place is stated is no side: what is not known of it is told apart (`unstated`).
    """
    to = _side(rule, consignment.recipient, consignment.destination, "goes to")
    come = _side(rule, consignment.supplier, consignment.origin, "comes from")
    return {"supply_to": to, "procure_from": come, "both": best_of((to, come))}[rule.direction]


def unstated(consignment: Consignment) -> tuple[str, ...]:
    """The sides of which nothing is stated."""
    sides = {
        "who receives it": consignment.recipient or consignment.destination,
        "who supplies it": consignment.supplier or consignment.origin,
    }
    return tuple(side for side, known in sides.items() if known is None)


def _side(rule: Rule, party: Party | None, place: Place | None, way: str) -> Holds:
    is_there = place is not None and place.country in rule.countries
    if party is None:
        return _by_place(rule, place) if is_there else NO
    by_party = _by_party(rule, party, place)
    if by_party == NO and is_there and place and not _is_of(party, rule):
        return all_of(_by_place(rule, place), open_if(f"what {way} {party.name} at {place.name} falls under it"))
    return by_party


def _by_place(rule: Rule, place: Place | None) -> Holds:
    if rule.who == "all":
        return open_if(f"it is not exempt ({rule.exemption})") if rule.spares_government else YES
    if rule.who == "area":
        return _in_area(rule, place)
    return all_of(_in_area(rule, place), _is_for(rule)) if rule.who == "area-non-state" else _is_for(rule)


def _by_party(rule: Rule, party: Party, place: Place | None) -> Holds:
    if _is_named(party, rule):
        return YES if not rule.who.startswith("area") else _in_area(rule, place)
    if rule.who == "listed":
        return open_if(f"{party.name} is listed as one of: {rule.target}") if party.type == "movement" else NO
    if not _is_of(party, rule):
        return NO
    if rule.who == "all":
        spared = rule.spares_government and party.type in _GOVERNS
        return open_if(f"it is not exempt ({rule.exemption or 'supplies to the government'})") if spared else YES
    if rule.who == "area":
        return _in_area(rule, place)
    in_area = _in_area(rule, place) if rule.who == "area-non-state" else YES
    return all_of(in_area, _is_target(rule, party))


def _is_target(rule: Rule, party: Party) -> Holds:
    """Whether a party of the rule's country is of those it is on: a movement is no government, a group is who it is."""
    if party.type in _OF_THE_STATE and rule.who != "ruling-group":
        return NO
    return YES if party.type == "movement" and rule.who.endswith("non-state") else _is_for(rule)


def _is_for(rule: Rule) -> Holds:
    return open_if(f"it is for: {rule.target}")


def _in_area(rule: Rule, place: Place | None) -> Holds:
    """Whether goods are for an area; those that go to another country may be on their way there."""
    country = rule.countries[0]
    lies = lies_in_area(place if place and place.country == country else None, country)
    return open_if(f"the goods are for {area_of(country)}") if lies == "open" else YES if lies == "yes" else NO


def _is_of(party: Party, rule: Rule) -> bool:
    return party.country in rule.countries or party.name in rule.countries


def _is_named(party: Party, rule: Rule) -> bool:
    names = {written(name) for name in (party.name, party.institution) if name}
    return bool(names & {written(name) for name in rule.parties})
