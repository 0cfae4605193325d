"""The quality gate: scores Waybill against gold texts and holds every figure at or above its floor.

usage: quality.py GOLD [--floors FILE] [--raise]

GOLD is the folder with score.py and the gold sets, beside which the held-back part of corpus/ is scored and reprints
that are planted among its texts are looked for; where it is missing the gate says so and passes. --raise writes the floors
anew from today's figures, each a little below (MARGIN), never lowering one.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import bench_trace
import make_reprints
import marked
import marked_gold

MARGIN = 0.5
"""Points a figure may fall before the gate fails: our convention, for libraries' small changes."""

SETS = {
    "attribution": "attribution/dev",
    "claims": "claims",
    "time-timebank": "time/timebank",
    "time-aquaint": "time/aquaint",
    "quantity": "quantity",
    "place-tr-news": "place/tr-news",
    "place-geovirus": "place/geovirus",
}

PLANTED = 2_000
"""Texts among which reprints are planted, a tenth of them."""

CORPUS = Path(__file__).parents[1] / "corpus"
HELD = {"attribution-corpus": "attribution", "claims-corpus": "claims"}
"""Sets made of the fifth of the corpus that nothing is learned from."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--floors", type=Path, default=Path("quality/floors.json"))
    parser.add_argument("--raise", dest="lift", action="store_true")
    args = parser.parse_args()
    if not (args.gold / "score.py").exists():
        print(f"quality: no gold texts at {args.gold}: nothing measured, no floor tried")
        return
    if not args.floors.exists() and not args.lift:
        sys.exit(f"quality: {args.floors}: no such file; make it with --raise")
    floors = json.loads(args.floors.read_text("utf8")) if args.floors.exists() else {}
    figures = {name: dict(flat(score(args.gold, name, args.gold / folder))) for name, folder in SETS.items()}
    with tempfile.TemporaryDirectory() as folder:
        for name, task in HELD.items():
            marked_gold.write_gold(list(marked.texts(CORPUS, "held")), Path(folder) / name, task)
            figures[name] = dict(flat(score(args.gold, name, Path(folder) / name)))
    figures["reprints"] = reprints(args.gold / "attribution/train")
    if args.lift:
        args.floors.parent.mkdir(parents=True, exist_ok=True)
        args.floors.write_text(json.dumps(raised(floors, figures), indent=1, sort_keys=True) + "\n", "utf8")
        floors = json.loads(args.floors.read_text("utf8"))
    sys.exit(report(figures, floors))


def score(gold: Path, name: str, folder: Path) -> Mapping[str, object]:
    """What score.py prints for one set, run as a user would run it."""
    task = name.split("-", maxsplit=1)[0]
    waybill = Path(sys.executable).with_name("waybill")
    command = [sys.executable, str(gold / "score.py"), task, str(folder), "--waybill", str(waybill)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    scored: Mapping[str, object] = json.loads(done.stdout)
    return scored


def reprints(texts: Path) -> dict[str, float]:
    """How many of the reprints planted among texts made of these are found, and how many of those found were planted."""
    made = make_reprints.planted(texts, PLANTED)
    found = bench_trace.quality(made, bench_trace.ours(made))
    return {"precision": 100 * found.precision, "recall": 100 * found.recall}


def flat(scored: Mapping[str, object]) -> Iterator[tuple[str, float]]:
    """The figures of one set by short names: `content.f`, `link`, `promoted`."""
    for key, value in scored.items():
        if isinstance(value, dict):
            if "rate" in value:
                yield key, value["rate"] or 0.0
            elif "f" in value:
                yield from ((f"{key}.{part}", value[part]) for part in ("p", "r", "f"))
            else:
                yield from ((f"{key}.{name}", figure) for name, figure in flat(value))
        elif key in ("false_alarms", "texts_without_output"):
            yield key, float(value)  # type: ignore[arg-type]


LOWER_IS_BETTER = ("promoted", "false_alarms")
PRECISIONS = ("content.p", "mention.p")
"""Precisions with a floor of their own; elsewhere F1 stands for both sides, so that one may be traded for the other."""


def gated(key: str) -> bool:
    """True for a figure that has a floor."""
    return key != "texts_without_output" and (key in PRECISIONS or not key.endswith((".p", ".r")))


def raised(floors: dict[str, dict[str, float]], figures: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Floors a margin below today's figures where that is stricter than before."""
    new: dict[str, dict[str, float]] = {}
    for name, measured in figures.items():
        for key, figure in measured.items():
            if not gated(key):
                continue
            better = min if key in LOWER_IS_BETTER else max
            today = round(figure + (MARGIN if key in LOWER_IS_BETTER else -MARGIN), 1)
            new.setdefault(name, {})[key] = better(today, floors.get(name, {}).get(key, today))
    return new


def report(figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> int:
    """Prints every figure beside its floor; returns how many broke theirs."""
    broken = 0
    for name, measured in figures.items():
        for key, figure in measured.items():
            floor = floors.get(name, {}).get(key)
            fails = floor is not None and (figure > floor if key in LOWER_IS_BETTER else figure < floor)
            broken += fails
            print(f"{name:15} {key:28} {figure:6.1f}  floor {floor if floor is not None else '-'}{'  BROKEN' if fails else ''}")
    return broken


if __name__ == "__main__":
    main()
