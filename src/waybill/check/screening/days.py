"""Whether an entry was on its list then, when the delivery ran, and is on it now: as far as the editions held tell."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from waybill.model.listing import Edition, Entry
from waybill.model.time import Window


class AsOf(Struct, frozen=True):
    """The answer for one time, and what it rests on."""

    listed: Literal["yes", "no", "unknown"]
    why: str


class Days(Struct, frozen=True):
    """The first and the last day on which a delivery may have run."""

    first: date
    last: date


def days_of(window: Window | None) -> Days | None:
    """The days a window spans at the most; None where an end is open."""
    if window is None:
        return None
    first, last = window.start_earliest or window.start_latest, window.end_latest or window.end_earliest
    return Days(first, last) if first and last and first <= last else None


def listed_now(entry: Entry, editions: Sequence[Edition]) -> AsOf:
    """By the youngest edition held that has a date: this says nothing of what came after that day."""
    dated = [edition for edition in editions if edition.dated]
    if not dated:
        return AsOf("unknown", "it is on the edition held, whose date is not stated")
    latest = dated[-1]
    if _holds(latest, entry):
        return AsOf("yes", f"it is on the edition of {latest.dated}, the latest held")
    return AsOf("no", f"it is not on the edition of {latest.dated}, the latest held")


def listed_then(entry: Entry, editions: Sequence[Edition], days: Days | None) -> AsOf:
    """By the day of listing where the list states one, else by the editions before, within and after the delivery."""
    if days is None:
        return AsOf("unknown", "the days of the delivery are not known")
    since = entry.last.listed_on
    dated = [edition for edition in editions if edition.dated]
    return _by_its_day(entry, dated, days, since) if since else _by_editions(entry, dated, days)


def _by_its_day(entry: Entry, dated: Sequence[Edition], days: Days, since: date) -> AsOf:
    if since > days.last:
        return AsOf("no", f"it was listed on {since}, after the delivery")
    if since > days.first:
        return AsOf("unknown", f"it was listed on {since}, while the delivery may have run")
    later = next((edition for edition in dated if _day(edition) >= days.last), None)
    if later is None:
        return AsOf("unknown", f"it was listed on {since}, and no edition from after the delivery is held")
    if not _holds(later, entry):
        return AsOf("unknown", f"it was listed on {since}, and is not on the edition of {later.dated}")
    return AsOf("yes", f"it was listed on {since} and is on the edition of {later.dated}")


def _by_editions(entry: Entry, dated: Sequence[Edition], days: Days) -> AsOf:
    within = [edition for edition in dated if days.first <= _day(edition) <= days.last]
    for edition in within:
        if _holds(edition, entry):
            return AsOf("yes", f"it is on the edition of {edition.dated}")
    before = next((edition for edition in reversed(dated) if _day(edition) <= days.first), None)
    after = next((edition for edition in dated if _day(edition) >= days.last), None)
    if before is None or after is None:
        side = "before" if before is None else "after"
        return AsOf("unknown", f"its list states no day of listing, and no edition from {side} the delivery is held")
    held = _holds(before, entry), _holds(after, entry)
    if held == (True, True):
        return AsOf("yes", f"it is on the editions of {before.dated} and {after.dated}")
    if held == (False, False):
        return AsOf("no", f"it is neither on the edition of {before.dated} nor on that of {after.dated}")
    change = "left" if held[0] else "came"
    return AsOf("unknown", f"it {change} between the editions of {before.dated} and {after.dated}")


def _holds(edition: Edition, entry: Entry) -> bool:
    return any(edition == one for one, _ in entry.listings)


def _day(edition: Edition) -> date:
    return edition.dated or date.min
