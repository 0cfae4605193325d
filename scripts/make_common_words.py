"""Makes the table of names that are first of all common words or persons' names: common_words.csv of the reference room.

usage: make_common_words.py SCOWL CENSUS > src/waybill/reference/common_words.csv

SCOWL is the folder of that word list (the Debian package scowl, /usr/share/dict/scowl), CENSUS one with the US Census Bureau's
lists of names of 1990: dist.all.last, dist.female.first, dist.male.first (the source archive of the PyPI package names 0.3.0).
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from waybill.reference.gazetteer import Candidate, Gazetteer, open_gazetteer
from waybill.reference.gazetteer_names import name_key
from waybill.settings import Settings

CAPTION = """\
# Names in the gazetteer that are first of all a common English word (kind word) or the name of persons (kind person).
# Made by scripts/make_common_words.py in November 2026; sources and their notices stand in common_words.md.
"""

SIZES = (10, 20)
"""SCOWL's sizes of words that are taken, the commonest 12,000: our convention; size 35 doubles the table and gains nothing."""

FAMILY_NAMES, FIRST_NAMES = 25.0, 75.0
"""The share of people, in percent, whose names are taken, the commonest first: our convention."""

CITY, SUBDIVISION = 100_000, 1_000_000
"""A city or a subdivision of so many people is as well known as the word ("Split", "Victoria"): our convention."""


def main() -> None:
    """Reads the two folders named on the command line, writes the table to standard output."""
    scowl, census = map(Path, sys.argv[1:])
    gazetteer = open_gazetteer(Settings())
    sys.stdout.write(CAPTION)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("word", "kind"))
    for kind, words in (("word", common_words(scowl)), ("person", persons(census))):
        table.writerows((word, kind) for word in sorted(set(words)) if misleads(gazetteer, word))


def common_words(scowl: Path) -> Iterator[str]:
    """The words of SCOWL's smallest sizes, in American and British spelling."""
    for size in SIZES:
        for spelling in ("english", "american", "british"):
            words = (scowl / f"{spelling}-words.{size}").read_text("latin-1").split()
            yield from (name_key(word) for word in words if word.isalpha())


def persons(census: Path) -> Iterator[str]:
    """The commonest family and first names, in lower case."""
    yield from _down_to(census / "dist.all.last", FAMILY_NAMES)
    yield from _down_to(census / "dist.female.first", FIRST_NAMES)
    yield from _down_to(census / "dist.male.first", FIRST_NAMES)


def _down_to(listing: Path, share: float) -> Iterator[str]:
    """Each line: a name, its share in percent, the share so far, its rank."""
    for name, _, so_far, _ in map(str.split, listing.read_text("ascii").splitlines()):
        if float(so_far) <= share:
            yield name.lower()


def misleads(gazetteer: Gazetteer, word: str) -> bool:
    """True where the gazetteer has the word as a name, and no well-known place has it for its own."""
    held = [place for place in gazetteer.named(word) if not place.capitals]
    return bool(held) and not any(map(_is_well_known, held))


def _is_well_known(place: Candidate) -> bool:
    least = {"country": 0, "admin1": SUBDIVISION, "city": CITY}.get(place.kind)
    return place.rank == 2 and least is not None and place.population >= least


if __name__ == "__main__":
    main()
