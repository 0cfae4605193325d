"""Names of ships that something announces: a prefix, a kind of ship, a flag."""

import re
from collections.abc import Iterator

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.reference.vessels import ship_nouns, ship_prefixes, ships_by_name

_BODY = re.compile(r"\b(?:NAVY|ARMY|COAST GUARD|MINISTRY|GOVERNMENT|FORCES?|CORPS|COMMAND|COUNCIL|COMPANY|GROUP|LTD)$")
"""How the names of bodies end that own or stop ships (our collection)."""

_MARKS = ("named", "called", "renamed", '"', "“", "‘", "'")
_BEFORE_NAMES = (*_MARKS, "the", "and", ",", "(", "-", "–")

_LONGEST_NAME = 4
"""Words in a ship's name: our convention; longer runs of capitals are headlines."""


class NamedShip(Struct, frozen=True):
    """A ship's name in the text: the first and last token, and where the mention's words begin (its prefix)."""

    first: int
    last: int
    start: int


def announced(parse: Parse) -> Iterator[NamedShip]:
    """Names after a prefix, a kind of ship or a flag: MV Alaed, the vessels Angara and Maria, the Russian-flagged Lady R."""
    for token in range(len(parse)):
        prefix = _prefix_end(parse, token)
        if prefix is not None and not parse.word[token - 1][-1].isdigit():
            last = name_end(parse, prefix)
            if last is not None:
                yield NamedShip(prefix, last, parse.start[token])
        elif _is_ship_noun(parse, token) or _is_flag(parse, token) or _is_under_the_name(parse, token):
            yield from _listed(parse, token + 1, parse.tag[token] != "NN")


def _prefix_end(parse: Parse, token: int) -> int | None:
    """One past MV, or past M/V however it is cut into tokens."""
    for length in (1, 3):
        if "".join(parse.word[token : token + length]) in ship_prefixes():
            return token + length
    return None


def _is_under_the_name(parse: Parse, token: int) -> bool:
    return parse.word[max(0, token - 2) : token + 1] == ("under", "the", "name")


def _is_flag(parse: Parse, token: int) -> bool:
    """Russian-flagged, Panama-registered; not registered voters."""
    return parse.word[token] in ("flagged", "registered") and parse.word[token - 1] == "-"


def _is_ship_noun(parse: Parse, token: int) -> bool:
    """In lower case, or at the head of its sentence: Carrier and Ford are firms."""
    lemma = parse.lemma[token].lower()
    nouns = ship_nouns()
    if lemma not in nouns and not (token and f"{parse.word[token - 1]} {lemma}" in nouns):
        return False
    is_common = parse.word[token].islower() or token == parse.sentence_at(token)[0]
    return is_common and parse.tag[token] in ("NN", "NNS", "NNP", "NNPS")


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
        is_marked = parse.word[at - 1] in _MARKS or parse.tag[at] in ("NNP", "NNPS", "CD")
        return at if parse.word[at][0].isupper() and is_marked and "\n\n" not in _between(parse, token - 1, at) else None
    return None


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
    for token in range(first, min(first + _LONGEST_NAME, len(parse))):
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
    """ "the ship Russia sent", "a dhow, the US Navy said"."""
    name = parse.text[parse.start[first] : parse.end[last]].upper()
    if _BODY.search(name):
        return True
    return parse.entity[first] in ("NORP", "DATE", "CARDINAL") or (parse.entity[first] == "GPE" and name not in ships_by_name())
