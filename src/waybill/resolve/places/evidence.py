"""What speaks for and against a spot being the name of a place, and whether it suffices."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from math import log10

from waybill.model.parse import Parse
from waybill.reference.countries import capitals
from waybill.reference.gazetteer import Candidate
from waybill.reference.gazetteer_names import name_key
from waybill.reference.offices import office_words
from waybill.reference.place_words import common, place_words
from waybill.reference.tables import rows_of
from waybill.resolve.places.bodies import opens_a_body
from waybill.resolve.places.scores import class_word
from waybill.resolve.places.spot import Spot
from waybill.resolve.places.surroundings import PLACE_LABELS, Surroundings

_LOCATIVES = "in at from near to off around outside toward towards via through into across inside within over"
LOCATIVE = frozenset(_LOCATIVES.split())
THRESHOLD = -1.0
"""Log odds a name must pass, under even, for a place missed costs an analyst more than a name too many: our convention."""


def features(parse: Parse, spot: Spot, around: Surroundings, contained: bool) -> list[str]:
    """What holds for the spot, as `place_evidence.csv` names it; `contained`: the text names a larger place around it."""
    key = name_key(spot.text)
    best = spot.candidates[0]
    single = spot.first == spot.last
    out = ["bias", f"rank {best.rank}", f"kind {_kind(best.kind)}", f"size {_size(spot)}"]
    out.append("one word" if single else "several words")
    person = key in common("person")
    out += [f for f in _label_features(parse, spot) if not (person and f == "is PERSON")]  # of such a name the parser is right
    out += _neighbour_features(parse, spot)
    if key in common("word") and best.kind != "country":  # "US" is no "us"
        out.append("common word")
    if person:
        out.append("common name of persons")
    if class_word(parse, spot):
        out.append("beside a class word")
    if contained:
        out.append("within a named place")
    if around.as_place[key]:
        out.append("called a place here")
    if around.as_person[key] > around.as_place[key]:
        out.append("called a person here")
    if key in around.in_person:
        out.append("part of a person's name here")
    if key in around.speakers and _is_no_side(best):
        out.append("speaks here")
    if key in around.persons:
        out.append("treated as a person here")
    if any(around.countries[c.iso2] for c in spot.candidates[:5] if c.kind != "country"):
        out.append("country named here")
    return out


def _is_no_side(best: Candidate) -> bool:
    """True for towns that nobody calls by their name for who governs there, as "Moscow said" does."""
    return best.kind not in ("country", "admin1") and (best.country, best.name) not in capitals()


def _kind(kind: str) -> str:
    return kind if kind in ("country", "admin1", "admin2", "city") else "reviewed"


def _size(spot: Spot) -> int:
    """The order of magnitude of the largest candidate's population, 2 to 6."""
    return min(6, max(2, int(log10(max(c.population for c in spot.candidates) + 1))))


def _label_features(parse: Parse, spot: Spot) -> list[str]:
    """The parser's entity that holds all of the spot, if any; entities stand in text order and never overlap."""
    at = bisect_right(parse.entities, spot.first, key=lambda entity: entity[0]) - 1
    first, end, label = parse.entities[at] if at >= 0 else (0, 0, "")
    if spot.last >= end:
        return ["no entity"]
    name = "place" if label in PLACE_LABELS else label if label in ("PERSON", "ORG", "NORP", "DATE") else "other"
    if name == "ORG" and opens_a_body(parse, spot):
        return []
    return [f"{'is' if (first, end) == (spot.first, spot.last + 1) else 'inside'} {name}"]


def _neighbour_features(parse: Parse, spot: Spot) -> list[str]:
    out = []
    low, high = parse.sentence_at(spot.first)
    before = parse.word[spot.first - 1] if spot.first > low else ""
    after = parse.word[spot.last + 1] if spot.last + 1 < high else ""
    if before.lower() in LOCATIVE:
        out.append("after a locative")
    elif before.rstrip(".").lower() in office_words()["title"]:
        out.append("after a title")
    elif before[:1].isupper() and parse.pos[spot.first - 1] in ("PROPN", "NOUN", "ADJ", "VERB"):
        out.append("after a capital")
    elif not before:
        out.append("opens a sentence")
    if opens_a_body(parse, spot):
        out.append("opens the name of a public body")
    elif after.lower() in place_words("site") and after[:1].isupper():
        out.append("before a site's class word")
    elif after[:1].isupper() and (after.isupper() or not spot.text.isupper()):
        out.append("before a capital")
    if after in ("'s", "’s"):
        out.append("possessive")
    if parse.pos[spot.last] != "PROPN":
        out.append("no proper noun")
    if spot.text.isupper() and len(spot.text) > 4:
        out.append("all capitals")
    return out


@cache
def weights() -> dict[str, float]:
    """What each feature weighs, in natural log odds (place_evidence.csv says where they come from)."""
    return {row["feature"]: float(row["weight"]) for row in rows_of("place_evidence.csv")}


def suffices(named: Sequence[str]) -> bool:
    """True where the features weigh enough for a place."""
    known = weights()
    return sum(known.get(name, 0.0) for name in named) > THRESHOLD
