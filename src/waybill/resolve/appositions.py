"""Whom a person speaks for, and whose a body is, by the words right before or behind the name."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from waybill.model.parse import Parse
from waybill.model.things import Party
from waybill.reference.offices import office_words
from waybill.reference.reporting import speaker_roles
from waybill.resolve.people import Found, is_title, under

_OF = frozenset({"of", "for", "at", "from", "with"})
_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_KINDS = frozenset({"NN", "NNS", "JJ", "VBG"})
_FARTHEST = 7
"""Tokens between a person and the body they belong to: our convention."""

_BODIES = frozenset({"government", "military", "organisation", "company", "movement", "international"})


def with_bodies(parse: Parse, found: Sequence[Found]) -> Iterator[Found]:
    """The parties, persons with the body that stands beside them, bodies with the state.

    "Tara Lindqvist, an analyst at the Brandt Institute"; "the chairman of the Tarn Institute, Ola Moe"; "Ola Moe of the Tarn
    Institute"; "Germany's Rheinmetall"; "Mahan Air, an Iranian airline".
    """
    for at, (first, last, party) in enumerate(found):
        beside = (found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None)
        told = party
        if party.type == "person" and party.institution is None:
            body = _employer(parse, (first, last), *beside)
            told = under(party, body) if body else party
        elif party.country is None and party.id is None and party.type in _BODIES:
            told = replace(party, country=_home(parse, (first, last), *beside))
        yield first, last, told


def _employer(parse: Parse, at: tuple[int, int], before: Found | None, behind: Found | None) -> Party | None:
    if behind and behind[2].type in _BODIES and _is_of_body(parse, at[1], behind):
        return behind[2]
    if before and before[2].type in _BODIES and _heads_body(parse, before, at[0]):
        return before[2]
    return None


def _is_of_body(parse: Parse, person: int, body: Found) -> bool:
    """NAME of the BODY; NAME, spokesman for the BODY; NAME, the BODY's spokesman."""
    words = [w.lower() for w in parse.word[person + 1 : body[0]]]
    if len(words) > _FARTHEST or parse.sentence_at(person) != parse.sentence_at(body[0]):
        return False
    bare = [w for w in words if w not in _ARTICLES]
    if bare in (["of"], ["at"], ["from"]):
        return True
    if bare[:1] != [","]:
        return False
    if bare == [","]:
        behind = [w.lower() for w in parse.word[body[1] + 1 : body[1] + 4]]
        return any(map(_is_role, behind[:1] if behind[:1] and behind[0] not in _POSSESSIVE else behind[1:]))
    return bare[-1] in _OF and any(map(_is_role, bare[1:-1]))


def _heads_body(parse: Parse, body: Found, person: int) -> bool:
    """The chairman of the BODY, NAME."""
    if parse.word[body[1] + 1 : person] != (",",):
        return False
    words = [w.lower() for w in parse.word[max(0, body[0] - 4) : body[0]] if w.lower() not in _ARTICLES]
    return len(words) > 1 and words[-1] in _OF and _is_role(words[-2])


def _is_role(word: str) -> bool:
    return is_title(word) or word in speaker_roles() or word in office_words()["government"] | office_words()["military"]


def _home(parse: Parse, at: tuple[int, int], before: Found | None, behind: Found | None) -> str | None:
    """The country whose name owns a body's, or that an apposition behind it tells."""
    if before and before[2].type == "state" and _owns(parse, before[1], at[0]):
        return before[2].country
    if behind and behind[2].type == "state" and _is_kind_of(parse, at[1], behind):
        return behind[2].country
    return None


def _owns(parse: Parse, state: int, body: int) -> bool:
    """Germany's BODY; the Emirati trading house BODY."""
    between = range(state + 1, body)
    owned = parse.word[state + 1] in _POSSESSIVE
    kinds = [t for t in between if parse.tag[t] in _KINDS and parse.word[t][0].islower()]
    return bool(between) and len(between) < _FARTHEST and len(kinds) + owned + _marks(parse, between) == len(between)


def _marks(parse: Parse, tokens: Iterable[int]) -> int:
    return sum(parse.word[t] == "-" for t in tokens)


def _is_kind_of(parse: Parse, body: int, state: Found) -> bool:
    """BODY, an Iranian airline; not "BODY, the Iranians said"."""
    opens = parse.word[body + 1] == "," and parse.word[body + 2].lower() in _ARTICLES and state[0] == body + 3
    return opens and parse.tag[state[1] + 1 : state[1] + 2] in (("NN",), ("JJ",))
