"""Arms and other goods by the words that name them."""

import re
from functools import cache

from msgspec import Struct

from waybill.reference.tables import rows_of

REACH = 90
"""Code points the words of one item may reach back from its noun: our convention, longer than any name met."""


class Good(Struct, frozen=True):
    """A row of munitions.csv or designations.csv: what the words name. `item_class` is None where they say too little."""

    words: tuple[str, ...]
    item_class: str | None
    wassenaar_ml: str | None
    hs: str | None


@cache
def goods_by_head() -> dict[str, tuple[Good, ...]]:
    """The rows for common nouns by their head, those with most words first (munitions.csv)."""
    heads: dict[str, list[Good]] = {}
    for row in rows_of("munitions.csv"):
        good = _good(row, tuple(row["words"].split()))
        heads.setdefault(good.words[-1], []).append(good)
    return {head: tuple(sorted(goods, key=lambda g: -len(g.words))) for head, goods in heads.items()}


@cache
def designations() -> dict[str, tuple[tuple[re.Pattern[str], Good], ...]]:
    """The patterns for designations ("Hwasong-18"), under each run of letters they may begin with (designations.csv).

    Their group `plural` holds the s behind one.
    """
    runs: dict[str, list[tuple[re.Pattern[str], Good]]] = {}
    for row in rows_of("designations.csv"):
        needs = f"(?={row['needs']})" if row["needs"] else ""
        entry = (re.compile(rf"\b(?:{row['designation']})(?P<plural>s)?\b{needs}"), _good(row, ()))
        for run in _first_runs(row["designation"]):
            runs.setdefault(run, []).append(entry)
    return {run: tuple(entries) for run, entries in runs.items()}


@cache
def other_senses() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each noun, what shows right before it or right after it that it names no item (not_items.csv), "*" for any noun.

    Patterns are for `search` in the words that end at the noun, and for `match` at its end.
    """
    rows: dict[tuple[str, str], list[str]] = {}
    for row in rows_of("not_items.csv"):
        rows.setdefault((row["head"], row["side"]), []).append(row["words"])
    return {
        head: (
            re.compile(rf"\b(?:{'|'.join(rows.get((head, 'before'), ['(?!)']))})[\s-]+$", re.IGNORECASE),
            re.compile(rf"[\s-]+(?:{'|'.join(rows.get((head, 'after'), ['(?!)']))})(?!\w)", re.IGNORECASE),
        )
        for head, _ in rows
    }


@cache
def calibres_mm() -> dict[float, str]:
    """Calibres in service, in millimetres, with what they are mostly of (calibres.csv)."""
    return {float(row["mm"]): row["of"] for row in rows_of("calibres.csv")}


@cache
def item_modifiers() -> tuple[str, ...]:
    """Words that belong to an item's name before its noun, longest first."""
    return tuple(sorted({row["modifier"] for row in rows_of("item_modifiers.csv")}, key=lambda m: (-len(m), m)))


def _good(row: dict[str, str], words: tuple[str, ...]) -> Good:
    return Good(words, row["class"] or None, row["wassenaar_ml"] or None, row["hs"] or None)


def _first_runs(pattern: str) -> set[str]:
    """The runs of letters that come first in a pattern or one of its alternatives, outside its classes and escapes."""
    runs = re.findall(r"(?:^|\|)[^A-Za-z| ]*([A-Za-z]+)", re.sub(r"\[[^\]]*\]|\\[a-z]|\(\?<?[=!][^)]*\)", "", pattern))
    return {form for run in runs for form in (run, run.removesuffix("s"))} - {""}
