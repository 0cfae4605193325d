"""Where in a text time expressions may stand, and the longest rule that fits there."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.reference.calendar import MONTHS, WEEKDAYS
from waybill.resolve.times import (
    clock,
    dates,
    deixis,
    durations,
    numeric,
    offsets,
    parts,
    quarters,
    recurring,
    spans,
    words,
    years,
)
from waybill.resolve.times.legible import legible
from waybill.resolve.times.lexicon import DAYPARTS, ORDINAL_DAYS, SEASONS, UNITS, pattern
from waybill.resolve.times.openings import may_open, opening_at
from waybill.resolve.times.plausible import plausible
from waybill.resolve.times.rule import Rule

RULES: tuple[Rule, ...] = (
    *clock.RULES, *spans.RULES, *dates.RULES, *numeric.RULES, *years.RULES, *recurring.RULES, *quarters.RULES, *parts.RULES,
    *deixis.RULES, *offsets.RULES, *words.RULES, *durations.RULES,
)  # fmt: skip
"""Every rule; of matches of one length the first counts."""

_PLURALS = {unit + "s" for unit in UNITS} | {"centuries"}
_WORDS = (
    "now", "currently", "current", "present", "moment", "nowadays", "presently", "recently", "past", "recent", "lately",
    "future", "soon", "term", "today", "yesterday", "tomorrow", "tonight", "overnight", "noon", "midday", "midnight",
    "daily", "weekly", "monthly", "yearly", "annually", "hourly", "quarterly", "biweekly", "nightly", "fortnightly",
    "thanksgiving", "christmas", "halloween", "veterans", "labor", "independence", "victory", "nineteen", "eighteen",
    "period", "these", "new", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
    "nineties", "half", "then", "time", "ago", "valentine", "boxing", "election",
    *(f"{unit}long" for unit in UNITS),
)  # fmt: skip
TRIGGERS = frozenset({*MONTHS, *WEEKDAYS, *SEASONS, *DAYPARTS, *UNITS, *_PLURALS, *_WORDS})
"""Lower-case words without final stop one of which every expression holds, unless it holds a figure."""

_LEADING = frozenset((
    "between", "from",
    "the", "a", "an", "this", "that", "these", "last", "past", "next", "coming", "following", "previous", "preceding",
    "prior", "same", "very", "early", "earlier", "late", "later", "mid", "middle", "end", "beginning", "start", "close",
    "turn", "of", "in", "first", "second", "third", "fourth", "final", "fiscal", "calendar", "full", "its", "their",
    "about", "around", "nearly", "almost", "more", "less", "fewer", "than", "at", "least", "most", "up", "to", "over",
    "under", "no", "roughly", "approximately", "some", "several", "few", "many", "couple", "number", "as", "much", "each",
    "every", "half", "and", "or", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "dozen", "hundred", "thousand", "-", "–", "‑", "'", "’", "current", "latest", "ago", "comparable",
    "corresponding", "additional", "extra", "upcoming", "sometime", "before", "on", "after", "any", "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "long", "right", "post", "pre", "fy",
    "near", "short", "foreseeable", "hundreds", "thousands", "dozens", "countless", *ORDINAL_DAYS,
))  # fmt: skip
"""Words an expression may begin with left of its trigger."""
_MAX_LEAD = 8
_OPEN_FIGURES = "'’‘QH"
_MID_DECADE = re.compile(r"[a-z]+-\d{4}s", re.IGNORECASE)
_DASHES = "-‐‑–—"


class Found(Struct, frozen=True):
    """A rule's match that may be a time, and its first and last token."""

    match: re.Match[str]
    rule: Rule
    first: int
    last: int


def expressions(parse: Parse) -> Iterator[Found]:
    """The time expressions of a text, in order and without overlap: the longest that begins furthest left.

    What was tried in vain up to one trigger is not tried again for the next: it would have reached the first as well.
    """
    text, begin = legible(parse.text), 0
    triggers = {word for word in set(parse.word) if _triggers(word)}
    for trigger, word in enumerate(parse.word):
        if word not in triggers or trigger < begin:
            continue
        untried, begin = begin, trigger + 1
        for found in _at(parse, text, trigger, untried):
            yield found
            begin = found.last + 1


def _at(parse: Parse, text: str, trigger: int, begin: int) -> Iterator[Found]:
    """What is found around a trigger, and what follows a dash inside the same token ("7 September-1 October")."""
    for first in range(_lead(parse, trigger, begin), trigger + 1):
        found = _longest(parse, text, parse.start[first], first, trigger)
        if found:
            yield found
            end = found.match.end()
            if end < parse.end[found.last] and parse.text[end] in _DASHES:
                rest = _longest(parse, text, end + 1, found.last, found.last)
                yield from (rest,) if rest else ()
            return


@lru_cache(maxsize=50_000)
def _triggers(word: str) -> bool:
    if word[0].isdigit() or word.lower().rstrip(".") in TRIGGERS:
        return True
    return word[-1].isdigit() or (word[0] in _OPEN_FIGURES and word[1:2].isdigit()) or _MID_DECADE.match(word) is not None


def _lead(parse: Parse, trigger: int, begin: int) -> int:
    """The leftmost token an expression around the trigger may begin with."""
    first = trigger
    floor = max(begin, trigger - _MAX_LEAD, parse.sentence_at(trigger)[0])
    while first > floor and _may_lead(parse.word[first - 1]):
        first -= 1
    return first


def _may_lead(word: str) -> bool:
    return word.lower() in _LEADING or word[0].isdigit() or word.lower().rstrip(".") in TRIGGERS


def _longest(parse: Parse, text: str, start: int, first: int, trigger: int) -> Found | None:
    """The longest match from an offset in the first token that reaches the trigger and means a time there."""
    best: Found | None = None
    needed = parse.end[trigger] - 1
    for compiled, rule in _rules_opening(opening_at(text, start)):
        match = compiled.match(text, start)
        if match and match.end() >= needed and (best is None or match.end() > best.match.end()):
            last = _last_token(parse, trigger, match.end())
            if plausible(parse, first, last) and not _crosses(parse, first, last):
                best = Found(match, rule, first, last)
    return best


@lru_cache(maxsize=10_000)
def _rules_opening(opening: str) -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """The patterns that may match what begins so, with their rules."""
    return tuple((pattern(rule.source), rule) for rule in RULES if may_open(opening, rule.opens))


def _crosses(parse: Parse, first: int, last: int) -> bool:
    """True where a sentence ends within at the end of a line: a heading that ends in a month, a date on the next line."""
    end = parse.sentence_at(first)[1]
    return end <= last and "\n" in parse.text[parse.end[end - 1] : parse.start[end]]


def _last_token(parse: Parse, token: int, end: int) -> int:
    while token + 1 < len(parse) and parse.start[token + 1] < end:
        token += 1
    return token
