"""Larger places that a text names together with a smaller one: "Najin, North Korea", "Lyon in France", "Kenya's Kisumu"."""

from collections.abc import Sequence
from itertools import pairwise

from waybill.model.parse import Parse
from waybill.reference.gazetteer import Candidate
from waybill.reference.gazetteer_names import name_key
from waybill.reference.sphere import distance_km
from waybill.resolve.places.listed import lists
from waybill.resolve.places.spot import Spot

PAIR = 2
"""Of three or more names listed with commas none contains the other; of two, "Paris, Texas" is no list: our convention."""

MOST_BETWEEN = 8
"""How many words may stand between a place and the one around it: our convention."""

_WITHIN = frozenset(
    tuple(words.split())
    for words in (
        "in",
        "of",
        ", in",
        "province in",
        ", a city in",
        ", a town in",
        ", a village in",
        ", a port in",
        "located in",
        ", located in",
        "in state of",
        "in province of",
        "in governorate of",
        "in region of",
        "in county of",
        ", in state of",
        ", in province of",
    )
)
"""What stands between a place and the one around it, articles and adjectives left out: "Tripoli, in northern Lebanon"."""


def containers(parse: Parse, found: Sequence[Spot]) -> dict[int, int]:
    """For the index of a spot, the index of the spot that names the place around it."""
    ties: dict[int, int] = {}
    mates = lists(parse, found)
    for at, (inner, outer) in enumerate(pairwise(found)):
        if len(mates.get(at, ())) > PAIR and at + 1 in mates[at]:
            continue
        gap = _gap(parse, inner.last + 1, outer.first)
        if gap in ((",",), ("(",)) and not outer.adjectival and any_inside(inner, outer):
            ties[at] = at + 1
        elif gap in _WITHIN and any_inside(inner, outer):
            ties.setdefault(at, at + 1)
        elif gap in (("'s",), ("’s",), ()) and any_inside(outer, inner):
            ties[at + 1] = at
    return ties


def _gap(parse: Parse, first: int, end: int) -> tuple[str, ...]:
    """The lower-case words between two spots, those left out that only describe the second ("in rebel-held northern Syria")."""
    if end - first > MOST_BETWEEN:
        return ("...",)
    return tuple(parse.word[t].lower() for t in range(first, end) if not _describes(parse, t, first))


_HELD = frozenset(("-", "held", "controlled", "run"))


def _describes(parse: Parse, token: int, first: int) -> bool:
    """True for articles, adjectives and participles after the first word: "rebel-held", "occupied", "neighbouring"."""
    described = parse.pos[token] in ("ADJ", "DET", "ADV") or parse.tag[token] in ("VBN", "VBD", "VBG")
    return token > first and (described or parse.word[token] in _HELD)


def any_inside(inner: Spot, outer: Spot) -> bool:
    """True where some reading of the one lies in one of the other, or is the same by another name ("Washington, DC")."""
    renamed = name_key(inner.text) != name_key(outer.text)
    return any(inside(a, b) or (renamed and a.id == b.id) for a in inner.candidates for b in outer.candidates)


def inside(inner: Candidate, outer: Candidate) -> bool:
    """True where `inner` belongs to `outer`: a country, subdivision or region it is in."""
    if inner.id == outer.id or inner.kind == "country":
        return False
    if outer.kind == "country":
        return inner.iso2 == outer.iso2
    if outer.kind == "region" and outer.iso2:
        return inner.iso2 == outer.iso2 and distance_km(inner.lat, inner.lon, outer.lat, outer.lon) < outer.radius_km
    return outer.id in (inner.admin1, inner.admin2)
