"""What remarks of a list say of ships: OFAC's CSV has numbers there alone, the UN names hulls of companies there."""

import re

_IMO = re.compile(r"\bIMO(?:\s+(?:number|no\.?|#))?\s*[:#]?\s*(\d{7})\b", re.IGNORECASE)
_MMSI = re.compile(r"\bMMSI\s*[:#]?\s*(\d{9})\b", re.IGNORECASE)
_LINKED = re.compile(r"\bLinked To:\s*([^;]+?)\s*(?=;|\.?\)|\.?$)", re.IGNORECASE)


def imos(remarks: str) -> tuple[str, ...]:
    """The IMO numbers in the order in which they are named, each once."""
    return tuple(dict.fromkeys(_IMO.findall(remarks)))


def mmsi(remarks: str) -> str | None:
    """The first MMSI named."""
    found = _MMSI.search(remarks)
    return found[1] if found else None


def linked(remarks: str) -> tuple[str, ...]:
    """Whom OFAC says the entry is linked to."""
    return tuple(dict.fromkeys(_LINKED.findall(remarks)))
