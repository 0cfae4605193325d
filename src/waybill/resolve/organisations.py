"""Bodies that no table holds: by the form of their names, and by what the parser calls an organisation."""

import re
from collections.abc import Iterator, Sequence

from waybill.model.parse import Parse
from waybill.model.things import Party
from waybill.reference.body_forms import body_forms
from waybill.reference.parties import parties
from waybill.resolve.people import Found

_ARTICLES = frozenset({"the", "a", "an"})
_OF = frozenset({"of", "for", "on"})
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_OWNERS = frozenset({"People", "Peoples", "Workers", "Women", "Children", "Farmers", "Veterans", "Lord", "King", "Queen"})
_NO_NAMES = frozenset({"DATE", "TIME", "LANGUAGE", "ORDINAL"})
_LONGEST = 9
"""Tokens a body's name may have: our convention; longer runs of capitals are headlines."""


def named_by_form(parse: Parse) -> Iterator[Found]:
    """Bodies known by a word in their name: "the Tarn Institute for Maritime Evidence", "Black Sea Fleet", "Calm Sea Ltd".

    Their country is that of the state the name begins with, or None.
    """
    for low, high in parse.sentences:
        at = low
        while at < high:
            run = _run(parse, at, high)
            found = _by_form(parse, run) if run else None
            if found:
                yield found
            at = found[1] + 1 if found else run[-1] + 1 if run else at + 1


def type_of_name(name: str) -> str | None:
    """The type of party that the last word of a name tells, None where it tells none: a Tribune is an outlet."""
    form = body_forms().get(name.rsplit(" ", 1)[-1].rstrip(".").lower())
    return form.type if form and " " in name else None


def _run(parse: Parse, at: int, high: int) -> list[int]:
    """The capitalised words from a token on, across hyphens and "&", and across "of" after a word for a body."""
    run: list[int] = []
    linked = False
    for token in range(at, high):
        word = parse.word[token]
        if _is_capital(parse, token) or (not run and _ORDINAL.fullmatch(word)):
            run.append(token)
        elif run and (word in ("-", "&") or _is_own(parse, token) or (word in _OF and _has_form(parse, run))):
            linked = linked or word in _OF
            run.append(token)
        elif run and linked and word in ("and", "the"):
            run.append(token)
        else:
            break
    while run and not _is_capital(parse, run[-1]):
        run.pop()
    return run


def _is_own(parse: Parse, token: int) -> bool:
    """The mark in "People's Front", not the one in "Germany's Nordtor"."""
    return parse.word[token] in ("'s", "’s", "'", "’") and parse.word[token - 1] in _OWNERS


def _is_capital(parse: Parse, token: int) -> bool:
    word = parse.word[token]
    return word[0].isupper() and word.lower() not in _ARTICLES and parse.entity[token] not in _NO_NAMES


def _has_form(parse: Parse, run: Sequence[int]) -> bool:
    form = body_forms().get(parse.word[run[-1]].lower())
    return form is not None and form.finds


def _by_form(parse: Parse, run: list[int]) -> Found | None:
    """The body that a run of capitals names, cut after its last word for a body; None where it holds none."""
    if len(run) > _LONGEST or all(parse.word[t].isupper() for t in run):
        return None
    opens = [n for n, t in enumerate(run[1:], start=1) if parse.word[t] in _OF and _has_form(parse, run[:n])]
    ends = [n for n in range(len(run)) if _has_form(parse, run[: n + 1]) and (n or opens)]
    last = len(run) - 1 if opens else max(ends, default=0)
    if not last:
        return None
    first, end = run[0], run[last]
    name = " ".join(parse.text[parse.start[first] : parse.end[end]].split())
    form = body_forms().get(parse.word[run[opens[0] - 1] if opens else end].lower())
    return first, end, Party(name, form.type if form else "organisation", _country_in(name), None)


def _country_in(name: str) -> str | None:
    """The state that a name begins with: "Norwegian Defence Research Institute"."""
    words = name.split(" ")
    for cut in (2, 1):
        state = parties().named(" ".join(words[:cut])) if len(words) > cut else None
        if state is not None and state.type == "state":
            return state.country
    return None


def outranks(body: Found, known: Sequence[Found]) -> bool:
    """True where a body's name is more than the parties of the table within it: states, a surname ("Haftar Armed Forces"), or
    nothing."""
    first, last, _ = body
    within = [k for k in known if k[0] <= last and first <= k[1]]
    return all(_is_part(k, first, last) for k in within)


def _is_part(known: Found, first: int, last: int) -> bool:
    is_inside = first <= known[0] and known[1] <= last and known[:2] != (first, last)
    return is_inside and (known[2].type == "state" or (known[2].type == "person" and known[0] == known[1]))
