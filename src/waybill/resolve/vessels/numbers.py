"""Ship numbers in a text: IMO numbers and MMSIs, with their label."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from waybill.model.span import Span
from waybill.reference.vessels import is_imo_number, is_ship_mmsi

_NUMBER = re.compile(
    r"\b(?P<kind>IMO|MMSI)\b(?:\s+(?:numbers?|no\.?|ship\s+identification\s+number|code))?\s*[:#]?\s*(?P<digits>\d{6,10})\b(?:\s*/\s*\w+)?"
)


class ShipNumber(Struct, frozen=True):
    """A labelled number with the half-open span of both ("IMO 9179842"), and why no ship can have it, where none can."""

    kind: Literal["imo", "mmsi"]
    digits: str
    span: Span
    fault: str | None


def find_numbers(text: str) -> Iterator[ShipNumber]:
    """Every labelled number, in order. No ship has one whose check digit fails, or whose first digits are no country's."""
    for found in _NUMBER.finditer(text):
        digits, span = found["digits"], Span(found.start(), found.end("digits"))
        if found["kind"] == "IMO":
            fault = None if is_imo_number(digits) else f"IMO {digits}: not seven digits with a true check digit"
            yield ShipNumber("imo", digits, span, fault)
        else:
            yield ShipNumber("mmsi", digits, span, None if is_ship_mmsi(digits) else f"MMSI {digits}: no ship's number")
