"""Under which name a party stands as supplier or recipient of a line."""

from functools import cache

from waybill.model.things import Party
from waybill.reference.parties import parties

_OF_NO_STATE = frozenset({"movement", "international"})


@cache
def side_of(party: Party) -> str:
    """The country of a state, its bodies, its people and its firms; the own name of a movement or an international body.

    A party that came without a country or under another spelling is looked up by its name. A person who speaks for a movement
    stands for that ("Khalifa Haftar" for the Libyan National Army). Where no country is known, it is the name.
    """
    known = parties().named(party.name)
    if known and known.type == "person" and known.institution:
        body = parties().named(known.institution)
        known = body if body and body.type in _OF_NO_STATE else known
    found = known if known and (party.country is None or known.country == party.country) else party
    return found.name if found.type in _OF_NO_STATE or not found.country else found.country
