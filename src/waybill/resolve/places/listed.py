"""Names that a text lists together: "Georgia, Armenia and Azerbaijan" are of one kind, as are "Georgia, Alabama and Texas"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from waybill.model.parse import Parse
from waybill.reference.gazetteer import Candidate
from waybill.resolve.places.spot import Spot

_COMMA, _CLOSING = ((",",),), (("and",), ("or",), (",", "and"), (",", "or"), ("&",), ("nor",))
LEVELS = ("country", "admin1")
"""Kinds whose names are listed side by side."""


def lists(parse: Parse, found: Sequence[Spot]) -> dict[int, range]:
    """For the index of a spot, those of all it is listed with, its own among them: three or more, or two joined by "and".

    Each of them may name a country, or each a subdivision of one country.
    """
    mates: dict[int, range] = {}
    for run in _runs(parse, found):
        if len(run) > 1 and _common(found[at] for at in run):
            mates.update(dict.fromkeys(run, run))
    return mates


def _runs(parse: Parse, found: Sequence[Spot]) -> Iterator[range]:
    """Indices of spots that stand side by side, commas between them, and "and" or "or" before the last."""
    first = 0
    for at, (one, other) in enumerate(pairwise(found), 1):
        gap = tuple(w.lower() for w in parse.word[one.last + 1 : other.first]) if other.first - one.last < 4 else ()
        if other.adjectival or one.adjectival or gap not in (*_COMMA, *_CLOSING):
            first = at
        elif gap in _CLOSING:
            yield range(first, at + 1)
            first = at


def _common(spots: Iterator[Spot]) -> bool:
    shared: set[tuple[str, str]] | None = None
    for spot in spots:
        kinds = {level_of(c) for c in spot.candidates if c.rank == 2 and c.kind in LEVELS}
        shared = kinds if shared is None else shared & kinds
    return bool(shared)


def level_of(reading: Candidate) -> tuple[str, str]:
    """What the names of a list share: the kind, and for a subdivision the country."""
    return reading.kind, "" if reading.kind == "country" else reading.iso2
