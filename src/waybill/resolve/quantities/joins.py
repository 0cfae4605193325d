"""Two numbers that are one statement: ranges, changes, and "A or B"."""

import re

from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.model.quantity import Modifier, Quantity
from waybill.model.span import Span
from waybill.resolve.quantities.amounts import TRADE, Amount
from waybill.resolve.quantities.bounds import Bound
from waybill.resolve.quantities.dated import is_year
from waybill.resolve.quantities.numeral import scaled

_DASH = re.compile(r"\s*[-–—]\s*|/")
_SCORE = re.compile(r"[-–:]")
_TO = re.compile(r"\s+(?:up\s+)?to\s+(?:(?:about|around|as\s+many\s+as|maybe|perhaps|just|only|nearly|almost)\s+)?")
_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+)?")
_OR = re.compile(
    r"(?:\s*,)?\s+(?:or|if\s+not|and\s+possibly|(?<=,\s)(?:maybe|perhaps|possibly|even))(?:\s+(?:even|perhaps|possibly|about|as\s+many\s+as|up\s+to))*,?\s+"
)
_OR_AT_END = re.compile(_OR.pattern + "$")
_SPOKEN = re.compile(r",\s+(?:uh,\s+|er,\s+)?")
_MORE_FOLLOWS = re.compile(r"(?:,|,?\s+and|,?\s+or)\s+(?:\d|[a-z]+)")
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


def joined(parse: Parse, first: Amount, second: Amount) -> tuple[Quantity, int] | None:
    """Both as one quantity with the start of its words, or None where they are two.

    | Between 4.8m and 5m shells came. -> Between 4.8m and 5m shells [4800000..5000000 shell range]
    | Between 40 and just over 60 shells came. -> Between 40 and just over 60 shells [40..60 shell range]
    | From 8,000 to 10,000 crates came. -> From 8,000 to 10,000 crates [8000..10000 crate range]
    | Output rose from 4 to 6 guns. -> from 4 to 6 guns [6 gun]
    | The price rose from $800 to $3,000 per round. -> from $800 to $3,000 per round [3000 USD per round rate]
    | He paid $20 and 30 euros. -> $20 [20 USD]; 30 euros [30 EUR]
    """
    if first.numeral.unclear or second.numeral.unclear:
        return None
    text = parse.text
    before, gap = text[max(0, first.start - 80) : first.start], text[first.end : second.core]
    if is_year(parse, first.numeral) and not (first.signs or _DASH.fullmatch(gap)):
        return None
    opened = _BETWEEN.search(before)
    if opened and (_AND.fullmatch(gap) or _AND.fullmatch(text[first.end : second.start]) or _TO.fullmatch(gap)):
        return _range(first, second), first.start - len(opened[0])
    leaving = _FROM.search(before)
    if leaving and _TO.fullmatch(gap) and _fits(first, second):
        if _CHANGE.search(before[: leaving.start()]):
            return _change(first, second), first.start - len(leaving[0])
        return _range(first, second), first.start - len(leaving[0])
    if _is_plain_range(first, second, before, gap, text[second.numeral.end : second.numeral.end + _BRANCH]):
        return _range(first, second), first.start
    if _is_choice(parse, first, second):
        return _choice(first, second), first.start
    return None


def _is_plain_range(first: Amount, second: Amount, before: str, gap: str, after: str) -> bool:
    """Two rising numbers with a dash or "to" between them; a dash in spaces joins no units that differ.

    | It cost $50 - 300 died. -> $50 [50 USD]; 300 [300]
    | They fire 20,000-30,000 shells a day. -> 20,000-30,000 shells a day [20000..30000 shell range rate]
    | Ten to fifteen launchers came. -> Ten to fifteen launchers [10..15 launcher range]
    | We got twelve, thirteen hundred rounds. -> twelve, thirteen hundred rounds [1200..1300 round range]
    """
    if _is_spoken_range(first, second, gap, after):
        return True
    if not ascends(first, second):
        return False
    if _DASH.fullmatch(gap):
        return gap == gap.strip() or _fits(first, second)
    return bool(_TO.fullmatch(gap)) and _fits(first, second) and not _is_step(first, second, before)


def _is_spoken_range(first: Amount, second: Amount, gap: str, after: str) -> bool:
    """True for two near numbers in words with a comma between them, as people speak.

    | It took two, three and four trips. -> two [2 trip]; three [3 trip]; four trips [4 trip]
    """
    if not _SPOKEN.fullmatch(gap) or first.unit is not None or {first.numeral.style, second.numeral.style} != {"words"}:
        return False
    low, high = (amount.numeral.low for amount in _same_scale(first, second))
    return low < high <= 2 * low and not _MORE_FOLLOWS.match(after)


def _is_step(first: Amount, second: Amount, before: str) -> bool:
    """True where the first number is how much something changed, not where a range begins.

    | Shares rose 18 cents to $23. -> 18 cents [18 cent]; $23 [23 USD]
    | It grew by 20 to 300 crates. -> 20 [20]; 300 crates [300 crate]
    """
    far = second.quantity().numbers[-1] > _WIDEST_STEP * _same_scale(first, second)[0].numeral.low
    return bool(_CHANGE.search(before)) and (far or before.endswith("by "))


def is_score(parse: Parse, first: Amount, second: Amount) -> bool:
    """True for two numbers with a dash that no range has.

    | They won 2-1 in the 2014-15 season. ->
    """
    gap = parse.text[first.end : second.core]
    return bool(_SCORE.fullmatch(gap)) and not ascends(first, second)


def is_span_of_years(parse: Parse, first: Amount, second: Amount) -> bool:
    """True for a time from year to year.

    | Between 2018 and 2020, or 2018-2020, nothing moved. ->
    """
    gap = parse.text[first.end : second.core]
    near = _DASH.fullmatch(gap) or _TO.fullmatch(gap) or _AND.fullmatch(gap)
    return bool(near) and is_year(parse, first.numeral) and is_year(parse, second.numeral) and second.kind in ("none", "noun")


def _fits(first: Amount, second: Amount) -> bool:
    return first.unit in (None, second.unit) or (second.unit or "").startswith(f"{first.unit} per ")


def ascends(first: Amount, second: Amount) -> bool:
    """True for two rising numbers, one of which has what no score and no house number has, a unit for one."""
    low, _ = _same_scale(first, second)
    return low.numeral.low < second.numeral.low and (_is_marked(first) or _is_marked(second))


def _is_marked(amount: Amount) -> bool:
    """With a unit, a scale word or a bound; or too large for a score or a house number."""
    return bool(amount.unit or amount.numeral.scale > 1 or amount.signs or amount.numeral.low >= 10_000)


def _same_scale(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """The first number with the scale that it shares with the second.

    | It took four to five thousand men. -> four to five thousand men [4000..5000 man range]
    | It cost $10 to $15 billion. -> $10 to $15 billion [10000000000..15000000000 USD range]
    | They built 20-30,000 shells. -> 20-30,000 shells [20000..30000 shell range]
    """
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
    """True for amounts of which one is meant.

    | Hundreds, if not thousands, of rockets came. -> Hundreds, if not thousands, of rockets [200..9999 rocket range vague]
    | It is 300 152 mm or 50 122 mm shells. -> 300 152 mm or 50 122 mm shells [50..300 shell range]
    | We have five hundred, maybe six hundred of them. -> five hundred, maybe six hundred [500..600 range subset]
    | It is more than 300 or more than 50 shells. -> more than 300 or more than 50 shells [50.. shell range]
    """
    gaps = (parse.text[first.end : edge] for edge in (second.core, second.start))
    found = next((f for gap in gaps if 0 < len(gap) <= _BRANCH and (f := _OR_AT_END.search(gap))), None)
    if not found or not _are_branches(first, second, found.string):
        return False
    between = parse.tokens_in(Span(first.end, first.end + found.start())) if found.start() else range(0)
    return all(parse.tag[t] in _BRANCH_TAGS or parse.word[t] == "of" for t in between)


def _are_branches(first: Amount, second: Amount, gap: str) -> bool:
    """The same unit, or goods of two kinds; not one thing said twice.

    | They sent 5 tanks or 12 trucks. -> 5 tanks or 12 trucks [5..12 range]
    | It fell 5.39, or 1.2%. -> 5.39 [5.39]; 1.2% [1.2 percent]
    """
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
