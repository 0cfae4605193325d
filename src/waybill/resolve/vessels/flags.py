"""The flag that stands before a ship's name."""

import re
from functools import cache

from waybill.reference.countries import countries

_FLAGGED = re.compile(
    r"\b(?P<flag>[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})[\s-]+(?:flagged|flag|registered|owned)"
    r"(?:\s+(?:[a-z-]+\s+){0,3})?(?:the\s+)?[\"“‘']?$"
)


def flag_before(text: str) -> str | None:
    """The state whose flag stands at a text's end: "the North Korean-flagged tanker"; None where none, or none we know."""
    found = _FLAGGED.search(text[-80:])
    words = found["flag"].split(" ") if found else []
    return next((state for at in range(len(words)) if (state := flags().get(" ".join(words[at:])))), None)


@cache
def flags() -> dict[str, str]:
    """States by their adjectives and names: Panamanian, Panama."""
    return {word: country.name for country in countries() for word in (*country.adjectives, *country.names)}
