"""Whom the words for a source name, and which body speaks through them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from waybill.extract.attribution.bodies import (
    Body,
    Introduced,
    bodies_in,
    home_of,
    introduced_in,
    office_at_home,
    source_of_body,
)
from waybill.extract.attribution.draft import runs
from waybill.extract.attribution.together import states_together, words_of_office
from waybill.model.claim import Source, SourceKind
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.things import Party
from waybill.reference.parties import parties
from waybill.reference.reporting import speaker_roles, speaking_bodies

_KINDS: dict[str, SourceKind] = {
    "state": "government",
    "government": "government",
    "military": "government",
    "outlet": "outlet",
}
_REPORTS = re.compile(r"\b(?:media|press|news) reports?\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|retired|ex|late)\b", re.IGNORECASE)
_OF_BODY = re.compile(r",| (?:of|at|from|with) ")
_TITLE = re.compile(
    r"^(?:(?:the|mr|mrs|ms|dr|gen|general|adm|admiral|col|colonel|sen|senator|president|secretary|prof|professor|rep)\.?\s+)+",
    re.IGNORECASE,
)


class SpeakerReader(Struct, frozen=True):
    """Reads the words for a source in one text put out on one day (None where that is unknown)."""

    parse: Parse
    on: date | None
    full_names: Mapping[str, str]
    """The first full name in the text for each first or last name of a person."""
    publisher: str | None
    home: Party | None
    """The state the text is dated from."""
    introduced: Introduced

    def read(self, tokens: Sequence[int], head: int) -> Source | None:
        """Whom a noun phrase names, None where no word is left of it. Pronouns are settled before, by `Antecedents`.

        An official is read as the government of a named state; one of no named body is `unnamed`. Former officials speak
        for nobody. A name the table of parties lacks stays as the text gives it, at its fullest.
        """
        spans = runs(self.parse, tokens)
        if not spans:
            return None
        text = spans[0].text_of(self.parse.text)
        states = states_together(self.parse, tokens, self.on)
        if states:
            return Source(spans[0], text, states, None, None, "government")
        party = None if _FORMER.search(text) else self._exact(tokens, head, text)
        if party is not None and party.type == "person":
            return self._office_holder(spans[0], text, party)
        if party is not None:
            return _body(spans[0], text, party, party.name)
        return self._described(spans[0], text, tokens, head)

    def named(self, span: Span, name: str) -> Source | None:
        """The source that a name from outside the text stands for, or None where the table of parties lacks it."""
        party = parties().named(name, self.on)
        if party is None:
            return None
        return self._office_holder(span, name, party) if party.type == "person" else _body(span, name, party, party.name)

    def _exact(self, tokens: Sequence[int], head: int, text: str) -> Party | None:
        """The party that the phrase is called: all of it, or up to a comma, its head, its head without qualifiers."""
        upto = [t for t in tokens if t <= head]
        wordings = [text, re.split(r",| - |\(", text)[0].strip()]
        wordings += [self.parse.span(first, head).text_of(self.parse.text) for first in upto]
        wordings += [w.title() for w in wordings[:1] if w.isupper() and len(w) > 4]
        return next((p for w in wordings if (p := parties().named(w, self.on)) is not None), None)

    def _office_holder(self, span: Span, text: str, party: Party) -> Source:
        body = parties().named(party.institution, self.on) if party.institution else None
        kind: SourceKind = _KINDS.get(body.type, "organisation") if body else "person"
        return Source(span, text, party.name, party.institution, party.country, kind)

    def _described(self, span: Span, text: str, tokens: Sequence[int], head: int) -> Source:
        """A source by its words: a body by the form of its name, the press, a person or an office of some body, a crowd."""
        bodies = bodies_in(self.parse, tokens, self.publisher, self.introduced)
        own = next((b for b in bodies if _is_head(self.parse, b, head)), None)
        if own is not None:
            return source_of_body(span, text, own, None)
        person = self._person_name(tokens, head)
        role = speaker_roles().get(self.parse.word[head].lower()) or speaker_roles().get(self.parse.lemma[head].lower())
        if person is None and ((role is not None and role.kind == "press") or _REPORTS.search(text)):
            return Source(span, text, text, None, None, "outlet")
        known = parties().named(person, self.on) if person else None
        if known is not None and known.type == "person":
            return self._office_holder(span, text, known)
        crowd = person is None and role is not None and role.kind == "crowd"
        employed = self._employed(span, text, tokens, head, person)
        if employed is not None and not (crowd and employed.country and employed.kind == "government"):
            return employed
        named = next((e for e in self._entities_in(tokens) if e[0] <= head < e[1] and e[2] == "ORG"), None)
        if person is None and named and self.parse.pos[head] == "PROPN":
            name = _bare(self.parse, named)
            return Source(span, text, name, name, None, "organisation")
        return Source(span, text, person or text, None, None, "crowd" if crowd else "person" if person else "unnamed")

    def _employed(self, span: Span, text: str, tokens: Sequence[int], head: int, person: str | None) -> Source | None:
        """Who speaks for a body that the phrase names; former members speak for nobody."""
        if _FORMER.search(text):
            return None
        party = self._employer(tokens, text, self.parse.word[head]) or self._at_home(tokens)
        if party is not None:
            return _body(span, text, party, person or text)
        bodies = [b for b in bodies_in(self.parse, tokens, self.publisher, self.introduced) if b.name != self.publisher]
        speaks = person or words_of_office().intersection(self.parse.word[t].lower() for t in tokens) or _OF_BODY.search(text)
        return source_of_body(span, text, bodies[0], person or text) if bodies and speaks else None

    def _employer(self, tokens: Sequence[int], text: str, word: str) -> Party | None:
        """The body that a person or office in the phrase speaks for. A state is one only for who holds an office."""
        held = words_of_office()
        office = word.lower() in held or any(self.parse.word[t].lower() in held for t in tokens)
        found = (parties().named(w, self.on) for w in self._names(tokens))
        known = [p for p in found if p is not None and p.type != "person"]
        owners = [
            p for t in tokens if self.parse.dep[t] == "poss" and (p := parties().named(self.parse.word[t], self.on)) is not None
        ]
        bodies = owners + [p for p in known if p.type != "state"]
        return next(iter(bodies + (known if office else [])), None) if office or _OF_BODY.search(text) else None

    def _at_home(self, tokens: Sequence[int]) -> Party | None:
        return office_at_home(self.parse, tokens, self.home, self.on) if self.home else None

    def _names(self, tokens: Sequence[int]) -> Iterator[str]:
        held = set(tokens) - self._doings(tokens)
        for first, end, _ in self._entities_in(tokens):
            if first in held and end - 1 in held:
                yield self.parse.span(first, end - 1).text_of(self.parse.text)
        for token in sorted(held):
            if self.parse.tag[token] in {"NNP", "NNPS", "JJ"}:
                yield self.parse.word[token]
            if self.parse.dep[token] in {"compound", "amod"} and token + 1 in held:
                yield self.parse.span(token, token + 1).text_of(self.parse.text)

    def _doings(self, tokens: Sequence[int]) -> set[int]:
        """Tokens that tell what was done to the phrase: "seen by the Post"."""
        return {t for c in tokens if self.parse.dep[c] == "acl" for t in self.parse.subtree(c)}

    def _person_name(self, tokens: Sequence[int], head: int) -> str | None:
        """The fullest name the text gives the person that the phrase names."""
        held = set(tokens)
        people = (e for e in self._entities_in(tokens) if e[2] == "PERSON")
        short = next((e for e in people if e[0] in held and e[1] - 1 in held), None)
        if short is None and (self.parse.pos[head] != "PROPN" or self.parse.entity[head]):
            return None
        name = _bare(self.parse, short or (head, head + 1, ""))
        found = name if " " in name else self.full_names.get(name, name)
        return found if short or found != name else None

    def _entities_in(self, tokens: Sequence[int]) -> Sequence[tuple[int, int, str]]:
        entities = self.parse.entities
        return entities[bisect_left(entities, (tokens[0], 0, "")) : bisect_left(entities, (tokens[-1] + 1, 0, ""))]


def speaker_reader(parse: Parse, on: date | None, publisher: str | None = None) -> SpeakerReader:
    """The reader for one text."""
    full: dict[str, str] = {}
    for entity in parse.entities:
        name = _bare(parse, entity)
        if entity[2] == "PERSON" and " " in name:
            words = name.split()
            full.setdefault(words[-1], name)
            full.setdefault(words[0], name)
    return SpeakerReader(parse, on, full, publisher, home_of(parse.text, on), introduced_in(parse.text))


def _is_head(parse: Parse, body: Body, head: int) -> bool:
    """True where the body is what the phrase is about: "the Tarn Institute", "the group Delta Watch", not its clerk."""
    return body.first <= head <= body.last or (head == body.first - 1 and parse.lemma[head].lower() in speaking_bodies())


def _bare(parse: Parse, entity: tuple[int, int, str]) -> str:
    """A person's name without title and possessive."""
    name = " ".join(parse.span(entity[0], entity[1] - 1).text_of(parse.text).split())
    return _TITLE.sub("", re.sub(r"['’]s?$", "", name)) or name


def _body(span: Span, text: str, party: Party, name: str) -> Source:
    """A body of its own name speaks for itself; officials of a state speak for its government."""
    own = party.type != "state" and party.id is not None
    institution = party.name if own else party.institution
    return Source(span, text, name, institution, party.country, _KINDS.get(party.type, "organisation"))
