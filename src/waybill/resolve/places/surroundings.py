"""What a whole document tells of the names in it, before any is resolved."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.reference.gazetteer_names import name_key
from waybill.reference.place_words import place_words
from waybill.reference.reporting import reporting_verbs
from waybill.resolve.places.spot import Spot

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
"""The parser's labels for places."""

_SHIPS = (
    "vessel vessels ship ships tanker tankers freighter freighters mv m/v uss hms carrier boat yacht frigate dhow trawler ro-ro"
)
SHIPS = frozenset(_SHIPS.split())
"""Words right before the name of a ship."""

MOST_OF_A_SHIP = 2
"""A name of more words after an article is a zone's or a site's, for ships bear short names: our convention."""


class Surroundings(Struct, frozen=True):
    """Names by their keys: how often the parser calls it a place or a person, which are parts of longer names of persons, which
    name ships, which speak, which are treated as persons; and how often each country is named (by ISO 3166 code)."""

    as_place: Counter[str]
    as_person: Counter[str]
    in_person: frozenset[str]
    countries: Counter[str]
    ships: frozenset[str]
    speakers: frozenset[str]
    persons: frozenset[str]


def surroundings(parse: Parse, found: Sequence[Spot]) -> Surroundings:
    """The surroundings of the spots of one text."""
    as_place: Counter[str] = Counter()
    as_person: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for spot in found:
        labels = _labels(parse, spot)
        as_place[name_key(spot.text)] += bool(labels & PLACE_LABELS)
        as_person[name_key(spot.text)] += "PERSON" in labels
        if spot.candidates and spot.candidates[0].kind == "country":
            named[spot.candidates[0].iso2] += 1
    ships = frozenset(name_key(spot.text) for spot in found if _is_called_a_ship(parse, spot))
    speakers = frozenset(name_key(spot.text) for spot in found if _speaks(parse, spot))
    persons = frozenset(name_key(spot.text) for spot in found if _is_treated_as_a_person(parse, spot))
    return Surroundings(as_place, as_person, frozenset(_parts_of_persons(parse)), named, ships, speakers, persons)


def _is_called_a_ship(parse: Parse, spot: Spot) -> bool:
    """After "vessel" or "MV", or with an article and nothing to qualify, as towns never are: "the Maria sailed"."""
    before = [w.lower() for w in parse.word[max(0, spot.first - 3) : spot.first]]
    if (
        _is_apposed_to_a_ship(parse, spot)
        or SHIPS.intersection(before[-1:])
        or (before[-1:] == ["the"] and SHIPS.intersection(before[-2:-1]))
    ):
        return True
    after = parse.pos[spot.last + 1] if spot.last + 1 < len(parse) else "PUNCT"
    alone = before[-1:] == ["the"] and spot.last - spot.first < MOST_OF_A_SHIP and after not in ("NOUN", "PROPN", "ADJ", "NUM")
    return alone and not _labels(parse, spot) & PLACE_LABELS and all(c.kind in ("city", "admin2") for c in spot.candidates)


def _is_apposed_to_a_ship(parse: Parse, spot: Spot) -> bool:
    """ "the Amazon, a Panamanian ro-ro vessel"."""
    after = [w.lower() for w in parse.word[spot.last + 1 : spot.last + 7]]
    return after[:2] in ([",", "a"], [",", "an"]) and not SHIPS.isdisjoint(after[2:])


def _speaks(parse: Parse, spot: Spot) -> bool:
    """True for the subject of a verb of speech: "Palma said", "said Palma"."""
    if parse.dep[spot.last] != "nsubj":
        return False
    verb = reporting_verbs().get(parse.lemma[parse.head[spot.last]])
    return verb is not None and verb.quotes


def _is_treated_as_a_person(parse: Parse, spot: Spot) -> bool:
    """After "Mr", before ", who", or with what only persons have: "Brunson's wife"."""
    before = parse.word[spot.first - 1].lower().rstrip(".") if spot.first else ""
    after = parse.word[spot.last + 1 : spot.last + 3]
    return (
        before in place_words("honorific")
        or after == (",", "who")
        or (after[:1] in (("'s",), ("’s",)) and after[-1].lower() in place_words("kin"))
        or (after[:1] in (("himself",), ("herself",)))
    )


def _parts_of_persons(parse: Parse) -> list[str]:
    """Every word of the names of persons that have two words or more."""
    return [name_key(parse.word[t]) for a, b, label in parse.entities if label == "PERSON" and b - a > 1 for t in range(a, b)]


def _labels(parse: Parse, spot: Spot) -> set[str]:
    return set(parse.entity[spot.first : spot.last + 1])
