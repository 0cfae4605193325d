"""How the tables of this room are read."""

import csv
from functools import cache
from importlib.resources import files


@cache
def rows_of(table: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV table of this room, by column; lines that begin with "#" are its caption."""
    text = (files("waybill.reference") / table).read_text("utf8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(csv.DictReader(lines))
