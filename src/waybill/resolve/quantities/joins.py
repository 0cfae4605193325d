"""Two numbers that are one statement: ranges, changes, and "A or B"."""

import re

from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.model.quantity import Modifier, Quantity
from waybill.model.span import Span
from waybill.resolve.quantities.amounts import TRADE, Amount
from waybill.resolve.quantities.bounds import Bound
from waybill.resolve.quantities.exclusions import is_year
from waybill.resolve.quantities.numeral import scaled
from waybill.resolve.quantities.stated import is_name

_DASH = re.compile(r"\s*[-–—]\s*|/")
_TO = re.compile(r"\s+(?:up\s+)?to\s+(?:(?:about|around|as\s+many\s+as|maybe|perhaps|just|only|nearly|almost)\s+)?")
_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+)?")
_OR = re.compile(
    r"(?:\s*,)?\s+(?:or|if\s+not|and\s+possibly)(?:\s+(?:even|perhaps|possibly|about|as\s+many\s+as|up\s+to))*,?\s+"
)
_OR_AT_END = re.compile(_OR.pattern + "$")
_COMMA = re.compile(r"-?\s*,\s*")
_LAST = re.compile(r"-?(?:\s*,?\s+and|\s+or)\s+")
_OF_THE = re.compile(r"\s+of\s+(?:(?:the|those|these|its|their)\s+)?")
_BETWEEN = re.compile(r"\b(?:between|ranging\s+from)\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from)\s+(?:about\s+|around\s+)?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rise|rises|rising|jump\w*|climb\w*|gr(?:ew|ow[ns]?|owing)|increas\w*|fell|fall\w*|drop\w*|declin\w*|decreas\w*|slid\w*|cut|down|up"
    r"|expand\w*|shr[aiu]nk\w*|went|gone|go|plung\w*|plummet\w*|narrow\w*|eas\w*|surg\w*|soar\w*|rais\w*|lower\w*|reduc\w*|creep\w*|doubl\w*)"
    r"\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_WIDEST_STEP = 3
"""After a verb of change "20 to 300" tells two numbers so far apart, "20 to 30" a range (our convention)."""
_BRANCH = 60
"""Code points between the branches of "A or B": our convention, a noun phrase."""
_BRANCH_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "HYPH", ","})


def share_units(parse: Parse, amounts: list[Amount]) -> list[Amount]:
    """Amounts that name no noun take the next one's ("10, 20 and 30 containers", "300 of the 1,000 containers").

    A conversion in brackets takes the bound of what it converts: "more than 100 km (60 miles)".
    """
    shared, in_list = list(amounts), False
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        gap = parse.text[first.end : second.start]
        if _counts_nothing_yet(parse, first) and second.unit and second.kind != "money" and _shares(gap, in_list):
            kind = "part" if _OF_THE.fullmatch(gap) else second.kind
            shared[at], in_list = replace(first, unit=second.unit, kind=kind), not _OF_THE.fullmatch(gap)
        else:
            in_list = False
        if first.signs and not second.signs and first.kind == second.kind != "noun" and re.fullmatch(r"\s\(", gap):
            shared[at + 1] = replace(second, signs=first.signs)
    return shared


def _counts_nothing_yet(parse: Parse, amount: Amount) -> bool:
    if amount.unit is not None or amount.kind not in ("none", "part"):
        return False
    return not is_year(parse, amount.numeral) and not is_name(parse, amount)


def _shares(gap: str, in_list: bool) -> bool:
    return bool(_LAST.fullmatch(gap) or _OF_THE.fullmatch(gap) or (in_list and _COMMA.fullmatch(gap)))


def joined(parse: Parse, first: Amount, second: Amount) -> tuple[Quantity, int] | None:
    """Both as one quantity with the start of its words, or None where they are two."""
    if first.numeral.unclear or second.numeral.unclear:
        return None
    text = parse.text
    before, gap = text[max(0, first.start - 80) : first.start], text[first.end : second.core]
    if is_year(parse, first.numeral) and not (first.signs or _DASH.fullmatch(gap)):
        return None
    opened = _BETWEEN.search(before)
    if opened and (_AND.fullmatch(gap) or _TO.fullmatch(gap)):
        return _range(first, second), first.start - len(opened[0])
    leaving = _FROM.search(before)
    if leaving and _TO.fullmatch(gap) and _fits(first, second):
        if _CHANGE.search(before[: leaving.start()]):
            return _change(first, second), first.start - len(leaving[0])
        return _range(first, second), first.start - len(leaving[0])
    if _is_plain_range(first, second, before, gap):
        return _range(first, second), first.start
    if _is_choice(parse, first, second):
        return _choice(first, second), first.start
    return None


def _is_plain_range(first: Amount, second: Amount, before: str, gap: str) -> bool:
    """20-30, 20 to 30; but not "rose by 20 points to 300"."""
    if not _ascends(first, second):
        return False
    return bool(_DASH.fullmatch(gap) or (_TO.fullmatch(gap) and _fits(first, second) and not _is_step(first, second, before)))


def _is_step(first: Amount, second: Amount, before: str) -> bool:
    """True where the first number is how much something changed, not where a range begins."""
    far = second.quantity().numbers[-1] > _WIDEST_STEP * _same_scale(first, second)[0].numeral.low
    return bool(_CHANGE.search(before)) and (far or before.endswith("by "))


def is_score(parse: Parse, first: Amount, second: Amount) -> bool:
    """True for two numbers with a dash that no range has: 2-1, 2014-15, 9-11."""
    gap = parse.text[first.end : second.core]
    return bool(re.fullmatch(r"[-–:]", gap)) and not _ascends(first, second)


def is_span_of_years(parse: Parse, first: Amount, second: Amount) -> bool:
    """True for 2018-2020 and "between 2018 and 2020"."""
    gap = parse.text[first.end : second.core]
    near = _DASH.fullmatch(gap) or _TO.fullmatch(gap) or _AND.fullmatch(gap)
    return bool(near) and is_year(parse, first.numeral) and is_year(parse, second.numeral) and second.kind in ("none", "noun")


def _fits(first: Amount, second: Amount) -> bool:
    return first.unit in (None, second.unit)


def _ascends(first: Amount, second: Amount) -> bool:
    low, _ = _same_scale(first, second)
    return low.numeral.low < second.numeral.low and (_is_marked(first) or _is_marked(second))


def _is_marked(amount: Amount) -> bool:
    """With a unit, a scale word or a bound; or too large for a score or a house number."""
    return bool(amount.unit or amount.numeral.scale > 1 or amount.signs or amount.numeral.low >= 10_000)


def _same_scale(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """four to five thousand, $10 to $15 billion, 20-30,000: the first shares the scale of the second."""
    a, b = first.numeral, second.numeral
    if a.vague or b.vague or a.scale != 1 or a.low >= b.low:
        return first, second
    factor = b.scale
    if (
        factor == 1
        and b.low % 1000 == 0
        and a.low < 1000
        and a.low == int(a.low)
        and first.unit is None
        and a.low < b.low / 1000
        and a.low >= 1
    ):
        factor = 1000.0
    if factor > 1 and a.low < b.low / factor:
        return replace(first, numeral=scaled(a, factor)), second
    return first, second


def _range(first: Amount, second: Amount) -> Quantity:
    first, second = _same_scale(first, second)
    a, b = first.numeral, second.numeral
    ends = [a.low, b.low if b.high is None else b.high]
    low, high = Bound(first.signs, 0).limits(min(ends), max(ends))
    return Quantity(low, high, second.unit or first.unit, (*a.figures, *b.figures), "range", vague=a.vague or b.vague)


def _change(first: Amount, second: Amount) -> Quantity:
    """What it ended at; both numbers are kept."""
    first, second = _same_scale(first, second)
    after = second.quantity()
    return replace(after, numbers=(*first.numeral.figures, *second.numeral.figures), unit=second.unit or first.unit)


def _is_choice(parse: Parse, first: Amount, second: Amount) -> bool:
    gap = parse.text[first.end : second.core]
    found = _OR_AT_END.search(gap)
    if not found or len(gap) > _BRANCH or not _are_branches(first, second, gap):
        return False
    between = parse.tokens_in(Span(first.end, first.end + found.start())) if found.start() else range(0)
    return all(parse.tag[t] in _BRANCH_TAGS or parse.word[t] == "of" for t in between)


def _are_branches(first: Amount, second: Amount, gap: str) -> bool:
    """The same unit, or goods of two kinds; "$6bn, or €1.5 million" and "5.39, or 1.2%" say one thing twice."""
    if first.unit is None and "," in gap and second.kind in ("share", "money"):
        return False
    return first.unit in (None, second.unit) or (first.kind in TRADE and second.kind in TRADE)


def _choice(first: Amount, second: Amount) -> Quantity:
    first, second = _same_scale(first, second)
    a, b = first.quantity(), second.quantity()
    if a.unit is None:
        a = replace(a, unit=b.unit)
    lows, highs = [q.low for q in (a, b)], [q.high for q in (a, b)]
    low = None if None in lows else min(n for n in lows if n is not None)
    high = None if None in highs else max(n for n in highs if n is not None)
    modifier: Modifier = "range"
    return Quantity(
        low,
        high,
        a.unit if a.unit == b.unit or b.unit is None else None,
        (*a.numbers, *b.numbers),
        modifier,
        alternatives=(a, b),
        vague=a.vague or b.vague,
    )
