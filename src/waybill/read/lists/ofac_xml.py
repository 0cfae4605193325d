"""OFAC's sdn.xml: sdnList of sdnEntry (https://ofac.treasury.gov, sdn.xsd; read from published samples, 2026-12)."""

import re
from collections.abc import Container, Iterator
from datetime import date, datetime

from waybill.model.listing import Listed, ListedAs, ListedName, Listing
from waybill.read.lists.remarks import imos, linked
from waybill.read.lists.xml import Element, elements, every, words

ROOT = "sdnList"

_KINDS: dict[str, Listed] = {"individual": "person", "vessel": "vessel", "aircraft": "aircraft"}
_IMO_IDS = ("Vessel Registration Identification", "IMO Number")
"""The second in older editions."""

_NO_DIGIT = re.compile(r"[^0-9]")


def kind_of(said: str) -> Listed:
    """The kind of what is listed: whatever is neither individual, vessel nor aircraft is an entity."""
    return _KINDS.get(said.strip().lower(), "entity")


def alias_kind(said: str, category: str = "") -> ListedAs:
    """f.k.a. is a former name, a.k.a. and n.k.a. another; what OFAC calls weak is weak."""
    if category.lower() == "weak":
        return "weak"
    return "former" if said.replace(".", "").lower() == "fka" else "alias"


def listings(data: bytes) -> Iterator[Listing | date | None]:
    """The listings, with the list's own date between them where it is stated; None for an entry without a name."""
    for name, element in elements(data, frozenset(("sdnEntry", "publshInformation"))):
        if name == "publshInformation":
            if dated := _day(words(element, "Publish_Date")):
                yield dated
        elif name == "sdnEntry":
            yield _listing(element)


def _listing(entry: Element) -> Listing | None:
    kind = kind_of(words(entry, "sdnType"))
    named = tuple(_names(entry))
    if not named or named[0].kind != "name":
        return None
    ship = kind == "vessel"
    return Listing(
        words(entry, "uid"),
        kind,
        named,
        ", ".join(every(entry, "programList/program")),
        imo=_number(entry, _IMO_IDS, 7) if ship else None,
        mmsi=_number(entry, ("MMSI",), 9) if ship else None,
        call_sign=words(entry, "vesselInfo/callSign") or None,
        hulls=() if ship else imos(words(entry, "remarks")),
    )


def _names(entry: Element) -> Iterator[ListedName]:
    if said := _name(entry):
        yield ListedName(said)
    for aka in entry.iterfind("{*}akaList/{*}aka"):
        if said := _name(aka):
            yield ListedName(said, alias_kind(words(aka, "type"), words(aka, "category")))
    for owner in every(entry, "vesselInfo/vesselOwner"):
        yield ListedName(owner, "owner")
    for other in linked(words(entry, "remarks")):
        yield ListedName(other, "linked")


def _name(element: Element) -> str:
    """A person's name is given as in reports, the given name first."""
    return " ".join(filter(None, (words(element, "firstName"), words(element, "lastName"))))


def _number(entry: Element, types: Container[str], digits: int) -> str | None:
    """The first number of one of these types that has so many digits, without what stands around them ("IMO 7406784")."""
    for ident in entry.iterfind("{*}idList/{*}id"):
        number = _NO_DIGIT.sub("", words(ident, "idNumber"))
        if words(ident, "idType") in types and len(number) == digits:
            return number
    return None


def _day(said: str) -> date | None:
    try:
        return datetime.strptime(said, "%m/%d/%Y").date()
    except ValueError:
        return None
