"""Parses to vessel mentions: ships by name, by IMO number, by MMSI."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Vessel
from waybill.reference.vessels import is_imo_number, is_ship_mmsi, ship_nouns, ship_prefixes, ships_by_name, ships_by_number

_NUMBER = re.compile(
    r"\b(?P<kind>IMO|MMSI)\b(?:\s+(?:numbers?|no\.?|ship\s+identification\s+number|code))?\s*[:#]?\s*(?P<digits>\d{6,10})\b(?:\s*/\s*\w+)?"
)
_FLAGGED = re.compile(
    r"\b(?P<adjective>[A-Z][a-z]+)[\s-]+(?:flagged|flag|registered|owned)(?:\s+(?:[a-z-]+\s+){0,3})?(?:the\s+)?[\"“‘']?$"
)
_OTHER_SENSE = re.compile(r"[\s-]+(?:river|rocket|launch|basin|valley|region|A5|carrier rocket|hydro)", re.IGNORECASE)
_BODY = re.compile(r"\b(?:NAVY|ARMY|COAST GUARD|MINISTRY|GOVERNMENT|FORCES?|CORPS|COMMAND|COUNCIL|COMPANY|GROUP|LTD)$")
"""How the names of bodies end that own or stop ships (our collection)."""
_AT_SEA = re.compile(
    r"\b(?:ships?|vessels?|IMO|MMSI|AIS|voyages?|sail(?:ed|s|ing)?|port|ports|docked|berth(?:ed)?|cargo|pier|aboard|transponder)\b"
)
_FLAGS = {"Russian": "Russia"}
"""Adjectives of the flags vessels.csv knows."""

_MARKS = ("named", "called", "renamed", '"', "“", "‘", "'")
_BEFORE_NAMES = (*_MARKS, "the", "and", ",", "(", "-", "–")

_LONGEST_NAME = 4
"""Words in a ship's name: our convention; longer runs of capitals are headlines."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A ship's name in the text: the first and last token, and where the mention's words begin (its prefix)."""

    first: int
    last: int
    start: int


def find_vessels(parse: Parse) -> tuple[Mention, ...]:
    """Every ship named or numbered, in order and without overlap.

    A name's half-open span holds its prefix ("MV Alaed"), a number's its label ("IMO 9179842"). Names are given in capitals, as
    registers do. A name with one hull in vessels.csv, or with a valid number beside it anywhere in the text, has that hull's
    numbers. Otherwise the value is the name alone with the reason: several hulls (in `candidates`), none held, another flag;
    a number whose check digit fails has no value.
    """
    numbers = tuple(_NUMBER.finditer(parse.text))
    named = _distinct(_introduced(parse))
    names = {_name(parse, n) for n in named}
    named = _distinct([*named, *_repeated(parse, names)])
    stated = _stated(parse, named, numbers)
    mentions = [_by_name(parse, n, stated) for n in named] + [_by_number(m) for m in numbers]
    return tuple(sorted(mentions, key=lambda m: m.span))


def _distinct(named: Iterator[_Named] | list[_Named]) -> list[_Named]:
    kept: list[_Named] = []
    for name in sorted(named, key=lambda n: (n.first, -n.last, n.start)):
        if not kept or name.first > kept[-1].last:
            kept.append(name)
    return kept


def _introduced(parse: Parse) -> Iterator[_Named]:
    """Names after a prefix, a kind of ship or a flag: MV Alaed, the vessels Angara and Maria, the Russian-flagged Lady R."""
    for token in range(len(parse)):
        prefix = _prefix_end(parse, token)
        if prefix is not None and not parse.word[token - 1][-1].isdigit():
            last = _name_end(parse, prefix)
            if last is not None:
                yield _Named(prefix, last, parse.start[token])
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


def _listed(parse: Parse, token: int, many: bool) -> Iterator[_Named]:
    """The name at a token, and where `many` are announced those that follow across commas and "and"."""
    while (first := _skip_to_name(parse, token, many)) is not None:
        last = _name_end(parse, first)
        if last is None or _is_no_ship(parse, first, last):
            return
        yield _Named(first, last, parse.start[first])
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
    last = _name_end(parse, first)
    return last is not None and last > first and parse.word[last + 1 : last + 2] in ((",",), (".",), (")",))


def _between(parse: Parse, first: int, last: int) -> str:
    return parse.text[parse.end[first] : parse.start[last]]


def _name_end(parse: Parse, first: int) -> int | None:
    last = None
    for token in range(first, min(first + _LONGEST_NAME, len(parse))):
        word = parse.word[token]
        if last is not None and parse.start[token] - parse.end[last] > 1:
            break
        is_number = last is not None and word.isdigit() and len(word) <= 3
        if (
            not (word[0].isupper() and word not in ship_prefixes() and word not in ("IMO", "MMSI"))
            and not is_number
            and word != "-"
        ):
            break
        last = token
    return None if last is None or parse.word[last] == "-" else last


def _is_no_ship(parse: Parse, first: int, last: int) -> bool:
    """ "the ship Russia sent", "a dhow, the US Navy said"."""
    name = parse.text[parse.start[first] : parse.end[last]].upper()
    if _BODY.search(name):
        return True
    return parse.entity[first] in ("NORP", "DATE", "CARDINAL") or (parse.entity[first] == "GPE" and name not in ships_by_name())


def _repeated(parse: Parse, introduced: set[str]) -> Iterator[_Named]:
    """Names the text has introduced, and names vessels.csv holds after "the" or in a text about ships."""
    known = ships_by_name()
    wanted = {name.split()[0]: name for name in sorted([*known, *introduced])}
    at_sea = bool(_AT_SEA.search(parse.text))
    for token, word in enumerate(parse.word):
        if word[0].isupper() and (word.upper() in wanted or word.upper().partition("-")[0] in wanted):
            last = _name_end(parse, token)
            for end in range(last if last is not None else token, token - 1, -1):
                name = parse.text[parse.start[token] : parse.end[end]].upper()
                if (name in introduced or (name in known and at_sea)) and _stands_alone(parse, token, end):
                    yield _Named(token, end, parse.start[token])
                    break


def _stands_alone(parse: Parse, first: int, last: int) -> bool:
    """the Angara, not the Angara river; the Maria, not Maria Zakharova."""
    after = parse.text[parse.end[last] : parse.end[last] + 20]
    if _OTHER_SENSE.match(after) or re.match(r" [A-Z][a-z]", after):
        return False
    before = parse.word[first - 1] if first else ""
    return not (
        parse.tag[first - 1 : first] == ("NNP",) and before.lower() not in ship_nouns() and before not in ship_prefixes()
    )


def _name(parse: Parse, named: _Named) -> str:
    return parse.text[parse.start[named.first] : parse.end[named.last]].upper()


def _stated(parse: Parse, named: list[_Named], numbers: tuple[re.Match[str], ...]) -> dict[str, Vessel]:
    """The numbers the text itself gives a name: "Angara (IMO 9179842)"."""
    stated: dict[str, Vessel] = {}
    for number in numbers:
        vessel = _by_number(number).value
        near = [n for n in named if 0 <= number.start() - parse.end[n.last] <= 4]
        if near and isinstance(vessel, Vessel):
            name = _name(parse, near[-1])
            held = stated.get(name)
            stated[name] = Vessel(
                name, vessel.imo or (held.imo if held else None), vessel.mmsi or (held.mmsi if held else None)
            )
    return stated


def _by_name(parse: Parse, named: _Named, stated: dict[str, Vessel]) -> Mention:
    name, span = _name(parse, named), Span(named.start, parse.end[named.last])
    said = span.text_of(parse.text)
    if name in stated:
        return Mention("vessel", span, said, stated[name])
    held = ships_by_name().get(name, ())
    candidates = tuple(ship.vessel for ship in held)
    alone = Vessel(name, None, None)
    if not held:
        return Mention("vessel", span, said, alone, unresolved="no IMO number stated, none held for this name")
    if len(held) > 1:
        hulls = ", ".join(f"IMO {c.imo}" for c in candidates)
        return Mention("vessel", span, said, alone, f"{len(held)} ships of this name: {hulls}", candidates)
    flag = _FLAGGED.search(parse.text[max(0, parse.start[named.first] - 60) : parse.start[named.first]])
    if flag and held[0].flag and _FLAGS.get(flag["adjective"]) != held[0].flag:
        return Mention("vessel", span, said, alone, f"flag differs: {held[0].flag} is held for this name", candidates)
    return Mention("vessel", span, said, held[0].vessel)


def _by_number(found: re.Match[str]) -> Mention:
    digits, span = found["digits"], Span(found.start(), found.end("digits"))
    said = span.text_of(found.string)
    is_imo = found["kind"] == "IMO"
    if not (is_imo_number(digits) if is_imo else is_ship_mmsi(digits)):
        reason = f"IMO {digits}: not seven digits with a true check digit" if is_imo else f"MMSI {digits}: no ship's number"
        return Mention("vessel", span, said, None, reason)
    ship = ships_by_number().get(digits)
    return Mention("vessel", span, said, ship.vessel if ship else Vessel(None, *((digits, None) if is_imo else (None, digits))))
