"""Amounts that name no noun, and take one from beside them."""

import re

from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.resolve.quantities.amounts import Amount
from waybill.resolve.quantities.dated import is_year
from waybill.resolve.quantities.following import counted_after
from waybill.resolve.quantities.stated import is_name

_COMMA = re.compile(r"-?\s*,\s*")
_LAST = re.compile(r"-?(?:\s*,?\s+and|\s+or)\s+")
_OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|those|these|its|their)\s+)?")
_OF_A_WHOLE = re.compile(r"\b[Oo]f\s+(?:(?:the|those|these|its|their)\s+)?$")
_WHOLE_ENDS = re.compile(r"[^.;:,\d]{0,40},\s+(?:only\s+|just\s+)?")
_NUMBER_OF = re.compile(
    r"\b(?:number|count|tally|total|stock|stockpile)s?\s+of\s+(?=[^.;:]{1,80}$)"
    r"(?![^.;:]*(?:,|\b(?:and|but|while|as))\s+\w+\s)",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\s\(")
_REACH = 90
"""Code points that "the number of" stands before its number: our convention, a clause."""


def share_units(parse: Parse, amounts: list[Amount]) -> list[Amount]:
    """Amounts that name no noun take the next one's, or the one whose number they are said to be.

    A conversion in brackets takes the bound of what it converts.

    | They sent 10, 20 and 30 crates. -> 10 [10 crate]; 20 [20 crate]; 30 crates [30 crate]
    | They sent 300 of the 1,000 crates. -> 300 [300 crate subset]; 1,000 crates [1000 crate]
    | Four out of five missiles fell. -> Four [4 missile subset]; five missiles [5 missile]
    | Of the 6,700 crates, 2,000 hold rockets. -> 6,700 crates [6700 crate]; 2,000 [2000 crate subset]
    | The number of shells sent exceeded 1 million. -> exceeded 1 million [1000000.. shell >]
    | It lies more than 180 miles (290 km) away. -> more than 180 miles [180.. mile >]; 290 km [290.. kilometre >]
    """
    shared, in_list = [_of_a_number(parse, amount) for amount in amounts], False
    for at in range(len(shared) - 1):
        first, second = shared[at], shared[at + 1]
        if first.unit and _counts_nothing_yet(parse, second) and _is_whole(parse, first, second):
            shared[at + 1] = replace(second, unit=first.unit, kind="part")
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        gap = parse.text[first.end : second.start]
        if _counts_nothing_yet(parse, first) and second.unit and second.kind != "money" and _shares(gap, in_list):
            kind = "part" if _OF_THE.fullmatch(gap) else second.kind
            shared[at], in_list = replace(first, unit=second.unit, kind=kind), not _OF_THE.fullmatch(gap)
        else:
            in_list = False
        if first.signs and not second.signs and first.kind == second.kind != "noun" and _OPENED.fullmatch(gap):
            shared[at + 1] = replace(second, signs=first.signs)
    return shared


def _is_whole(parse: Parse, first: Amount, second: Amount) -> bool:
    gap = parse.text[first.end : second.core]
    return bool(_OF_A_WHOLE.search(parse.text, max(0, first.start - 10), first.start) and _WHOLE_ENDS.fullmatch(gap))


def _of_a_number(parse: Parse, amount: Amount) -> Amount:
    """The amount with the noun of "the number of containers doubled to 6,000"."""
    if amount.kind != "none" or amount.unit is not None or is_year(parse, amount.numeral):
        return amount
    token = parse.token_at(amount.core)
    first = parse.start[parse.sentence_at(token)[0]] if token is not None else amount.start
    found = _NUMBER_OF.search(parse.text, max(first, amount.start - _REACH), amount.start)
    noun = counted_after(parse, found.end()) if found else None
    return replace(amount, unit=noun.unit, kind=noun.kind) if noun and noun.end < amount.start else amount


def _counts_nothing_yet(parse: Parse, amount: Amount) -> bool:
    if amount.unit is not None or amount.kind not in ("none", "part"):
        return False
    return not is_year(parse, amount.numeral) and not is_name(parse, amount)


def _shares(gap: str, in_list: bool) -> bool:
    return bool(_LAST.fullmatch(gap) or _OF_THE.fullmatch(gap) or (in_list and _COMMA.fullmatch(gap)))
