"""Names of ships that something announces: a prefix, a kind of ship, a flag."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.reference.vessels import ship_noun_ends, ship_nouns, ship_prefixes, ships_by_name
from waybill.resolve.vessels.doubts import is_aside, is_body, is_other

QUOTES = ('"', "“", "‘", "'", "*", "_")
_MARKS = ("named", "called", "renamed", *QUOTES)
_FLAGGED = frozenset({"flagged", "registered", "name"})
_BEFORE_NAMES = (*_MARKS, "the", "and", ",", "(", "-", "–")

LONGEST_NAME = 4
"""Words in a ship's name: our convention; longer runs of capitals are headlines."""

_MOST_ADJECTIVES = 4
"""Words between the article and the kind of ship that explains a name: our convention."""


class NamedShip(Struct, frozen=True):
    """A ship's name in the text: the first and last token, and where the mention's words begin (its prefix)."""

    first: int
    last: int
    start: int


def announced(parse: Parse) -> Iterator[NamedShip]:
    """Names after a prefix, a kind of ship or a flag: MV Alaed, the vessels Angara and Maria, the Russian-flagged Lady R."""
    for token, word in enumerate(parse.word):
        prefix = _prefix_end(parse, token) if word in _prefix_starts() else None
        if prefix is not None and not (token and parse.word[token - 1][-1].isdigit()):
            first = past_quote(parse, prefix)
            last = name_end(parse, first)
            if last is not None:
                yield NamedShip(first, last, parse.start[token])
        elif _is_ship_noun(parse, token):
            apposed = _apposed(parse, token)
            yield from (apposed,) if apposed else _listed(parse, token + 1, parse.tag[token] != "NN")
        elif word in _FLAGGED and _is_flag(parse, token):
            yield from _listed(parse, token + 1, parse.tag[token] != "NN")


@cache
def _prefix_starts() -> frozenset[str]:
    return frozenset(start for prefix in ship_prefixes() for start in (prefix, prefix.split("/")[0]))


def _prefix_end(parse: Parse, token: int) -> int | None:
    """One past MV, or past M/V however it is cut into tokens."""
    for length in (1, 3):
        if "".join(parse.word[token : token + length]) in ship_prefixes():
            return token + length
    return None


def _is_flag(parse: Parse, token: int) -> bool:
    """Russian-flagged, Panama-registered, under the name; not registered voters."""
    if parse.word[token] == "name":
        return parse.word[max(0, token - 2) : token] == ("under", "the")
    return token > 0 and parse.word[token - 1] == "-"


def past_quote(parse: Parse, token: int) -> int:
    """The token, or the one behind it where it is a quotation mark."""
    return token + (parse.word[token : token + 1] != () and parse.word[token] in QUOTES)


def _is_ship_noun(parse: Parse, token: int) -> bool:
    """In lower case, or at the head of its sentence: Carrier and Ford are firms. The parser takes some for comparatives."""
    if not ship_kind(parse, token):
        return False
    word, tag = parse.word[token], parse.tag[token]
    is_common = word.islower() or (not word.isupper() and token == parse.sentence_at(token)[0])
    return is_common and tag[:2] in ("NN", "JJ") and parse.tag[token + 1 : token + 2] != ("POS",)


def ship_kind(parse: Parse, token: int) -> bool:
    """True where a word, or it and those right before it, are a kind of ship: "tanker", "bulk carrier", "ro-ro"."""
    words = parse.lemma[token].lower(), parse.word[token].lower()
    if ship_noun_ends().isdisjoint(words):
        return False
    before = parse.word[token - 1] if token else ""
    spelt = (*words, *(f"{before} {word}" for word in words), "".join(parse.word[max(0, token - 2) : token + 1]))
    return not ship_nouns().isdisjoint(spelt)


def _apposed(parse: Parse, noun: int) -> NamedShip | None:
    """The name before a kind of ship that explains it: "Jihan, a freighter"; not "Nour, a tanker captain"."""
    low, high = parse.sentence_at(noun)
    if noun + 1 < high and parse.tag[noun + 1] in ("NN", "NNS", "NNP", "POS", "HYPH"):
        return None
    article = _article_before(parse, noun, low)
    last = article - 2
    if last < low or parse.word[article - 1] != "," or not _is_of_name(parse, last):
        return None
    first = last
    while first > low and last - first + 1 < LONGEST_NAME and _is_of_name(parse, first - 1):
        first -= 1
    doubted = _is_no_ship(parse, first, last) or is_aside(parse, first, last) or is_other(parse, first, last)
    return None if doubted else NamedShip(first, last, parse.start[first])


def _article_before(parse: Parse, noun: int, low: int) -> int:
    """The "a" of "a small Iranian freighter"; -1 where the noun has none."""
    at = noun - 1
    while at > low and noun - at <= _MOST_ADJECTIVES and parse.pos[at] in ("ADJ", "NOUN", "PROPN"):
        at -= 1
    return at if parse.word[at].lower() in ("a", "an") else -1


def _is_of_name(parse: Parse, token: int) -> bool:
    return parse.word[token][0].isupper() and parse.word[token] != "The" and parse.tag[token] in ("NNP", "NNPS", "CD")


def _listed(parse: Parse, token: int, many: bool) -> Iterator[NamedShip]:
    """The name at a token, and where `many` are announced those that follow across commas and "and"."""
    while (first := _skip_to_name(parse, token, many)) is not None:
        last = name_end(parse, first)
        if last is None or _is_no_ship(parse, first, last):
            return
        yield NamedShip(first, last, parse.start[first])
        token = last + 1
        if not many or parse.word[token : token + 1] not in ((",",), ("and",)):
            return
        token += 1


def _skip_to_name(parse: Parse, token: int, many: bool) -> int | None:
    """Over "named", "the", quotes and commas to a capital; None where something else comes first."""
    stop = parse.sentence_at(token - 1)[1] if token else 0
    for at in range(token, min(token + 4, stop)):
        if parse.word[at] in _BEFORE_NAMES and (many or parse.word[at] != "and"):
            if parse.word[at] == "," and not many and not _is_apposition(parse, at + 1):
                return None
            continue
        is_marked = parse.word[at - 1] in _MARKS or parse.tag[at] in ("NNP", "NNPS", "CD") or _is_adjective_of_name(parse, at)
        return at if parse.word[at][0].isupper() and is_marked and "\n\n" not in _between(parse, token - 1, at) else None
    return None


def _is_adjective_of_name(parse: Parse, token: int) -> bool:
    """Nordic in "the ship Nordic Wind"."""
    return parse.tag[token : token + 2] == ("JJ", "NNP")


def _is_apposition(parse: Parse, first: int) -> bool:
    """The tanker, the Yuk Tung; a yacht, Sea Nymph, sank; not "a dhow, Reuters said"."""
    if parse.word[first : first + 1] == ("the",):
        return True
    last = name_end(parse, first)
    return last is not None and last > first and parse.word[last + 1 : last + 2] in ((",",), (".",), (")",))


def _between(parse: Parse, first: int, last: int) -> str:
    return parse.text[parse.end[first] : parse.start[last]]


def name_end(parse: Parse, first: int) -> int | None:
    """The last token of the name that begins at a token: capitals, hyphens and short numbers; None where none begins."""
    last = None
    stop = parse.sentence_at(first)[1] if first < len(parse) else first
    for token in range(first, min(first + LONGEST_NAME, stop)):
        word = parse.word[token]
        if last is not None and parse.start[token] - parse.end[last] > 1:
            break
        is_number = last is not None and word.isdigit() and len(word) <= 3
        is_capital = word[0].isupper() and word not in ship_prefixes() and word not in ("IMO", "MMSI")
        if not (is_capital or is_number or word == "-"):
            break
        last = token
    return None if last is None or parse.word[last] == "-" else last


def _is_no_ship(parse: Parse, first: int, last: int) -> bool:
    """ "the ship Russia sent", "a dhow, the US Navy said"; quotation marks and "named" leave no doubt."""
    if first and parse.word[first - 1] in _MARKS:
        return False
    if is_body(parse, first, last):
        return True
    name = parse.text[parse.start[first] : parse.end[last]].upper()
    return parse.entity[first] in ("NORP", "DATE", "CARDINAL") or (parse.entity[first] == "GPE" and name not in ships_by_name())
