"""Bodies any state may have, by the words after its name: "Norwegian intelligence service", "Iran's foreign ministry"."""

import re
from collections import defaultdict
from functools import cache

from waybill.model.things import Party
from waybill.reference.countries import Country
from waybill.reference.tables import rows_of

_MINISTRY_OF = re.compile(r"^ministry of (?:the )?((?:[a-z]+ )??[a-z]+)(?: affairs)?$", re.IGNORECASE)
"""One office by two names: "ministry of foreign affairs" and "foreign ministry"."""


@cache
def office_words() -> dict[str, frozenset[str]]:
    """Lower-case words by role (offices.csv).

    `government`, `military`: call a body of that type; `government-tail`, `military-tail`: do so after a modifier only;
    `modifier`: may stand between the state and the body; `title`: stand before a person's name and are no part of it.
    """
    words: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows_of("offices.csv"):
        words[row["role"]].update(row["words"].split())
    return {role: frozenset(held) for role, held in words.items()}


def office_of(country: Country, words: str) -> Party | None:
    """The body of the state that `words`, what follows the state's name, call; None where they call none."""
    words = _MINISTRY_OF.sub(lambda found: f"{found[1].lower()} ministry", words)
    *between, last = words.casefold().split(" ")
    if not office_words()["modifier"].issuperset(between):
        return None
    kind = _tail(last) if "of" in between else _kind(last, bool(between))
    if kind is None:
        return None
    name = f"{next(iter(country.adjectives), country.name)} {words}"
    return Party(name, kind, country.name, None, country.government)


def _kind(last: str, modified: bool) -> str | None:
    roles = office_words()
    for kind in ("government", "military"):
        if last in roles[kind]:
            return kind
    return _tail(last) if modified else None


def _tail(last: str) -> str | None:
    """ "Staff" in "chief of staff", "defence" in "ministry of defence"; "government of President" is two names."""
    roles = office_words()
    return next((kind for kind in ("government", "military") if last in roles[f"{kind}-tail"]), None)
