"""Numbers that are no amounts: dates, years, times of day, calibres, designations, identifiers."""

import re
from collections.abc import Callable

from waybill.model.parse import Parse
from waybill.reference.munitions import calibres_mm
from waybill.resolve.quantities.numeral import Numeral

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s+(?:the\s+)?(?:\d{{1,2}}(?:,\s*|\s*[-–]\s*|\s+(?:and|or|to)\s+))?$")
_MONTH_AFTER = re.compile(rf"(?:\s*[-–]\s*\d{{1,2}}|\s*(?:,|and|or|to)\s+\d{{1,2}}){{0,6}}\s+(?:of\s+)?{_MONTH}\b")
_YEAR_AFTER_DATE = re.compile(rf"\b{_MONTH}\.?(?:\s+\d{{1,2}})?,?\s+(?:of\s+)?$")
_CLOCK = re.compile(
    r"\s?(?:[ap]\.m\b|[ap]m\b|[AP]\.?M\b|GMT|UTC|EST|EDT|BST|o['’]clock|hours? local)|[:h]\d\d|\s?(?:hours|hrs)(?=[\s,.])"
)
_ORDINAL_OR_DECADE = re.compile(r"(?:st|nd|rd|th)\b|['’]?s\b", re.IGNORECASE)
_CHAIN = re.compile(r"-(?:for|to|on|in|by)-|([-–/.])\d+\1\d|[/x×]\d|[°º]\s?\d|\s?°?\s?[NSEW]\b(?!\s?[A-Za-z])")
_CHAIN_BEFORE = re.compile(r"\d[/:x×.]$|\d([-–.])\d+\1$|°\s?$|#$|\bNo\.?\s?$|№\s?$|=[\"']?$")
_GLUED = re.compile(r"[^\W\d_]$|[^\W\d_][-–/’'.]$|_$")
_GLUED_ALLOWED = re.compile(
    r"(?:\b(?:sub|minus|plus)-|\ba-|\$(?:US|A|C)|\b(?:USD|EUR|GBP|AUD|CAD|CHF|CNY|RMB|JPY|RUB|UAH|KRW|AED|RM|PS|Rs))$",
    re.IGNORECASE,
)
_DESIGNATOR = re.compile(
    r"\b(?:resolutions?|paragraphs?|paras?|articles?|sections?|chapters?|nos?|numbers?|rows?|phase|types?|mark|mk|model|project|flight"
    r"|units?|piers?|berths?|channel|route|highway|motorway|road|game|category|level|pages?|pp?|annex|annexes|figures?|tables?|grade|class"
    r"|division|room|gate|lot|part|version|tier|season|episode|lines?|imo|mmsi|appendix|step|track|stage|hangar|warehouse|block"
    r"|gauge|area|zone|site|note|ref|rule|volume|vol|issue|week|day|district|bay|tel|phone|fax|fig|iphone|group)\.?\s+$",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"(?:^|\n)[ \t]*[(\[]?$")
_CALIBRE_CHAIN = re.compile(
    r"(?:(?:-?,\s*|-?,?\s+(?:and|or|to)\s+|[-–])[\d.]+){0,6}"
    r"(?:[\s-]?mm\b|[\s-]millimet(?:re|er)s?\b|\s?[x×]\s?\d+\s?mm\b|[\s-]cal(?:ib(?:re|er))?\b)"
    r"(?!\s+(?:of|in|long|wide|thick|deep|high|tall|apart)\b)"
)
_ODDS = re.compile(r"\b(?:one|two|three|[1-9])\s+(?:in|out\s+of)\s+(?:every\s+)?$", re.IGNORECASE)
_BRACKETED = (("[", "]"), ("(", ")"))
_LONGEST_PLAIN = 6
"""Digits in a row that can be an amount; longer ones are identifiers (our convention: an IMO number has 7)."""


def is_no_amount(parse: Parse, numeral: Numeral) -> bool:
    """True for a number that is a date, a year, a time of day, a calibre, a designation, a list mark or an identifier.

    Each test below says with an example what it is for. A year may still be an amount, see `is_year`.
    """
    return any(test(parse, numeral) for test in _TESTS)


def is_year(parse: Parse, numeral: Numeral) -> bool:
    """True for four bare digits from 1900 to 2099: hardly an amount without a bound or a unit ("more than 2000 containers")."""
    said = parse.text[numeral.start : numeral.end]
    return len(said) == 4 and said.isdigit() and 1900 <= numeral.low <= 2099


def _before(parse: Parse, numeral: Numeral) -> str:
    return parse.text[max(0, numeral.start - 30) : numeral.start]


def _is_glued(parse: Parse, numeral: Numeral) -> bool:
    """T-72, X6, COVID-19; but sub-300 and USD1,700."""
    before = _before(parse, numeral)
    return bool(_GLUED.search(before)) and not _GLUED_ALLOWED.search(before)


def _is_day_of_month(parse: Parse, numeral: Numeral) -> bool:
    """7 September, September 7, Sept. 20-24."""
    if numeral.low > 31 or numeral.style != "figures" or numeral.low != int(numeral.low):
        return False
    if _MONTH_AFTER.match(parse.text, numeral.end):
        return True
    return bool(_MONTH_BEFORE.search(_before(parse, numeral)))


def _is_year_of_date(parse: Parse, numeral: Numeral) -> bool:
    """7 September 2023, October 2019."""
    return is_year(parse, numeral) and bool(_YEAR_AFTER_DATE.search(_before(parse, numeral)))


def _is_clock(parse: Parse, numeral: Numeral) -> bool:
    """2 p.m., 17:22, 1400 hours."""
    found = _CLOCK.match(parse.text, numeral.end)
    if found and found[0].strip() in ("hours", "hrs"):
        return re.fullmatch(r"[012]\d\d0", parse.text[numeral.start : numeral.end]) is not None
    return found is not None


def _is_ordinal_or_decade(parse: Parse, numeral: Numeral) -> bool:
    """15th, the 1970s, Model 3s."""
    return numeral.style == "figures" and bool(_ORDINAL_OR_DECADE.match(parse.text, numeral.end))


def _is_in_chain(parse: Parse, numeral: Numeral) -> bool:
    """2023-10-13, 13/10/2023, 192.168.1.1, 4x4, 42.23 N, No. 5."""
    if numeral.style != "figures":
        return False
    return bool(_CHAIN.match(parse.text, numeral.end) or _CHAIN_BEFORE.search(_before(parse, numeral)))


def _is_designation(parse: Parse, numeral: Numeral) -> bool:
    """Resolution 1718, paragraph 8, Unit 29155, Row 21."""
    if numeral.scale != 1 or numeral.vague or "," in parse.text[numeral.start : numeral.end]:
        return False
    return bool(_DESIGNATOR.search(_before(parse, numeral)))


def _is_list_mark(parse: Parse, numeral: Numeral) -> bool:
    """1. at the head of a line; [12] and (2) anywhere."""
    if numeral.style != "figures" or numeral.scale != 1:
        return False
    before, after = parse.text[max(0, numeral.start - 1) : numeral.start], parse.text[numeral.end : numeral.end + 1]
    if (before, after) in _BRACKETED and numeral.low < 100:
        return True
    return after in (".", ")") and bool(_LIST_MARK.search(_before(parse, numeral)))


def _is_identifier(parse: Parse, numeral: Numeral) -> bool:
    """9179842; 0600; 00441."""
    said = parse.text[numeral.start : numeral.end]
    if not said.isdigit() or numeral.unclear:
        return False
    is_long = len(said) > _LONGEST_PLAIN and not said.endswith("000")
    return is_long or (len(said) > 1 and said[0] == "0")


def _is_calibre(parse: Parse, numeral: Numeral) -> bool:
    """152 mm, 122-mm, "122, 130 and 152 mm", 7.62x39mm, .50 cal."""
    if numeral.style != "figures" or (numeral.low not in calibres_mm() and numeral.low >= 1):
        return False
    found = _CALIBRE_CHAIN.match(parse.text, numeral.end)
    return found is not None and (numeral.low >= 1 or "cal" in found[0])


def _is_odds(parse: Parse, numeral: Numeral) -> bool:
    """one in five."""
    return bool(_ODDS.search(_before(parse, numeral)))


_TESTS: tuple[Callable[[Parse, Numeral], bool], ...] = (
    _is_glued,
    _is_day_of_month,
    _is_year_of_date,
    _is_clock,
    _is_ordinal_or_decade,
    _is_in_chain,
    _is_designation,
    _is_list_mark,
    _is_identifier,
    _is_calibre,
    _is_odds,
)
