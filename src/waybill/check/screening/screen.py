"""One finding for a delivery: whether its ships and parties are on the lists that are held, then and now."""

from collections.abc import Sequence

from msgspec import Struct

from waybill.check.screening import reasons
from waybill.check.screening.days import Days, days_of, listed_now, listed_then
from waybill.check.screening.held import Held
from waybill.check.screening.vessels import ShipHits, has_number, ship_hits
from waybill.model.finding import Answer, Consignment, Finding, Reason
from waybill.model.listing import Entry, Possible
from waybill.model.things import Party, Vessel

QUESTION = "Is a ship or party named here on a list that is held, then or now?"

Ships = Sequence[tuple[Vessel, ShipHits]]


class Lead(Struct, frozen=True):
    """What an analyst may look at and nobody publishes: a name of the delivery, and an entry that it may mean."""

    said: str
    entry: Entry


class Screened(Struct, frozen=True):
    """The finding, which may be published, and the leads, which may not."""

    finding: Finding
    leads: tuple[Lead, ...] = ()


def screening(consignment: Consignment, held: Held) -> Finding:
    """The finding alone."""
    return screened(consignment, held).finding


def screened(consignment: Consignment, held: Held) -> Screened:
    """The finding, and the leads: what names alone may mean.

    "yes" needs an IMO number and a day, "no" both lists dated after the delivery, a number for every ship, and no name that is
    like a listed one. "consistent": name and radio agree with an entry, if the radio was still the ship's own.
    """
    if not held.names:
        missing = Reason("not screened: no list is held; `waybill lists add FILE` loads one", reasons.HELD)
        return Screened(_finding("unknown", [missing]))
    days = days_of(consignment.window)
    ships = [(vessel, ship_hits(vessel, held, days)) for vessel in consignment.vessels]
    parties = [party for party in (consignment.supplier, consignment.recipient) if party]
    named = [party for party in parties if party.type not in reasons.STATES]
    likes = held.parties([party.name for party in named]) if named else []
    leads = _leads(ships, named, likes)
    gaps = [*reasons.of_gaps(held, days)]
    said = [reason for vessel, hits in ships for reason in reasons.of_ship(vessel, hits, held, days)]
    said += [r for p in parties for r in reasons.of_parties([p], p in named and bool(likes[named.index(p)]))]
    said += [] if ships or parties else [Reason("not screened: neither a ship nor a party is named", reasons.HELD)]
    is_open = bool(leads or gaps or not (ships or named) or any(not has_number(vessel) for vessel, _ in ships))
    answer = _answer(ships, held, days, is_open)
    return Screened(_finding(answer, [*said, *gaps, *reasons.of_assumptions(consignment.assumed)]), leads)


def _answer(ships: Ships, held: Held, days: Days | None, is_open: bool) -> Answer:
    matched = [entry for _, hits in ships for entry in hits.matched]
    supported = [entry for _, hits in ships for entry in hits.supported]
    if any(_listed(entry, held, days) == "yes" for entry in matched):
        return "yes"
    if any(_listed(entry, held, days) == "yes" for entry in supported):
        return "consistent"
    unclear = [entry for entry in (*matched, *supported) if _listed(entry, held, days) == "unknown"]
    return "unknown" if is_open or unclear or any(hits.remarks for _, hits in ships) else "no"


def _listed(entry: Entry, held: Held, days: Days | None) -> Answer:
    """yes where it is known to be on its list at one of the two times, no where it is known to be on it at neither."""
    editions = held.editions(entry.list)
    both = {listed_then(entry, editions, days).listed, listed_now(entry, editions).listed}
    return "yes" if "yes" in both else "unknown" if "unknown" in both else "no"


def _leads(ships: Ships, named: Sequence[Party], likes: Sequence[Sequence[Possible]]) -> tuple[Lead, ...]:
    of_ships = [Lead(reasons.called(vessel), entry) for vessel, hits in ships for entry in hits.possible]
    of_parties = [Lead(party.name, like.entry) for party, found in zip(named, likes, strict=True) for like in found]
    return (*of_ships, *of_parties)


def _finding(answer: Answer, said: Sequence[Reason]) -> Finding:
    return Finding("screening", QUESTION, answer, tuple(said))
