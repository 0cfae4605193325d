"""Where a text may name a place: the longest names the gazetteer holds, and adjectives of places."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from waybill.model.parse import Parse
from waybill.reference.countries import countries
from waybill.reference.gazetteer import Candidate, Gazetteer
from waybill.reference.tables import rows_of

_INNER_WORDS = """
of the de del la las los le les da do dos di du des al el ad ed an ar er as ash esh at et az ez es en au
    aux upon on sur am der den van und
    and - – ' ’ 's ’s far east mountains island islands valley desert port strait sea peninsula airport airbase air base
    canal river region territory
"""
INNER = frozenset(_INNER_WORDS.split())
"""Words and marks that may stand inside a name though they begin with no capital."""

_ARTICLES = "al el ad ed an en ar er as es ash esh at et az ez"
PARTICLES = frozenset(_ARTICLES.split())
"""The Arabic article as it is written before a hyphen: "Deir ez-Zor"."""


_OPENINGS = "far eastern western southern northern central southeast southeastern northeast southwest"
_LOWER_OPENINGS = frozenset(_OPENINGS.split())
"""Small words that may open the name of a sea or region: "western Africa", "far east of Russia"; "north Korea" is no name."""

MOST_OF_AN_ABBREVIATION, LARGE = 4, 100_000
"""A word of so many capitals may be an abbreviation; as a dateline, at the head of a paragraph, it is a city so large: our
convention."""


class Spot(Struct, frozen=True):
    """Tokens `first` to `last`, both included, that may name one of `candidates`; `adjectival` where they are its adjective."""

    first: int
    last: int
    text: str
    candidates: tuple[Candidate, ...]
    adjectival: bool = False


def spots(parse: Parse, gazetteer: Gazetteer) -> Iterator[Spot]:
    """The spots of a text in order, never overlapping, the longest name first."""
    for low, high in parse.sentences:
        at = low
        while at < high:
            spot = _spot_at(parse, at, high, gazetteer) if _may_open(parse, at, high) else None
            if spot:
                yield spot
            at = spot.last + 1 if spot else at + 1


def _may_open(parse: Parse, at: int, high: int) -> bool:
    word = parse.word[at]
    if word[0].isupper():
        return True
    if word in _LOWER_OPENINGS:
        return at + 1 < high and (word == "far" or parse.word[at + 1][0].isupper())
    return word in PARTICLES and at + 2 < high and parse.word[at + 1] == "-" and parse.word[at + 2][0].isupper()


def _spot_at(parse: Parse, at: int, high: int, gazetteer: Gazetteer) -> Spot | None:
    for last in _ends(parse, at, high, _longest_name(parse, at, high, gazetteer)):
        text = parse.text[parse.start[at] : parse.end[last]]
        place = adjectives().get(" ".join(text.split()))
        if place:
            return Spot(at, last, text, _of_the_adjective(gazetteer.named(place)), adjectival=True)
        if parse.word[at] in _LOWER_OPENINGS:
            held = tuple(c for c in gazetteer.named(text) if c.kind in ("region", "water"))
            if held:
                return Spot(at, last, text, held)
            continue
        held = _written_so(text, gazetteer.named(text), _opens_paragraph(parse, at))
        if held:
            return Spot(at, last, text, held)
    return None


def _of_the_adjective(held: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The country of the name if there is one, else its largest place that is no city: "Georgian" is not of the state."""
    return tuple(sorted((c for c in held if c.kind != "city"), key=lambda c: c.kind != "country"))[:1]


def _written_so(text: str, held: tuple[Candidate, ...], opens: bool) -> tuple[Candidate, ...]:
    """Those of the places that a few capitals may stand for: abbreviations, countries ("NSW", "IRAN"; "EU" is no town), and a
    large city at the head of a paragraph ("KYIV, Nov. 3 -")."""
    if text.isupper() and sum(map(str.isalpha, text)) <= MOST_OF_AN_ABBREVIATION:
        return tuple(c for c in held if c.capitals or c.kind == "country" or (opens and c.population >= LARGE and c.rank == 2))
    return held


def _opens_paragraph(parse: Parse, at: int) -> bool:
    return at == 0 or "\n" in parse.text[parse.end[at - 1] : parse.start[at]]


def _longest_name(parse: Parse, at: int, high: int, gazetteer: Gazetteer) -> int:
    """The number of words of the longest name or adjective that may begin at the token; "People's" opens as one word."""
    word = parse.word[at]
    if at + 1 < high and parse.word[at + 1] in ("'s", "’s"):
        word += "s"
    longest = max(gazetteer.longest_from(parse.word[at]), _longest_adjective(word))
    return longest if word.isalpha() and word == parse.word[at] else max(longest, gazetteer.longest_from(word.split("-")[0]))


def _ends(parse: Parse, at: int, high: int, words: int) -> list[int]:
    """The tokens a name of at most so many words may end with, longest first."""
    if not words:
        return []
    ends, counted = [at], 1
    for token in range(at + 1, high):
        word = parse.word[token]
        gap = parse.text[parse.end[token - 1] : parse.start[token]]
        if not (word in INNER or word[0].isdigit() or any(map(str.isupper, word[:3]))) or "\n\n" in gap:
            break
        counted += word[0].isalnum()
        if counted > words:
            break
        if word[0].isalnum():
            ends.append(token)
    return ends[::-1]


@cache
def adjectives() -> dict[str, str]:
    """Adjectives to the names of their places, those left out that are also names ("US")."""
    names = {name for c in countries() for name in c.names}
    known = {a: c.name for c in countries() for a in c.adjectives if a not in names}
    return known | {row["adjective"]: row["place"] for row in rows_of("demonyms.csv")}


@cache
def _adjective_lengths() -> dict[str, int]:
    lengths: dict[str, int] = {}
    for adjective in adjectives():
        words = adjective.split(" ")
        lengths[words[0]] = max(lengths.get(words[0], 0), len(words))
    return lengths


def _longest_adjective(word: str) -> int:
    return _adjective_lengths().get(word, 0)
