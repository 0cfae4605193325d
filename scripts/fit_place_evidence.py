"""Fits what each feature of a name weighs for its being a place: place_evidence.csv of the reference room.

usage: fit_place_evidence.py GEOVIRUS > src/waybill/reference/place_evidence.csv

GEOVIRUS holds the texts of that set and gold.jsonl, one line a text: {"path", "places": [{"start", "end"}]}, half-open
code-point offsets. Logistic regression with an L2 penalty of 1, by Newton's method, around the weights set BY_HAND.
What may be learned from, and why: docs/decisions/0005-what-place-evidence-is-learned-from.md.
"""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from waybill.model.span import Span
from waybill.parse.english import parse
from waybill.reference.gazetteer import Gazetteer, open_gazetteer
from waybill.reference.tables import rows_of
from waybill.resolve.places.contain import containers
from waybill.resolve.places.evidence import features
from waybill.resolve.places.never import never
from waybill.resolve.places.spot import spots
from waybill.resolve.places.surroundings import surroundings
from waybill.settings import Settings

CAPTION = """\
# What speaks for a name being a place's here, in natural log odds. A weight with no reason beside it is fitted by
# scripts/fit_place_evidence.py (November 2026) to the places annotated in 229 articles of GeoVirus (Gritta et al. 2018), whose
# texts are WikiNews's (CC BY 2.5); one with a reason is set by hand. Each example is a test: the feature holds for the name in
# brackets.
"""

BY_HAND = {
    "all capitals": (1.0, "a dateline or a label; WikiNews prints none"),
    "country named here": (0.5, "a help, no condition: WikiNews always names the country"),
    "opens the name of a public body": (0.0, "such a body acts where its name says; GeoVirus leaves such places out"),
    "speaks here": (-3.0, "towns do not speak, save seats of government, which are left out here; WikiNews has few that do"),
    "kind reviewed": (0.5, "these were entered for being named in such reports; WikiNews's outbreaks name few of them"),
    "inside ORG": (-0.7, "the name of a body tells where it sits; GeoVirus leaves such places out"),
}
"""Weights that the texts cannot teach, with the reason: they hardly have such names, or annotate them by a rule not ours."""

NOT_ANNOTATED = frozenset({"inside ORG", "opens the name of a public body"})
"""Names with these teach nothing: GeoVirus leaves out most places in the names of bodies."""

PENALTY = 1.0
STEPS = 30

Example = tuple[list[str], bool]


def main() -> None:
    """Reads the folders named on the command line, writes the table to standard output."""
    settings = Settings()
    examples = list(_examples(Path(sys.argv[1]), open_gazetteer(settings), settings))
    sys.stdout.write(CAPTION)
    table = csv.writer(sys.stdout, lineterminator="\n")
    shown = {row["feature"]: row["example"] for row in rows_of("place_evidence.csv")}
    table.writerow(("feature", "weight", "why", "example"))
    for name, weight in _fitted(examples).items():
        table.writerow((name, f"{weight:.1f}", BY_HAND.get(name, (0, ""))[1], shown.get(name, "")))


def _examples(folder: Path, gazetteer: Gazetteer, settings: Settings) -> Iterator[Example]:
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf8").splitlines()]
    texts = ((folder / entry["path"]).read_text("utf8") for entry in gold)
    for entry, parsed in zip(gold, parse(texts, settings), strict=True):
        places = [Span(place["start"], place["end"]) for place in entry["places"]]
        found = list(spots(parsed, gazetteer))
        around, ties = surroundings(parsed, found), containers(parsed, found)
        for at, spot in enumerate(found):
            if not spot.adjectival and not never(parsed, spot, around):
                held, span = features(parsed, spot, around, at in ties), parsed.span(spot.first, spot.last)
                if NOT_ANNOTATED.isdisjoint(held):
                    yield held, any(_same(span, place) for place in places)


def _same(span: Span, place: Span) -> bool:
    """True where the span holds the place ("southeast Asia"), or the two share half of what they cover together."""
    shared = min(span.end, place.end) - max(span.start, place.start)
    return shared == place.end - place.start or 2 * shared >= max(span.end, place.end) - min(span.start, place.start)


def _fitted(examples: list[Example]) -> dict[str, float]:
    """The weight of each feature by name, in the order of the names."""
    names = sorted({name for held, _ in examples for name in held}.union(BY_HAND))
    column = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    y = np.array([is_place for _, is_place in examples], dtype=float)
    for row, (held, _) in enumerate(examples):
        x[row, [column[name] for name in held]] = 1
    weights = np.array([BY_HAND.get(name, (0.0, ""))[0] for name in names])
    free = np.array([name not in BY_HAND for name in names])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + PENALTY * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(names))
        weights[free] -= np.linalg.solve(curve[np.ix_(free, free)], slope[free])
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)}


if __name__ == "__main__":
    main()
