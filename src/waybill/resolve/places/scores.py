"""What each reading of a name is worth by itself and in its sentence."""

from collections.abc import Sequence
from math import log10

from waybill.model.parse import Parse
from waybill.reference.countries import capitals
from waybill.reference.gazetteer import Candidate
from waybill.reference.place_words import class_words, place_words
from waybill.resolve.places.contain import inside
from waybill.resolve.places.spot import Spot
from waybill.resolve.places.votes import Scores

KIND = {"country": 4.0, "continent": 2.0, "admin1": 0.5, "admin2": -1.0, "city": 0.0, "water": 4.0, "region": 3.0}
"""What kinds of places are worth, in powers of ten of population. Like all worths of this module our convention, in round
numbers: none is fitted, and halving one moves no figure by a point (docs/decisions/0005)."""

RANK = {2: 0.0, 1: -0.5, 0: -1.5}
"""What a name that is not the place's own costs."""

TIED, CONTEXT = 6.0, 4.0
"""What it is worth that the text ties it to a place around it or in it, or has one of its context words in the sentence."""

SEAT, CAPITAL, CLASS_WORD, CITY_STATE = 0.5, 2.5, 2.0, 1.5
"""What a seat of government is worth, what more beside a subdivision of its name ("Washington"), what a kind of place beside
its class word ("province"); and what a subdivision loses that is little more than the city of its name."""


def own_scores(parse: Parse, spot: Spot, outer: Sequence[Candidate], inner: Sequence[Candidate]) -> Scores:
    """What the spot and its sentence say; `outer` and `inner` are the readings of places the text ties it to."""
    kind = class_word(parse, spot)
    words = _words_around(parse, spot) if any(c.context for c in spot.candidates) else frozenset()
    scores = []
    for c in _fitting(parse, spot):
        score = log10(c.population + 100) + KIND.get(c.kind, 0.0) + RANK[c.rank]
        score += SEAT * _is_seat(c) + CAPITAL * _is_shadowed(c, spot.candidates)
        score += TIED * (any(inside(c, o) or c.id == o.id for o in outer) or any(inside(i, c) for i in inner))
        score += CONTEXT * bool(c.context & words)
        score += CLASS_WORD * (kind == c.kind) - CITY_STATE * _is_city_state(c, spot.candidates)
        scores.append((score, c))
    return scores


def _fitting(parse: Parse, spot: Spot) -> Sequence[Candidate]:
    """What the words allow: "the city of Turkey" is no country; a town spelled otherwise yields to one so spelled."""
    cities = [c for c in spot.candidates if c.kind in ("city", "town", "port")]
    if cities and _called_before(parse, spot) in ("city", "port"):
        return cities
    spelled = {c.iso2 for c in cities if c.rank == 2}
    return [c for c in spot.candidates if c.rank == 2 or c.kind != "city" or c.iso2 not in spelled]


def _called_before(parse: Parse, spot: Spot) -> str | None:
    """The kind that "the city of" says."""
    before = parse.word[max(0, spot.first - 2) : spot.first]
    return class_words().get(before[0].lower()) if len(before) == 2 and before[1] == "of" else None


def _is_seat(city: Candidate) -> bool:
    return city.kind in ("city", "port") and (city.country, city.name) in capitals()


def _is_shadowed(city: Candidate, readings: Sequence[Candidate]) -> bool:
    """True for a seat of government that shares its name with a subdivision of its country."""
    return _is_seat(city) and any(c.kind == "admin1" and c.iso2 == city.iso2 for c in readings)


def _is_city_state(area: Candidate, readings: Sequence[Candidate]) -> bool:
    """True where a subdivision is little more than the city of its name: "Moscow" is then the city."""
    return area.kind.startswith("admin") and any(
        c.kind in ("city", "port") and c.iso2 == area.iso2 and 4 * c.population > area.population for c in readings
    )


def class_word(parse: Parse, spot: Spot) -> str | None:
    """The kind that a class word says: "Tver region", "the town of Paris", "the river Don"."""
    after = parse.word[spot.last + 1].lower() if spot.last + 1 < len(parse) else ""
    own = parse.word[spot.last].lower() if spot.last > spot.first else ""
    before = parse.word[spot.first - 1].lower() if spot.first else ""
    water = "water" if before in place_words("water") else None
    return class_words().get(after.rstrip(".")) or class_words().get(own) or _called_before(parse, spot) or water


def _words_around(parse: Parse, spot: Spot) -> frozenset[str]:
    low, high = parse.sentence_at(spot.first)
    return frozenset(w.lower() for w in parse.word[low:high])
