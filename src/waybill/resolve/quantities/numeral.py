"""A number as it was written, before anything around it is read."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from waybill.reference.numbers import number_words

SCALES = number_words("scale")
"""The scale words of English, with India's."""


class Numeral(Struct, frozen=True):
    """A number as written, half-open offsets. `figures` are the numbers said after scale, `scale` the scale word's factor.

    `style`: figures, words, fraction, size (vague words with a scale), few (vague words that need a counted noun).
    `unclear` says why the figures may mean another number; `others` are these numbers, the likelier first.
    """

    start: int
    end: int
    low: float
    high: float | None
    figures: tuple[float, ...]
    style: Literal["figures", "words", "fraction", "size", "few"]
    scale: float = 1.0
    unclear: str | None = None
    others: tuple[float, ...] = ()

    @property
    def vague(self) -> bool:
        """True where no number was said, only a size."""
        return self.style in ("size", "few")


def numeral_of(
    start: int, end: int, value: float, style: Literal["figures", "words", "fraction"], scale: float = 1.0
) -> Numeral:
    """The numeral of one number, rounded to twelve digits: what a scale leaves behind is no figure anyone said."""
    value = rounded(value)
    return Numeral(start, end, value, value, (value,), style, scale)


def scaled(numeral: Numeral, factor: float, end: int | None = None) -> Numeral:
    """The same number times a scale word it shares or that follows; it then ends at offset `end`."""
    return replace(
        numeral,
        end=end or numeral.end,
        low=rounded(numeral.low * factor),
        high=None if numeral.high is None else rounded(numeral.high * factor),
        figures=tuple(rounded(n * factor) for n in numeral.figures),
        scale=factor,
        others=tuple(rounded(n * factor) for n in numeral.others),
    )


def rounded(number: float) -> float:
    """The number to twelve digits: 1.1 times a thousand is 1,100."""
    return float(f"{number:.12g}")


def any_of(words: Iterable[str]) -> str:
    """A regular expression's alternatives for these words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
