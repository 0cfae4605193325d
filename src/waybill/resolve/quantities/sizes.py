"""Words that name a size and no number: dozens, several hundred, a few."""

import re

from waybill.resolve.quantities.numeral import SCALES, Numeral, any_of

_PLURALS: dict[str, tuple[float, float | None]] = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2e6, None),
    "tens of millions": (20e6, 99_999_999),
    "hundreds of millions": (200e6, 999_999_999),
    "billions": (2e9, None),
    "tens of billions": (20e9, 99_999_999_999),
    "hundreds of billions": (200e9, 999_999_999_999),
}
"""Plurals that name a size, as closed intervals: the contract of `--json`; scores and billions continue it (our convention)."""

_DECADES = {"tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
"""The number a plural names; with "tens of" or "hundreds of" before it so many times more."""

_SEVERAL: dict[str, tuple[float, float | None]] = {
    "several": (2, None),
    "multiple": (2, None),
    "a few": (2, 5),
    "few": (2, 5),
    "a handful of": (2, 5),
    "a couple of": (2, 2),
    "a couple": (2, 2),
    "couple of": (2, 2),
}
"""Words that multiply a scale ("several hundred" is 200 to 999), or count a noun alone; None is "below the next ten"."""

_SIZE = re.compile(rf"(?:(?:many|several|some)\s+)?(?P<plural>{any_of(_PLURALS)})\b", re.IGNORECASE)
_TIMES = re.compile(rf"(?P<several>{any_of(_SEVERAL)})\s+\[?(?P<scale>{any_of(SCALES)})s?\b\]?", re.IGNORECASE)
_FEW = re.compile(rf"(?:{any_of(_SEVERAL)})\b", re.IGNORECASE)

STARTS = frozenset(["many", "some", *(p.split()[0] for p in _PLURALS), *(s.split()[0] for s in _SEVERAL)])
"""The first words of everything this module reads, in lower case."""


def named_size(text: str, at: int) -> Numeral | None:
    """ "dozens", "tens of thousands" at an offset, or None."""
    found = _SIZE.match(text, at)
    if not found:
        return None
    plural = _plain(found["plural"])
    low, high = _PLURALS[plural]
    return Numeral(at, found.end(), low, high, _decade(plural) or _ends(low, high), "size", _DECADES.get(plural, 1.0))


def _decade(plural: str) -> tuple[float, ...]:
    first, _, last = plural.partition(" of ")
    named = _DECADES.get(last or first)
    named = named * _DECADES[first] if named and last else named
    return (named, 10 * named) if named else ()


def scaled_size(text: str, at: int) -> Numeral | None:
    """ "several hundred", "a few dozen" at an offset, or None."""
    found = _TIMES.match(text, at)
    if not found:
        return None
    several, scale = _SEVERAL[_plain(found["several"])], found["scale"].lower()
    size = SCALES[scale]
    low, high = several[0] * size, several[1] * size if several[1] else 10 * size - 1
    if scale == "dozen" and several[1] is None:
        low, high = _PLURALS["dozens"][0], 99
    return Numeral(at, found.end(), low, high, _ends(low, high), "size", size)


def few(text: str, at: int) -> Numeral | None:
    """ "a few", "multiple" at an offset, or None; they are amounts only before a counted noun."""
    found = _FEW.match(text, at)
    if not found:
        return None
    low, high = _SEVERAL[_plain(found[0])]
    return Numeral(at, found.end(), low, high, _ends(low, high), "few")


def _ends(low: float, high: float | None) -> tuple[float, ...]:
    return (low,) if high is None or high == low else (low, high)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())
