"""Numbers as reports write them: figures, words, fractions, and words that name only a size."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from waybill.model.parse import Parse

_ONES = tuple(re.findall(r"\w+", "zero one two three four five six seven eight nine ten eleven twelve")) + tuple(
    f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")
)
_TENS = tuple(f"{stem}ty" for stem in ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"))
_SMALL = {word: float(n) for n, word in enumerate(_ONES)} | {word: 10.0 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SYMBOLS = {"k": 1e3, "mil": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

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
    "several": (2, 9.999),
    "multiple": (2, 9.999),
    "a few": (2, 5),
    "few": (2, 5),
    "a handful of": (2, 5),
    "a couple of": (2, 2),
    "a couple": (2, 2),
    "couple of": (2, 2),
}
"""Words that multiply a scale ("several hundred" is 200 to 999), or count a noun alone."""

_SEVERAL_DOZEN = (24.0, 99.0)


@dataclass(frozen=True, slots=True)
class Numeral:
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


def _any(words: object) -> str:
    return "|".join(sorted(map(str, words), key=len, reverse=True))  # type: ignore[call-overload]


_SCALE_WORDS = _any(_SCALES)
_NUMBER_WORD = rf"(?:(?:{_any(_TENS)})(?:[\s-](?:{_any(_ONES[1:10])}))?|{_any(_ONES)})"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,3}(?:[ ]\d{3})*[ ]000(?![\d,])|\d+)"

_FIGURES = re.compile(
    rf"""(?P<digits>\.\d+|{_DIGITS}(?:\.\d+)?)(?P<glyph>[{"".join(_GLYPHS)}])?
    (?:(?P<words>(?:[\s-]+(?:{_SCALE_WORDS})s?\b)+)
    |\s?(?P<symbol>mln|mil|mn|bn|tn)\b
    |\s?[x×]\s?10\^?(?P<power>[-−–]?\d+))?""",
    re.VERBOSE,
)
_WORDS = re.compile(
    rf"""(?:(?:an?|one)[\s-]+(?={_SCALE_WORDS})|{_NUMBER_WORD}\b)
    (?:[\s-]+and[\s-]+a[\s-]+half\b)?
    (?:[\s-]*(?:{_SCALE_WORDS})\b(?:[\s-]+and[\s-]+a[\s-]+half\b)?(?:[\s-]+(?:and[\s-]+)?{_NUMBER_WORD}\b(?![\s-]+(?:to|or)\b))?)*""",
    re.VERBOSE | re.IGNORECASE,
)
_HALF_A = re.compile(rf"half(?:[\s-]+an?)?[\s-]+(?P<scale>{_SCALE_WORDS})\b", re.IGNORECASE)
_FRACTION = re.compile(
    rf"""(?:(?P<count>an?|{_NUMBER_WORD})[\s-]+)?(?P<part>{_any(_PARTS)})s?(?=\s+of\b|\s+(?:the|its|their|all|that|those)\b)
    |(?P<top>\d+)[/⁄](?P<bottom>\d+)(?=\s+of\b)|(?P<glyph>[{"".join(_GLYPHS)}])""",
    re.VERBOSE | re.IGNORECASE,
)
_SIZE = re.compile(rf"(?:(?:many|several|some)\s+)?(?P<plural>{_any(_PLURALS)})\b", re.IGNORECASE)
_TIMES = re.compile(rf"(?P<several>{_any(_SEVERAL)})\s+\[?(?P<scale>{_SCALE_WORDS})s?\b\]?", re.IGNORECASE)
_FEW = re.compile(rf"(?:{_any(_SEVERAL)})\b", re.IGNORECASE)
_DIGIT = re.compile(r"(?<!\d)(?<!\d[.,])(?:\d|(?<![\w.])\.\d|[½¼¾⅓⅔])")

_STARTS = frozenset(
    [*_SMALL, "a", "an", "half", "many", "some", *(p.split()[0] for p in _PLURALS), *(s.split()[0] for s in _SEVERAL)]
)


def read_numerals(parse: Parse) -> Iterator[Numeral]:
    """Every number of the text in order, without overlap; dates, designations and the like are among them."""
    text, behind = parse.text, 0
    for at in sorted({*(m.start() for m in _DIGIT.finditer(text)), *_word_starts(parse)}):
        if at >= behind and (numeral := _numeral_at(text, at)):
            behind = numeral.end
            yield numeral


def _word_starts(parse: Parse) -> Iterator[int]:
    return (start for start, word in zip(parse.start, parse.word, strict=True) if word.lower() in _STARTS)


def _numeral_at(text: str, at: int) -> Numeral | None:
    readers = _BY_FIGURE if not text[at].isalpha() else _BY_WORD
    return next((numeral for reader in readers if (numeral := reader(text, at))), None)


def _figures(text: str, at: int) -> Numeral | None:
    found = _FIGURES.match(text, at)
    if not found:
        return None
    scale = 1.0
    if found["words"]:
        for word in re.findall(r"[a-z]+", found["words"].lower()):
            scale *= _SCALES[word.removesuffix("s")]
    elif found["symbol"]:
        scale = _SYMBOLS[found["symbol"]]
    elif found["power"]:
        scale = 10.0 ** int(found["power"].replace("−", "-").replace("–", "-"))
    value = float(re.sub(r"[^\d.]", "", found["digits"])) + _GLYPHS.get(found["glyph"] or "", 0.0)
    value = float(f"{value * scale:.12g}")
    return Numeral(at, found.end(), value, value, (value,), "figures", scale)


def _words(text: str, at: int) -> Numeral | None:
    found = _WORDS.match(text, at)
    if not found:
        return None
    total, current, scale = 0.0, 0.0, 1.0
    for word in re.findall(r"[a-z]+", found[0].lower()):
        if word in _SMALL:
            current += _SMALL[word]
        elif word == "half":
            current, total = (current + 0.5, total) if current else (0.0, total + scale / 2)
        elif word in ("hundred", "dozen"):
            current, scale = (current or 1.0) * _SCALES[word], _SCALES[word]
        elif word in _SCALES:
            total, current, scale = total + (current or 1.0) * _SCALES[word], 0.0, _SCALES[word]
    value = total + current
    return Numeral(at, found.end(), value, value, (value,), "words", scale)


def _half_a(text: str, at: int) -> Numeral | None:
    found = _HALF_A.match(text, at)
    if not found:
        return None
    value = _SCALES[found["scale"].lower()] / 2
    return Numeral(at, found.end(), value, value, (value,), "words", value * 2)


def _fraction(text: str, at: int) -> Numeral | None:
    found = _FRACTION.match(text, at)
    if not found:
        return None
    if found["glyph"]:
        value = _GLYPHS[found["glyph"]]
    elif found["top"]:
        value = int(found["top"]) / (int(found["bottom"]) or 1)
    elif not found["count"] and found["part"].lower() != "half":
        return None
    else:
        count = re.split(r"[\s-]", (found["count"] or "a").lower())
        value = (sum(_SMALL.get(word, 0.0) for word in count) or 1.0) / _PARTS[found["part"].lower()]
    return Numeral(at, found.end(), value, value, (value,), "fraction")


def _size(text: str, at: int) -> Numeral | None:
    found = _SIZE.match(text, at)
    if not found:
        return None
    plural = re.sub(r"\s+", " ", found["plural"].lower())
    low, high = _PLURALS[plural]
    return Numeral(at, found.end(), low, high, _decade(plural) or _ends(low, high), "size", _DECADES.get(plural, 1.0))


def _decade(plural: str) -> tuple[float, ...]:
    first, _, last = plural.partition(" of ")
    named = _DECADES.get(last or first)
    named = named * _DECADES[first] if named and last else named
    return (named, 10 * named) if named else ()


def _times(text: str, at: int) -> Numeral | None:
    found = _TIMES.match(text, at)
    if not found:
        return None
    several, scale = _SEVERAL[re.sub(r"\s+", " ", found["several"].lower())], found["scale"].lower()
    size = _SCALES[scale]
    low, high = several[0] * size, float(int((several[1] or 9.999) * size))
    if several[1] == 9.999:
        low, high = _SEVERAL_DOZEN if scale == "dozen" else (low, several[0] * 5 * size - 1)
    return Numeral(at, found.end(), low, high, _ends(low, high), "size", size)


def _few(text: str, at: int) -> Numeral | None:
    found = _FEW.match(text, at)
    if not found:
        return None
    low, high = _SEVERAL[re.sub(r"\s+", " ", found[0].lower())]
    high = None if high == 9.999 else high
    return Numeral(at, found.end(), low, high, _ends(low, high), "few")


def _ends(low: float, high: float | None) -> tuple[float, ...]:
    return (low,) if high is None or high == low else (low, high)


_Reader = Callable[[str, int], Numeral | None]
_BY_FIGURE: tuple[_Reader, ...] = (_fraction, _figures)
_BY_WORD: tuple[_Reader, ...] = (_half_a, _fraction, _times, _size, _words, _few)


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
