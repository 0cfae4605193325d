"""Numbers as reports write them: figures, words, fractions, and words that name only a size."""

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.reference.numbers import number_words
from waybill.resolve.quantities.figures import read_figures
from waybill.resolve.quantities.numeral import SCALES, Numeral, any_of, numeral_of, scaled
from waybill.resolve.quantities.sizes import STARTS, few, named_size, scaled_size

_SMALL = number_words("none", "one", "teen", "ten")
_SYMBOLS = number_words("symbol")
_PARTS = number_words("part")
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(f"{_RAISED}⁻−–", "0123456789---")

_SCALE_WORDS = any_of(SCALES)
_NUMBER_WORD = rf"(?:(?:{any_of(number_words('ten'))})(?:[\s-](?:{any_of(number_words('one'))}))?|{any_of(_SMALL)})"
_PART_WORD = rf"(?:half|halves|(?:{any_of(_PARTS)})s?)"
_AND_A_PART = rf"(?:[\s-]+and[\s-]+(?:an?|one|two|three)[\s-]+{_PART_WORD}\b)"

_AFTER_FIGURES = re.compile(
    rf"""(?:[\s-](?P<top>[1-7])[/⁄](?P<bottom>[2-8])(?![\d/])|(?P<glyph>[{"".join(_GLYPHS)}]))?
    (?:(?P<words>(?:[\s-]+(?:{_SCALE_WORDS})s?\b){{1,2}})
    |\s?(?P<symbol>{any_of(_SYMBOLS)})\b
    |\s?[x×]\s?10(?:(?:\^|(?=−))(?P<power>[-−–]?\d{{1,2}})(?!\d)|(?P<raised>⁻?[{_RAISED}]{{1,2}})))?""",
    re.VERBOSE,
)
_WORDS = re.compile(
    rf"""(?:(?:an?|one)[\s-]+(?={_SCALE_WORDS})|{_NUMBER_WORD}\b)
    {_AND_A_PART}?
    (?:[\s-]*(?:{_SCALE_WORDS})\b{_AND_A_PART}?(?:[\s-]+(?:and[\s-]+)?{_NUMBER_WORD}\b(?![\s-]+(?:to|or)\b))?){{0,5}}""",
    re.VERBOSE | re.IGNORECASE,
)
_PART_OF_SCALE = re.compile(
    rf"(?:(?:(?P<count>an?|one|two|three)[\s-]+)?(?P<part>{_PART_WORD}))(?:\s+of)?(?:[\s-]+an?)?[\s-]+(?P<scale>{_SCALE_WORDS})\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"""(?:(?P<count>an?|{_NUMBER_WORD})[\s-]+)?(?P<part>{_PART_WORD})\b
    (?=\s+of\b|\s+(?:the|its|their|all|that|those)\b|\s+(?:was|were|is|are|has|have|had)\b|(?P<ended>[.,;]|$))
    |(?P<top>\d{{1,3}})[/⁄](?P<bottom>\d{{1,3}})(?=\s+of\b)|(?P<glyph>[{"".join(_GLYPHS)}])""",
    re.VERBOSE | re.IGNORECASE,
)
_ODDS = re.compile(
    rf"""(?P<top>[1-9]|{_NUMBER_WORD})\s+in\s+(?:every\s+)?(?P<bottom>[2-9]|10|20|100|1,000|{_NUMBER_WORD})\b
    (?![.,]\d|-|\s*%|\s+(?:different|separate|{_SCALE_WORDS}|(?:second|minute|hour|day|week|month|year)s?)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_WHOLE_PARTS = (2, 4)
"""Halves and quarters may stand right before a scale word; "a third million" is the million after the second."""
_BY = re.compile(r"\bby\s$", re.IGNORECASE)
_DIGIT = re.compile(r"[\d.½¼¾⅓⅔⅛](?<!\d.)(?<!\d[.,].)(?:(?<!\.)|(?<![\w.]\.)\d)")
"""Where figures may begin; the sign stands first so that the search skips to it."""

_STARTS = STARTS | frozenset([*_SMALL, *_PARTS, "a", "an", "half"])


def read_numerals(parse: Parse) -> Iterator[Numeral]:
    """Every number of the text in order, without overlap; dates, designations and the like are among them."""
    text, behind = parse.text, 0
    for at in sorted({*(m.start() for m in _DIGIT.finditer(text)), *_word_starts(parse)}):
        if at >= behind and (numeral := numeral_at(text, at)):
            behind = numeral.end
            yield numeral


def numeral_at(text: str, at: int) -> Numeral | None:
    """The number that is written at an offset, or None."""
    readers = _BY_FIGURE if not text[at].isalpha() else _BY_WORD
    for reader in readers:
        if numeral := reader(text, at):
            return numeral
    return None


def _word_starts(parse: Parse) -> Iterator[int]:
    return (start for start, word in zip(parse.start, parse.word, strict=True) if word.lower() in _STARTS)


def _figures(text: str, at: int) -> Numeral | None:
    """Figures with the scale behind them.

    | 3 million rounds -> 3 million rounds [3000000 round]
    | 2½ million rounds -> 2½ million rounds [2500000 round]
    | 1 1/2 million rounds -> 1 1/2 million rounds [1500000 round]
    | 2 lakh crore rupees -> 2 lakh crore rupees [2000000000000 INR]
    | 1.5 x 10^6 rounds -> 1.5 x 10^6 rounds [1500000 round]
    | 2 × 10⁶ rounds -> 2 × 10⁶ rounds [2000000 round]
    | 3 x 105 mm howitzers -> 3 x 105 mm howitzers [3 howitzer]
    """
    figures = read_figures(text, at)
    if not figures:
        return None
    found = _AFTER_FIGURES.match(text, figures.end)
    if found is None:
        return None
    extra = int(found["top"]) / int(found["bottom"]) if found["top"] else _GLYPHS.get(found["glyph"] or "", 0.0)
    numeral = numeral_of(at, found.end(), figures.value + extra, "figures")
    factor = _scale_after(found)
    numeral = replace(numeral, unclear=figures.unclear, others=figures.others)
    return numeral if factor is None else scaled(numeral, factor)


def _scale_after(found: re.Match[str]) -> float | None:
    if found["words"]:
        factor = 1.0
        for word in re.findall(r"[a-z]+", found["words"].lower()):
            factor *= SCALES[word.removesuffix("s")]
        return factor
    if found["symbol"]:
        return _SYMBOLS[found["symbol"]]
    power = found["power"] or found["raised"]
    return 10.0 ** int(power.translate(_PLAIN)) if power else None


def _words(text: str, at: int) -> Numeral | None:
    """Numbers in words.

    | two hundred and fifty trucks -> two hundred and fifty trucks [250 truck]
    | one and a half million rounds -> one and a half million rounds [1500000 round]
    | two and three-quarter million rounds -> two and three-quarter million rounds [2750000 round]
    | a million and a half rounds -> a million and a half rounds [1500000 round]
    """
    found = _WORDS.match(text, at)
    if not found:
        return None
    total, current, scale, count = 0.0, 0.0, 1.0, 1.0
    words = re.findall(r"[a-z]+", found[0].lower())
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if part := _part(after):
            count = _SMALL.get(word, 1.0)
        elif part := _part(word):
            current, total = (current + count / part, total) if current else (0.0, total + scale * count / part)
        elif word in _SMALL:
            current += _SMALL[word]
        elif word in ("hundred", "dozen"):
            current, scale = (current or 1.0) * SCALES[word], SCALES[word]
        elif word in SCALES:
            total, current, scale = total + (current or 1.0) * SCALES[word], 0.0, SCALES[word]
    return numeral_of(at, found.end(), total + current, "words", scale)


def _part(word: str) -> float | None:
    return 2.0 if word == "halves" else _PARTS.get(word) or _PARTS.get(word.removesuffix("s"))


def _part_of_scale(text: str, at: int) -> Numeral | None:
    """A part of a scale word.

    | half a million rounds -> half a million rounds [500000 round]
    | half a dozen trucks -> half a dozen trucks [6 truck]
    | a quarter of a million rounds -> a quarter of a million rounds [250000 round]
    | three-quarters of a million rounds -> three-quarters of a million rounds [750000 round]
    """
    found = _PART_OF_SCALE.match(text, at)
    part = _part(found["part"].lower()) if found else None
    if not found or not part or (part not in _WHOLE_PARTS and " of" not in found[0]) or (part > 2 and not found["count"]):
        return None
    scale = SCALES[found["scale"].lower()]
    return numeral_of(at, found.end(), scale * _SMALL.get((found["count"] or "").lower(), 1.0) / part, "words", scale)


def _fraction(text: str, at: int) -> Numeral | None:
    """A share of something.

    | half of the rockets -> half [0.5 share subset]
    | two-thirds of the 1,000 crates -> two-thirds [0.666667 share subset]; 1,000 crates [1000 crate]
    | 3/4 of the rockets -> 3/4 [0.75 share subset]
    | Losses fell by a third. -> a third [0.333333 share]
    | Half were duds. -> Half [0.5 share subset]
    | A third, he said, was late. ->
    """
    found = _FRACTION.match(text, at)
    if not found or (found["ended"] is not None and not _is_measured_part(text, at, found)):
        return None
    if found["glyph"]:
        value = _GLYPHS[found["glyph"]]
    elif found["top"]:
        value = int(found["top"]) / (int(found["bottom"]) or 1)
    elif not found["count"] and found["part"].lower() != "half":
        return None
    else:
        count = re.split(r"[\s-]", (found["count"] or "a").lower())
        value = (sum(_SMALL.get(word, 0.0) for word in count) or 1.0) / (_part(found["part"].lower()) or 1.0)
    return numeral_of(at, found.end(), value, "fraction")


def _is_measured_part(text: str, at: int, found: re.Match[str]) -> bool:
    """At the end of a clause: only two-thirds and the like, or "by half"; not "finished a third"."""
    is_share = (found["count"] or "a").lower() not in ("a", "an", "one") or "-" in found[0]
    if is_share and not found["part"].lower().startswith("quarter"):
        return True
    return _BY.search(text, max(0, at - 4), at) is not None


def _odds(text: str, at: int) -> Numeral | None:
    """A share by what one finds among so many.

    | One in three shells failed. -> One in three [0.333333 share subset]
    | 1 in 5 rounds is a dud. -> 1 in 5 [0.2 share subset]
    """
    found = _ODDS.match(text, at)
    if not found:
        return None
    top, bottom = (_figures(text, found.start(n)) or _words(text, found.start(n)) for n in ("top", "bottom"))
    if not top or not bottom or not 0 < top.low < bottom.low:
        return None
    return numeral_of(at, found.end(), top.low / bottom.low, "fraction")


_Reader = Callable[[str, int], Numeral | None]
_BY_FIGURE: tuple[_Reader, ...] = (_odds, _fraction, _figures)
_BY_WORD: tuple[_Reader, ...] = (_odds, _part_of_scale, _fraction, scaled_size, named_size, _words, few)
