"""Words after which a number is a name: Resolution 1718, page 3."""

from functools import cache

from waybill.reference.tables import rows_of


@cache
def designators() -> frozenset[str]:
    """The words of designators.csv, in the singular."""
    return frozenset(row["word"] for row in rows_of("designators.csv"))
