"""What a value means, in the few words that an analyst would use for it."""

from datetime import date

from waybill.model.quantity import Quantity
from waybill.model.things import Item, Party, Place, Vessel
from waybill.model.time import Window
from waybill.reference.units import plural

_MEASURES = {"subset": "part of a whole", "rate": "a rate", "capacity": "what fits in", "detected": "what was detected"}
"""What a measure says of a figure; that of a total is the figure itself."""


def meaning(value: object) -> str:
    """A value in a few words; "" where there is none."""
    match value:
        case Window():
            return _window(value)
        case Quantity():
            return _quantity(value)
        case Place():
            return _place(value)
        case Party():
            return f"{value.name} ({_party(value)})"
        case Item():
            return f"{value.name} ({value.item_class or 'class open'})"
        case Vessel():
            return ", ".join([value.name or "a vessel", *_numbers(value)])
        case tuple():
            return " ".join(map(str, value))
    return ""


def figure(quantity: Quantity) -> str:
    """ "300 containers", "up to 1,000 containers", "at least 5 tonnes", "20 to 30 railcars"."""
    low, high = (None if bound is None else f"{round(bound, 2):,.15g}" for bound in (quantity.low, quantity.high))
    if low is None or high is None:
        amount = f"at least {low}" if low else f"up to {high}" if high else "open"
    else:
        amount = low if low == high else f"{low} to {high}"
    unit = quantity.unit if quantity.low == quantity.high == 1 else plural(quantity.unit)
    return f"{'about ' if quantity.modifier == '~' else ''}{amount} {unit or ''}".strip()


def _window(window: Window) -> str:
    """ "7 Sep 2023 to 1 Oct 2023"; with edges that are uncertain "starts 1 to 30 Sep 2023, ends ..."."""
    start, end = (window.start_earliest, window.start_latest), (window.end_earliest, window.end_latest)
    if not any((*start, *end)):
        return window.edtf or (window.timex.value if window.timex else "")
    if start == end:
        return _between(*start) if start[0] == start[1] else f"some time {_between(*start)}"
    if start[0] == start[1] and end[0] == end[1]:
        return _between(start[0], end[0])
    return ", ".join(f"{edge} {_between(*days)}" for edge, days in (("starts", start), ("ends", end)) if any(days))


def _between(first: date | None, last: date | None) -> str:
    if first and last:
        return _day(first) if first == last else f"{_day(first, last)} to {_day(last)}"
    return f"{_day(first)} or later" if first else f"{_day(last)} or earlier" if last else "open"


def _day(day: date, beside: date | None = None) -> str:
    """ "7 Sep 2023", without the year that is said beside it."""
    return f"{day.day} {day:%b}" if beside and beside.year == day.year else f"{day.day} {day:%b} {day.year}"


def _quantity(quantity: Quantity) -> str:
    told = " or ".join(figure(branch) for branch in quantity.alternatives) or figure(quantity)
    marks = [_MEASURES[quantity.measure]] if quantity.measure in _MEASURES else []
    marks += ["no figure is said"] if quantity.vague else []
    return f"{told} ({', '.join(marks)})" if marks else told


def _place(place: Place) -> str:
    name = place.name if place.country in (None, place.name) else f"{place.name}, {place.country}"
    if place.lat is None or place.lon is None:
        return name
    near = "" if place.radius_km is None else f" within {place.radius_km:.{0 if place.radius_km >= 10 else 1}f} km"
    return f"{name} ({place.lat:.2f}, {place.lon:.2f}{near})"


def _party(party: Party) -> str:
    """What kind of party, and for whom it speaks."""
    whose = party.institution if party.institution not in (None, party.name) else party.country
    return party.type if party.type == "state" or whose in (None, party.name) else f"{party.type}, {whose}"


def _numbers(vessel: Vessel) -> list[str]:
    return [f"{kind} {said}" for kind, said in (("IMO", vessel.imo), ("MMSI", vessel.mmsi)) if said]
