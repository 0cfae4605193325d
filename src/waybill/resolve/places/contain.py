"""Larger places that a text names together with a smaller one: "Najin, North Korea", "Lyon in France", "Kenya's Kisumu"."""

from collections.abc import Sequence
from itertools import pairwise

from waybill.model.parse import Parse
from waybill.reference.gazetteer import Candidate
from waybill.reference.gazetteer_names import name_key
from waybill.resolve.places.spot import Spot


def containers(parse: Parse, found: Sequence[Spot]) -> dict[int, int]:
    """For the index of a spot, the index of the spot that names the place around it."""
    ties: dict[int, int] = {}
    for at, (inner, outer) in enumerate(pairwise(found)):
        gap = parse.word[inner.last + 1 : outer.first]
        if gap in ((",",), ("(",)) and not outer.adjectival and any_inside(inner, outer):
            ties[at] = at + 1
        elif gap in (("in",), ("in", "the"), ("of",), (",", "in")) and any_inside(inner, outer):
            ties.setdefault(at, at + 1)
        elif gap in (("'s",), ("’s",), ()) and any_inside(outer, inner):
            ties[at + 1] = at
    return ties


def any_inside(inner: Spot, outer: Spot) -> bool:
    """True where some reading of the one lies in one of the other, or is the same by another name ("Washington, DC")."""
    renamed = name_key(inner.text) != name_key(outer.text)
    return any(inside(a, b) or (renamed and a.id == b.id) for a in inner.candidates for b in outer.candidates)


def inside(inner: Candidate, outer: Candidate) -> bool:
    """True where `inner` belongs to `outer`: a country or subdivision it is in."""
    if inner.id == outer.id or inner.kind == "country":
        return False
    if outer.kind == "country":
        return inner.iso2 == outer.iso2
    return outer.id in (inner.admin1, inner.admin2)
