"""Every party a text names: states, bodies, outlets, movements, people."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Party
from waybill.reference.offices import office_words
from waybill.reference.parties import parties
from waybill.reference.tables import rows_of
from waybill.resolve.people import Found, bare_names, in_full, is_title, named_in_full, with_offices

_INNER = frozenset(("of", "the", "and", "for", "-", "'s", "’s", "'", "’", "al", "on", "bin", "ibn", "to", "&", "/"))
_COMPANY_WORDS = "ltd llc inc co corp corporation company jsc pjsc shipping plc gmbh trading limited airlines"
_COMPANY = frozenset(_COMPANY_WORDS.split())
_WATERS = {(water, "of") for water in ("Gulf", "Sea", "Bay", "Strait", "Straits", "Coast")}
"""Words that make a state's name part of a water's: "Gulf of Oman"."""

_MAX_TOKENS = 9
"""No name or office in the table is longer, possessive marks counted."""


def find_parties(parse: Parse, published: date | None = None) -> tuple[Mention, ...]:
    """The parties of a text in text order, never overlapping.

    Those of the table (`waybill.reference.parties`) and any state's bodies come with type, country and institution; `published`
    settles the office of a person who held several. A person or organisation only the parser knows has what the text says: the
    state or body named right before ("Chadian army spokesman Mahamat Saleh"), else country None. A first or last name alone is
    the person last named in full with it. A span includes a title ("Mr Kim"), not the body before it.
    """
    known = list(_known(parse, published))
    unknown = list(_unknown(parse, _tokens(known)))
    found = list(with_offices(parse, sorted((*known, *unknown), key=_where)))
    people = named_in_full(found)
    named = [(first, last, in_full(parse, (first, last, party), people)) for first, last, party in found]
    bare = list(bare_names(parse, people, _tokens(found)))
    return tuple(_mention(parse, *f) for f in sorted((*named, *bare), key=_where))


def without_places(found: Iterable[Mention], places: Iterable[Mention]) -> tuple[Mention, ...]:
    """The parties but for those that only the parser knows where the gazetteer has a place: "Goma" is no person."""
    resolved = {mention.span for mention in places if mention.value is not None}
    return tuple(m for m in found if m.span not in resolved or _is_settled(m))


def without_vessels(found: Iterable[Mention], vessels: Iterable[Mention]) -> tuple[Mention, ...]:
    """The parties but for those that only the parser knows where a vessel is named: the "Lady Mariia" is no person, nor is
    "Mariia" in it. A longer name stays: "Lady Mariia Shipping Ltd" is a company."""
    ships = [mention.span for mention in vessels]
    return tuple(m for m in found if _is_settled(m) or not any(s.start <= m.span.start and m.span.end <= s.end for s in ships))


def _is_settled(party: Mention) -> bool:
    """True for a party of the table, or one whose country the text tells."""
    return not isinstance(party.value, Party) or bool(party.value.id or party.value.country)


def _where(found: Found) -> tuple[int, int]:
    return found[:2]


def _tokens(found: Iterable[Found]) -> set[int]:
    return {token for first, last, _ in found for token in range(first, last + 1)}


def _mention(parse: Parse, first: int, last: int, party: Party) -> Mention:
    span: Span = parse.span(first, last)
    return Mention("party", span, span.text_of(parse.text), party)


def _known(parse: Parse, published: date | None) -> Iterator[Found]:
    table = parties()
    for low, high in parse.sentences:
        at = low
        while at < high:
            may = (parse.word[at][0].isupper() or parse.word[at][:2] == "al") and table.opens(parse.word[at].split("-")[0])
            found = _known_at(parse, at, high, published) if may else None
            if found:
                yield found
            at = found[1] + 1 if found else at + 1


def _known_at(parse: Parse, at: int, high: int, published: date | None) -> Found | None:
    titled = is_title(parse.word[at])
    for last in _ends(parse, at, high):
        party = _named(parse.text[parse.start[at] : parse.end[last]], published)
        if party is None or (at == last and parse.pos[at] not in ("PROPN", "ADJ", "NOUN")):
            continue
        if party.type == "state" and parse.word[max(0, at - 2) : at] in _WATERS:
            continue
        if titled or party.type != "person" or not any(is_title(parse.word[t]) for t in range(at, last)):
            return at, last, party
    return None


def _named(words: str, published: date | None) -> Party | None:
    """As the table has it; a headline's or transcript's capitals ("KIRBY") as a name."""
    shouted = words.isupper() and len(words) > 4
    return parties().named(words, published) or (parties().named(words.title(), published) if shouted else None)


def _ends(parse: Parse, at: int, high: int) -> list[int]:
    """The tokens a name may end with, longest first."""
    ends = [at]
    for token in range(at + 1, min(high, at + _MAX_TOKENS)):
        word = parse.word[token]
        if not (word[0].isupper() or word[0].isdigit() or word in _INNER or _is_office_word(word)):
            break
        if word not in _INNER:
            ends.append(token)
    return ends[::-1]


def _is_office_word(word: str) -> bool:
    return any(word in words for words in office_words().values())


def _unknown(parse: Parse, taken: set[int]) -> Iterator[Found]:
    """What only the parser calls a person or an organisation; a title right before a person belongs to the span."""
    for begin, end, label in parse.entities:
        if label not in ("PERSON", "ORG") or not taken.isdisjoint(range(begin, end)):
            continue
        first, last = _without_edges(parse, begin, end - 1)
        name = " ".join(parse.text[parse.start[first] : parse.end[last]].split())
        if not _may_name(name) or (first == last and not _may_stand_alone(parse, first)):
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
    plain = word.isalpha() and not abbreviations and not _is_office_word(word.casefold())
    return plain and parse.pos[token] == "PROPN"


@cache
def _reviewed_places() -> frozenset[str]:
    """Places the parser often takes for organisations ("Dunai", "Vostochny")."""
    return frozenset(name for row in rows_of("places.csv") for name in (row["name"], *row["aliases"].split(";")))


def _type_of(label: str, name: str) -> str:
    if label == "PERSON":
        return "person"
    return "company" if name.rsplit(" ", 1)[-1].rstrip(".").lower() in _COMPANY else "organisation"
