"""Names of ships in a text: those that something announces, and those known already."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.reference.vessels import ship_nouns, ship_prefixes, ships_by_name
from waybill.resolve.vessels.announced import NamedShip, announced, name_end

_AT_SEA = re.compile(
    r"\b(?:ships?|vessels?|IMO|MMSI|AIS|voyages?|sail(?:ed|s|ing)?|port|ports|docked|berth(?:ed)?|cargo|pier|aboard|transponder)\b"
)
_GOES_ON = re.compile(r" [A-Z][a-z\d]|-\w")
"""What follows a name that is longer than the ship's: "Maria Zakharova", "Angara A5", "Maria-class"."""


class ShipName(Struct, frozen=True):
    """A ship's name in capitals, the span of its words, and where in it the name begins, after a prefix ("MV")."""

    name: str
    span: Span
    name_start: int


def find_names(parse: Parse) -> tuple[ShipName, ...]:
    """Every name of a ship, in order and without overlap: after a prefix, a kind of ship or a flag; again wherever it is
    repeated; and names vessels.csv holds, where a word of ships or ports stands in the sentence, or "the" before them in a
    text that has such a word."""
    first = _distinct(announced(parse))
    names = {_name(parse, n) for n in first}
    found = _distinct([*first, *_repeated(parse, names)])
    return tuple(ShipName(_name(parse, n), Span(n.start, parse.end[n.last]), parse.start[n.first]) for n in found)


def _distinct(named: Iterable[NamedShip]) -> list[NamedShip]:
    kept: list[NamedShip] = []
    for name in sorted(named, key=lambda n: (n.first, -n.last, n.start)):
        if not kept or name.first > kept[-1].last:
            kept.append(name)
    return kept


def _repeated(parse: Parse, introduced: set[str]) -> Iterator[NamedShip]:
    """Names the text has introduced, and names vessels.csv holds beside words of ships."""
    known = ships_by_name()
    wanted = {name.split()[0] for name in (*known, *introduced)}
    at_sea = bool(_AT_SEA.search(parse.text))
    for token, word in enumerate(parse.word):
        if word[0].isupper() and (word.upper() in wanted or word.upper().partition("-")[0] in wanted):
            last = name_end(parse, token)
            for end in range(last if last is not None else token, token - 1, -1):
                name = parse.text[parse.start[token] : parse.end[end]].upper()
                is_known = name in known and at_sea and _is_cued(parse, token)
                if (name in introduced or is_known) and _stands_alone(parse, token, end):
                    yield NamedShip(token, end, parse.start[token])
                    break


def _is_cued(parse: Parse, token: int) -> bool:
    """The Angara; Angara docked; not "Maria said so"."""
    first, stop = parse.sentence_at(token)
    if token > first and parse.word[token - 1].lower() == "the":
        return True
    return any(_is_of_ships(parse, at) for at in range(first, stop))


def _is_of_ships(parse: Parse, token: int) -> bool:
    return bool(_AT_SEA.fullmatch(parse.word[token])) or parse.lemma[token].lower() in ship_nouns()


def _stands_alone(parse: Parse, first: int, last: int) -> bool:
    """the Angara, not the Angara river or rocket; the Maria, not Maria Zakharova."""
    if _GOES_ON.match(parse.text[parse.end[last] : parse.end[last] + 20]) or _qualifies(parse, last):
        return False
    before = parse.word[first - 1] if first else ""
    return not (
        parse.tag[first - 1 : first] == ("NNP",) and before.lower() not in ship_nouns() and before not in ship_prefixes()
    )


def _qualifies(parse: Parse, token: int) -> bool:
    """True where a name only tells what kind of thing the noun behind it is, and that is nothing of a ship's."""
    head = parse.head[token]
    is_before = parse.dep[token] in ("compound", "nmod") and parse.tag[head] in ("NN", "NNS") and head > token
    return is_before and "PUNCT" not in parse.pos[token:head] and not _is_of_ships(parse, head)


def _name(parse: Parse, named: NamedShip) -> str:
    return parse.text[parse.start[named.first] : parse.end[named.last]].upper()
