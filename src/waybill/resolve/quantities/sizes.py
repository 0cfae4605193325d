"""Words that name a size and no number: dozens, several hundred, a few."""

import re

from waybill.reference.numbers import size_words
from waybill.resolve.quantities.numeral import SCALES, Numeral, any_of

_SIZES, _FEW = size_words("size"), size_words("few")
_NAMED = re.compile(rf"(?:(?:many|several|some)\s+)?(?P<size>{any_of(_SIZES)})\b", re.IGNORECASE)
_TIMES = re.compile(rf"(?P<few>{any_of(_FEW)})\s+\[?(?P<scale>{any_of(SCALES)})s?\b\]?", re.IGNORECASE)
_ALONE = re.compile(rf"(?:{any_of(_FEW)})\b", re.IGNORECASE)

STARTS = frozenset(["many", "some", *(words.split()[0] for words in (*_SIZES, *_FEW))])
"""The first words of everything this module reads, in lower case."""


def named_size(text: str, at: int) -> Numeral | None:
    """A plural that names a size, or None.

    | several tens of thousands of shells -> several tens of thousands of shells [20000..99999 shell range vague]
    """
    found = _NAMED.match(text, at)
    if not found:
        return None
    size = _SIZES[_plain(found["size"])]
    scale = size.figures[0] if size.figures else 1.0
    return Numeral(at, found.end(), size.low, size.high, size.figures or _ends(size.low, size.high), "size", scale)


def scaled_size(text: str, at: int) -> Numeral | None:
    """A few of a scale word, or None.

    | several hundred trucks -> several hundred trucks [200..999 truck range vague]
    | a few dozen trucks -> a few dozen trucks [24..60 truck range vague]
    | several dozen trucks -> several dozen trucks [24..99 truck range vague]
    """
    found = _TIMES.match(text, at)
    if not found:
        return None
    size, scale = _FEW[_plain(found["few"])], SCALES[found["scale"].lower()]
    low, high = size.low * scale, size.high * scale if size.high else 10 * scale - 1
    if scale == SCALES["dozen"] and size.high is None:
        low, high = _SIZES["dozens"].low, _SIZES["dozens"].high or high
    return Numeral(at, found.end(), low, high, _ends(low, high), "size", scale)


def few(text: str, at: int) -> Numeral | None:
    """Words that are an amount only before a counted noun, or None.

    | a few trucks and a few days -> a few trucks [2..5 truck range vague]
    """
    found = _ALONE.match(text, at)
    if not found:
        return None
    size = _FEW[_plain(found[0])]
    return Numeral(at, found.end(), size.low, size.high, _ends(size.low, size.high), "few")


def _ends(low: float, high: float | None) -> tuple[float, ...]:
    return (low,) if high is None or high == low else (low, high)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
