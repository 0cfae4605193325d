"""Two names of one ship: "the Nordic Wind, formerly the Eastern Star", "the Suez Rajan, now St Nikolas"."""

from collections.abc import Iterable, Iterator

from waybill.model.parse import Parse
from waybill.resolve.vessels.announced import NamedShip, name_end
from waybill.resolve.vessels.doubts import is_other

_EARLIER = frozenset({"formerly", "previously", "originally", "ex", "once"})
TELLS = _EARLIER | {"now", "renamed", "rebranded", "known", "called", "aka", "a.k.a.", "alias"}
"""Words that tell of another name."""

_BEFORE_CALLED = _EARLIER | {"also", "now", "then", "earlier"}
"""Before "called" these tell of a name; "has since called Najin home" does not."""

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
        if first is not None and last is not None and not is_other(parse, first, last) and parse.entity[last] != "DATE":
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
        if word == "to" and parse.word[at - 1].lower() not in ("renamed", "rebranded"):
            return None
        told = told or _tells(parse, at)
    return None


def _tells(parse: Parse, at: int) -> bool:
    """True for a word that tells of another name: not "known to", "since called Najin home"."""
    word = parse.word[at].lower()
    if word == "known":
        return parse.word[at + 1 : at + 2] == ("as",)
    return word in TELLS and (word != "called" or parse.word[at - 1].lower() in _BEFORE_CALLED)
