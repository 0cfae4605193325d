"""How a way to or from a place reads when the place's words bring a preposition of their own."""

NEARNESS = frozenset({"near", "close", "outside", "off", "around"})
"""Words that open a place's name as reports write it ("near Aden", "close to Aden") and take the place of "to" or "from"."""


def leg(preposition: str, place: str) -> str:
    """ "to Aden", but "near Aden"."""
    return place if place.split(maxsplit=1)[0].lower() in NEARNESS else f"{preposition} {place}"
