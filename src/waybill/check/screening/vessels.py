"""A ship against the lists: by its IMO number, then by its radio, and by its name alone only to be looked at."""

from datetime import date, timedelta

from msgspec import Struct

from waybill.check.screening.days import Days
from waybill.check.screening.held import Held
from waybill.model.listing import Entry
from waybill.model.things import Vessel
from waybill.reference.vessels import is_imo_number

RADIO_DAYS = 365
"""How far an edition's date may lie from a delivery for its MMSI or call sign to support: our convention. A ship gets new ones
with a new flag or owner, and lists are seldom amended for it."""


class ShipHits(Struct, frozen=True):
    """What the lists have for a ship: `matched` by its IMO number; `remarks`, which name that number; `supported` by name and
    radio of the time; `possible` by either alone; `rejected`, since another IMO number is listed."""

    matched: tuple[Entry, ...] = ()
    remarks: tuple[Entry, ...] = ()
    supported: tuple[Entry, ...] = ()
    possible: tuple[Entry, ...] = ()
    rejected: tuple[Entry, ...] = ()


def ship_hits(vessel: Vessel, held: Held, days: Days | None) -> ShipHits:
    """What the lists have for this ship."""
    matched = held.hull(vessel.imo) if vessel.imo else ()
    remarks = held.remarks(vessel.imo) if vessel.imo else ()
    called = tuple(dict.fromkeys(name for name in (vessel.name, vessel.renamed) if name))
    named = tuple(dict.fromkeys(one.entry for found in held.ships(called) for one in found))
    radio = held.radio(vessel.mmsi, vessel.call_sign)
    others = [entry for entry in dict.fromkeys((*named, *radio)) if entry not in matched]
    rejected = tuple(entry for entry in others if _is_another(vessel, entry))
    left = [entry for entry in others if entry not in rejected]
    supported = tuple(e for e in left if e in named and e in radio and _is_of_the_time(vessel, e, days))
    return ShipHits(matched, remarks, supported, tuple(e for e in left if e not in supported), rejected)


def has_number(vessel: Vessel) -> bool:
    """True where an IMO number is known that passes its own check."""
    return bool(vessel.imo and is_imo_number(vessel.imo))


def _is_another(vessel: Vessel, entry: Entry) -> bool:
    """True where both IMO numbers are sound and differ: a number that fails its own check may be a slip of either."""
    listed = entry.last.imo
    return has_number(vessel) and bool(listed) and listed != vessel.imo and is_imo_number(str(listed))


def _is_of_the_time(vessel: Vessel, entry: Entry, days: Days | None) -> bool:
    """True where an edition dated near the delivery gives the ship this radio."""
    for edition, one in entry.listings:
        same = (vessel.mmsi and one.mmsi == vessel.mmsi) or (vessel.call_sign and one.call_sign == vessel.call_sign)
        if same and days and edition.dated and _is_near(edition.dated, days):
            return True
    return False


def _is_near(day: date, days: Days) -> bool:
    margin = timedelta(days=RADIO_DAYS)
    return days.first - margin <= day <= days.last + margin
