"""Deliveries made by hand, for the checks of them."""

from datetime import date

from waybill.model.things import Item, Party
from waybill.model.time import Window

SHELLS = Item("artillery shells", "ammunition_large", None)
MUNITIONS = Item("munitions", "unspecified", None)
EQUIPMENT = Item("equipment", None, None)
BALLISTIC = Item("ballistic missiles", "missile", None)
HOUTHIS = Party("Houthis", "movement", "Yemen", None)
RSF = Party("Rapid Support Forces", "movement", "Sudan", None)


def state(name: str) -> Party:
    return Party(name, "state", name, None)


def days(first: str, last: str | None = None) -> Window:
    begin, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Window(start_earliest=begin, start_latest=begin, end_earliest=end, end_latest=end)
