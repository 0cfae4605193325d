"""Which of the places of one name a document means."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.reference.gazetteer import Candidate
from waybill.reference.gazetteer_names import name_key
from waybill.reference.sphere import distance_km
from waybill.resolve.places.contain import inside
from waybill.resolve.places.listed import LEVELS, level_of, lists
from waybill.resolve.places.scores import own_scores
from waybill.resolve.places.spot import Spot
from waybill.resolve.places.votes import Scores, with_votes

LISTED = 4.0
"""What it is worth, in powers of ten of population, that all names listed beside one mean a country, or a subdivision of its
country: our convention, in round numbers (docs/decisions/0005)."""

NARROW, POSSIBLE = 0.1, 1.0
"""Two readings closer than this are equals: neither is chosen silently. Up to POSSIBLE, a tenfold population, the others are
told beside the first: our convention."""


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
        return self._within(NARROW)

    @property
    def possible(self) -> tuple[Candidate, ...]:
        """Readings over 50 km away that score a little less: the text favours the best of them, but not by much."""
        return self._within(POSSIBLE)

    def allows(self, reading: Candidate) -> bool:
        """True where the words allow that reading: "the city of Turkey" allows no country, whatever else the document says."""
        return any(reading.id == c.id for _, c in self.ranked)

    def _within(self, worth: float) -> tuple[Candidate, ...]:
        top = self.ranked[0][0]
        return tuple(c for s, c in self.ranked[1:6] if top - s < worth and _is_elsewhere(c, self.best))


def _is_elsewhere(one: Candidate, other: Candidate) -> bool:
    """True for places over 50 km apart neither of which lies in the other."""
    return not inside(one, other) and not inside(other, one) and distance_km(one.lat, one.lon, other.lat, other.lon) > 50


def choose(parse: Parse, found: Sequence[Spot], ties: Mapping[int, int]) -> list[Choice]:
    """One Choice a spot. A name has one sense in a document, that of its clearest mention, unless a container is named."""
    inner = _reversed(ties)
    base = [
        own_scores(parse, spot, _readings(found, ties.get(at)), _readings(found, *inner.get(at, ())))
        for at, spot in enumerate(found)
    ]
    base = _with_lists(base, lists(parse, found))
    names = [name_key(spot.text) for spot in found]
    senses = base
    for _ in range(2):
        senses = with_votes(names, base, senses)
    return _one_sense(found, ties, senses)


def _with_lists(base: Sequence[Scores], mates: Mapping[int, range]) -> list[Scores]:
    """The scores with what the names listed beside each say: things listed are of a kind."""
    meant = {at: level_of(max(base[at], key=lambda scored: scored[0])[1]) for at in mates}
    tallies = {run: Counter(meant[at] for at in run) for run in set(mates.values())}
    scored = list(base)
    for at, run in mates.items():
        share = {level: (n - (level == meant[at])) / (len(run) - 1) for level, n in tallies[run].items() if level[0] in LEVELS}
        scored[at] = [(score + LISTED * share.get(level_of(c), 0.0), c) for score, c in base[at]]
    return scored


def _readings(found: Sequence[Spot], *spots: int | None) -> tuple[Candidate, ...]:
    return tuple(c for at in spots if at is not None for c in found[at].candidates)


def _reversed(ties: Mapping[int, int]) -> dict[int, list[int]]:
    inner: dict[int, list[int]] = {}
    for at, around in ties.items():
        inner.setdefault(around, []).append(at)
    return inner


def _one_sense(found: Sequence[Spot], ties: Mapping[int, int], senses: Sequence[Scores]) -> list[Choice]:
    ranked = [Choice(tuple(sorted(s, key=lambda sc: (-sc[0], sc[1].id)))) for s in senses]
    clearest: dict[str, Choice] = {}
    for spot, choice in zip(found, ranked, strict=True):
        key = name_key(spot.text)
        if key not in clearest or choice.ranked[0][0] > clearest[key].ranked[0][0]:
            clearest[key] = choice
    return [
        choice if at in ties or not choice.allows(clearest[name_key(spot.text)].best) else clearest[name_key(spot.text)]
        for at, (spot, choice) in enumerate(zip(found, ranked, strict=True))
    ]
