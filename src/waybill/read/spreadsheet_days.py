"""Days as people and their spreadsheet programs write them, to ISO days and months; what could be two days stays as it is."""

import re
from collections.abc import Iterable, Mapping

from waybill.model.worksheet import DAYS
from waybill.read.dates import date_of
from waybill.reference.calendar import MONTHS

Order = tuple[int, int]
"""Which of the two first numbers of a numeric day is the day, and which the month, from 1."""

DAY_FIRST, MONTH_FIRST = (1, 2), (2, 1)

_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_SHORT_MONTH = re.compile(r"([A-Za-z]{3})-(\d\d)")
_LONG_MONTH = re.compile(r"([A-Za-z]{3,9})\.?,? (\d{4})")


def iso_days(rows: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """What stands in the columns of days of each row, as ISO days, where the whole table tells which number is the day."""
    held = [{column: row[column] for column in DAYS if row.get(column)} for row in rows]
    order = _order(words for row in held for words in row.values())
    return [{column: _iso(words, order) for column, words in row.items()} for row in held]


def _order(said: Iterable[str]) -> Order | None:
    """A number over 12 is a day, and so is the first of numbers between stops; None where that tells nothing, or both."""
    numeric = [found for words in said if (found := _NUMERIC.fullmatch(words))]
    day_first = any(int(found[1]) > 12 or found[2] == "." for found in numeric)
    month_first = any(int(found[3]) > 12 for found in numeric)
    if day_first == month_first:
        return None
    return DAY_FIRST if day_first else MONTH_FIRST


def _iso(words: str, order: Order | None) -> str:
    """An ISO day or month; other words, and a day that could be two, stay as they are."""
    month = _SHORT_MONTH.fullmatch(words) or _LONG_MONTH.fullmatch(words)
    if month and month[1].lower() in MONTHS:
        year = month[2] if len(month[2]) == 4 else f"20{month[2]}"
        return f"{year}-{MONTHS[month[1].lower()]:02}"
    numeric = _NUMERIC.fullmatch(words)
    if numeric and order:
        numbers = (int(numeric[1]), int(numeric[3]))
        day, number = (numbers[place - 1] for place in order)
        words = f"{numeric[4]}-{number:02}-{day:02}"
    found = date_of(words)
    return found.isoformat() if found else words
