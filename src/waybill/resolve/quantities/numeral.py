"""A number as it was written, before anything around it is read."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
"""The scale words of English."""


class Numeral(Struct, frozen=True):
    """A number as written, half-open offsets. `figures` are the numbers said after scale, `scale` the scale word's factor.

    `style`: figures, words, fraction, size (vague words with a scale), few (vague words that need a counted noun).
    """

    start: int
    end: int
    low: float
    high: float | None
    figures: tuple[float, ...]
    style: Literal["figures", "words", "fraction", "size", "few"]
    scale: float = 1.0

    @property
    def vague(self) -> bool:
        """True where no number was said, only a size."""
        return self.style in ("size", "few")


def scaled(numeral: Numeral, factor: float, end: int | None = None) -> Numeral:
    """The same number times a scale word it shares or that follows; it then ends at offset `end`."""
    times = [float(f"{n * factor:.12g}") for n in (numeral.low, numeral.high or 0.0)]
    return replace(
        numeral,
        end=end or numeral.end,
        low=times[0],
        high=None if numeral.high is None else times[1],
        figures=tuple(float(f"{n * factor:.12g}") for n in numeral.figures),
        scale=factor,
    )


def any_of(words: Iterable[str]) -> str:
    """A regular expression's alternatives for these words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
