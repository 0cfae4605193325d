"""Whether a cell was edited, or is only as a spreadsheet program saves it."""

import math
import re
from collections.abc import Iterable

from waybill.model.worksheet import INFORMS, NUMBERS, WorksheetRow

NEAR = 1e-4
"""How far a number may be off that a program shows in few digits ("1.23457E+11"): our convention, above its rounding."""

_NUMBER_LIKE = re.compile(r"\d+(?:e\d+)?")
_DAY_LIKE = re.compile(r"\d{1,2}-[A-Za-z]{3}(?:-\d\d)?|[A-Za-z]{3}-\d\d|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")


def same(column: str, written: str, found: str) -> bool:
    """True where a cell that was written so and found so was not edited.

    White space says nothing, nor how a number is written; a program that does not save Unicode puts "?" for what it cannot,
    and takes words that only inform ("September 7") for a day of its own.
    """
    written, found = " ".join(written.split()), " ".join(found.split())
    if written == found or written.encode("cp1252", "replace").decode("cp1252") == found:
        return True
    if column in NUMBERS:
        number = as_number(found)
        return number is not None and number == as_number(written)
    if column == "review":
        return written.casefold() == found.casefold()
    return column in INFORMS and bool(_DAY_LIKE.fullmatch(found)) and any(letter.isdigit() for letter in written)


def looks_numeric(ident: str) -> bool:
    """True where a spreadsheet program may take an id for a number ("123456789012", "12345e678901")."""
    return bool(_NUMBER_LIKE.fullmatch(ident))


def renumbered(found: str, numeric: Iterable[WorksheetRow]) -> tuple[WorksheetRow, ...]:
    """Of rows whose ids look numeric those whose id would be shown like this as a number."""
    number = as_number(found)
    if number is None:
        return ()
    return tuple(row for row in numeric if math.isclose(float(row.words("id")), number, rel_tol=NEAR))


def as_number(words: str) -> float | None:
    """Words as a spreadsheet program writes a number, with thousands parted or as "1.23457E+11"; None where they are none."""
    try:
        number = float(re.sub(r"(?<=\d)[, \u00a0](?=\d{3})", "", words))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
