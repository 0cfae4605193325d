"""States that speak together: "Moscow and Pyongyang", "the Russian and North Korean missions"."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from waybill.model.parse import Parse
from waybill.model.things import Party
from waybill.reference.offices import office_words
from waybill.reference.parties import parties
from waybill.reference.reporting import speaker_roles

_BETWEEN = re.compile(r",|\b(?:and|nor|or)\b")
_LEADING = re.compile(r"^\s*(?:the|both|neither|either)\s+", re.IGNORECASE)


def states_together(parse: Parse, tokens: Sequence[int], on: date | None) -> str | None:
    """The names of the states a phrase lists, None where it does not list several or lists anything else.

    Each part is a state, or its name or adjective before an office.
    """
    if not any(parse.tag[t] == "CC" for t in tokens[:-1]):
        return None
    words = parse.span(tokens[0], tokens[-1]).text_of(parse.text)
    parts = [p for part in _BETWEEN.split(words) if (p := _LEADING.sub("", part.strip()))]
    states = [_state_opening(part, on) for part in parts]
    names = list(dict.fromkeys(s.name for s in states if s is not None))
    return _listed(names) if len(names) > 1 and None not in states else None


@cache
def words_of_office() -> frozenset[str]:
    """The words that call an office or who holds one, in lower case."""
    roles = office_words()
    bodies = (roles[r] for r in ("government", "military", "title", "government-tail", "military-tail"))
    retaken = (word for word, role in speaker_roles().items() if role.retaken and not role.kind)
    return frozenset().union(*bodies, retaken)


def _state_opening(words: str, on: date | None) -> Party | None:
    """The state that words open with, where nothing or an office follows: "North Korean embassy in Oslo"."""
    upto = words.split(" ")
    for cut in range(min(len(upto), 3), 0, -1):
        party = parties().named(" ".join(upto[:cut]), on)
        office = cut == len(upto) or not words_of_office().isdisjoint({upto[cut].lower(), upto[cut].lower().rstrip("s")})
        if party is not None and party.type == "state" and office:
            return party
    return None


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
