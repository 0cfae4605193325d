"""Amounts told as one or the other ("A or B") that a retelling adds up: "A and B"."""

import re

from waybill.model.claim import Slot
from waybill.model.quantity import Quantity
from waybill.trace.telling import Telling

_OR = re.compile(r"\s*,?\s+or\s+")
_BOUND = re.compile(r"^\D*")
_SMALL_WORDS = r"(?:to|from|for|since|in|by|of|on|at|via|that|which|and|or)"
_GOODS = rf"(?:\s+(?!{_SMALL_WORDS}\b)[\w-]+){{0,4}}"
"""The words of goods behind a figure, up to the next small word."""


def branches(amount: Slot[Quantity] | None) -> str:
    """The words of an amount that is one thing or another, without case; "" of any other."""
    return amount.text.casefold() if amount and amount.value and amount.value.alternatives else ""


def both_told(first: Telling, later: Telling) -> str | None:
    """The words of the later telling that give both of what the first gave as alternatives, or None.

    A frame holds one amount, so the other is looked for around it in the content, by its figure as the first telling wrote it.
    """
    told, amount = _OR.split(branches(first.claim.frame.quantity)), later.claim.frame.quantity
    if len(told) < 2 or not amount or _OR.search(amount.text):
        return None
    figures = [_figure(branch) for branch in told]
    found = [re.search(rf"(?<![\w.,]){re.escape(figure)}(?![\d])", later.text, re.IGNORECASE) for figure in figures if figure]
    if len(found) < len(told) or not all(found):
        return None
    start, end = min(m.start() for m in found if m), max(m.end() for m in found if m)
    goods = re.compile(_GOODS).match(later.text, end)
    return " ".join(later.text[start : goods.end() if goods else end].split())


def _figure(branch: str) -> str:
    """ "3 million" of "more than 3 million 152 mm shells"."""
    said = re.match(r"\d[\d,.]*(?:\s(?:thousand|million|billion|hundred))?", _BOUND.sub("", branch))
    return said[0] if said else ""
