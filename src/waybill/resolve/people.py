"""Who is meant by a person's name: the body they speak for, and the full name behind a first or last name."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.model.things import Party
from waybill.reference.offices import office_words
from waybill.reference.parties import parties
from waybill.reference.reporting import speaker_roles

Found = tuple[int, int, Party]
"""First and last token, both included, and whom they name."""


def is_title(word: str) -> bool:
    """True for "Mr", "Gen.", "Spokesperson" and the like, in any case."""
    return word.rstrip(".").casefold() in office_words()["title"]


def with_offices(parse: Parse, found: Sequence[Found]) -> Iterator[Found]:
    """Persons with the country and body the words right before them tell, where the table leaves them open."""
    previous: Found | None = None
    for first, last, party in found:
        told = party
        if party.type == "person" and previous and _only_titles(parse, previous, first):
            told = under(party, previous[2])
        yield first, last, told
        previous = (first, last, told)


def _only_titles(parse: Parse, previous: Found, first: int) -> bool:
    """True where nothing but titles and words for bodies stands between the two, in one sentence."""
    if parse.sentence_at(previous[0]) != parse.sentence_at(first):
        return False
    roles = office_words()["modifier"] | office_words()["government"] | office_words()["military"] | speaker_roles().keys()
    between = [parse.word[t] for t in range(previous[1] + 1, first) if parse.word[t] not in ("'s", "’s")]
    return len(between) < 7 and all(is_title(w) or w.casefold() in roles for w in between)


def under(person: Party, body: Party) -> Party:
    """The person as one who speaks for the body; a body the text names is more exact than what the table's offices share.

    Who speaks for a state or an office of it speaks for its government.
    """
    if body.type in ("person", "outlet") or (person.country and person.country != body.country):
        return person
    institution = body.institution if body.type == "state" or (body.id is None and body.institution) else body.name
    if person.institution and body.institution and parties().parent_of(body.institution) == person.institution:
        return replace(person, institution=body.institution)
    if person.institution and body.institution == person.institution:
        return replace(person, institution=institution)
    return replace(person, country=person.country or body.country, institution=person.institution or institution)


def named_in_full(found: Sequence[Found]) -> dict[str, list[Found]]:
    """Everyone named in full, by first and by last name, in text order; an office once told holds for later namings."""
    people: dict[str, list[Found]] = {}
    told: dict[str, Party] = {}
    for first, last, party in found:
        if party.type == "person" and " " in party.name and last > first:
            earlier = told.get(party.name)
            person = told[party.name] = earlier if earlier and earlier.institution else party
            for name in (party.name.split(" ")[0], party.name.split(" ")[-1]):
                people.setdefault(name, []).append((first, last, person))
    return people


def _last_named(people: Mapping[str, Sequence[Found]], name: str, at: int) -> Party | None:
    """The person of that first or last name last named in full up to the token."""
    return next((party for first, _, party in reversed(people.get(name, ())) if first <= at), None)


def in_full(parse: Parse, found: Found, people: Mapping[str, Sequence[Found]]) -> Party:
    """The party as it was last named in full, where one word stands for a person (the parser may call it an organisation)."""
    first, last, party = found
    if party.type != "person" and not (party.type == "organisation" and first == last):
        return party
    fuller = _last_named(people, parse.word[last], first)
    return fuller if fuller and (fuller.name == party.name or " " not in party.name) else party


def bare_names(parse: Parse, people: Mapping[str, Sequence[Found]], taken: set[int]) -> Iterator[Found]:
    """Last names that nothing else has found, after the person was named in full."""
    for token, word in enumerate(parse.word):
        if word in people and token not in taken and parse.pos[token] == "PROPN":
            person = _last_named(people, word, token)
            if person and person.name.endswith(word):
                yield token, token, person
