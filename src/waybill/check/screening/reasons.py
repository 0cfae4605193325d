"""The reasons of a screening, in words: what would follow if a ship is the one listed, never that it is."""

from collections.abc import Iterator, Sequence

from waybill.check.screening.days import Days, listed_now, listed_then
from waybill.check.screening.held import Held
from waybill.check.screening.vessels import ShipHits, has_number
from waybill.model.finding import Assumed, Reason
from waybill.model.listing import LISTS, Edition, Entry
from waybill.model.things import Party, Vessel

HELD = "lists held"

STATES = ("state", "government")
"""Parties that are not looked for by name: a list of names says nothing of a state."""


def of_ship(vessel: Vessel, hits: ShipHits, held: Held, days: Days | None) -> Iterator[Reason]:
    """By which number it is on which list, then and now; or why it is not, or cannot be told."""
    shown = called(vessel)
    for entry in hits.matched:
        text = f"if this ship is the hull with IMO {vessel.imo}, the entry {entry.shown} would be about it"
        yield _dated(f"{shown}: {text}{_relations(entry)}", entry, held, days)
    for entry in hits.supported:
        text = f"if its radio's number was still its own, the entry {entry.shown} would be about it: name and number agree"
        yield _dated(f"{shown}: {text}{_relations(entry)}", entry, held, days)
    for entry in hits.remarks:
        yield Reason(f"{shown}: IMO {vessel.imo} is named in the remarks of {entry.shown}, which is no ship", source_of(entry))
    for entry in hits.rejected:
        text = f"not {entry.shown}: that is the hull with IMO {entry.last.imo}, this one has IMO {vessel.imo}"
        yield Reason(f"{shown}: {text}", source_of(entry))
    if not vessel.imo:
        yield Reason(f"{shown}: no IMO number is known, and a name alone tells no ship from its namesakes", HELD)
    elif not hits.matched and not has_number(vessel):
        yield Reason(f"{shown}: IMO {vessel.imo} fails the check of such numbers, and no entry has it", HELD)
    elif not hits.matched:
        yield Reason(f"{shown}: no entry has IMO {vessel.imo}", HELD)


def of_parties(parties: Sequence[Party], alike: bool) -> Iterator[Reason]:
    """That states are not looked for, and what comes of a name alone; which entry a name may mean is not said."""
    for party in parties:
        if party.type in STATES:
            yield Reason(f"{party.name}: a state or government, not looked for by name", HELD)
        elif alike:
            look = f"`waybill lists find {party.name!r}` shows what is like it"
            yield Reason(f"{party.name}: looked for by name, and names alone tell nobody from his namesakes; {look}", HELD)
        else:
            yield Reason(f"{party.name}: no name held is like it", HELD)


def of_gaps(held: Held, days: Days | None) -> Iterator[Reason]:
    """Why nothing can be called clear: a list that is missing, undated, or older than the delivery."""
    for name in LISTS:
        editions = held.editions(name)
        latest = editions[-1].dated if editions else None
        if not editions:
            yield Reason(f"{name}: not screened, as it is not held", HELD)
        elif latest is None:
            yield Reason(f"{name}: the edition held states no date; `waybill lists add FILE --date DATE` gives it one", HELD)
        elif days and latest < days.last:
            yield Reason(
                f"{name}: the latest edition held is of {latest}, and the delivery may have run until {days.last}", HELD
            )
    if days is None:
        yield Reason("the days of the delivery are not known, so that no edition can be said to be of its time", HELD)


def of_assumptions(assumed: Sequence[Assumed]) -> Iterator[Reason]:
    """The slots looked at that no sentence fills."""
    for one in assumed:
        if one.slot in ("supplier", "recipient", "vessel", "vessels", "window"):
            yield Reason(f"the {one.slot} is taken so: {one.why}", f"assumption: {one.slot}")


def called(vessel: Vessel) -> str:
    """What to call a ship."""
    name = vessel.renamed or vessel.name
    return name or f"the ship with {'IMO ' + vessel.imo if vessel.imo else 'MMSI ' + str(vessel.mmsi)}"


def source_of(entry: Entry) -> str:
    """The edition that has it last."""
    return shown_edition(entry.listings[-1][0])


def shown_edition(edition: Edition) -> str:
    """The list, its day, and enough of its sha256 to find the file."""
    return f"{edition.list}, {edition.dated or 'date not stated'}, sha256 {edition.id}"


def _dated(text: str, entry: Entry, held: Held, days: Days | None) -> Reason:
    editions = held.editions(entry.list)
    then, now = listed_then(entry, editions, days), listed_now(entry, editions)
    return Reason(f"{text}; listed then: {then.listed}, {then.why}; listed now: {now.listed}, {now.why}", source_of(entry))


def _relations(entry: Entry) -> str:
    """Other names and owners, as listed."""
    said = {"formerly": entry.named("former"), "owner": entry.named("owner"), "linked to": entry.named("linked")}
    parts = [f"{relation} {', '.join(names)}" for relation, names in said.items() if names]
    return f" ({'; '.join(parts)})" if parts else ""
