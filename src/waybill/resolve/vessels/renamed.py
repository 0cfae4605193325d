"""Two names of one ship: "the Nordic Wind, formerly the Eastern Star", "the Suez Rajan, now St Nikolas"."""

from collections.abc import Iterable, Iterator

from waybill.model.parse import Parse
from waybill.resolve.vessels.announced import NamedShip, name_end

TELLS = frozenset(
    {
        "formerly",
        "previously",
        "originally",
        "ex",
        "now",
        "renamed",
        "rebranded",
        "known",
        "called",
        "once",
        "aka",
        "a.k.a.",
        "alias",
    }
)
_LINKS = frozenset(
    {",", "(", "named", "-", "–", "the", "as", "to", "was", "been", "since", "has", "also", "earlier", "then", '"', "“"}
)
_OF_NUMBERS = frozenset({"imo", "mmsi", "number", "no", "no.", "#", ":", ";", ")"})
"""What a bracket with the ship's numbers holds beside their figures, and what closes it."""
_FARTHEST = 14
"""Tokens between the two names, those of two numbers among them: our convention."""


def other_names(parse: Parse, ships: Iterable[NamedShip]) -> Iterator[tuple[NamedShip, NamedShip]]:
    """Each ship with the further name that stands right behind: its former or its later one."""
    for ship in ships:
        first = _behind(parse, ship.last + 1)
        last = name_end(parse, first) if first is not None else None
        if first is not None and last is not None:
            yield ship, NamedShip(first, last, parse.start[first])


def _behind(parse: Parse, token: int) -> int | None:
    """The token at which a name begins after nothing but words that tell of another name."""
    stop = min(token + _FARTHEST, parse.sentence_at(token - 1)[1])
    told = False
    for at in range(token, stop):
        word = parse.word[at].lower()
        if word not in TELLS and word not in _LINKS and word not in _OF_NUMBERS and not word.isdigit():
            capital = parse.word[at][0].isupper() and parse.tag[at] in ("NNP", "NNPS", "NN", "JJ", "CD")
            return at if told and capital else None
        told = told or word in TELLS
    return None
