"""The marine network: sea lanes as points joined by stretches, from the package searoute."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct

from waybill.model.leg import Point
from waybill.reference.sphere import distance_km

CLOSED = frozenset({"northwest"})
"""Passages that cargo ships do not take: our convention, as the package's own default."""


class MarineNetwork(Struct, frozen=True):
    """Points, each with the points next to it and how far they are, in kilometres."""

    points: tuple[Point, ...]
    beside: tuple[tuple[tuple[int, float], ...], ...]
    source: str


@cache
def marine_network() -> MarineNetwork:
    """The network as it is installed; the Caspian is in it, joined to the open sea by the Volga and the Don."""
    numbers: dict[Point, int] = {}
    beside: list[list[tuple[int, float]]] = []
    for stretch in _stretches():
        a, b = (numbers.setdefault(point, len(numbers)) for point in stretch)
        beside.extend([] for _ in range(len(numbers) - len(beside)))
        km = distance_km(*stretch[0], *stretch[1])
        beside[a].append((b, km))
        beside[b].append((a, km))
    return MarineNetwork(tuple(numbers), tuple(map(tuple, beside)), f"marnet of searoute {version('searoute')}")


def _stretches() -> Iterator[tuple[Point, Point]]:
    for feature in _features():
        if feature["properties"].get("passage") in CLOSED:
            continue
        shape = feature["geometry"]
        for line in shape["coordinates"] if shape["type"] == "MultiLineString" else [shape["coordinates"]]:
            yield from pairwise(_point(lon, lat) for lon, lat in line)


def _point(lon: float, lat: float) -> Point:
    """A point, with the two sides of the 180th meridian as one."""
    return (float(lat), -180.0 if lon == 180 else float(lon))


def _features() -> list[dict[str, Any]]:
    """The package's file; the package itself, which loads much more, is not imported."""
    spec = find_spec("searoute")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("searoute is not installed")
    text = (Path(spec.submodule_search_locations[0]) / "data" / "marnet_searoute.geojson").read_text("utf8")
    features: list[dict[str, Any]] = json.loads(text)["features"]
    return features
