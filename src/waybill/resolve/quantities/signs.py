"""What is written right at a number: a currency sign, a minus, a letter for its scale, the same number again in brackets."""

import re
from functools import cache

from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.reference.numbers import number_words
from waybill.reference.units import currencies
from waybill.resolve.quantities.numeral import Numeral, scaled
from waybill.resolve.quantities.numerals import numeral_at

_LETTERS = number_words("letter")
_MINUS = re.compile(r"\bminus[\s-]+$|(?<![\w\d])[−-]\Z", re.IGNORECASE)
_BILLION = re.compile(r" B [a-z]")
_TIMES = re.compile(r"\s?[x×](?=\s)")
_OPENED = re.compile(r"\s\((?=[\w])")
_MONEY = re.compile(r"-(?:euro|dollar|pound|yuan|won|yen|rouble|ruble|rupee|peso|krona|zloty|hryvnia|franc)\b")
_LONGEST_SIGN = 6
"""Code points of the longest currency sign with its blank."""
_LONGEST_MINUS = 7


def currency_before(text: str, start: int) -> tuple[str | None, int]:
    """The currency whose sign or code stands before a number, with where it begins.

    | It cost US$ 300. -> US$ 300 [300 USD]
    | It cost HK $3.7 billion. -> HK $3.7 billion [3700000000 HKD]
    """
    behind = max(0, start - _LONGEST_SIGN)
    found = _currency_sign().search(text[behind:start])
    return (currencies()["".join(found["sign"].split())], behind + found.start()) if found else (None, start)


@cache
def _currency_sign() -> re.Pattern[str]:
    spaced = (re.sub(r"(?<=\w)\\\$", r"\\s?\\$", re.escape(sign)) for sign in sorted(currencies(), key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{'|'.join(spaced)})\s?$")


def negated(text: str, numeral: Numeral, core: int) -> tuple[Numeral, int]:
    """The number under a minus that stands before offset `core`, with where that begins.

    | It fell to minus 12 degrees Celsius. -> minus 12 degrees Celsius [-12 celsius]
    """
    found = _MINUS.search(text[max(0, core - _LONGEST_MINUS) : core])
    if not found or numeral.vague or numeral.high is None:
        return numeral, core
    value = -numeral.high
    return replace(numeral, low=value, high=value, figures=(value,)), core - len(found[0])


def with_letter(parse: Parse, numeral: Numeral, is_money: bool) -> Numeral:
    """The number times the scale that one letter behind it stands for.

    | They moved 10k crates. -> 10k crates [10000 crate]
    | They moved 1.2m tons. -> 1.2m tons [1200000 ton]
    | He sent 1.2m of them. -> 1.2m [1200000 subset]
    | He sought a 250m-euro loan. -> 250m-euro [250000000 EUR]
    | The wall is 37m high. -> 37m [37 metre]
    """
    text, end = parse.text, numeral.end
    letter = text[end : end + 1]
    if numeral.style != "figures" or numeral.scale != 1:
        return numeral
    if _BILLION.match(text, end):
        return scaled(numeral, _LETTERS["B"], end + 2)
    if letter not in _LETTERS or text[end + 1 : end + 2].isalnum():
        return numeral
    if letter == "m" and not is_money and not _counts(parse, end + 1):
        return numeral
    return scaled(numeral, _LETTERS[letter], end + 1)


def _counts(parse: Parse, end: int) -> bool:
    """True where a noun, money or "of them" follows."""
    if parse.text.startswith(" of the", end) or _MONEY.match(parse.text, end):
        return True
    token = parse.token_at(end + 1)
    return token is not None and parse.text[end : end + 1] == " " and parse.tag[token] in ("NNS", "NN", "NNPS")


def over_echo(text: str, numeral: Numeral) -> Numeral:
    """The number with what only says it again, or says "times".

    | No fewer than six (6) vessels sailed. -> No fewer than six (6) vessels [6.. vessel >]
    | It took 120 (one hundred and twenty) crates. -> 120 (one hundred and twenty) crates [120 crate]
    | They sold 24 x Mi-17 helicopters. -> 24 x Mi-17 helicopters [24 helicopter]
    """
    if found := _TIMES.match(text, numeral.end):
        return replace(numeral, end=found.end())
    found = _OPENED.match(text, numeral.end)
    again = numeral_at(text, found.end()) if found else None
    if again is None or (again.low, again.high) != (numeral.low, numeral.high) or text[again.end : again.end + 1] != ")":
        return numeral
    return replace(numeral, end=again.end + 1)
