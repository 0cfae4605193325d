"""Two names of one ship: "the Nordic Wind, formerly the Eastern Star", "the Suez Rajan, now St Nikolas"."""

from collections.abc import Iterable, Iterator

from waybill.model.parse import Parse
from waybill.resolve.vessels.announced import NamedShip, name_end

_TELLS = frozenset(
    {"formerly", "previously", "ex", "now", "renamed", "rebranded", "known", "called", "once", "aka", "a.k.a.", "alias"}
)
_LINKS = frozenset({",", "(", "-", "–", "the", "as", "to", "was", "been", "since", "has", "also", "earlier", "then", '"', "“"})
_FARTHEST = 8
"""Tokens between the two names: our convention."""


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
        if word not in _TELLS and word not in _LINKS:
            capital = parse.word[at][0].isupper() and parse.tag[at] in ("NNP", "NNPS", "NN", "JJ", "CD")
            return at if told and capital else None
        told = told or word in _TELLS
    return None
