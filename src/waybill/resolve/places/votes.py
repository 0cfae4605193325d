"""How the names of a document speak for each other: by country, by subdivision, by distance."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp

from msgspec import Struct, field

from waybill.reference.gazetteer import Candidate
from waybill.reference.sphere import distance_km

COUNTRY, ADMIN1, NEAR = 2.0, 1.5, 1.0
"""What it is worth, in powers of ten of population, that other names lie in the country or subdivision, or within NEAR_KM:
our convention, in round numbers (docs/decisions/0005)."""

NEAR_KM = 250.0
MOST, HALF = 3.0, 2.0
"""How often one name counts at most, and how many mentions are worth half of what many are: our convention."""

SURE = 0.8
"""The share of belief from which a reading counts as a point others may be near to: our convention."""

LEAST = 0.01
"""The share of belief below which a reading counts for nothing: of thirty towns of a name most are such. Our convention."""

Scores = list[tuple[float, Candidate]]
"""The readings of one spot, scored in powers of ten of population."""


class Tally(Struct):
    """How much the names of a document speak for one country or subdivision; one name counts three times at most."""

    weights: dict[str, float] = field(default_factory=dict)
    total: float = 0.0

    def add(self, name: str, share: float) -> None:
        """Counts a mention of the name for that share of belief."""
        before = self.weights.get(name, 0.0)
        self.weights[name] = min(before + share, MOST)
        self.total += self.weights[name] - before

    def of_others(self, name: str) -> float:
        """From 0 where no other name speaks for it towards 1 with many."""
        others = max(0.0, self.total - self.weights.get(name, 0.0))
        return others / (others + HALF)


class Votes(Struct, frozen=True):
    """What all names of a document say."""

    country: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    admin1: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    points: dict[str, Candidate] = field(default_factory=dict)

    def worth(self, name: str, reading: Candidate) -> float:
        """What the other names add to a reading of this name; a name never votes for itself."""
        if not reading.iso2:
            return 0.0
        if reading.kind == "country":
            return COUNTRY * self.country[reading.iso2].of_others(name)
        admin1 = self.admin1[reading.admin1].of_others(name) if reading.admin1 else 0.0
        return COUNTRY * self.country[reading.iso2].of_others(name) + ADMIN1 * admin1 + NEAR * self._is_near(name, reading)

    def _is_near(self, name: str, reading: Candidate) -> bool:
        band = NEAR_KM / 111
        return any(
            abs(point.lat - reading.lat) < band
            and other != name
            and distance_km(reading.lat, reading.lon, point.lat, point.lon) < NEAR_KM
            for other, point in self.points.items()
        )


def with_votes(names: Sequence[str], own: Sequence[Scores], senses: Sequence[Scores]) -> list[Scores]:
    """The own scores of each spot with what the document adds, given what its names seemed to mean so far."""
    votes = _counted(names, senses)
    worth: dict[tuple[str, str], float] = {}
    for name, scores in zip(names, own, strict=True):
        for _, reading in scores:
            if (name, reading.id) not in worth:
                worth[name, reading.id] = votes.worth(name, reading)
    return [[(score + worth[name, c.id], c) for score, c in scores] for name, scores in zip(names, own, strict=True)]


def _counted(names: Iterable[str], senses: Iterable[Scores]) -> Votes:
    votes = Votes()
    for name, scores in zip(names, senses, strict=True):
        for share, reading in _shares(scores):
            if share < LEAST:
                continue
            votes.country[reading.iso2].add(name, share)
            votes.admin1[reading.admin1].add(name, share)
            if share > SURE and reading.kind not in ("country", "continent", "water", "region"):
                votes.points[name] = reading
    return votes


def _shares(scores: Scores) -> list[tuple[float, Candidate]]:
    """Each reading's share of belief."""
    top = max(score for score, _ in scores)
    weights = [(exp(1.5 * (score - top)), reading) for score, reading in scores]
    total = sum(weight for weight, _ in weights)
    return [(weight / total, reading) for weight, reading in weights]
