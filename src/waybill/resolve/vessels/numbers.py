"""Ship numbers in a text: IMO numbers and MMSIs, with their label."""

import re
from collections.abc import Iterator

from waybill.model.mention import Mention
from waybill.model.span import Span
from waybill.model.things import Vessel
from waybill.reference.vessels import is_imo_number, is_ship_mmsi, ships_by_number

_NUMBER = re.compile(
    r"\b(?P<kind>IMO|MMSI)\b(?:\s+(?:numbers?|no\.?|ship\s+identification\s+number|code))?\s*[:#]?\s*(?P<digits>\d{6,10})\b(?:\s*/\s*\w+)?"
)


def find_numbers(text: str) -> Iterator[Mention]:
    """Every labelled number, in order; the half-open span holds its label ("IMO 9179842").

    The value is the ship vessels.csv holds under that number, else a vessel of that number alone. A number that no ship can
    have (its check digit fails, or its first digits are no country's) has no value, and the reason.
    """
    return map(_numbered, _NUMBER.finditer(text))


def _numbered(found: re.Match[str]) -> Mention:
    digits, span = found["digits"], Span(found.start(), found.end("digits"))
    said = span.text_of(found.string)
    is_imo = found["kind"] == "IMO"
    if not (is_imo_number(digits) if is_imo else is_ship_mmsi(digits)):
        reason = f"IMO {digits}: not seven digits with a true check digit" if is_imo else f"MMSI {digits}: no ship's number"
        return Mention("vessel", span, said, None, reason)
    ship = ships_by_number().get(digits)
    return Mention("vessel", span, said, ship.vessel if ship else Vessel(None, *((digits, None) if is_imo else (None, digits))))
