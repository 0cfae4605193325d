"""Institutes and outlets known by the form of their names, and the ministries of the state a text is written from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from waybill.model.claim import Source
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Party
from waybill.reference.parties import parties
from waybill.reference.reporting import BodyKind, speaking_bodies

_LINKS = frozenset({"of", "for", "the", "and", "&", "on"})
_DAY = r"\d{1,2} [A-Z]|(?:Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec)"
_DATELINE = re.compile(rf"^[ \t]*(?P<place>[A-Z][A-Z .’'-]{{2,24}}?|[A-Z][a-z]+)(?=,? (?:\(|[-–—]|{_DAY}))", re.MULTILINE)
_OFFICES = frozenset({"ministry", "staff", "army", "military", "navy", "parliament", "government", "cabinet"})
"""What every state has one of. "The president" and "officials" may be anybody's."""

_NEXT_NOUN = "of|at|for|with|from|in|on|to|by|and|or|who"
"""Words behind which another noun begins: "John Smith, a founder of the group" introduces no body."""

HEAD_OF_TEXT = 600
"""Code points within which a dateline stands: our convention."""


class Body(Struct, frozen=True):
    """A body named in a phrase: its tokens, first and last, its name, and whether it is an organisation or an outlet."""

    first: int
    last: int
    name: str
    kind: BodyKind


Introduced = Mapping[str, BodyKind]
"""Bodies by their names, as a text introduces them."""


def bodies_in(parse: Parse, tokens: Sequence[int], publisher: str | None, introduced: Introduced) -> tuple[Body, ...]:
    """The bodies that a phrase names: "the Tarn Institute", "the research group Delta Watch", "the Ledger" in its own pages,
    and those that the text introduces anywhere."""
    runs = _capital_runs(parse, tokens)
    return tuple(b for run in runs if (b := _body(parse, run, tokens, publisher, introduced)) is not None)


def introduced_in(text: str) -> Introduced:
    """The bodies that a text introduces by what they are: "Blue Delta, a small research group"."""
    kinds = speaking_bodies()
    return {" ".join(m["name"].split()): kinds[m["body"].lower()] for m in _introduction().finditer(text)}


@cache
def _introduction() -> re.Pattern[str]:
    bodies = "|".join(map(re.escape, sorted(speaking_bodies(), key=len, reverse=True)))
    name = r"[A-Z][\w’'&-]*(?:\s(?:(?:of|for|the|and|&)\s)*[A-Z][\w’'&-]*){0,4}"
    words = rf"(?:(?!(?:{_NEXT_NOUN})\b)[\w-]+\s){{0,4}}?"
    ends = r"(?=[,.;)]|\s(?:that|which|based|said|says|has|had|in|near)\b)"
    return re.compile(rf"\b(?P<name>{name}),\s(?:a|an|the)\s{words}(?P<body>(?i:{bodies})){ends}")


def body_of_name(name: str) -> BodyKind:
    """Whether a publisher is an organisation by its name, else an outlet."""
    kinds = speaking_bodies()
    return next((kinds[w] for w in name.lower().split() if kinds.get(w) == "organisation"), "outlet")


def _capital_runs(parse: Parse, tokens: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The runs of capitalised words, with "of" and the like between them, without an article before them."""
    run: list[int] = []
    for token in (*tokens, -1):
        capital = token >= 0 and parse.word[token][0].isupper() and parse.pos[token] != "DET"
        if token >= 0 and (not run or token == run[-1] + 1) and (capital or (run and parse.word[token] in _LINKS)):
            run.append(token)
            continue
        while run and not parse.word[run[-1]][0].isupper():
            run.pop()
        if run:
            yield tuple(run)
        run = [token] if capital else []


def _body(
    parse: Parse, run: tuple[int, ...], tokens: Sequence[int], publisher: str | None, introduced: Introduced
) -> Body | None:
    name = parse.span(run[0], run[-1]).text_of(parse.text)
    if publisher and _is_short_for(name, publisher):
        return Body(run[0], run[-1], publisher, body_of_name(publisher))
    if name in introduced:
        return Body(run[0], run[-1], name, introduced[name])
    before = parse.word[run[0] - 1].lower() if run[0] - 1 in tokens else ""
    kinds = speaking_bodies()
    own = kinds.get(parse.word[run[-1]].lower()) or _opening(parse, run)
    if own is not None and (len(run) > 1 or before == "the") and not (own == "outlet" and _is_person(parse, run, before)):
        return Body(run[0], run[-1], name, own)
    return Body(run[0], run[-1], name, kinds[before]) if before in kinds else None


def _opening(parse: Parse, run: tuple[int, ...]) -> BodyKind | None:
    """The kind of an "Institute for X", a "Centre of X"."""
    linked = len(run) > 2 and parse.word[run[1]] in _LINKS
    return speaking_bodies().get(parse.word[run[0]].lower()) if linked else None


def _is_person(parse: Parse, run: tuple[int, ...], before: str) -> bool:
    """True for "Emily Post", a name that no article opens."""
    return before != "the" and parse.entity[run[-1]] == "PERSON"


def _is_short_for(name: str, publisher: str) -> bool:
    """True where a name is the publisher's, or one end of it: "Calder" of "Calder News Agency"."""
    words, own = name.split(), publisher.split()
    return len(name) > 3 and (own[-len(words) :] == words or [w for w in own if w != "The"][: len(words)] == words)


def home_of(text: str, on: date | None) -> Party | None:
    """The state whose capital the text is dated from ("MOSCOW, October 16"), None where it names none."""
    for found in _DATELINE.finditer(text[:HEAD_OF_TEXT]):
        place = parties().named(found["place"].strip().title(), on)
        if place is not None and place.type == "state":
            return place
    return None


def office_at_home(parse: Parse, tokens: Sequence[int], home: Party, on: date | None) -> Party | None:
    """The body that "the Foreign Ministry" is in a text dated from a capital, None where the phrase names no such office."""
    for token in tokens:
        if parse.lemma[token].lower() not in _OFFICES:
            continue
        first = token
        while first - 1 in tokens and parse.pos[first - 1] in {"PROPN", "ADJ", "NOUN"}:
            first -= 1
        if first - 1 in tokens and parse.word[first - 1].lower() == "the":
            return parties().named(f"{home.name} {parse.span(first, token).text_of(parse.text)}", on)
    return None


def source_of_body(span: Span, text: str, body: Body, name: str | None) -> Source:
    """The source that a body is; with a name, who speaks for it."""
    return Source(span, text, name or body.name, body.name, None, body.kind)
