"""Further names that a text gives a body: "the Delta Watch Foundation (DWF)", "Tarn Institute" for a longer name."""

import re
from collections.abc import Iterator, Mapping, Sequence

from waybill.model.parse import Parse
from waybill.model.things import Party
from waybill.reference.parties import parties
from waybill.reference.party_ids import with_id, written
from waybill.resolve.people import Found

_SHORT = r"[\"“‘']?(?P<short>[A-Z][\w&./-]{1,11})[\"”’']?"
_AS = r"(?:as|by (?:its|the) (?:\w+ )?(?:acronym|initials|abbreviation),?)"
_DEFINED = (
    # Delta Watch (DW); Delta Watch (hereafter "DW")
    re.compile(rf"\s*\((?:or |the |hereafter |also |known as )*{_SHORT}(?:[;,][^()\n]{{0,40}})?\)"),
    # Delta Watch, known as DW; Delta Watch, better known by its English acronym DW
    re.compile(rf",? (?:also |better |commonly )*(?:known|referred to) {_AS} (?:the )?{_SHORT}"),
    # Delta Watch, or DW,
    re.compile(rf",? (?:or|abbreviated(?: as| to)?) {_SHORT},"),
)
"""What follows a body's name and gives it a short one."""

_BODIES = frozenset({"government", "military", "organisation", "company", "movement", "international", "outlet"})

_ALONE = frozenset({"ministry", "navy", "army", "junta", "embassy", "institute", "foundation", "agency", "airline", "brigade"})
"""What a body that was named is called afterwards (our collection)."""


def short_names(parse: Parse, found: Sequence[Found]) -> dict[str, Party]:
    """The abbreviations that the text defines, each with the body it stands for."""
    short: dict[str, Party] = {}
    for _, last, party in found:
        if party.type in _BODIES and " " in party.name:
            for pattern in _DEFINED:
                defined = pattern.match(parse.text, parse.end[last])
                if defined and _is_abbreviation(defined["short"]):
                    short.setdefault(defined["short"], party)
    return short


def _is_abbreviation(word: str) -> bool:
    """Two capitals at least, and no state's ("UK") nor an outlet's ("AP"): those in brackets tell whose."""
    held = parties().exact.get(word)
    return sum(map(str.isupper, word)) > 1 and not (held and held[0].party.type in ("state", "outlet"))


def by_short_name(parse: Parse, short: Mapping[str, Party], taken: set[int]) -> Iterator[Found]:
    """Every place where a token is an abbreviation that the text defines."""
    for token, word in enumerate(parse.word):
        if word in short and token not in taken:
            yield token, token, short[word]


def in_longer_form(parse: Parse, found: Sequence[Found], short: Mapping[str, Party]) -> Iterator[Found]:
    """The parties, with bodies that the text names shorter or by an abbreviation as it names them in full.

    A shorter name is the beginning of one longer name in the text, and of no other: "Tarn Institute", "House" for the "House of
    Representatives".
    """
    full: dict[str, dict[str, Party]] = {}
    for first, last, party in found:
        words = written(parse.text[parse.start[first] : parse.end[last]] if party.id else party.name).split(" ")
        if party.type in _BODIES and len(words) > 1:
            for cut in range(1, len(words)):
                full.setdefault(" ".join(words[:cut]), {})[with_id(party).id or party.name] = party
    for first, last, party in found:
        longer = full.get(written(party.name), {}) if party.id is None and party.country is None else {}
        fuller = next(iter(longer.values())) if len(longer) == 1 else party
        yield first, last, short.get(party.name, fuller)


def by_office(parse: Parse, found: Sequence[Found]) -> Iterator[Found]:
    """Bodies called by what they are, after the text has named them: "the ministry" is the last ministry named."""
    named: dict[str, Party] = {}
    begun, taken = 0, -1
    for token, word in enumerate(parse.word):
        while begun < len(found) and found[begun][0] <= token:
            _, taken, party = found[begun]
            named.update(dict.fromkeys(_called(party), party))
            begun += 1
        if word in named and token > taken and parse.word[token - 1].lower() == "the" and not _goes_on(parse, token):
            yield token, token, named[word]


def _goes_on(parse: Parse, token: int) -> bool:
    """True where the word only begins or belongs to a longer name: "the ministry official", "the army of Chad"."""
    after = parse.word[token + 1 : token + 2]
    is_part = parse.head[token] > token and parse.dep[token] in ("compound", "amod", "nmod")
    return is_part or after in (("of",), ("-",))


def _called(party: Party) -> frozenset[str]:
    """What a body may be called after it was named."""
    if party.type not in _BODIES:
        return frozenset()
    return _ALONE.intersection(f"{party.name} {party.institution or ''}".casefold().split())
