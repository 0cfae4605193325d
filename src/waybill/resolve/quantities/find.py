"""The quantity mentions of a parse."""

from msgspec.structs import replace

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.quantity import Quantity
from waybill.model.span import Span
from waybill.resolve.quantities.amounts import Amount, read_amount
from waybill.resolve.quantities.exclusions import is_no_amount
from waybill.resolve.quantities.joins import is_score, is_span_of_years, joined
from waybill.resolve.quantities.measures import measure_of
from waybill.resolve.quantities.money import share_currency
from waybill.resolve.quantities.numerals import read_numerals
from waybill.resolve.quantities.shared import share_units
from waybill.resolve.quantities.stated import is_stated

_HANGS = frozenset({"-", "–", "/", ":", ".", "x", "×", " x ", " × "})
"""What makes a number hang on the one before it."""
_LONGEST_SIGN = 3


def find_quantities(parse: Parse) -> tuple[Mention, ...]:
    """Every amount of the text, in order and without overlap.

    A mention's half-open span reaches from the bound word to the unit or the counted noun ("up to 1,000 containers") and over a
    period ("a day"). Dates, years, times of day, calibres and designations are none. `Quantity.numbers` of words that only
    name a size are the powers of ten around it ("thousands": 1,000 and 10,000) or the ends of our interval. A change "from
    A to B" is what it ended at, with both numbers. A rate's unit is what is counted; the period stays in the words.
    """
    mentions: list[Mention] = []
    amounts = share_units(parse, share_currency(parse, _amounts(parse)))
    at = 0
    while at < len(amounts):
        first, second = amounts[at], amounts[at + 1] if at + 1 < len(amounts) else None
        if second and (is_score(parse, first, second) or is_span_of_years(parse, first, second)):
            at += 2
            continue
        if second and (whole := joined(parse, first, second)):
            mentions.append(_mention(parse, whole[0], Span(whole[1], second.end), second))
            at += 2
            continue
        if is_stated(parse, first):
            mentions.append(_alone(parse, first))
        at += 1
    return tuple(mentions)


def _amounts(parse: Parse) -> list[Amount]:
    """The numbers that may be amounts; what hangs on a rejected one by a sign goes with it (2017-18, 7.62 x 39)."""
    amounts: list[Amount] = []
    rejected = 0
    for numeral in read_numerals(parse):
        if amounts and numeral.start < amounts[-1].end:
            continue
        hangs = numeral.start - rejected <= _LONGEST_SIGN and parse.text[rejected : numeral.start] in _HANGS
        if hangs or is_no_amount(parse, numeral):
            rejected = numeral.end
        elif amount := read_amount(parse, numeral):
            amounts.append(amount)
    return amounts


def _alone(parse: Parse, amount: Amount) -> Mention:
    """The amount of one number; where its figures are unclear without a value, with what they may mean."""
    mention = _mention(parse, amount.quantity(), Span(amount.start, amount.end), amount)
    reason = amount.numeral.unclear
    return replace(mention, value=None if reason else mention.value, unresolved=reason, candidates=amount.others())


def _mention(parse: Parse, quantity: Quantity, span: Span, last: Amount) -> Mention:
    measure = measure_of(parse, span.start, span.end, last.per, last.kind)
    return Mention("quantity", span, span.text_of(parse.text), replace(quantity, measure=measure))
