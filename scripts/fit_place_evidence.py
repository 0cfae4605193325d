"""Fits what each feature of a name weighs for its being a place: place_evidence.csv of the reference room.

usage: fit_place_evidence.py FOLDER... > src/waybill/reference/place_evidence.csv

Each FOLDER holds texts and gold.jsonl, one line a text: {"path", "places": [{"start", "end"}]}, half-open code-point offsets.
Logistic regression with an L2 penalty of 1, by Newton's method.
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
from waybill.resolve.places.contain import containers
from waybill.resolve.places.evidence import features, never
from waybill.resolve.places.spot import spots
from waybill.resolve.places.surroundings import surroundings
from waybill.settings import Settings

PENALTY = 1.0
STEPS = 30

Example = tuple[list[str], bool]


def main() -> None:
    """Reads the folders named on the command line, writes the table to standard output."""
    settings = Settings()
    gazetteer = open_gazetteer(settings)
    examples = [e for folder in sys.argv[1:] for e in _examples(Path(folder), gazetteer, settings)]
    names = sorted({name for held, _ in examples for name in held})
    weights = _fitted(names, examples)
    print(
        "# What speaks for a name being a place's here, in natural log odds: logistic regression with an L2 penalty of 1 over"
    )
    print("# the places annotated in 117 articles of TR-News and 229 of GeoVirus (scripts/fit_place_evidence.py).")
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("feature", "weight"))
    table.writerows((name, f"{weight:.2f}") for name, weight in zip(names, weights, strict=True))


def _examples(folder: Path, gazetteer: Gazetteer, settings: Settings) -> Iterator[Example]:
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf8").splitlines()]
    texts = ((folder / entry["path"]).read_text("utf8") for entry in gold)
    for entry, parsed in zip(gold, parse(texts, settings), strict=True):
        places = [Span(place["start"], place["end"]) for place in entry["places"]]
        found = list(spots(parsed, gazetteer))
        around, ties = surroundings(parsed, found), containers(parsed, found)
        for at, spot in enumerate(found):
            if not spot.adjectival and not never(parsed, spot, around):
                span = parsed.span(spot.first, spot.last)
                yield features(parsed, spot, around, at in ties), any(_same(span, place) for place in places)


def _same(span: Span, place: Span) -> bool:
    """True where the two share half of what they cover together."""
    shared = min(span.end, place.end) - max(span.start, place.start)
    return 2 * shared >= max(span.end, place.end) - min(span.start, place.start)


def _fitted(names: list[str], examples: list[Example]) -> list[float]:
    column = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    y = np.array([is_place for _, is_place in examples], dtype=float)
    for row, (held, _) in enumerate(examples):
        x[row, [column[name] for name in held]] = 1
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + PENALTY * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    return [float(weight) for weight in weights]


if __name__ == "__main__":
    main()
