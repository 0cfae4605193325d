"""Calibres as they stand before an item's noun: "152-mm", "7.62x39", ".50-calibre"; what rounds of one may be."""

import re

_MM = r"[\s-]?(?:mm|millimet(?:re|er)s?)"
_BORES = r"4\.6|5\.45|5\.56|5\.7|5\.8|6\.[58]|7\.62|7\.65|7\.92|8\.6|12\.7|13\.2|14\.5"
"""Of small arms, in millimetres."""
ROUND = (
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?[x×]\d{{2,3}}R?(?:{_MM})?|(?:{_BORES})\s[x×]\s\d{{2,3}}R?(?:{_MM})?"
    rf"|(?:9|2[0357]|3[05]|40)\s[x×]\s(?!1(?:0[05]|2[025]|30|55)\b)\d{{2,3}}{_MM})(?![\w^])"
)
"""A cartridge by the bore and the length of its case: "7.62x39", "12.7 x 108 mm"; "20 x 155 mm" counts guns of a large bore."""
SIZE = rf"{ROUND}|\d{{1,4}}(?:\.\d{{1,2}})?{_MM}"
CALIBRE = rf"(?:{SIZE}|\.\d{{2,3}}[\s-]?cal(?:ib(?:re|er))?)"
AT_START = re.compile(rf"(?<![\w.,]){CALIBRE}(?!\w)")

_MM_AN_INCH = 25.4
_LARGE_FROM_MM = 20
"""Cannon begin at 20 mm (Wassenaar ML1 and ML2 part at 20 mm)."""

_SHELL_OR_ROCKET_MM = 122
"""122 mm rounds are shells of howitzers or rockets of the BM-21: the noun must say."""

_COUNT = (
    r"(?:half a|[\d.,]+|two|three|four|five|six|seven|eight|nine|ten|several|some|about|around|nearly|over|up to|more than)"
)
_ELIDED = re.compile(
    rf"(?<![\w.,])(?P<calibre>{CALIBRE})(?:s?\s*(?:,|and|or|/)\s*)+(?:(?:{_COUNT}|hundred|thousand|million)\s+){{0,4}}$"
)
_REACH = 60
"""Code points an elided calibre may lie before the next one: our convention."""


def calibre_mm(words: str) -> float | None:
    """The bore in millimetres, None without a calibre: of "7.62x39" the first number, of ".50-calibre" (inches) 12.7."""
    found = AT_START.search(words)
    number = re.match(r"[.\d]+", found[0]) if found else None
    if number is None:
        return None
    bore = float(number[0])
    return round(bore * _MM_AN_INCH, 2) if number[0].startswith(".") else bore


def plain(words: str) -> str:
    """The words with every calibre written as "152 mm", with the length of a case as "7.62x39 mm"."""
    return re.sub(rf"(\dR?){_MM}\b-?", r"\1 mm", re.sub(r"(?<=\d)\s?[x×]\s?(?=\d)", "x", words))


def elided_before(text: str, start: int) -> re.Match[str] | None:
    """The calibre without a noun of its own before another at `start`: "152 mm or half a million" before "122 mm rounds"."""
    return _ELIDED.search(text, max(0, start - _REACH), start)


def classes_of_rounds(millimetres: float, said: str | None) -> tuple[str | None, ...]:
    """The class of rounds of a calibre, and the classes it may be if that stays open; `said` is what their words call them.

    152 mm rounds are for guns, 7.62 mm rounds for small arms, 122 mm rounds may be shells or rockets.
    """
    if millimetres < _LARGE_FROM_MM:
        return ("ammunition_small",)
    if millimetres == _SHELL_OR_ROCKET_MM and said == "unspecified":
        return ("unspecified", "ammunition_large", "rocket")
    return ("ammunition_large",)
