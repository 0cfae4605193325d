"""Which texts cannot speak of a delivery of arms, told without parsing them."""

import re
from functools import cache

from waybill.reference.munitions import designations, goods_by_head

_WORD = re.compile(r"[^\W\d_]+")


def may_speak_of_arms(text: str) -> bool:
    """False only where no word of the text can be, or inflect, one that names arms: no transfer is extracted from such a text.

    Exact on that side: designations are tried by the runs of letters they hold, common nouns by every regular plural.
    """
    return any(word in _designated() or word.lower() in _forms() for word in _WORD.findall(text))


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for head in goods_by_head() for part in _WORD.findall(head) for form in _inflected(part.lower()))


@cache
def _designated() -> frozenset[str]:
    return frozenset(designations())


def _inflected(noun: str) -> tuple[str, ...]:
    return (noun, noun + "s", noun + "es", noun.removesuffix("y") + "ies", noun.removesuffix("s"))
