"""People and organisations that only the parser names."""

import re
from collections.abc import Iterator
from functools import cache

from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Party
from waybill.reference.offices import office_words
from waybill.reference.tables import rows_of
from waybill.resolve.organisations import type_of_name
from waybill.resolve.people import Found, is_title

_LABEL = re.compile(r"^[A-Z][A-Za-z]+\.? (?P<name>[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+)?)(?=:)", re.MULTILINE)
_HEADING = re.compile(r"^[A-Z]\. (?=[^\n]* [a-z])[^\n.!?,]+$", re.MULTILINE)
"""A line that an ordering letter begins and no full stop ends: "C. Transfers by air"; not "R. Okafor, analyst"."""

_HEADLINE = 0.7
"""Share of a sentence's words in capitals from which it is a headline: our convention."""


def named_by_parser(parse: Parse, taken: set[int]) -> Iterator[Found]:
    """What only the parser calls a person or an organisation; a title right before a person belongs to the span."""
    headings = {parse.token_at(heading.start()) for heading in _HEADING.finditer(parse.text)}
    for begin, end, label in parse.entities:
        if label not in ("PERSON", "ORG") or not taken.isdisjoint(range(begin, end)):
            continue
        first, last = _without_edges(parse, begin, end - 1)
        if label == "PERSON" and _is_first_name(parse, first - 1, last) and first - 1 not in taken:
            first -= 1
        name = " ".join(parse.text[parse.start[first] : parse.end[last]].split())
        if not _may_name(name) or name in _no_parties() or (first == last and not _may_stand_alone(parse, first)):
            continue
        if (name.isupper() and _is_headline(parse, first)) or first in headings:
            continue
        while label == "PERSON" and first and first - 1 not in taken and is_title(parse.word[first - 1]):
            first -= 1
        yield first, last, Party(name, _type_of(label, name), None, None)


def speaker_labels(parse: Parse, taken: set[int]) -> Iterator[Found]:
    """Who speaks in a transcript, by a label with a title that nothing else has found: "MS. ADEYEMI:" is Adeyemi."""
    for label in _LABEL.finditer(parse.text):
        tokens = [t for t in parse.tokens_in(Span(label.start(), label.end("name"))) if t not in taken]
        if tokens and is_title(parse.word[tokens[0]]) and parse.end[tokens[-1]] == label.end("name"):
            yield tokens[0], tokens[-1], Party(label["name"].title(), "person", None, None)


def _without_edges(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """The tokens without an article before and a possessive mark after."""
    first += first < last and parse.word[first].casefold() == "the"
    last -= first < last and parse.word[last] in ("'s", "’s", "'", "’")
    return first, last


def _is_first_name(parse: Parse, token: int, last: int) -> bool:
    """True for the first part of a name that the parser cuts off: Min in "Min Aung Hlaing"."""
    if token < 0 or parse.head[token] > last or parse.head[token] <= token or parse.dep[token] != "compound":
        return False
    word = parse.word[token]
    return (
        parse.pos[token] == "PROPN"
        and word.istitle()
        and word.isalpha()
        and not is_title(word)
        and not is_office_word(word.casefold())
    )


def _may_name(name: str) -> bool:
    """A capital first, no designation ("Il-76"), no place the parser often mistakes ("Dunai", "Bandar Abbas")."""
    designation = any(map(str.isdigit, name))
    return name[0].isupper() and len(name) > 1 and not designation and name not in _reviewed_places()


def _may_stand_alone(parse: Parse, token: int) -> bool:
    """A single word that is a proper noun, no title, no word for a body, no plural abbreviation ("UAVs")."""
    word = parse.word[token]
    abbreviations = word[:-1].isupper() and word.endswith("s")
    plain = word.isalpha() and not abbreviations and not is_office_word(word.casefold())
    return plain and parse.pos[token] == "PROPN"


def _is_headline(parse: Parse, token: int) -> bool:
    """True in a sentence all in capitals, where they tell no names."""
    low, high = parse.sentence_at(token)
    words = [w for w in parse.word[low:high] if w.isalpha() and len(w) > 1]
    return len(words) > 1 and sum(map(str.isupper, words)) > len(words) * _HEADLINE


@cache
def _no_parties() -> frozenset[str]:
    return frozenset(row["word"] for row in rows_of("not_parties.csv"))


@cache
def _reviewed_places() -> frozenset[str]:
    """Places the parser often takes for organisations ("Dunai", "Vostochny")."""
    return frozenset(name for row in rows_of("places.csv") for name in (row["name"], *row["aliases"].split(";")))


def _type_of(label: str, name: str) -> str:
    told = type_of_name(name)
    if label == "PERSON":
        return "outlet" if told == "outlet" else "person"
    return told or "organisation"


def is_office_word(word: str) -> bool:
    """True for a word that calls a body or an office of a state, in lower case."""
    return any(word in words for words in office_words().values())
