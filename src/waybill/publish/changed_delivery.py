"""What changed about deliveries that share statements."""

from collections.abc import Mapping

from waybill.model.changes import DeliveryChange, DeliveryFate
from waybill.model.delivery import Delivery, DeliveryId
from waybill.publish.desk import Desk
from waybill.publish.desks import Desks
from waybill.publish.sheet import Section
from waybill.publish.wording import standing

_FATES: Mapping[DeliveryFate, str] = {
    "new": "New delivery",
    "merged": "Deliveries now one",
    "split": "Delivery now several",
    "gone": "No longer a delivery of its own",
    "changed": "Changed delivery",
}
_NOTHING_NEW: Mapping[DeliveryFate, str] = {
    "merged": "Nothing new is said of it: what stood apart is now one delivery.",
    "split": "Nothing new is said of it: what stood together is now apart.",
    "gone": "None of its statements is there any more.",
    "changed": "Nothing new is said of it, but others stand behind it.",
}
"""Said where no statement came and none went to another delivery."""

_SAID = ("", "WHAT", "BY", "FORM", "WHERE")


def changed_delivery(desks: Desks, change: DeliveryChange) -> Section:
    """What is newly said of a delivery, and how many stood and stand behind it."""
    before = _found(desks.before, change.before)
    after = _found(desks.after, change.after)
    general = not any(d.particulars for d in (*before, *after))
    title = "Said without particulars, of no one delivery" if general else _FATES[change.fate]
    names = [str(d.id) for d in after] or [f"{d.id} as it was" for d in before]
    behind = "" if general else f": {_behind(before, after)}"
    entries = tuple(desks.after.entry(desks.after.claims[c]) for c in change.gained)
    note = _moved_claims(desks, change)
    if not entries and not note:
        note = _NOTHING_NEW.get(change.fate)
    return Section(title, _SAID if entries else (), entries, note, of="" if general else f"{' '.join(names)}{behind}")


def _found(desk: Desk, ids: tuple[DeliveryId, ...]) -> list[Delivery]:
    held = {d.id: d for line in desk.account.lines for d in line.deliveries}
    return [held[d] for d in ids]


def _moved_claims(desks: Desks, change: DeliveryChange) -> str | None:
    """Which claims were held before and are put here now, and which are no longer part of it."""
    held = {c.id for c in desks.before.account.reviewed.standing}
    here = [c for c in change.gained if c in held]
    told = (
        f"Known before, and put here now: {desks.of(here)}." if here else "",
        f"No longer part of it: {desks.of(change.lost)}." if change.lost else "",
    )
    return " ".join(filter(None, told)) or None


def _behind(before: list[Delivery], after: list[Delivery]) -> str:
    now, was = _standing(after), _standing(before)
    return f"{now} (before: {was})" if before and was != now else now


def _standing(held: list[Delivery]) -> str:
    """How many stand behind some deliveries taken together."""
    named = {o for d in held for o in d.backers}
    unnamed = {o for d in held for o in d.unnamed_backers}
    outlets = {o for d in held for o in d.outlet_backers}
    return standing(len(named), len(unnamed), len(outlets))
