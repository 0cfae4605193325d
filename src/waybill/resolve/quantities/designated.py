"""Numbers that are part of a name: designations, calibres, identifiers, list marks, coordinates."""

import re
from functools import cache

from waybill.model.parse import Parse
from waybill.reference.designators import designators
from waybill.reference.munitions import calibres_mm
from waybill.reference.numbers import number_words
from waybill.reference.units import units
from waybill.resolve.calibres import ROUND
from waybill.resolve.quantities.numeral import Numeral, any_of
from waybill.resolve.quantities.signs import currency_before

_GLUED = re.compile(r"[^\W\d_]\Z|[^\W\d_](?:[-–]$|[/’'.]\Z)|_\Z")
"""Letters at a number; a line's end parts them from it, but for a hyphen's."""
_GLUED_ALLOWED = re.compile(r"\b(?i:sub|minus|plus)-\Z|\ba-\Z")
_CHAIN = re.compile(r"-(?:for|to|on|in|by)-|([-–/.])\d+\1\d|[/x×]\d|[°º]\s?\d|\s?°?\s?[NSEW]\b(?!\s?[A-Za-z])")
_CHAIN_BEFORE = re.compile(r"\d[/:x×.]\Z|\d([-–.])\d+\1\Z|°\s?$|#\Z|№\s?$|=[\"']?\Z")
_LIST_MARK = re.compile(r"(?:^|\n)[ \t]*[(\[]?$")
_BRACKETED = (("[", "]"), ("(", ")"))
_CALIBRE_CHAIN = re.compile(
    r"(?:(?:-?,\s*|-?,?\s+(?:and|or|to)\s+|[-–])[\d.]+){0,6}"
    r"(?:[\s-]?mm\b|[\s-]millimet(?:re|er)s?\b|[\s-]cal(?:ib(?:re|er))?\b)"
    r"(?!\s+(?:of|in|long|wide|thick|deep|high|tall|apart)\b)"
)
_ROUND = re.compile(ROUND)
_DEGREES = re.compile(r"°?\s?[NS]?,\s*[-−]?1?\d{1,2}\.\d{3,}|°\s?\d")
_DEGREES_BEFORE = re.compile(
    r"\d\.\d{3,}°?\s?[NS]?,\s*[-−]?$|\b(?:coordinates|latitude|longitude|lat|lon)(?:\s+(?:of|at|are|were))?:?\s+(?:[-−]?\d+\.\d+°?[^\w\n]{1,3})?[-−]?$",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:first|second|latter|former|last|early|later?|this|that|upper|lower|next|previous|opening|closing|better|(?:north|south|east|west)ern)"
    r"[\s-]+$",
    re.IGNORECASE,
)
_LONGEST_PLAIN = 6
"""Digits in a row that can be an amount; longer ones are identifiers (our convention: an IMO number has 7)."""
_JOINTS = (",", "-", "–", "and", "or", "to", "through")
"""What parts the numbers of a list: "pages 3, 4 and 7"."""
_NEAR, _FAR = 30, 60
"""Code points that what names a number stands before it; the further where numbers are listed."""


def is_glued(parse: Parse, numeral: Numeral) -> bool:
    """A number behind letters.

    | The T-72, the X6, the A-10 and COVID-19. ->
    | They moved 2k-2.5k crates and 5kg-7kg of tea. -> 2k-2.5k crates [2000..2500 crate range]; 5kg-7kg [5..7 kilogram range]
    | They moved sub-300 crates for USD1,700. -> sub-300 crates [..300 crate <]; USD1,700 [1700 USD]
    """
    before = _before(parse, numeral)
    if not _GLUED.search(before) or _GLUED_ALLOWED.search(before) or _scaled_before().search(before):
        return False
    return currency_before(parse.text, numeral.start)[0] is None


@cache
def _scaled_before() -> re.Pattern[str]:
    """A number with its scale or its unit, and the dash of a range: "2k-"."""
    marks = {*number_words("letter", "symbol"), *(s for unit in units() for s in unit.symbols if s.isalpha())}
    return re.compile(rf"(?<![\w.,/-])\d[\d.,]*\s?(?:{any_of(marks)})[-–]\Z")


def is_in_chain(parse: Parse, numeral: Numeral) -> bool:
    """Numbers and signs in a row.

    | On 2023-10-13 and 13/10/2023 the 4x4 with #5 got 192.168.1.1 at 42.23 N. ->
    """
    if numeral.style != "figures":
        return False
    return bool(_CHAIN.match(parse.text, numeral.end) or _CHAIN_BEFORE.search(_before(parse, numeral)))


def is_designation(parse: Parse, numeral: Numeral) -> bool:
    """A number behind the noun it names one of.

    | Resolution 1718, paragraph 8, is cited with pages 3, 4 and 7, rows 21-24 and No. 14 to 18. ->
    | They number 500 men. -> 500 men [500 man]
    """
    if numeral.scale != 1 or numeral.vague or "," in parse.text[numeral.start : numeral.end]:
        return False
    found = designator_before(parse.text, numeral.start)
    token = parse.token_at(found.start("word")) if found else None
    return token is not None and not parse.tag[token].startswith(("VB", "MD"))


def designator_before(text: str, start: int) -> re.Match[str] | None:
    """The noun that a number names one of; the search is slow and rarely finds one, so the last letters are asked first."""
    back = max(0, start - _FAR)
    before = text[back:start]
    said = before.rstrip().rstrip(".").lower()
    may_be = said.endswith(_designator_ends()) or (said.endswith(_JOINTS) and any(map(str.isdigit, before)))
    return designator().search(text, back, start) if may_be else None


@cache
def _designator_ends() -> tuple[str, ...]:
    return (*designators(), *_several())


@cache
def _several() -> frozenset[str]:
    """The designators of more than one."""
    plurals = (f"{word}{'es' if word.endswith('x') else 's'}" for word in designators() if len(word) > 2)
    return frozenset([*plurals, "no", "nos", "pp"])


@cache
def designator() -> re.Pattern[str]:
    """The nouns that numbers name one of, with the numbers listed before; for `search` in what ends at the number."""
    return re.compile(
        rf"\b(?P<word>(?:{any_of(designators())})\.?\s+|(?:{any_of(_several())})\.?\s+(?:\d+\w?(?:,|,?\s+(?:and|or|to|through)|\s?[-–])\s*){{0,6}})$",
        re.IGNORECASE,
    )


def is_list_mark(parse: Parse, numeral: Numeral) -> bool:
    """A number that opens a line, or a small one alone in brackets.

    | 1. See note [12] and (3). ->
    """
    if numeral.style != "figures" or numeral.scale != 1:
        return False
    before, after = parse.text[max(0, numeral.start - 1) : numeral.start], parse.text[numeral.end : numeral.end + 1]
    if (before, after) in _BRACKETED and numeral.low < 100:
        return True
    return after in (".", ")") and bool(_LIST_MARK.search(_before(parse, numeral)))


def is_identifier(parse: Parse, numeral: Numeral) -> bool:
    """Many digits in a row that are not round, or a nought in front.

    | The hull 9179842 passed 0600 and 00441. ->
    | They moved 1200000 shells. -> 1200000 shells [1200000 shell]
    """
    said = parse.text[numeral.start : numeral.end]
    if not said.isdigit() or numeral.unclear:
        return False
    is_long = len(said) > _LONGEST_PLAIN and not said.endswith("000")
    return is_long or (len(said) > 1 and said[0] == "0")


def is_calibre(parse: Parse, numeral: Numeral) -> bool:
    """A calibre, alone or in a list.

    | The 152 mm gun, the 122-mm launcher and the .50 cal. ->
    | Guns of 122, 130 and 152 mm fired 7.62x39mm rounds. ->
    | Crates of 12.7 x 108 mm and 9 x 19 mm rounds burnt. ->
    """
    if numeral.style != "figures" or (numeral.low not in calibres_mm() and numeral.low >= 1):
        return False
    if _ROUND.match(parse.text, numeral.start):
        return True
    found = _CALIBRE_CHAIN.match(parse.text, numeral.end)
    return found is not None and (numeral.low >= 1 or "cal" in found[0])


def is_coordinate(parse: Parse, numeral: Numeral) -> bool:
    """One of two degrees.

    | It lay at 42.2341, 130.3012 near the coordinates 42.23, 130.30. ->
    """
    if numeral.style != "figures" or numeral.low == int(numeral.low):
        return False
    return bool(_DEGREES.match(parse.text, numeral.end) or _DEGREES_BEFORE.search(_before(parse, numeral)))


def is_ordered_half(parse: Parse, numeral: Numeral) -> bool:
    """A half that comes first or second is a time or a side, no share.

    | The first half of the year and the northern half of the pier were quiet. ->
    """
    return numeral.style == "fraction" and bool(_ORDERED.search(_before(parse, numeral)))


def _before(parse: Parse, numeral: Numeral) -> str:
    return parse.text[max(0, numeral.start - _NEAR) : numeral.start]
