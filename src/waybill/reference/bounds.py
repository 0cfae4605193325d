"""The words that bound a number, by the side they stand on."""

from functools import cache
from typing import Literal, cast

from waybill.model.quantity import Modifier
from waybill.reference.tables import rows_of


@cache
def bound_words(side: Literal["before", "after"]) -> dict[str, Modifier]:
    """The words of that side with their modifiers, longest first."""
    rows = sorted((r for r in rows_of("bound_words.csv") if r["side"] == side), key=lambda r: (-len(r["words"]), r["words"]))
    return {row["words"]: cast(Modifier, row["modifier"]) for row in rows}
