"""Whether words that look like a time are one: May the modal, March the verb, 2000 shells, a second try, Resolution 1874."""

import re

from waybill.model.parse import Parse
from waybill.resolve.times.legible import legible
from waybill.resolve.times.named import is_model_year, is_named
from waybill.resolve.times.rates import is_rate, is_series

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_NAMES = {"PERSON", "ORG", "GPE", "PRODUCT", "WORK_OF_ART", "FAC"}
_ALSO_OTHER_WORDS = frozenset((
    "may", "march", "spring", "fall", "second", "sun", "wed", "sat", "mar", "dec", "jan", "august",
))  # fmt: skip
_YEAR_OPENERS = frozenset((
    "in", "since", "by", "until", "till", "during", "from", "of", "to", "and", "before", "after", "for", "around",
    "late", "early", "mid", "through", "throughout", "between", "about", "-", "–", "—", "on", "or", "circa", "ca.", "(",
    ",", "the", "fiscal", "'", "'s", "’s", ":", ";",
))  # fmt: skip
_SURE_OPENERS = frozenset((
    "in", "since", "until", "till", "during", "throughout", "between", "before", "after",
))  # fmt: skip
NUMBERED = frozenset((
    "resolution", "resolutions", "no", "no.", "nos.", "number", "flight", "unscr", "unsc", "imo", "route", "highway",
    "room", "page", "paragraph",
))  # fmt: skip
MONEY = frozenset(("$", "€", "£", "¥", "#", "us$", "usd", "eur"))
IN_TITLES = frozenset(("week", "minute", "hour", "year", "morning", "evening"))
_BEFORE_SEASONS = _SURE_OPENERS | {"by", "this", "last", "next"}
_BEFORE_NOON = frozenset(("after", "at", "before", "by", "since", "till", "until"))
"""What "high noon" is the hour behind, and else a figure of speech."""
AGED = frozenset({"old", "olds"})


def plausible(parse: Parse, first: int, last: int) -> bool:
    """True where tags, names and neighbours allow a time."""
    if first and parse.word[first - 1].lower() in MONEY and parse.word[first][0].isdigit():
        return False
    if _is_age(parse, last) or any(test(parse, first, last) for test in (is_rate, is_series, _is_share, _is_title)):
        return False
    if parse.word[last].lower() == "past" and _word(parse, last - 1) == "the" and _qualifies(parse, last + 1):
        return False
    if parse.word[last].lower() == "future" and _word(parse, last + 1) == "of":
        return False
    if parse.word[first].lower() == "last" and parse.pos[first] == "VERB":
        return False
    if parse.word[first].lower() == "many" and _word(parse, first - 1) == "as":
        return False
    if parse.word[last].lower() == "second" and parse.tag[last] not in ("NN", "CD"):
        return False
    return first != last or _single(parse, first)


def _qualifies(parse: Parse, token: int) -> bool:
    """True where a noun or a number stands that "the past" would only describe."""
    return token < len(parse) and parse.pos[token] in ("NOUN", "PROPN", "NUM", "ADJ")


def _single(parse: Parse, token: int) -> bool:
    word = legible(parse.word[token])
    lower = word.lower().rstrip(".")
    if _YEAR.match(word):
        return _bare_year(parse, token) and not is_model_year(parse, token)
    if is_named(parse, token):
        return False
    if word.isdigit():
        return False
    if lower == "noon" and _word(parse, token - 1) == "high" and _word(parse, token - 2) not in _BEFORE_NOON:
        return False
    if lower == "friday" and _word(parse, token - 1) == "good":
        return False
    if lower in ("spring", "fall") and word.islower():
        return _word(parse, token - 1) in _BEFORE_SEASONS and not _qualifies(parse, token + 1)
    if lower in _ALSO_OTHER_WORDS:
        return word[0].isupper() and parse.pos[token] == "PROPN" and parse.entity[token] not in _NAMES
    if lower == "recently" and _word(parse, token - 1) == "as":
        return False
    if lower in ("soon", "current", "future", "quarterly"):
        return _lone_word(parse, token, lower)
    return not (word[0].isupper() and parse.entity[token] in ("PERSON", "ORG", "WORK_OF_ART") and lower != "now")


def _lone_word(parse: Parse, token: int, lower: str) -> bool:
    """ "As soon as" is no time, nor is a "future" or "quarterly" that describes a thing; "current" is."""
    if lower == "soon":
        return parse.word[token - 1].lower() not in ("as", "how", "too") and (_word(parse, token + 1) not in ("after", "as"))
    if lower == "current":
        return parse.tag[token] != "NNP"
    return parse.tag[token] == "NN" and parse.dep[token] != "compound"


def _word(parse: Parse, token: int) -> str:
    return parse.word[token].lower() if 0 <= token < len(parse) else ""


def _bare_year(parse: Parse, token: int) -> bool:
    """A year stands after a preposition or is tagged a date, and counts nothing ("2000 shells")."""
    before = _word(parse, token - 1)
    before = f"{_word(parse, token - 2)}." if before == "." else before
    if before in MONEY or before in NUMBERED:
        return False
    if token == parse.sentence_at(token)[0] and token + 1 < len(parse) and parse.pos[token + 1] in ("VERB", "AUX"):
        return True
    if token + 1 < len(parse) and parse.tag[token + 1] in ("NNS", "NNPS", "CD") and before not in _SURE_OPENERS | {"the"}:
        return False
    return parse.entity[token] == "DATE" or (before in _YEAR_OPENERS and 1800 <= int(parse.word[token]) < 2100)


def _is_age(parse: Parse, last: int) -> bool:
    """27-year-old, 52 years old: how old, not when."""
    after = _word(parse, last + 1)
    return after in AGED or (after == "-" and _word(parse, last + 2) in AGED)


def _is_share(parse: Parse, first: int, last: int) -> bool:
    """three-quarters of, a quarter-century: a fraction, no quarter of a year."""
    word = parse.word[last].lower()
    if word not in ("quarter", "quarters"):
        return False
    before = _word(parse, last - 2 if _word(parse, last - 1) == "-" else last - 1)
    return (first == last or before in ("one", "three", "a", "than")) and _word(parse, last + 1) in ("of", "-", ",", "the")


def _is_title(parse: Parse, first: int, last: int) -> bool:
    """This Week, 60 Minutes, High Noon: a capital on a common word marks a name."""
    word = parse.word[last]
    return last > first and word.istitle() and word.lower().rstrip("s") in IN_TITLES
