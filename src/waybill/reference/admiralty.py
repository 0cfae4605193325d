"""The Admiralty scheme, and the table of sources that a user keeps: name, reliability, why."""

from collections.abc import Mapping
from functools import cache
from typing import cast, get_args

from msgspec import Struct

from waybill.model.grade import Reliability
from waybill.reference.own_tables import own_rows
from waybill.reference.tables import rows_of

COLUMNS = ("name", "reliability", "why")


class Rated(Struct, frozen=True):
    """One row of the user's table."""

    name: str
    reliability: Reliability
    why: str


class TakenSources(Struct, frozen=True):
    """The rows by their names in lower case, and what is wrong with each other row, in words that begin with its line."""

    by_name: Mapping[str, Rated]
    faults: tuple[str, ...] = ()


@cache
def meanings() -> dict[str, str]:
    """What each letter and digit means, by the grade: "F" and "6" cannot be judged."""
    return {row["grade"]: row["meaning"] for row in rows_of("admiralty.csv")}


def sources_in(text: str) -> TakenSources:
    """The sources of a user's table; lines that begin with "#" are left out. A row that cannot be read rates nobody."""
    rows, lacking = own_rows(text, COLUMNS, COLUMNS[:2])
    if lacking:
        return TakenSources({}, (lacking,))
    found: dict[str, Rated] = {}
    faults: list[str] = []
    for line, cells in rows:
        name, letter = cells["name"], cells["reliability"].upper()
        if not name:
            faults.append(f"line {line}: name is empty")
        elif letter not in get_args(Reliability):
            faults.append(f"line {line}: reliability {cells['reliability']!r} is none of {', '.join(get_args(Reliability))}")
        elif name.casefold() in found:
            faults.append(f"line {line}: a second row for {name}")
        else:
            found[name.casefold()] = Rated(name, cast(Reliability, letter), cells["why"])
    return TakenSources(found, tuple(faults))
