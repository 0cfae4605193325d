"""Numbers as reports write them: figures, words, fractions, and words that name only a size."""

import re
from collections.abc import Callable, Iterator

from waybill.model.parse import Parse
from waybill.resolve.quantities.numeral import SCALES, Numeral, any_of
from waybill.resolve.quantities.sizes import STARTS, few, named_size, scaled_size

_ONES = tuple(re.findall(r"\w+", "zero one two three four five six seven eight nine ten eleven twelve")) + tuple(
    f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")
)
_TENS = tuple(f"{stem}ty" for stem in ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"))
_SMALL = {word: float(n) for n, word in enumerate(_ONES)} | {word: 10.0 * n for n, word in enumerate(_TENS, 2)}
_SYMBOLS = {"k": 1e3, "mil": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_SCALE_WORDS = any_of(SCALES)
_NUMBER_WORD = rf"(?:(?:{any_of(_TENS)})(?:[\s-](?:{any_of(_ONES[1:10])}))?|{any_of(_ONES)})"
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
    rf"""(?:(?P<count>an?|{_NUMBER_WORD})[\s-]+)?(?P<part>{any_of(_PARTS)})s?(?=\s+of\b|\s+(?:the|its|their|all|that|those)\b)
    |(?P<top>\d+)[/⁄](?P<bottom>\d+)(?=\s+of\b)|(?P<glyph>[{"".join(_GLYPHS)}])""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"(?<!\d)(?<!\d[.,])(?:\d|(?<![\w.])\.\d|[½¼¾⅓⅔])")

_STARTS = STARTS | frozenset([*_SMALL, "a", "an", "half"])


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
            scale *= SCALES[word.removesuffix("s")]
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
            current, scale = (current or 1.0) * SCALES[word], SCALES[word]
        elif word in SCALES:
            total, current, scale = total + (current or 1.0) * SCALES[word], 0.0, SCALES[word]
    value = total + current
    return Numeral(at, found.end(), value, value, (value,), "words", scale)


def _half_a(text: str, at: int) -> Numeral | None:
    found = _HALF_A.match(text, at)
    if not found:
        return None
    value = SCALES[found["scale"].lower()] / 2
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


_Reader = Callable[[str, int], Numeral | None]
_BY_FIGURE: tuple[_Reader, ...] = (_fraction, _figures)
_BY_WORD: tuple[_Reader, ...] = (_half_a, _fraction, scaled_size, named_size, _words, few)
