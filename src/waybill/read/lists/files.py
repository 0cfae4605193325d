"""Files to a sanctions list, whichever of the known formats they are in."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from waybill.errors import ReadError
from waybill.model.listing import OFAC, UN, DatedBy, Edition, Listing, SanctionsList
from waybill.read.lists import ofac_csv, ofac_xml, united_nations
from waybill.read.lists.xml import elements

KNOWN = "OFAC's sdn.xml or sdn.csv (with alt.csv), the UN's consolidated.xml"
_XML = {ofac_xml.ROOT: (OFAC, ofac_xml.listings), united_nations.ROOT: (UN, united_nations.listings)}


class Original(Struct, frozen=True):
    """A file's bytes, and what it is called in messages."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Over all of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


def list_of(files: Sequence[Original], dated: date | None = None) -> SanctionsList:
    """The list in these files; `dated` is its day as the user knows it.

    Raises ReadError for files of no known list, of several, or with a day other than the list states.
    """
    first = files[0]
    if _is_xml(first.data):
        if len(files) > 1:
            raise ReadError("a list in XML is one file; add the others by themselves")
        return _from_xml(first, dated)
    return _from_tables(files, dated)


def _is_xml(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")[:1] == b"<"


def _from_xml(file: Original, dated: date | None) -> SanctionsList:
    root, _ = next(elements(file.data, frozenset()), ("", None))
    if root not in _XML:
        raise ReadError(f"XML of another kind (<{root}>); what can be added: {KNOWN}")
    name, listings = _XML[root]
    stated: date | None = None
    found: list[Listing | None] = []
    for one in listings(file.data):
        if isinstance(one, date):
            stated = one
        else:
            found.append(one)
    if stated and dated and stated != dated:
        raise ReadError(f"the list says {stated}, --date {dated}; leave --date out")
    return _whole(name, found, stated, dated, (file,))


def _from_tables(files: Sequence[Original], dated: date | None) -> SanctionsList:
    rows = {file.name: ofac_csv.rows_of(file.data) for file in files}
    by_width = {ofac_csv.columns_of(rows[file.name]): file for file in files}
    main = by_width.get(ofac_csv.MAIN)
    if main is None or len(by_width) < len(files) or 0 in by_width:
        raise ReadError(f"no list that is known; what can be added: {KNOWN}")

    def of(width: int) -> Sequence[ofac_csv.Row]:
        return rows[by_width[width].name] if width in by_width else ()

    found = ofac_csv.listings(rows[main.name], of(ofac_csv.NAMES), of(ofac_csv.COMMENTS))
    others = [file for file in files if file is not main]
    return _whole(OFAC, found, None, dated, (main, *others))


def _whole(
    name: str,
    found: Sequence[Listing | None] | Iterator[Listing | None],
    stated: date | None,
    given: date | None,
    files: Sequence[Original],
) -> SanctionsList:
    read = list(found)
    listings = tuple(one for one in read if one is not None)
    if not listings:
        raise ReadError("a list without entries; fetch it again")
    by: DatedBy = "list" if stated else "user" if given else None
    hashes = tuple(file.sha256 for file in files)
    edition = Edition(name, stated or given, by, hashes, len(listings), len(read) - len(listings))
    return SanctionsList(edition, listings)
