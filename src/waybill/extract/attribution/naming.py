"""From the words for a source to who speaks: names, pronouns, the "we" of a speaker and of a statement."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from waybill.extract.attribution.antecedents import CANDIDATES, Antecedents, antecedents, head_of
from waybill.extract.attribution.bodies import body_of_name
from waybill.extract.attribution.draft import Draft, runs
from waybill.extract.attribution.speakers import SpeakerReader, speaker_reader
from waybill.extract.attribution.subjects import noun_phrase, without_possessive
from waybill.extract.attribution.transcripts import Turn
from waybill.model.claim import Source
from waybill.model.document import Publication
from waybill.model.parse import Parse

_FIRST_PERSON = frozenset({"we", "We", "I", "our", "Our", "us", "my", "My"})
"""Case counts: "US" is none."""

_NAMELESS = frozenset(
    {"Q", "A", "QUESTION", "ANSWER", "REPORTER", "JOURNALIST", "MODERATOR", "HOST", "INTERVIEWER", "OPERATOR"}
)
"""Labels of turns that name nobody."""

_ALONE = frozenset({"i", "me", "my"})
_OWNING = frozenset({"its", "their", "whose"})


class Naming(Struct, frozen=True):
    """Names the sources of one publication."""

    parse: Parse
    publication: Publication
    reader: SpeakerReader
    earlier: Antecedents
    turns: tuple[Turn, ...]

    def speaker(self, source: Sequence[int]) -> Source | None:
        """Who speaks. A pronoun that nothing before it fits stays a source without a name; None for no words at all.

        "We" is who has the turn in a transcript, else who put the text out.
        """
        spans = runs(self.parse, source)
        if not spans:
            return None
        own = Source(spans[0], spans[0].text_of(self.parse.text), None, None)
        if any(self.parse.word[t] in _FIRST_PERSON for t in source):
            return self._first_person(own)
        if own.text.upper() in _NAMELESS:
            return replace(own, kind="unnamed")
        head = self.earlier.of(source)
        if head is None:
            return own
        if head in source:
            named = self._of_its_body(source, head) or self.reader.read(source, head)
        else:
            named = self.speaker(without_possessive(self.parse, noun_phrase(self.parse, head)))
        if named and named.kind == "person" and named.name and not named.institution:
            named = self._introduced(named.name) or named
        return replace(named, span=own.span, text=own.text) if named else own

    def _of_its_body(self, source: Sequence[int], head: int) -> Source | None:
        """Reads "its researchers", "their spokesman": a role of the body named before."""
        owner = source[0]
        if len(source) < 2 or self.parse.word[owner].lower() not in _OWNING or self.parse.dep[owner] != "poss":
            return None
        above = self.earlier.body_before(owner)
        body = self.speaker(without_possessive(self.parse, noun_phrase(self.parse, above))) if above is not None else None
        if body is None or body.kind not in {"organisation", "outlet", "government"} or not (body.institution or body.name):
            return None
        own, institution = self.parse.span(source[0], head), body.institution or body.name
        role = self.parse.span(source[1], source[-1]).text_of(self.parse.text)
        person = self.reader.read(source, head)
        named = person.name if person is not None and person.kind == "person" else f"{body.name} {role}"
        return Source(own, own.text_of(self.parse.text), named, institution, body.country, body.kind)

    def _introduced(self, name: str) -> Source | None:
        """The person as the text introduces them elsewhere, with the office: "the minister, Anna Voss"."""
        heads = sorted({h for word in name.replace("-", " ").split() for h in self.earlier.by_word.get(word, ())})
        for head in heads[:CANDIDATES]:
            found = self.reader.read(noun_phrase(self.parse, head), head)
            if found and found.institution and found.name and (found.name == name or name in found.name.split()):
                return found
        return None

    def _first_person(self, own: Source) -> Source:
        for turn in self.turns:
            if turn.words.contains(own.span):
                return self._of_label(own, turn)
        author, publisher = self.publication.author, self.publication.publisher
        for name in (author, publisher):
            found = self.reader.named(own.span, name) if name else None
            if found:
                return replace(found, text=own.text)
        if own.text.lower() in _ALONE and author:
            return replace(own, name=author)
        return replace(own, name=publisher, institution=publisher, kind=body_of_name(publisher)) if publisher else own

    def _of_label(self, own: Source, turn: Turn) -> Source:
        tokens = tuple(self.parse.tokens_in(turn.label))
        named = None if turn.asks or not tokens else self.reader.read(tokens, head_of(self.parse, tokens))
        return replace(named, span=own.span, text=own.text) if named else own


def naming(parse: Parse, publication: Publication, drafts: Sequence[Draft], turns: tuple[Turn, ...]) -> Naming:
    """How the sources of these drafts are named."""
    earlier = antecedents(parse, [d.source for d in drafts])
    return Naming(parse, publication, speaker_reader(parse, publication.published, publication.publisher), earlier, turns)
