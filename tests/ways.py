"""Deliveries as their way is checked: places by name, windows by days."""

from datetime import date

from waybill.model.claim import Mode
from waybill.model.finding import Assumed, Consignment
from waybill.model.quantity import Quantity
from waybill.model.things import Item, Place, Vessel
from waybill.model.time import Window

PLACES = {
    "Rajin": ("North Korea", 42.23, 130.3, 10),
    "Dunay": ("Russia", 42.88, 132.34, 8),
    "Vostochny Port": ("Russia", 42.74, 133.07, 12),
    "Vladivostok": ("Russia", 43.11, 131.88, 15),
    "Moscow": ("Russia", 55.75, 37.62, 20),
    "Tikhoretsk": ("Russia", 45.85, 40.12, 10),
    "Tehran": ("Iran", 35.69, 51.42, 20),
    "Bandar Anzali": ("Iran", 37.47, 49.46, 8),
    "Olya": ("Russia", 45.77, 47.54, 8),
    "Bandar Abbas": ("Iran", 27.19, 56.28, 15),
    "Hodeidah": ("Yemen", 14.8, 42.95, 12),
    "Abu Dhabi": ("United Arab Emirates", 24.45, 54.4, 14),
    "Amdjarass": ("Chad", 16.07, 22.84, 5),
    "Darfur": ("Sudan", 13.0, 25.0, 350),
    "Nyala": ("Sudan", 12.05, 24.88, 8),
}
RUSSIA = Place("Russia", "Russia", 60.0, 100.0, 2333.0, "country:RU")
SEPTEMBER = (date(2023, 9, 7), date(2023, 10, 1))


def place(name: str) -> Place:
    country, lat, lon, radius_km = PLACES[name]
    return Place(name, country, lat, lon, radius_km, None)


def days(first: date | None, last: date | None) -> Window:
    return Window(None, first, first, last, last)


def containers(count: float) -> tuple[Quantity, ...]:
    return (Quantity(None, count, "container", (count,), "<"),)


def delivery(
    start: str,
    end: str,
    *modes: Mode,
    window: Window | None = None,
    amounts: tuple[Quantity, ...] = (),
    via: tuple[str, ...] = (),
    goods: tuple[Item, ...] = (),
    vessels: tuple[Vessel, ...] = (),
    assumed: tuple[Assumed, ...] = (),
) -> Consignment:
    return Consignment(
        goods=goods,
        amounts=amounts,
        window=window or days(*SEPTEMBER),
        origin=place(start),
        via=tuple(map(place, via)),
        destination=place(end),
        modes=modes,
        vessels=vessels,
        assumed=assumed,
    )
