"""Public bodies that bear the name of the place they act in: "Kentucky State Police"."""

from waybill.model.parse import Parse
from waybill.reference.place_words import place_words
from waybill.resolve.places.spot import Spot

MOST_OF_A_BODY = 6
"""How many words after a place's name may lead to a body's class word ("Kentucky Department of Fish"): our convention."""

_BETWEEN = frozenset(("of", "the", "and", "&", "'s", "’s"))


def opens_a_body(parse: Parse, spot: Spot) -> bool:
    """True where the spot opens the name of a public body, which says where that acts."""
    high = min(parse.sentence_at(spot.first)[1], spot.last + 1 + MOST_OF_A_BODY)
    for word in parse.word[spot.last + 1 : high]:
        if word[:1].isupper() and word.lower() in place_words("body"):
            return True
        if not (word[:1].isupper() or word in _BETWEEN):
            return False
    return False
