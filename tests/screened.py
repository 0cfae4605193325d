"""Lists and deliveries made by hand, for the tests of screening."""

from datetime import date

from waybill.check.screening.held import Held
from waybill.model.finding import Consignment
from waybill.model.listing import OFAC, UN, Edition, ListedName, Listing, SanctionsList
from waybill.model.things import Party, Vessel
from waybill.model.time import Window

BEFORE, DURING, AFTER = date(2023, 8, 1), date(2023, 9, 15), date(2023, 12, 1)
DELIVERED = Window(None, date(2023, 9, 7), date(2023, 9, 7), date(2023, 10, 1), date(2023, 10, 1))

ANGARA = Listing(
    "44",
    "vessel",
    (ListedName("ANGARA"), ListedName("NORTHERN STAR", "former"), ListedName("M Leasing LLC", "owner")),
    "EXAMPLE",
    imo="9179842",
    mmsi="273210440",
    call_sign="UBXY9",
)
PERSON = Listing("QDi.1", "person", (ListedName("Oleg Ivanovich Tsvetkov"), ListedName("Shorty", "weak")), listed_on=BEFORE)
OTHER = Listing("99", "entity", (ListedName("Quiet Reed Foundation"),))


def edition(*listings: Listing, dated: date | None = AFTER, of: str = OFAC) -> SanctionsList:
    """A list as it stood on a day; another entry is on every list."""
    sha256 = (f"{of} {dated} {[one.id for one in listings]}".encode().hex().ljust(64, "0"),)
    by = "list" if dated else None
    return SanctionsList(Edition(of, dated, by, sha256, len(listings) + 1), (*listings, OTHER))  # type: ignore[arg-type]


def held(*lists: SanctionsList) -> Held:
    """These lists."""
    return Held(lists)


def both(*listings: Listing) -> Held:
    """Both lists, dated after the delivery; the listings are on OFAC's."""
    return Held([edition(*listings), edition(of=UN)])


def delivery(*vessels: Vessel, supplier: Party | None = None, window: Window | None = DELIVERED) -> Consignment:
    """A delivery by these ships."""
    return Consignment(supplier=supplier, vessels=vessels, window=window)


def ship(name: str | None = "ANGARA", imo: str | None = None, mmsi: str | None = None, call_sign: str | None = None) -> Vessel:
    """A ship as a report names it."""
    return Vessel(name, imo, mmsi, call_sign=call_sign)


def company(name: str) -> Party:
    """A company as a report names it."""
    return Party(name, "company", None, None)
