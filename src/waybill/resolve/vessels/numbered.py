"""Names of ships that nothing but their number announces: "Orion Blue (IMO 9187344)", "IMO 9187344 (Orion Blue)"."""

from collections.abc import Iterable, Iterator

from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.reference.vessels import ship_prefixes
from waybill.resolve.vessels.announced import LONGEST_NAME, QUOTES, NamedShip, name_end, past_quote, ship_kind
from waybill.resolve.vessels.doubts import is_aside, is_other
from waybill.resolve.vessels.flags import flags
from waybill.resolve.vessels.renamed import TELLS

_OPENERS = frozenset(("(", "[", ",", "-", "–", "—", "”", "’", *QUOTES))
_MOST_OPENERS = 3
"""A quotation mark, a bracket and one more: our convention."""
_IN_NAMES = ("NN", "JJ", "CD", "HY")
_NEVER = frozenset(("The", "A", "An", "IMO", "MMSI"))


def numbered(parse: Parse, numbers: Iterable[Span]) -> Iterator[NamedShip]:
    """The capitals right before a ship's number, behind a comma, bracket or dash or none, and those in a bracket behind it.

    Of "Orion Blue (ex-Red Sun, IMO 9187344)" both names.
    """
    for number in numbers:
        tokens = parse.tokens_in(number)
        before = _before(parse, tokens.start)
        yield from filter(None, (before, before and _first_name(parse, before), _behind(parse, tokens.stop)))


def _before(parse: Parse, number: int) -> NamedShip | None:
    last = number - 1
    while last > max(0, number - 1 - _MOST_OPENERS) and parse.word[last] in _OPENERS:
        last -= 1
    if last < 0 or "\n" in parse.text[parse.end[last] : parse.start[number]]:
        return None
    return _ending(parse, last)


def _first_name(parse: Parse, other: NamedShip) -> NamedShip | None:
    """The name before one that is told to be another of the ship's."""
    at = other.first - 1
    while at > 0 and at > other.first - 1 - _MOST_OPENERS and (parse.word[at].lower() in TELLS or parse.word[at] in _OPENERS):
        at -= 1
    is_told = any(word.lower() in TELLS for word in parse.word[at + 1 : other.first])
    return _ending(parse, at) if is_told and at >= 0 else None


def _ending(parse: Parse, last: int) -> NamedShip | None:
    """The name that ends with a token; None where none does, or it is a state's, a body's or no ship's."""
    low, first = parse.sentence_at(last)[0], last + 1
    while first > low and last - first + 1 < LONGEST_NAME and _may_be_named(parse, first - 1, last):
        first -= 1
    while first < last and parse.word[first] == "-":
        first += 1
    if first > last or not parse.word[first][0].isupper() or is_other(parse, first, last) or is_aside(parse, first, last):
        return None
    return NamedShip(first, last, parse.start[first])


def _may_be_named(parse: Parse, token: int, last: int) -> bool:
    """True for the words of a name: capitals, hyphens and short numbers, but no kind of ship before it nor whose ship it is."""
    word = parse.word[token]
    if word in _NEVER or word in ship_prefixes() or parse.tag[token][:2] not in _IN_NAMES:
        return False
    if token < last and (ship_kind(parse, token) or (parse.tag[token] == "JJ" and word in flags())):
        return False
    return word[0].isupper() or word == "-" or (word.isdigit() and len(word) <= 3)


def _behind(parse: Parse, token: int) -> NamedShip | None:
    if parse.word[token : token + 1] != ("(",):
        return None
    first = past_quote(parse, token + 1)
    last = name_end(parse, first)
    if last is None or not {")", "”", "’", *QUOTES}.intersection(parse.word[last + 1 : last + 2]):
        return None
    return None if is_other(parse, first, last) else NamedShip(first, last, parse.start[first])
