"""The numbers a text gives a ship: "Blue Moon (IMO 9074729, MMSI 273394890)"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from waybill.model.things import Vessel
from waybill.reference.vessels import ships_by_number
from waybill.resolve.vessels.names import ShipName
from waybill.resolve.vessels.numbers import ShipNumber

_TO_NUMBER = re.compile(r"[\"”’'*_]?\s*[,(\[:–—-]?\s*(?:(?:with|under)\s+)?")
_FROM_FORMER = re.compile(r"[\"”’'*_]?\s*[)\],]?,?\s*")
"""What stands between a ship's former name and its number: "Blue Moon (ex-Red Sun), IMO 9074729"."""
_TO_NAME = re.compile(r"\s*\(\s*[\"“‘'*_]?")
_ON = re.compile(r"\s*[,;/|]?\s*(?:and\s+)?", re.IGNORECASE)
_IN_BRACKET = re.compile(r"[^()\[\]\n]*")
"""What two numbers of one bracket may have between them."""
_MAX_GAP, _MAX_BETWEEN = 10, 60
"""Code points between a name and its number, and between two numbers of a ship: our convention."""
_LONGEST_BRACKET = 200
"""Code points: our convention."""


class Stated(Struct, frozen=True):
    """Numbers in a row that are one ship's, and the name beside them."""

    owner: ShipName | None
    numbers: tuple[ShipNumber, ...]

    @property
    def vessel(self) -> Vessel | None:
        """The ship; what the text leaves out of it is as vessels.csv has it. None where no ship has any of the numbers."""
        said = {number.kind: number.digits for number in self.numbers if not number.fault}
        if not said:
            return None
        held = ships_by_number().get(said.get("imo") or said["mmsi"])
        known = held.vessel if held else Vessel(None, None, None)
        name, renamed = (self.owner.name, self.owner.renamed) if self.owner else (known.name, None)
        return Vessel(name, said.get("imo") or known.imo, said.get("mmsi") or known.mmsi, renamed)


def stated(text: str, names: Sequence[ShipName], numbers: Sequence[ShipNumber]) -> list[Stated]:
    """The numbers of a text, in order, those of one ship together; `names` are in order and without overlap."""
    found: list[Stated] = []
    for number in numbers:
        if found and _goes_on(text, found[-1], number, names):
            found[-1] = Stated(found[-1].owner, (*found[-1].numbers, number))
        else:
            found.append(Stated(_behind(text, number, names) or _before(text, number, names), (number,)))
    return found


def _goes_on(text: str, before: Stated, number: ShipNumber, names: Sequence[ShipName]) -> bool:
    """True for a number of another kind right behind, or later in the bracket, where no other ship's name comes between."""
    if any(number.kind == other.kind for other in before.numbers) or _behind(text, number, names):
        return False
    low, high = before.numbers[-1].span.end, number.span.start
    if high - low > _MAX_BETWEEN:
        return False
    if _ON.fullmatch(text, low, high):
        return True
    if not _IN_BRACKET.fullmatch(text, low, high) or not all(name.renamed for name in _between(names, low, high)):
        return False
    begin = max(0, low - _LONGEST_BRACKET)
    return text.rfind("(", begin, low) > text.rfind(")", begin, low)


def _between(names: Sequence[ShipName], low: int, high: int) -> Sequence[ShipName]:
    return names[bisect_left(names, low, key=_start) : bisect_left(names, high, key=_start)]


def _before(text: str, number: ShipNumber, names: Sequence[ShipName]) -> ShipName | None:
    """The name right before: "Blue Moon (IMO 9074729)", "Blue Moon, IMO 9074729"."""
    at = bisect_right(names, number.span.start, key=lambda name: name.span.end) - 1
    if at < 0 or number.span.start - names[at].span.end > _MAX_GAP:
        return None
    gaps = (_TO_NUMBER, _FROM_FORMER) if names[at].renamed else (_TO_NUMBER,)
    return names[at] if any(gap.fullmatch(text, names[at].span.end, number.span.start) for gap in gaps) else None


def _behind(text: str, number: ShipNumber, names: Sequence[ShipName]) -> ShipName | None:
    """The name in a bracket right behind: "IMO 9074729 (Blue Moon)"."""
    bracket = _TO_NAME.match(text, number.span.end)
    at = bisect_left(names, bracket.end(), key=_start) if bracket else len(names)
    return names[at] if bracket and at < len(names) and names[at].span.start == bracket.end() else None


def _start(name: ShipName) -> int:
    return name.span.start
