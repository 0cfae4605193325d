"""What changed line by line."""

from collections.abc import Hashable, Sequence

from msgspec.structs import replace

from waybill.compare.deliveries import deliveries
from waybill.compare.figures import bounds, figures
from waybill.compare.footings import footings
from waybill.compare.pair import Pair
from waybill.model.changes import LineChanges, LineFate
from waybill.model.claim import ClaimId
from waybill.model.delivery import Contradiction, Join, Line


def lines(pair: Pair) -> tuple[LineChanges, ...]:
    """The lines that changed, in the order of the later account, those that are gone last."""
    were = {(line.supplier, line.recipient): line for line in pair.before.lines}
    are = {(line.supplier, line.recipient): line for line in pair.after.lines}
    found = (
        _changes(pair, were.get(sides, _empty(sides)), are.get(sides, _empty(sides))) for sides in dict.fromkeys((*are, *were))
    )
    return tuple(changes for changes in found if changes.any)


def _empty(sides: tuple[str, str]) -> Line:
    return Line(*sides, deliveries=(), bounds=())


def _changes(pair: Pair, before: Line, after: Line) -> LineChanges:
    return LineChanges(
        supplier=after.supplier,
        recipient=after.recipient,
        fate=_fate(before, after),
        footings=footings(pair, before.deliveries, after.deliveries),
        deliveries=deliveries(pair, before.deliveries, after.deliveries),
        figures=figures(pair, before.extremes, after.extremes),
        bounds=bounds(before.bounds, after.bounds),
        begun=_begun(pair, before.contradictions, after.contradictions),
        ended=_ended(pair, before.contradictions, after.contradictions),
        joined=_joined(pair, before, after),
        parted=_parted(pair, before, after),
    )


def _fate(before: Line, after: Line) -> LineFate:
    if not after.deliveries:
        return "gone"
    return "kept" if before.deliveries else "new"


def _begun(pair: Pair, before: Sequence[Contradiction], after: Sequence[Contradiction]) -> tuple[Contradiction, ...]:
    known = {(pair.firsts(c.claims), c.reading) for c in before}
    return tuple(c for c in after if (frozenset(c.claims), c.reading) not in known)


def _ended(pair: Pair, before: Sequence[Contradiction], after: Sequence[Contradiction]) -> tuple[Contradiction, ...]:
    still = {(frozenset(c.claims), c.reading) for c in after}
    gone = (c for c in before if (pair.firsts(c.claims), c.reading) not in still)
    return tuple(replace(c, claims=_named(pair, c.claims)) for c in gone)


def _joined(pair: Pair, before: Line, after: Line) -> tuple[Join, ...]:
    known = {_tie(j.says, pair.firsts(j.claims)) for j in _joins(before)}
    return tuple(j for j in _joins(after) if _tie(j.says, frozenset(j.claims)) not in known)


def _parted(pair: Pair, before: Line, after: Line) -> tuple[Join, ...]:
    still = {_tie(j.says, frozenset(j.claims)) for j in _joins(after)}
    gone = [j for j in _joins(before) if _tie(j.says, pair.firsts(j.claims)) not in still]
    return tuple(replace(j, claims=_named(pair, j.claims)) for j in gone)


def _joins(line: Line) -> list[Join]:
    return list(dict.fromkeys(j for d in line.deliveries for j in d.joins))


def _tie(says: str, claims: frozenset[ClaimId]) -> Hashable:
    return (says, claims)


def _named(pair: Pair, earlier: Sequence[ClaimId]) -> tuple[ClaimId, ...]:
    """Present ids where the claims are there, else those they had."""
    return tuple(pair.claims.get(c, c) for c in earlier)
