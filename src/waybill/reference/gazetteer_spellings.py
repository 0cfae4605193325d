"""How English reports spell names that GeoNames romanises by the letter, one rule a line with its example."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ARABIC = frozenset("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())  # noqa: SIM905 - reads as a line
_RUSSIAN = frozenset("BY KG KZ RU TJ TM UA UZ".split())  # noqa: SIM905
_PERSIAN = frozenset(("AF", "IR"))


class Spelling(NamedTuple):
    """In names of these countries (ISO 3166) as they are compared, what matches is also written so; `example`: from, to."""

    countries: frozenset[str]
    pattern: re.Pattern[str]
    written: str
    example: tuple[str, str]


SPELLINGS = (
    Spelling(_ARABIC, re.compile(r"(?<=..)ah$"), "a", ("shabwah", "shabwa")),
    Spelling(_ARABIC, re.compile(r"^(?:ad|adh|an|ar|as|ash|at|ath|az|el) (?=...)"), "al ", ("as salif", "al salif")),
    Spelling(_ARABIC, re.compile(r"iyah$"), "iya", ("al ladhiqiyah", "al ladhiqiya")),
    Spelling(_RUSSIAN, re.compile(r"(?:iy|yy)\b"), "y", ("nizhniy tagil", "nizhny tagil")),
    Spelling(_RUSSIAN, re.compile(r"iya\b"), "ia", ("buryatiya", "buryatia")),
    Spelling(_RUSSIAN, re.compile(r"oy$"), "oi", ("dzhankoy", "dzhankoi")),
    Spelling(_RUSSIAN, re.compile(r"^ye(?=..)"), "e", ("yeysk", "eysk")),
    Spelling(_PERSIAN, re.compile(r"(?<=...) e (?=...)"), " ", ("bandar e abbas", "bandar abbas")),
)
"""Reviewed in November 2026 against the two romanisations as they are generally known; MIT like the rest."""


def spellings(iso2: str, key: str) -> Iterator[str]:
    """The other spellings of a name of that country, as names are compared."""
    for rule in SPELLINGS:
        if iso2 in rule.countries:
            written = rule.pattern.sub(rule.written, key)
            if written != key:
                yield written


_OF_A_SEAT = re.compile(r"^(\w{4}).*\b(oblast|kray|oblys|voblasc)", re.IGNORECASE)
_CLASS = {"oblast": "Oblast", "kray": "Krai", "oblys": "Region", "voblasc": "Region"}


def seat_of(key: str) -> tuple[str, str] | None:
    """How the chief town's name begins after which a subdivision is called ("rostovskaya oblast"), and its class in English."""
    found = _OF_A_SEAT.match(key)
    return (found[1], _CLASS[found[2].lower()]) if found else None
