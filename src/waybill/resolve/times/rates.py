"""Words that tell how much or how often rather than when: $2 million a year, 24 hours a day, from day to day."""

import re

from waybill.model.parse import Parse
from waybill.resolve.times.clause import below
from waybill.resolve.times.durations import OFTEN
from waybill.resolve.times.lexicon import UNITS

_TO_ANOTHER = re.compile(r"[\s-]to[\s-](\w+)\b", re.IGNORECASE)
_FROM_ANOTHER = re.compile(r"\b(\w+)[\s-]to[\s-]$", re.IGNORECASE)
_AROUND = 20
"""Characters to either side within which "-to-quarter" stands."""


def is_rate(parse: Parse, first: int, last: int) -> bool:
    """five flights a week, $2 million a year, 20% annually, an average daily volume, 24 hours a day."""
    if parse.word[last].lower() in OFTEN:
        return first > 0 and (parse.word[first - 1].lower() == "average" or _ends_amount(parse, first - 1))
    if parse.tag[last] == "NNS" and _is_per_unit(parse, last + 1):
        return True
    if last != first + 1 or parse.word[first].lower() not in ("a", "an") or not first:
        return False
    return parse.tag[first - 1] in ("NN", "NNS", "CD") and parse.dep[last] == "npadvmod"


def _ends_amount(parse: Parse, token: int) -> bool:
    """True for the last word of 10,000 tonnes, and of 20%."""
    return any(parse.tag[t] == "CD" for t in (token, *below(parse, token)) if t <= token)


def _is_per_unit(parse: Parse, token: int) -> bool:
    return token + 1 < len(parse) and parse.word[token].lower() in ("a", "per") and parse.word[token + 1].lower() in UNITS


def is_series(parse: Parse, first: int, last: int) -> bool:
    """day-to-day, quarter-to-quarter: one after another, and none of them."""
    start, end, word = parse.start[first], parse.end[last], parse.word[last].lower()
    before = _FROM_ANOTHER.search(parse.text[max(0, start - _AROUND) : start])
    after = _TO_ANOTHER.match(parse.text, end, end + _AROUND)
    return any(other and other[1].lower() == word for other in (first == last and before, after))
