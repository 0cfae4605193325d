"""OFAC's sdn.csv with alt.csv (names) and sdn_comments.csv (long remarks): no header, "-0-" for nothing.

Columns as in OFAC's data specification (dat_spec.txt, updated 2023-09-25). The files state no date.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from waybill.errors import ReadError
from waybill.model.listing import Listed, ListedName, Listing
from waybill.read.decoding import decode
from waybill.read.lists.ofac_xml import alias_kind, kind_of
from waybill.read.lists.remarks import imos, linked, mmsi

MAIN, NAMES, COMMENTS = 12, 5, 2
"""How many columns each file has."""

END = b"\x1a\r\n "
"""What ends the files: Ctrl-Z, as programs of the 1980s wrote it."""

Row = Sequence[str]


def rows_of(data: bytes) -> tuple[Row, ...]:
    """The rows of one of the files, "-0-" as "". Raises ReadError."""
    text, _ = decode(data.rstrip(END))
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise ReadError(f"no table of OFAC's ({error}); give sdn.csv as it was fetched") from error
    return tuple(tuple(_said(cell) for cell in row) for row in rows if any(cell.strip() for cell in row))


def columns_of(rows: Sequence[Row]) -> int:
    """How many columns the first row has; 0 where this is no file of OFAC's, whose rows begin with a number."""
    return len(rows[0]) if rows and rows[0][0].isdigit() else 0


def listings(main: Sequence[Row], names: Sequence[Row], comments: Sequence[Row]) -> Iterator[Listing | None]:
    """The listings; None for a row without a name or of another width."""
    aliases = _by_entry(names, NAMES)
    longer = {entry: " ".join(row[1] for row in rows) for entry, rows in _by_entry(comments, COMMENTS).items()}
    for row in main:
        yield _listing(row, aliases, longer) if len(row) == MAIN and row[1] else None


def _by_entry(rows: Sequence[Row], columns: int) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if len(row) == columns:
            found.setdefault(row[0], []).append(row)
    return found


def _listing(row: Row, aliases: Mapping[str, Sequence[Row]], longer: Mapping[str, str]) -> Listing:
    entry, name, said_kind, programme = row[:4]
    call_sign, owner = row[5], row[10]
    remarks = f"{row[11]} {longer.get(entry, '')}".strip()
    kind, hulls = kind_of(said_kind), imos(remarks)
    ship = kind == "vessel"
    others = [ListedName(_as_reported(r[3], kind), alias_kind(r[2])) for r in aliases.get(entry, ()) if r[3]]
    others += [ListedName(owner, "owner")] if owner else []
    others += [ListedName(other, "linked") for other in linked(remarks)]
    return Listing(
        entry,
        kind,
        (ListedName(_as_reported(name, kind)), *others),
        programme,
        imo=hulls[0] if ship and hulls else None,
        mmsi=mmsi(remarks) if ship else None,
        call_sign=call_sign or None,
        hulls=() if ship else hulls,
    )


def _as_reported(name: str, kind: Listed) -> str:
    """A person's name with the given name first: "DOE, John" to "John DOE"."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and kind == "person" else name


def _said(cell: str) -> str:
    said = " ".join(cell.split())
    return "" if said == "-0-" else said
