"""People and organisations that only the parser names."""

from collections.abc import Iterator
from functools import cache

from waybill.model.parse import Parse
from waybill.model.things import Party
from waybill.reference.offices import office_words
from waybill.reference.tables import rows_of
from waybill.resolve.organisations import type_of_name
from waybill.resolve.people import Found, is_title

_HEADLINE = 0.7
"""Share of a sentence's words in capitals from which it is a headline: our convention."""


def named_by_parser(parse: Parse, taken: set[int]) -> Iterator[Found]:
    """What only the parser calls a person or an organisation; a title right before a person belongs to the span."""
    for begin, end, label in parse.entities:
        if label not in ("PERSON", "ORG") or not taken.isdisjoint(range(begin, end)):
            continue
        first, last = _without_edges(parse, begin, end - 1)
        name = " ".join(parse.text[parse.start[first] : parse.end[last]].split())
        if not _may_name(name) or name in _no_parties() or (first == last and not _may_stand_alone(parse, first)):
            continue
        if name.isupper() and _is_headline(parse, first):
            continue
        while label == "PERSON" and first and first - 1 not in taken and is_title(parse.word[first - 1]):
            first -= 1
        yield first, last, Party(name, _type_of(label, name), None, None)


def _without_edges(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """The tokens without an article before and a possessive mark after."""
    first += first < last and parse.word[first].casefold() == "the"
    last -= first < last and parse.word[last] in ("'s", "’s", "'", "’")
    return first, last


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
