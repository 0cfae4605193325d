"""Tables of claims (.csv, .tsv), as analysts keep them in spreadsheets, to rows whose cells know where they stand."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from waybill.errors import ReadError
from waybill.model.document import Cell, Row
from waybill.model.span import Span, hull
from waybill.read.body import Body
from waybill.read.comma_separated import Field, delimiter_of, records
from waybill.read.dates import date_of
from waybill.read.decoding import decode
from waybill.read.spreadsheet_days import iso_days

LISTED = 10
"""How many columns a note names: our convention, one line."""

COLUMNS = (
    "date_published",
    "outlet",
    "url",
    "asserter",
    "supplier",
    "recipient",
    "stance",
    "kind",
    "measure",
    "quantity_low",
    "quantity_high",
    "unit",
    "item",
    "window_start",
    "window_end",
    "window_as_stated",
    "origin",
    "destination",
    "mode",
    "hedge_words",
    "basis",
    "origin_claim",
    "note",
    "via",
    "stage",
    "vessel",
)
"""The columns of a table of claims; any subset will do, in any order, in any case."""


def body_of(data: bytes) -> Body:
    """The table as text, unchanged, and its rows. What its cells mean, and whether they make sense, is for later stages.

    Raises ReadError where no column is known, or no row follows the header.
    """
    text, note = decode(data)
    body = body_of_text(text, delimiter_of(_first_line(text)))
    return replace(body, notes=(note, *body.notes)) if note else body


def body_of_text(text: str, delimiter: str) -> Body:
    """As `body_of`, of a text whose fields are parted by `delimiter`."""
    start = 1 if text.startswith("\ufeff") else 0
    table = list(records(text, delimiter, start))
    if not table:
        raise ReadError("no words in it; nothing to read")
    columns, furniture = _header(table[0]), hull(f.span for f in table[0] if f.span)
    rows = _rows(columns, table[1:])
    if not rows:
        raise ReadError("a header without rows; add one row a claim")
    return Body(
        text,
        rows=rows,
        furniture=(*([Span(0, start)] if start else []), furniture),
        notes=(*_said(columns, table), *_undated(text, rows)),
    )


def _first_line(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip("\ufeff ")), "")


def _header(fields: tuple[Field, ...]) -> tuple[str, ...]:
    """The columns' names, in the spelling of COLUMNS where known: "Quantity low" is quantity_low."""
    plain = tuple("_".join(f.text.lower().replace("-", " ").split()) for f in fields)
    if not set(plain) & set(COLUMNS):
        raise ReadError(f"no column of a table of claims; name at least one of: {', '.join(COLUMNS)}")
    return tuple(name if name in COLUMNS else f.text for name, f in zip(plain, fields, strict=True))


def _rows(columns: tuple[str, ...], table: Sequence[tuple[Field, ...]]) -> tuple[Row, ...]:
    """The rows; what stands in their columns of days is an ISO day or month wherever the words tell one."""
    rows = [tuple(Cell(_column(columns, n), f.text, f.span) for n, f in enumerate(record) if f.span) for record in table]
    days = iso_days({cell.column: cell.text for cell in reversed(row)} for row in rows)
    return tuple(_row(row, said) for row, said in zip(rows, days, strict=True))


def _row(said: Sequence[Cell], days: Mapping[str, str]) -> Row:
    cells = tuple(replace(cell, text=days.get(cell.column, cell.text)) for cell in said)
    day = days.get("date_published")
    return Row(hull(c.span for c in cells), cells, date_of(day) if day else None)


def _column(columns: tuple[str, ...], n: int) -> str:
    """A field beyond the header, or below an empty heading, goes by its number."""
    return (columns[n] if n < len(columns) else "") or f"column {n + 1}"


def _said(columns: tuple[str, ...], table: list[tuple[Field, ...]]) -> list[str]:
    """What the user should know of the columns: those nobody reads, and those of which only one is read."""
    times = Counter(_column(columns, n) for n in range(max(map(len, table))))
    unknown = [name for name in times if name not in COLUMNS]
    twice = [name for name, n in times.items() if n > 1]
    return [
        *([f"no column of a table of claims, kept as notes: {_listed(unknown)}"] if unknown else []),
        *([f"columns that stand twice, the first that is filled counts: {_listed(twice)}"] if twice else []),
    ]


def _undated(text: str, rows: tuple[Row, ...]) -> list[str]:
    """A note on the days that cannot be read; such a row has none."""
    odd = [c for row in rows if row.published is None and (c := row.cell("date_published"))]
    lines = [f"{c.text} (line {text.count(chr(10), 0, c.span.start) + 1})" for c in odd]
    return [f"no day in date_published, write it as 2023-10-14: {_listed(lines)}"] if odd else []


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    return ", ".join(" ".join(name.split()) for name in names[:LISTED]) + more
