"""Names of ships in a text: those that something announces, and those known already."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.reference.vessels import sea_words, ship_nouns, ship_prefixes, ships_by_name
from waybill.resolve.vessels.announced import NamedShip, announced, name_end, ship_kind
from waybill.resolve.vessels.numbered import numbered
from waybill.resolve.vessels.renamed import other_names

_GOES_ON = re.compile(r" [A-Z][a-z\d]|-\w")
"""What follows a name that is longer than the ship's: "Maria Zakharova", "Angara A5", "Maria-class"."""


class ShipName(Struct, frozen=True):
    """A ship's name in capitals, the span of its words, and where in it the name begins, after a prefix ("MV")."""

    name: str
    span: Span
    name_start: int
    renamed: str | None
    """The other name the text gives the ship, the one it has first."""


def find_names(parse: Parse, numbers: Iterable[Span]) -> tuple[ShipName, ...]:
    """Every name of a ship, in order and without overlap: after a prefix, a kind of ship or a flag, or beside a number; again
    wherever it is repeated; and names vessels.csv holds, where a word of ships or ports stands in the sentence, or "the" before
    them in a text that has such a word."""
    told = list(announced(parse))
    ends = {name.last for name in told}
    first = _distinct([*told, *(name for name in numbered(parse, numbers) if name.last not in ends)])
    pairs = list(other_names(parse, first))
    first = _distinct([*first, *(other for _, other in pairs)])
    names = {_name(parse, n) for n in first}
    found = _distinct([*first, *_repeated(parse, names)])
    renamed = {_name(parse, other): _name(parse, ship) for ship, other in pairs}
    return tuple(_ship_name(parse, n, renamed) for n in found)


def _ship_name(parse: Parse, named: NamedShip, renamed: Mapping[str, str]) -> ShipName:
    name, first = _name(parse, named), parse.start[named.first]
    return ShipName(name, Span(named.start, first + len(_words(parse, named))), first, renamed.get(name))


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
    at_sea = any(_is_of_ships(parse, token) for token in range(len(parse)))
    for token, word in enumerate(parse.word):
        if word[0].isupper() and (word.upper() in wanted or word.upper().partition("-")[0] in wanted):
            last = name_end(parse, token)
            for end in range(last if last is not None else token, token - 1, -1):
                name = _name(parse, NamedShip(token, end, parse.start[token]))
                is_known = name in known and at_sea and _is_cued(parse, token)
                if (name in introduced or is_known) and _stands_alone(parse, token, end):
                    yield NamedShip(token, end, parse.start[token])
                    break


def _is_cued(parse: Parse, token: int) -> bool:
    """The Angara; Angara docked; not "Maria said so"."""
    first, stop = parse.sentence_at(token)
    if token > first and parse.word[token - 1].lower() == "the":
        return True
    if parse.entity[token] == "PERSON" and parse.word[token - 1 : token] != ("and",):
        return False
    return any(_is_of_ships(parse, at) for at in range(first, stop))


def _is_of_ships(parse: Parse, token: int) -> bool:
    return parse.lemma[token].lower() in sea_words() or parse.word[token].lower() in sea_words() or ship_kind(parse, token)


def _stands_alone(parse: Parse, first: int, last: int) -> bool:
    """the Angara, not the Angara river or rocket; the Maria, not Maria Zakharova."""
    may_end = parse.word[last].endswith(".") or last + 1 == parse.sentence_at(last)[1]
    if (not may_end and _GOES_ON.match(parse.text, parse.end[last])) or _qualifies(parse, last):
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
    return _words(parse, named).upper()


def _words(parse: Parse, named: NamedShip) -> str:
    """A name as it stands, without the full stop that the parser takes for a part of "Lady R." at the end of a sentence."""
    return parse.text[parse.start[named.first] : parse.end[named.last]].removesuffix(".")
