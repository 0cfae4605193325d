"""Which texts cannot speak of a delivery of arms, told without parsing them."""

import re
from collections import defaultdict
from functools import cache

from waybill.reference.munitions import REACH, designations, goods_by_head

_RUN = re.compile(r"[A-Za-z]+|[0-9]+")
"""Plain letters or figures, as in designations and in names ("C-4"): "matériel" is two runs, in the table and in the text."""

_SLACK = 20
"""Code points beyond REACH that are looked at, too: the last word may be a part of what the parser takes for one."""

Others = tuple[frozenset[str], ...]
"""The forms of each word of a name before its last: a text names the goods only where it has one of each."""


def may_speak_of_arms(text: str) -> bool:
    """False only where no item of a known class can be named: no delivery is extracted from such a text.

    Exact on that side: common nouns are tried in every regular form, with what else their names need as far before them as
    items reach; designations by their own patterns.
    """
    runs = frozenset(_RUN.findall(text))
    plain = frozenset(map(str.lower, runs))
    if any(_ends_a_name(text, last, plain) for last in plain & _arms().keys()):
        return True
    return any(pattern.search(text) for run in runs & _designated().keys() for pattern in _designated()[run])


def _ends_a_name(text: str, last: str, plain: frozenset[str]) -> bool:
    """True where a word names arms, alone or with the others that it needs shortly before it."""
    possible = [others for others in _arms()[last] if all(plain & forms for forms in others)]
    if not all(possible):
        return True
    places = (match.start() for match in _pattern(last).finditer(text)) if possible else ()
    before = (frozenset(_RUN.findall(text[max(0, at - REACH - _SLACK) : at].lower())) for at in places)
    return any(all(near & forms for forms in others) for near in before for others in possible)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z]){word}(?![A-Za-z])", re.IGNORECASE)


@cache
def _arms() -> dict[str, tuple[Others, ...]]:
    """For each form of a noun that ends a name for arms, what else its names need."""
    found: defaultdict[str, list[Others]] = defaultdict(list)
    for goods in goods_by_head().values():
        for good in goods:
            if good.item_class:
                *others, last = (frozenset(_inflected(part)) for word in good.words for part in _RUN.findall(word.lower()))
                for form in last:
                    found[form].append(tuple(others))
    return {form: tuple(needs) for form, needs in found.items()}


@cache
def _designated() -> dict[str, set[re.Pattern[str]]]:
    """The patterns for designations under each run of letters they may begin with, with and without a plural s."""
    found: defaultdict[str, set[re.Pattern[str]]] = defaultdict(set)
    for run, entries in designations().items():
        for form in (run, run + "s"):
            found[form].update(pattern for pattern, _ in entries)
    return found


def _inflected(noun: str) -> tuple[str, ...]:
    return (noun, noun + "s", noun + "es", noun.removesuffix("y") + "ies", noun.removesuffix("s"))
