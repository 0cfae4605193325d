"""The UN Security Council's consolidated list: CONSOLIDATED_LIST of INDIVIDUAL and ENTITY (read from published samples,
2026-12)."""

import re
from collections.abc import Iterator
from datetime import date

from waybill.model.listing import Listed, ListedAs, ListedName, Listing
from waybill.read.lists.remarks import imos
from waybill.read.lists.xml import Element, elements, words

ROOT = "CONSOLIDATED_LIST"

_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_SEVERAL = re.compile(r"\s*;\s*|\s+[a-h]\)\s*")
"""Several aliases in one element: "A; B", "a) A b) B"."""


def listings(data: bytes) -> Iterator[Listing | date | None]:
    """The listings, after the day on which the list was generated; None for an entry without a name."""
    for name, element in elements(data, frozenset(("INDIVIDUAL", "ENTITY"))):
        if name == ROOT:
            if dated := _day(element.get("dateGenerated", "")):
                yield dated
        else:
            yield _listing(element, "person" if name == "INDIVIDUAL" else "entity")


def _listing(entry: Element, kind: Listed) -> Listing | None:
    main = " ".join(filter(None, (words(entry, part) for part in _PARTS)))
    if not main:
        return None
    return Listing(
        words(entry, "REFERENCE_NUMBER") or words(entry, "DATAID"),
        kind,
        (ListedName(main), *_others(entry)),
        words(entry, "UN_LIST_TYPE"),
        listed_on=_day(words(entry, "LISTED_ON")),
        hulls=imos(words(entry, "COMMENTS1")),
    )


def _others(entry: Element) -> Iterator[ListedName]:
    """Its other names: in the script of origin, then aliases."""
    if said := words(entry, "NAME_ORIGINAL_SCRIPT"):
        yield ListedName(said, "alias")
    for tag in ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"):
        for alias in entry.iterfind(f"{{*}}{tag}"):
            kind = _alias_kind(words(alias, "QUALITY"))
            for said in _SEVERAL.split(words(alias, "ALIAS_NAME").removeprefix("a) ")):
                if said.strip():
                    yield ListedName(said.strip(), kind)


def _alias_kind(quality: str) -> ListedAs:
    if quality.lower() == "low":
        return "weak"
    return "former" if quality.replace(".", "").lower() == "fka" else "alias"


def _day(said: str) -> date | None:
    """The day of "2009-07-16" or "2026-10-03T23:00:03.428Z"."""
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        return None
