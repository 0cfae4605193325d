"""Which counts hang together by factors: how much of one there is in another."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from waybill.model.claim import Mode
from waybill.reconcile.contents import Count, Counted, Kinds
from waybill.reference.factors import Factor, Kind
from waybill.reference.units import counted_nouns

GOES_BY: dict[str, Mode] = {
    "voyage": "sea", "sailing": "sea", "ship": "sea", "vessel": "sea", "shipload": "sea", "port call": "sea",
    "flight": "air", "plane": "air", "planeload": "air",
    "railcar": "rail", "train": "rail", "trainload": "rail",
    "truck": "road", "truckload": "road",
}  # fmt: skip
"""Units that tell by which way what they carry goes."""


class Bridge(Struct, frozen=True):
    """Of the target there are `low` to `high` in one of the source: from the least to the most that any of its factors says."""

    source: Count
    target: Count
    low: float
    high: float
    factors: tuple[Factor, ...]

    @property
    def mode(self) -> Mode | None:
        """The way by which all that it counts goes; None for any."""
        return GOES_BY.get(self.source.units[0])


class Sum(Struct, frozen=True):
    """What the parts count is of different goods, and all of it is counted in the whole too; each a number of a count."""

    whole: int
    parts: tuple[int, ...]


class Network(Struct, frozen=True):
    """Counts and what ties them; each bridge with the numbers of its source and target."""

    counts: tuple[Count, ...]
    bridges: tuple[tuple[int, int, Bridge], ...]
    sums: tuple[Sum, ...]


def bridges(factors: Sequence[Factor]) -> tuple[Bridge, ...]:
    """One for all factors that are alternatives."""
    by_goods: dict[tuple[str, str, Kind | None], list[Factor]] = {}
    for factor in factors:
        by_goods.setdefault(factor.of, []).append(factor)
    return tuple(_bridge(alike) for alike in by_goods.values())


def crossed(held: Sequence[Bridge], told: Sequence[Counted], mode: Mode | None) -> tuple[Bridge, ...]:
    """The bridges that lead on from what somebody counts, or from another's target; with a mode those of that way too, and none
    unless one of them is."""
    fitting = [b for b in held if b.mode in (None, mode)]
    found = [b for b in fitting if any(b.source.named_by(c) for c in told)]
    while more := [b for b in fitting if b not in found and any(b.source == f.target for f in found)]:
        found += more
    return tuple(b for b in held if b in found) if mode is None or any(b.mode for b in found) else ()


def network(held: Sequence[Bridge]) -> Network:
    """The counts of these bridges, with what all goods of a unit are where only some of them are bridged."""
    counts = list(dict.fromkeys(count for b in held for count in (b.source, b.target)))
    sums = []
    for units in dict.fromkeys(b.source.units for b in held if b.source.kinds):
        parts = [b.source for b in held if b.source.units == units and b.source.kinds]
        for whole, of in _sums(units, list(dict.fromkeys(parts))):
            counts += [count for count in (whole, *of) if count not in counts]
            sums.append(Sum(counts.index(whole), tuple(map(counts.index, of))))
    tied = tuple((counts.index(b.source), counts.index(b.target), b) for b in held)
    return Network(tuple(counts), tied, tuple(sums))


def _bridge(alike: Sequence[Factor]) -> Bridge:
    first = alike[0]
    kinds: Kinds | None = frozenset({first.kind}) if first.kind else None
    noun = counted_nouns().get(first.to_unit)
    pieces = ("round",) if kinds and noun and noun.kind == "goods" and first.to_unit != "round" else ()
    source, target = Count((first.from_unit,), kinds), Count((first.to_unit, *pieces), kinds)
    return Bridge(source, target, min(f.low for f in alike), max(f.high for f in alike), tuple(alike))


def _sums(units: tuple[str, ...], parts: Sequence[Count]) -> Iterator[tuple[Count, tuple[Count, ...]]]:
    """Those parts that share no goods lie side by side in what counts them all; any others each by itself in the whole."""
    whole = Count(units)
    apart = tuple(p for p in parts if not any(_share(p, other) for other in parts if other is not p))
    both = Count(units, frozenset[Kind]().union(*(p.kinds or () for p in apart)))
    if apart[1:]:
        yield both, apart
    yield from ((whole, (part,)) for part in dict.fromkeys([*([both] if apart else []), *(p for p in parts if p not in apart)]))


def _share(some: Count, other: Count) -> bool:
    one = [(a, b) for a in some.kinds or () for b in other.kinds or ()]
    return any(a.item_class == b.item_class and (None in (a.calibre_mm, b.calibre_mm) or a == b) for a, b in one)
