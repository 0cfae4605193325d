"""Which of the places of one name a document means."""

from collections.abc import Mapping, Sequence
from functools import cache
from math import log10

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.reference.countries import countries
from waybill.reference.gazetteer import Candidate
from waybill.reference.gazetteer_names import name_key
from waybill.reference.sphere import distance_km
from waybill.resolve.places.contain import inside
from waybill.resolve.places.spot import Spot
from waybill.resolve.places.votes import Scores, with_votes

KIND = {"country": 4.0, "continent": 2.0, "admin1": 0.5, "admin2": -1.0, "city": 0.0, "water": 4.0, "region": 3.0}
"""What kinds of places are worth, in powers of ten of population. Like all worths of this module our convention, in round
numbers: none is fitted, and halving one moves no figure by a point (docs/decisions/0005)."""

RANK = {2: 0.0, 1: -0.5, 0: -1.5}
"""What a name that is not the place's own costs."""

TIED, CONTEXT = 6.0, 4.0
"""What it is worth that the text ties it to a place around it or in it, or has one of its context words in the sentence."""

SEAT, CAPITAL, CLASS_WORD, CITY_STATE = 0.5, 2.5, 2.0, 1.0
"""What a seat of government is worth, what more beside a subdivision of its name ("Washington"), what a kind of place beside
its class word ("province"); and what a subdivision loses that is little more than the city of its name."""

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


class Choice(Struct, frozen=True):
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
    inner = _reversed(ties)
    base = [
        _own_scores(parse, spot, _readings(found, ties.get(at)), _readings(found, *inner.get(at, ())))
        for at, spot in enumerate(found)
    ]
    names = [name_key(spot.text) for spot in found]
    senses = base
    for _ in range(2):
        senses = with_votes(names, base, senses)
    return _one_sense(found, ties, senses)


def _readings(found: Sequence[Spot], *spots: int | None) -> tuple[Candidate, ...]:
    return tuple(c for at in spots if at is not None for c in found[at].candidates)


def _reversed(ties: Mapping[int, int]) -> dict[int, list[int]]:
    inner: dict[int, list[int]] = {}
    for at, around in ties.items():
        inner.setdefault(around, []).append(at)
    return inner


def _own_scores(parse: Parse, spot: Spot, outer: Sequence[Candidate], inner: Sequence[Candidate]) -> Scores:
    """What the spot and its sentence say; `outer` and `inner` are the readings of places the text ties it to."""
    kind = _class_word(parse, spot)
    words = _words_around(parse, spot) if any(c.context for c in spot.candidates) else frozenset()
    scores = []
    for c in spot.candidates:
        score = log10(c.population + 100) + KIND.get(c.kind, 0.0) + RANK[c.rank]
        score += SEAT * _is_seat(c) + CAPITAL * _is_shadowed(c, spot.candidates)
        score += TIED * (any(inside(c, o) or c.id == o.id for o in outer) or any(inside(i, c) for i in inner))
        score += CONTEXT * bool(c.context & words)
        score += CLASS_WORD * (kind == c.kind) - CITY_STATE * _is_city_state(c, spot.candidates)
        scores.append((score, c))
    return scores


@cache
def _capitals() -> frozenset[tuple[str | None, str]]:
    return frozenset((c.name, capital) for c in countries() for capital in c.capitals)


def _is_seat(city: Candidate) -> bool:
    return city.kind in ("city", "port") and (city.country, city.name) in _capitals()


def _is_shadowed(city: Candidate, readings: Sequence[Candidate]) -> bool:
    """True for a seat of government that shares its name with a subdivision of its country."""
    return _is_seat(city) and any(c.kind == "admin1" and c.iso2 == city.iso2 for c in readings)


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
