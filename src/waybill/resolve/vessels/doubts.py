"""What speaks against words being a ship's name."""

import re

from waybill.model.parse import Parse
from waybill.resolve.vessels.flags import flags

_BODY = re.compile(
    r"\b(?:NAVY|ARMY|COAST GUARD|MINISTRY|GOVERNMENT|FORCES?|CORPS|COMMAND|COUNCIL|COMPANY|GROUP|LTD|"
    r"ORGANI[SZ]ATION|DEPARTMENT|AGENCY|AUTHORITY|OFFICE|TREASURY)$"
)
"""How the names of bodies end that own or stop ships (our collection)."""


def is_body(parse: Parse, first: int, last: int) -> bool:
    """True for the name of a body that owns or stops ships: "the US Navy"."""
    return _BODY.search(parse.text[parse.start[first] : parse.end[last]].upper()) is not None


def is_other(parse: Parse, first: int, last: int) -> bool:
    """True for a state's name or a body's."""
    return parse.text[parse.start[first] : parse.end[last]] in flags() or is_body(parse, first, last)


def is_aside(parse: Parse, first: int, last: int) -> bool:
    """In Sudan, at Tehran, on Friday; and what opens a sentence: "According to Equasis, IMO 9074729 sank"."""
    if parse.entity[last] == "DATE":
        return True
    if not first or parse.tag[first - 1] not in ("IN", "TO"):
        return False
    return parse.entity[last] in ("GPE", "LOC", "FAC") or first - 1 <= parse.sentence_at(last)[0] + 1
