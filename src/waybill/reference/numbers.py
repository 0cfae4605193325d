"""Words that make numbers, and words that name only a size."""

from functools import cache
from typing import Literal

from msgspec import Struct

from waybill.reference.tables import rows_of

WordKind = Literal["none", "one", "teen", "ten", "scale", "symbol", "letter", "part"]


class Size(Struct, frozen=True):
    """What words of size stand for: a closed interval, `high` None where it is open, and the powers of ten around it."""

    low: float
    high: float | None
    figures: tuple[float, ...]


@cache
def number_words(*kinds: WordKind) -> dict[str, float]:
    """The words of these kinds with their numbers, in the order of number_words.csv, which tells the kinds."""
    return {row["word"]: float(row["value"]) for row in rows_of("number_words.csv") if row["kind"] in kinds}


@cache
def size_words(kind: Literal["size", "few"]) -> dict[str, Size]:
    """The words of size of a kind, see size_words.csv."""
    rows = (row for row in rows_of("size_words.csv") if row["kind"] == kind)
    return {r["words"]: Size(float(r["low"]), float(r["high"]) if r["high"] else None, _floats(r["figures"])) for r in rows}


def _floats(cell: str) -> tuple[float, ...]:
    return tuple(float(number) for number in cell.split("|") if number)
