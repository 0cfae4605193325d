"""Every party a text names: states, bodies, outlets, movements, people."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Party
from waybill.reference.parties import parties
from waybill.reference.party_ids import with_id
from waybill.resolve.aliases import by_office, by_short_name, in_longer_form, short_names
from waybill.resolve.appositions import with_bodies
from waybill.resolve.organisations import named_by_form, outranks
from waybill.resolve.parser_names import is_office_word, named_by_parser, speaker_labels
from waybill.resolve.people import Found, bare_names, in_full, is_title, named_in_full, with_offices

_INNER = frozenset(("of", "the", "and", "for", "-", "'s", "’s", "'", "’", "al", "on", "bin", "ibn", "to", "&", "/"))
_WATERS = {(water, "of") for water in ("Gulf", "Sea", "Bay", "Strait", "Straits", "Coast")}
"""Words that make a state's name part of a water's: "Gulf of Oman"."""

_NUMBERED = re.compile(r"IMO\b[\s:#]*(?:(?:numbers?|no\.?)[\s:]*)?\d")
"""The organization's name where it only labels a ship's number."""

_MAX_TOKENS = 9
"""No name or office in the table is longer, possessive marks counted."""


def find_parties(parse: Parse, published: date | None = None) -> tuple[Mention, ...]:
    """The parties of a text in text order, never overlapping.

    Those of the table (`waybill.reference.parties`) and any state's bodies come with type, country and institution; `published`
    settles the office of a person who held several. A person or organisation only the parser knows has what the text says: the
    state or body named right before ("Chadian army spokesman Mahamat Saleh"), else country None. A first or last name alone is
    the person last named in full with it. A span includes a title ("Mr Kim"), not the body before it.
    """
    found = _told(parse, published)
    people = named_in_full(found)
    named = [(first, last, in_full(parse, (first, last, party), people)) for first, last, party in found]
    bare = list(bare_names(parse, people, _tokens(found)))
    states = {party.country for _, _, party in found if party.type != "person"}
    return tuple(_mention(parse, *_by_surname(f, states)) for f in sorted((*named, *bare), key=_where))


def _told(parse: Parse, published: date | None) -> list[Found]:
    """The parties of the table, those known by the form of their names and those the parser names, with what stands beside."""
    listed = list(_known(parse, published))
    formed = [f for f in named_by_form(parse) if outranks(f, listed)]
    known = sorted((*(k for k in listed if not any(f[0] <= k[0] and k[1] <= f[1] for f in formed)), *formed), key=_where)
    named = [*known, *speaker_labels(parse, _tokens(known))]
    named = sorted((*named, *named_by_parser(parse, _tokens(named))), key=_where)
    short = short_names(parse, named)
    named = [k for k in named if not (k[0] == k[1] and parse.word[k[0]] in short)]
    named = sorted((*named, *by_short_name(parse, short, _tokens(named))), key=_where)
    found = list(with_offices(parse, list(with_bodies(parse, list(in_longer_form(parse, named, short))))))
    return sorted((*found, *by_office(parse, found)), key=_where)


def _by_surname(found: Found, states: Collection[str | None]) -> Found:
    """A person called by one name ("Kim") is the one the table holds under it, if the text names that one's state."""
    first, last, party = found
    if party.type != "person" or party.country is not None or " " in party.name:
        return found
    held = {t.party.name: t.party for t in parties().titled.get(party.name, ()) if t.party.country in states}
    return (first, last, next(iter(held.values()))) if len(held) == 1 else found


def _where(found: Found) -> tuple[int, int]:
    return found[:2]


def _tokens(found: Iterable[Found]) -> set[int]:
    return {token for first, last, _ in found for token in range(first, last + 1)}


def _mention(parse: Parse, first: int, last: int, party: Party) -> Mention:
    span: Span = parse.span(first, last)
    named = with_id(party)
    reason = None if named.id else f"no more than the name {party.name} is given"
    return Mention("party", span, span.text_of(parse.text), named, reason)


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
        if _NUMBERED.match(parse.text, parse.start[at]) or (at == last and party.type == "person" and _is_namesake(parse, at)):
            continue
        if titled or party.type != "person" or not any(is_title(parse.word[t]) for t in range(at, last)):
            return at, last, party
    return None


def _is_namesake(parse: Parse, surname: int) -> bool:
    """True where another given name stands before a surname of the table: Saddam Haftar is not Khalifa Haftar."""
    before = parse.word[surname - 1] if surname > parse.sentence_at(surname)[0] else ""
    is_given = parse.entity[surname - 1 : surname + 1] == ("PERSON", "PERSON") and before[:1].isupper()
    return is_given and before.isalpha() and not is_title(before) and not is_office_word(before.casefold())


def _named(words: str, published: date | None) -> Party | None:
    """As the table has it; a headline's or transcript's capitals ("KIRBY") as a name."""
    shouted = words.isupper() and len(words) > 4
    return parties().named(words, published) or (parties().named(words.title(), published) if shouted else None)


def _ends(parse: Parse, at: int, high: int) -> list[int]:
    """The tokens a name may end with, longest first."""
    ends = [at]
    for token in range(at + 1, min(high, at + _MAX_TOKENS)):
        word = parse.word[token]
        joined = parse.word[token - 1] == "-" and parse.end[token - 1] == parse.start[token]
        if not (word[0].isupper() or word[0].isdigit() or word in _INNER or joined or is_office_word(word)):
            break
        if word not in _INNER:
            ends.append(token)
    return ends[::-1]
