"""The corpus of marked texts as gold sets: the texts without marks, documents.csv and gold.jsonl.

usage: marked_gold.py {attribution,claims} OUT [--corpus CORPUS] [--split {train,held}]
"""

import argparse
import csv
import json
from collections.abc import Sequence
from pathlib import Path

from marked import BASES, QUANTITY, STANCES, WINDOW, Mark, Text, texts

from waybill.reference.parties import parties

SIDES = frozenset({"supplier", "recipient"})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("attribution", "claims"))
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--split", choices=("train", "held"))
    args = parser.parse_args()
    write_gold(list(texts(args.corpus, args.split)), args.out, args.task)


def write_gold(held: Sequence[Text], out: Path, task: str) -> None:
    """A folder as score.py reads it."""
    out.mkdir(parents=True, exist_ok=True)
    with (out / "documents.csv").open("w", newline="", encoding="utf8") as file:
        rows = csv.writer(file)
        rows.writerow(("path", "publisher", "published"))
        rows.writerows((text.name, text.header["publisher"], text.header["published"]) for text in held)
    with (out / "gold.jsonl").open("w", encoding="utf8") as file:
        for text in held:
            (out / text.name).write_text(text.text, "utf8", newline="")
            row = attributions(text) if task == "attribution" else claims(text)
            file.write(json.dumps({"path": text.name, **row}, ensure_ascii=False) + "\n")


def attributions(text: Text) -> dict[str, object]:
    """What is attributed, as the attribution set has it; the outlet's own voice is none."""
    numbers = [n for n in text.numbers() if text.of(n, "c")]
    roles = (("source", "s"), ("cue", "c"), ("content", "q"))
    return {"attributions": [{name: [[m.start, m.end] for m in text.of(n, role)] for name, role in roles} for n in numbers]}


def claims(text: Text) -> dict[str, object]:
    """The claims, as the claims set has them; a text with none of a transfer or purchase is negative."""
    found = [claim(text, number) for number in text.numbers() if text.told(number)]
    return {"negative": not any(c["kind"] in ("transfer", "purchase") for c in found), "claims": found}


def claim(text: Text, number: int) -> dict[str, object]:
    """One claim, as the claims set has it. A side that only the context gives is left out: no words show it."""
    content, source, cue = text.of(number, "q"), text.of(number, "s"), text.of(number, "c")
    told = text.told(number)
    whole = [content[0].start, content[-1].end]
    quantity, window = _first(text, number, "quantity"), _first(text, number, "window")
    said = {role: _name(text, number, role) for role in ("supplier", "recipient", "item", "origin", "via", "destination")}
    modes = "+".join(mark.value or text.text[mark.start : mark.end] for mark in text.of(number, "mode"))
    return {
        "content": whole,
        "source": [source[0].start, source[0].end] if source else None,
        "cue": [cue[0].start, cue[0].end] if cue else None,
        "source_entity": _name(text, number, "s"),
        "author_voice": not source,
        "stance": next((part for part in told if part in STANCES), "asserted"),
        "kind": told[0],
        "basis": next((part for part in told if part in BASES), "none"),
        **said,
        "mode": modes or None,
        "quantity": _quantity(quantity.value) if quantity else None,
        "window": dict(zip(("start", "end"), _edges(window.value), strict=True)) if window else None,
    }


def _first(text: Text, number: int, role: str) -> Mark | None:
    return next(iter(text.of(number, role)), None)


def _name(text: Text, number: int, role: str) -> str | None:
    """The name a slot's mark stands for: its value, else its words; of a side that is a state, the state's ("Emirati")."""
    mark = _first(text, number, role)
    if mark is None or mark.value:
        return mark.value if mark else None
    words = text.text[mark.start : mark.end]
    party = parties().named(words.removeprefix("the ").removeprefix("The ")) if role in SIDES else None
    return party.country if party and party.type == "state" and party.country else words


def _quantity(value: str) -> dict[str, object]:
    low, dots, high, one, unit = QUANTITY.fullmatch(value).groups()  # type: ignore[union-attr]
    low, high = (low, high) if dots else (one, one)
    return {"low": float(low) if low else None, "high": float(high) if high else None, "unit": unit}


def _edges(value: str) -> tuple[str | None, str | None]:
    start, end = WINDOW.fullmatch(value).groups()  # type: ignore[union-attr]
    return start, end


if __name__ == "__main__":
    main()
