"""What stands behind a figure of the quality gate: every difference from a gold set, counted by kind.

usage: errors.py {time,quantity,place} FOLDER [--show KIND]

FOLDER is a gold set of mentions, beside or below score.py, whose pairing this uses. --show lists the differences of a kind,
each with its words in their place.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

Labelled = dict[str, Any]
"""A mention of a gold set, or one of `waybill mentions --json`."""

FAR_KM = 161
"""A point farther from the gold one than this is wrong (100 miles, the field's custom)."""

AROUND = 50
"""Characters of the text shown on either side."""


class Difference(Struct, frozen=True):
    """One difference from gold; `place` are the words it is at, in their sentence, "" where the set gives no span."""

    kind: str
    path: str
    gold: object
    found: object
    place: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=KINDS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", metavar="KIND", default="")
    args = parser.parse_args()
    found = list(differences(args.task, args.folder))
    for kind, count in Counter(d.kind for d in found).most_common():
        print(f"{count:5} {kind}")
    for d in found:
        if args.show and d.kind.startswith(args.show):
            print(f"{d.path}: gold {d.gold}, found {d.found} {d.place}")


def differences(task: str, folder: Path) -> Iterator[Difference]:
    """All differences of one gold set, text by text."""
    score, mine = _score(folder), _mentions(task, folder)
    for line in (folder / "gold.jsonl").read_text("utf8").splitlines():
        gold = json.loads(line)
        text = (folder / gold["path"]).open(encoding="utf8", newline="").read()
        yield from KINDS[task](score, gold["path"], text, gold, mine[gold["path"]])


def _score(folder: Path) -> Any:
    """score.py, found above the set."""
    file = next((up / "score.py" for up in folder.resolve().parents if (up / "score.py").exists()), None)
    if file is None:
        sys.exit(f"errors: no score.py above {folder}")
    spec = importlib.util.spec_from_file_location("score", file)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _mentions(task: str, folder: Path) -> dict[str, list[Labelled]]:
    waybill = Path(sys.executable).with_name("waybill")
    run = subprocess.run([waybill, "mentions", str(folder), "--json"], stdout=subprocess.PIPE, text=True, check=True)
    found = defaultdict(list)
    for line in run.stdout.split("\n"):
        if line and (mention := json.loads(line))["kind"] == task:
            found[Path(mention["path"]).name].append(mention)
    return found


def _times(score: Any, path: str, text: str, gold: Labelled, mine: Sequence[Labelled]) -> Iterator[Difference]:
    for want, have in _paired(score, gold["times"], mine):
        value = _timex(have) if have else None
        if want is None or have is None or value != want["value"]:
            kind = _one_sided(want, have) or f"value: {_time_kind(want['value'], value)}"
            yield Difference(kind, path, want and want["value"], value, _in_place(text, want or have))


def _time_kind(gold: str, found: str | None) -> str:
    """What sets two TIMEX3 values apart."""
    if found is None:
        return "not resolved"
    if gold[0] == "P" or found[0] == "P":
        return "a length for a date, or the other way round" if gold[0] != found[0] else "another length"
    if gold.startswith(found[:4]) and (gold.startswith(found) or found.startswith(gold)):
        return "coarser or finer"
    return "another day of the same year" if gold[:4] == found[:4] else "another year"


def _timex(mention: Labelled) -> str | None:
    timex = (mention.get("value") or {}).get("timex") or {}
    return timex.get("value")


def _quantities(score: Any, path: str, _: str, gold: Labelled, mine: Sequence[Labelled]) -> Iterator[Difference]:
    values = [m.get("value") or {} for m in mine]
    wanted = [q for q in gold["quantities"] if score.numbers(q["value"]) is not None]

    def merit(want: Labelled, have: Labelled) -> float:
        same = score.same_numbers(score.numbers(want["value"]), have)
        return float(same * (1 + score.same_modifier(want["modifier"], have)))

    for want, have in _with_rest(score.pair(wanted, values, merit), wanted, values):
        if want is None or have is None or not score.same_modifier(want["modifier"], have):
            kind = _one_sided(want, have) or "modifier"
            told = have and f"{have.get('numbers')} {have.get('modifier')} {have.get('unit')}"
            yield Difference(kind, path, want and f"{want['value']} {want['modifier']} {want['unit']}", told, "")


def _places(score: Any, path: str, text: str, gold: Labelled, mine: Sequence[Labelled]) -> Iterator[Difference]:
    for want, have in _paired(score, gold["places"], mine):
        value = (have and have.get("value")) or {}
        kind = _one_sided(want, have)
        if kind == "false" and have and have["adjectival"]:
            kind = "false, and qualifies other words"
        if want and have:
            if value.get("lat") is None:
                kind = "no point"
            elif score.kilometres(want["lat"], want["lon"], value["lat"], value["lon"]) > FAR_KM:
                kind = "point too far"
        if kind:
            at = want and f"{want['lat']:.1f} {want['lon']:.1f}"
            yield Difference(kind, path, at, value.get("name"), _in_place(text, want or have))


def _paired(score: Any, gold: Sequence[Labelled], mine: Sequence[Labelled]) -> Iterator[tuple[Any, Any]]:
    """Gold and found mentions that overlap, then those of either side that have no partner."""
    pairs = score.pair(gold, mine, lambda a, b: score.closeness(score.where(a), score.where(b)))
    return _with_rest(pairs, gold, mine)


def _with_rest(pairs: Sequence[Any], gold: Sequence[Labelled], mine: Sequence[Labelled]) -> Iterator[tuple[Any, Any]]:
    yield from pairs
    wanted, had = {id(want) for want, _ in pairs}, {id(have) for _, have in pairs}
    yield from ((want, None) for want in gold if id(want) not in wanted)
    yield from ((None, have) for have in mine if id(have) not in had)


def _one_sided(want: object, have: object) -> str:
    return "" if want and have else "missed" if want else "false"


def _in_place(text: str, mention: Labelled) -> str:
    start, end = mention["start"], mention["end"]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())


KINDS = {"time": _times, "quantity": _quantities, "place": _places}

if __name__ == "__main__":
    main()
