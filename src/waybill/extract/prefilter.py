"""Which texts cannot speak of a delivery of arms, told without parsing them."""

import re
from collections import defaultdict
from functools import cache

from waybill.reference.munitions import designations, goods_by_head

_WORD = re.compile(r"[^\W\d_]+")

Needed = tuple[frozenset[str], ...]
"""The forms of each word of a name: a text names the goods only where it has one of each."""


def may_speak_of_arms(text: str) -> bool:
    """False only where no item of a known class can be named: no delivery is extracted from such a text.

    Exact on that side: common nouns are tried in every regular form, designations by their own patterns.
    """
    words = frozenset(_WORD.findall(text))
    plain = frozenset(w.lower() for w in words)
    if any(all(plain & forms for forms in needed) for word in plain & _arms().keys() for needed in _arms()[word]):
        return True
    runs = (words | {w.removesuffix("s") for w in words}) & designations().keys()
    patterns = {pattern for run in runs for pattern, _ in designations()[run]}
    return any(pattern.search(text) for pattern in patterns)


@cache
def _arms() -> dict[str, tuple[Needed, ...]]:
    """For each form of a noun that ends a name for arms, what else its names need."""
    found: defaultdict[str, list[Needed]] = defaultdict(list)
    for goods in goods_by_head().values():
        for good in goods:
            if good.item_class:
                needed = tuple(frozenset(_inflected(part)) for word in good.words for part in _WORD.findall(word.lower()))
                for form in needed[-1]:
                    found[form].append(needed)
    return {form: tuple(needs) for form, needs in found.items()}


def _inflected(noun: str) -> tuple[str, ...]:
    return (noun, noun + "s", noun + "es", noun.removesuffix("y") + "ies", noun.removesuffix("s"))
