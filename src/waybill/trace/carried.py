"""A reprint with the words it carries."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from msgspec import Struct

from waybill.model.document import Publication
from waybill.model.span import Span
from waybill.model.trace import Reprint
from waybill.trace.precedence import Precedence

Ordering = Callable[[Publication, Publication], Precedence]
"""Which of two publications came first, and what that rests on."""


class Carried(Struct, frozen=True):
    """A reprint, the offset at which each word of the copy starts, and for each 1 where it stands in the original, else 0."""

    reprint: Reprint
    starts: tuple[int, ...]
    found: bytes

    def share_of(self, spans: Sequence[Span]) -> float:
        """The part of the words within some spans of the copy that stands in the original; 0 where there are none."""
        within = [self.found[bisect_left(self.starts, s.start) : bisect_left(self.starts, s.end)] for s in spans]
        words = sum(map(len, within))
        return sum(part.count(1) for part in within) / words if words else 0.0
