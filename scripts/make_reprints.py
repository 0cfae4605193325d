"""Writes a folder of news-length texts with reprints planted among them, made anew from the sentences of a folder of texts.

usage: make_reprints.py TEXTS FOLDER [COUNT]     (default: 1,000 texts; the same bytes every time)

The texts belong to their publishers: they are mixed at run time and never kept. Nine in ten are sentences drawn at random, as
many as one of the texts has; the tenth repeats one of the twenty before it, changed as its kind says. `family` in documents.csv
is the row of the text it goes back to.
"""

import csv
import random
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

SEED = 1
COUNT = 1_000
REPRINTS = 0.10
RECENT = 20
"""How many texts back a reprint may reach."""

EDITED = 0.20
"""The part of the words that an editor changes."""

SHORTEST, LONGEST, LEAST_SENTENCES = 5, 50, 10
"""Words of a sentence, and sentences of a text: so no two texts that share a sentence by chance look like a reprint."""

Lines = list[str]

_SENTENCE = re.compile(r"(?<=[.!?][\"”’' ])\s*|(?<=[.!?])\s+|\n+")
_HEADLINE_WORDS = 9


class Planted(Struct, frozen=True):
    """A text, when it was put out, the number of the text it goes back to (its own where it is new) and how it was changed."""

    text: str
    published: date
    family: int
    kind: str = "new"


class Sentences(Struct, frozen=True):
    """What texts are made of: all sentences, how many each text had, and all words."""

    all: Lines
    lengths: list[int]
    words: list[str]


def main() -> None:
    texts, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True)
    with (folder / "documents.csv").open("w", encoding="utf8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("path", "published", "family", "kind"))
        for number, made in enumerate(planted(texts, int(sys.argv[3]) if len(sys.argv) > 3 else COUNT)):
            name = f"text-{number:06}.txt"
            (folder / name).write_text(made.text, "utf8")
            table.writerow((name, made.published.isoformat(), made.family, made.kind))


def planted(texts: Path, count: int) -> list[Planted]:
    """So many texts, each reprint after what it repeats."""
    source, chance = _sentences(texts), random.Random(SEED)
    made: list[Planted] = []
    bodies: list[Lines] = []
    for number in range(count):
        if number < RECENT or chance.random() >= REPRINTS:
            body, family, kind = chance.sample(source.all, chance.choice(source.lengths)), number, "new"
            day = date(2016, 1, 1) + timedelta(days=number * 300 // count)
        else:
            first = chance.randrange(number - RECENT, number)
            kind = chance.choice(sorted(KINDS))
            body, family = KINDS[kind](chance, bodies[first], source), made[first].family
            day = made[first].published + timedelta(days=chance.randint(0, 3))
        bodies.append(body)
        made.append(Planted("\n\n".join(" ".join(body[at : at + 3]) for at in range(0, len(body), 3)), day, family, kind))
    return made


def _sentences(texts: Path) -> Sentences:
    found = [
        [s.strip() for s in _SENTENCE.split(p.read_text("utf8")) if SHORTEST <= len(s.split()) <= LONGEST]
        for p in sorted(texts.glob("*.txt"))
    ]
    every = [sentence for sentences in found for sentence in sentences]
    lengths = [len(sentences) for sentences in found if len(sentences) >= LEAST_SENTENCES]
    return Sentences(every, lengths, [word for sentence in every for word in sentence.split()])


def _cut(chance: random.Random, body: Lines, _: Sentences) -> Lines:
    """Four to seven tenths of it, in one piece."""
    kept = max(1, round(len(body) * chance.uniform(0.4, 0.7)))
    start = chance.randint(0, len(body) - kept)
    return body[start : start + kept]


def _reordered(chance: random.Random, body: Lines, _: Sentences) -> Lines:
    """Its paragraphs of three sentences in another order."""
    paragraphs = [body[at : at + 3] for at in range(0, len(body), 3)]
    chance.shuffle(paragraphs)
    return [sentence for paragraph in paragraphs for sentence in paragraph]


def _re_headlined(chance: random.Random, body: Lines, source: Sentences) -> Lines:
    """A headline of its own instead of the first sentence, and one sentence of its own at the end."""
    return [" ".join(chance.choices(source.words, k=_HEADLINE_WORDS)), *body[1:], chance.choice(source.all)]


def _edited(chance: random.Random, body: Lines, source: Sentences) -> Lines:
    """A fifth of its words replaced, left out or preceded by another."""
    return [" ".join(_edit(chance, sentence.split(), source.words)) for sentence in body]


def _edit(chance: random.Random, words: Sequence[str], others: Sequence[str]) -> Lines:
    found: Lines = []
    for word in words:
        if chance.random() >= EDITED:
            found.append(word)
            continue
        way = chance.random()
        found.extend([chance.choice(others)] if way < 0.6 else [] if way < 0.8 else [chance.choice(others), word])
    return found


def _all_of_it(chance: random.Random, body: Lines, source: Sentences) -> Lines:
    for change in (_cut, _reordered, _re_headlined, _edited):
        body = change(chance, body, source)
    return body


KINDS: dict[str, Callable[[random.Random, Lines, Sentences], Lines]] = {
    "cut": _cut,
    "reordered": _reordered,
    "re-headlined": _re_headlined,
    "edited": _edited,
    "all of it": _all_of_it,
}
"""What is done to a text that is reprinted."""


if __name__ == "__main__":
    main()
