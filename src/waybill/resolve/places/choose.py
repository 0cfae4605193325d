"""Which of the places of one name a document means."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log10

from waybill.model.parse import Parse
from waybill.reference.countries import countries
from waybill.reference.gazetteer import Candidate
from waybill.reference.gazetteer_names import name_key
from waybill.reference.gazetteer_sources import distance_km
from waybill.resolve.places.contain import inside
from waybill.resolve.places.spot import Spot

KIND = {"country": 4.0, "continent": 2.0, "admin1": 0.7, "admin2": -0.9, "city": 0.0, "water": 4.0, "region": 3.0}
"""What kinds of places are worth, in powers of ten of population: our convention, tuned on two public sets of news."""

RANK = {2: 0.0, 1: -0.4, 0: -1.5}
"""What a name that is not the place's own costs."""

TIED, CONTEXT, COUNTRY, ADMIN1, NEAR = 6.0, 4.0, 2.0, 1.5, 1.0
"""What it is worth that the text ties it to a place around it or in it, has a context word, names its country, its subdivision,
or a place within NEAR_KM."""

NEAR_KM = 250.0
CAPITAL, CLASS_WORD, CITY_STATE = 3.0, 2.0, 1.2
"""What a capital is worth beside a subdivision of its name ("Washington"), and a kind of place beside its class word
("province"); what a subdivision loses that is little more than the city of its name."""

CLASS_WORDS = {
    "county": "admin2",
    "district": "admin2",
    "province": "admin1",
    "state": "admin1",
    "oblast": "admin1",
    "region": "admin1",
    "governorate": "admin1",
    "krai": "admin1",
    "prefecture": "admin1",
    "city": "city",
    "town": "city",
    "village": "city",
    "port": "port",
    "river": "water",
}
"""Words beside a name that say what kind of place it is."""

NARROW = 0.1
"""Two readings closer than this are equals: neither is chosen silently."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The readings of a spot with their scores, best first."""

    ranked: tuple[tuple[float, Candidate], ...]

    @property
    def best(self) -> Candidate:
        """The reading that scores most."""
        return self.ranked[0][1]

    @property
    def rivals(self) -> tuple[Candidate, ...]:
        """Readings over 50 km away that score as much."""
        top = self.ranked[0][0]
        return tuple(
            c for s, c in self.ranked[1:6] if top - s < NARROW and distance_km(c.lat, c.lon, self.best.lat, self.best.lon) > 50
        )


def choose(parse: Parse, found: Sequence[Spot], ties: Mapping[int, int]) -> list[Choice]:
    """One Choice a spot. A name has one sense in a document, that of its clearest mention, unless a container is named."""
    base = [_own_scores(parse, found, at, ties) for at in range(len(found))]
    senses = base
    for _ in range(2):
        senses = _with_context(found, base, senses)
    return _one_sense(found, ties, senses)


Scores = list[tuple[float, Candidate]]
Votes = defaultdict[str, defaultdict[str, float]]
"""For each country or subdivision, how much each name of the document speaks for it."""


def _no_votes() -> Votes:
    return defaultdict(lambda: defaultdict(float))


def _own_scores(parse: Parse, found: Sequence[Spot], at: int, ties: Mapping[int, int]) -> Scores:
    spot = found[at]
    outer = found[ties[at]].candidates if at in ties else ()
    inner = [c for i, o in ties.items() if o == at for c in found[i].candidates]
    kind = _class_word(parse, spot)
    words = _words_around(parse, spot) if any(c.context for c in spot.candidates) else frozenset()
    scores = []
    for c in spot.candidates:
        score = log10(c.population + 100) + KIND.get(c.kind, 0.0) + RANK[c.rank]
        score += CAPITAL * _is_capital(c, spot.candidates)
        score += TIED * (any(inside(c, o) or c.id == o.id for o in outer) or any(inside(i, c) for i in inner))
        score += CONTEXT * bool(c.context & words)
        score += CLASS_WORD * (kind == c.kind) - CITY_STATE * _is_city_state(c, spot.candidates)
        scores.append((score, c))
    return scores


@cache
def _capitals() -> frozenset[tuple[str | None, str]]:
    return frozenset((c.name, capital) for c in countries() for capital in c.capitals)


def _is_capital(city: Candidate, readings: Sequence[Candidate]) -> bool:
    """True for a seat of government that shares its name with a subdivision of its country."""
    return (city.country, city.name) in _capitals() and any(c.kind == "admin1" and c.iso2 == city.iso2 for c in readings)


def _is_city_state(area: Candidate, readings: Sequence[Candidate]) -> bool:
    """True where a subdivision is little more than the city of its name: "Moscow" is then the city."""
    return area.kind.startswith("admin") and any(
        c.kind in ("city", "port") and 3 * c.population > area.population and distance_km(c.lat, c.lon, area.lat, area.lon) < 60
        for c in readings
    )


def _class_word(parse: Parse, spot: Spot) -> str | None:
    after = parse.word[spot.last + 1].lower() if spot.last + 1 < len(parse) else ""
    own = parse.word[spot.last].lower() if spot.last > spot.first else ""
    before = " ".join(parse.word[max(0, spot.first - 2) : spot.first]).lower()
    ahead = before.removesuffix(" of").rpartition(" ")[2] if before.endswith(" of") else ""
    return CLASS_WORDS.get(after) or CLASS_WORDS.get(own) or CLASS_WORDS.get(ahead)


def _words_around(parse: Parse, spot: Spot) -> frozenset[str]:
    low, high = parse.sentence_at(spot.first)
    return frozenset(w.lower() for w in parse.word[low:high])


def _with_context(found: Sequence[Spot], base: Sequence[Scores], senses: Sequence[Scores]) -> list[Scores]:
    """The own scores, and what the other names of the document add; a name never votes for itself."""
    by_country, admin1 = _no_votes(), _no_votes()
    points: dict[str, Candidate] = {}
    for spot, scores in zip(found, senses, strict=True):
        key = name_key(spot.text)
        for share, c in _shares(scores):
            by_country[c.iso2][key] += share
            admin1[c.admin1][key] += share
            if share > 0.8 and c.kind not in ("country", "continent", "water", "region"):
                points[key] = c
    return [_voted(spot, scores, by_country, admin1, points) for spot, scores in zip(found, base, strict=True)]


def _shares(scores: Scores) -> list[tuple[float, Candidate]]:
    """Each reading's share of belief; scores are powers of ten, softened by half."""
    top = max(score for score, _ in scores)
    weights = [(exp(1.5 * (score - top)), c) for score, c in scores]
    total = sum(weight for weight, _ in weights)
    return [(weight / total, c) for weight, c in weights]


def _voted(
    spot: Spot,
    scores: Scores,
    by_country: Votes,
    admin1: Votes,
    points: Mapping[str, Candidate],
) -> Scores:
    key = name_key(spot.text)

    def votes(c: Candidate) -> float:
        if not c.iso2 or c.kind == "country":
            return 0.0
        near = any(k != key and distance_km(c.lat, c.lon, p.lat, p.lon) < NEAR_KM for k, p in points.items())
        of_admin1 = _vote(admin1[c.admin1], key) if c.admin1 else 0.0
        return COUNTRY * _vote(by_country[c.iso2], key) + ADMIN1 * of_admin1 + NEAR * near

    return [(score + votes(c), c) for score, c in scores]


def _vote(names: Mapping[str, float], key: str) -> float:
    """From 0 where no other name speaks for it towards 1 with many."""
    others = sum(min(count, 3.0) for name, count in names.items() if name != key)
    return others / (others + 2.0)


def _one_sense(found: Sequence[Spot], ties: Mapping[int, int], senses: Sequence[Scores]) -> list[Choice]:
    ranked = [Choice(tuple(sorted(s, key=lambda sc: (-sc[0], sc[1].id)))) for s in senses]
    clearest: dict[str, Choice] = {}
    for spot, choice in zip(found, ranked, strict=True):
        key = name_key(spot.text)
        if key not in clearest or choice.ranked[0][0] > clearest[key].ranked[0][0]:
            clearest[key] = choice
    return [
        choice if at in ties else clearest[name_key(spot.text)]
        for at, (spot, choice) in enumerate(zip(found, ranked, strict=True))
    ]
