"""A way between two points as it is measured, whoever goes it."""

from msgspec import Struct

from waybill.model.claim import Mode
from waybill.model.leg import Point
from waybill.reference.carriers import detour
from waybill.reference.sphere import distance_km


class Measured(Struct, frozen=True):
    """How long a way is and by what that is known. `least_km` is what it cannot be shorter than: the great circle where the
    distance rests on a factor, else the distance itself."""

    km: float
    least_km: float
    by: str
    source: str
    points: tuple[Point, ...]
    gauge_breaks: int = 0


def by_detour(mode: Mode, start: Point, end: Point) -> Measured:
    """The great circle times the mode's factor: the last resort."""
    straight, factor = distance_km(*start, *end), detour(mode)
    by = f"great circle times {factor.factor} ({factor.name})"
    return Measured(straight * factor.factor, straight, by, f"detours.csv: {factor.source}", (start, end))
