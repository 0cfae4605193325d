"""Numbers that belong to a date or a time of day."""

import re

from waybill.model.parse import Parse
from waybill.resolve.quantities.numeral import Numeral

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
"""The months' names, long or short, in their case."""

_MONTH_BEFORE = re.compile(rf"\b{MONTH}\.?\s+(?:the\s+)?(?:\d{{1,2}}(?:,\s*|\s*[-–]\s*|\s+(?:and|or|to)\s+))?$")
_MONTH_AFTER = re.compile(rf"(?:\s*[-–]\s*\d{{1,2}}|\s*(?:,|and|or|to)\s+\d{{1,2}}){{0,6}}\s+(?:of\s+)?{MONTH}\b")
_YEAR_AFTER_DATE = re.compile(rf"\b{MONTH}\.?(?:\s+\d{{1,2}})?,?\s+(?:of\s+)?$")
_CLOCK = re.compile(
    r"\s?(?:[ap]\.m\b|[ap]m\b|[AP]\.?M\b|GMT|UTC|EST|EDT|BST|o['’]clock|hours? local)|[:h]\d\d|\s?(?:hours|hrs)(?=[\s,.])"
)
_ORDINAL_OR_DECADE = re.compile(r"(?:st|nd|rd|th)\b|['’]?s\b", re.IGNORECASE)
_REACH = 30
"""Code points a date's words may stand before its number."""


def is_year(parse: Parse, numeral: Numeral) -> bool:
    """True for four bare digits from 1900 to 2099: hardly an amount without a bound or a unit.

    | In 2022 shipments rose and the 2023 shipments stopped. ->
    | More than 2000 containers left. -> More than 2000 containers [2000.. container >]
    """
    said = parse.text[numeral.start : numeral.end]
    return len(said) == 4 and said.isdigit() and 1900 <= numeral.low <= 2099


def is_day_of_month(parse: Parse, numeral: Numeral) -> bool:
    """A day beside its month.

    | It left on 7 September or on October 3, and waited on Sept. 20-24. ->
    | It left on 7, 9 and 12 September. ->
    """
    if numeral.low > 31 or numeral.style != "figures" or numeral.low != int(numeral.low):
        return False
    return bool(_MONTH_AFTER.match(parse.text, numeral.end) or _MONTH_BEFORE.search(_before(parse, numeral)))


def is_year_of_date(parse: Parse, numeral: Numeral) -> bool:
    """A year behind its month.

    | They left on 7 September 2023 and in October 2019. ->
    """
    return is_year(parse, numeral) and bool(_YEAR_AFTER_DATE.search(_before(parse, numeral)))


def is_clock(parse: Parse, numeral: Numeral) -> bool:
    """A time of day.

    | It came at 14:30, at 2 p.m., at 0600 GMT and at 1400 hours. ->
    | It took 14 hours. -> 14 hours [14 hour]
    """
    found = _CLOCK.match(parse.text, numeral.end)
    if found and found[0].strip() in ("hours", "hrs"):
        return re.fullmatch(r"[012]\d\d0", parse.text[numeral.start : numeral.end]) is not None
    return found is not None


def is_ordinal_or_decade(parse: Parse, numeral: Numeral) -> bool:
    """A number in a row, a decade, several of a model.

    | It was the 15th voyage of the 1990s, with Model 3s. ->
    """
    return numeral.style == "figures" and bool(_ORDINAL_OR_DECADE.match(parse.text, numeral.end))


def _before(parse: Parse, numeral: Numeral) -> str:
    return parse.text[max(0, numeral.start - _REACH) : numeral.start]
