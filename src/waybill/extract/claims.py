"""From a parse and its mentions to its claims: who said it, how firmly, about what."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from waybill.extract.answered import answered
from waybill.extract.attribution.find import find_attributions
from waybill.extract.attribution.speakers import speaker_reader
from waybill.extract.basis import basis_of
from waybill.extract.form import form_of
from waybill.extract.frames.build import Stretch, frame_of, with_sides_of_places
from waybill.extract.frames.events import goes_on, speaks_of_goods, speaks_of_known_goods
from waybill.extract.frames.kind import head_event, kind_of
from waybill.extract.frames.lines import completed, continued, in_return, known, parallel
from waybill.extract.frames.scene import Scene, scene_of
from waybill.extract.frames.sides import dealing, named_in
from waybill.extract.identity import Namer
from waybill.extract.ownvoice import own_voice
from waybill.extract.segments import clause_head, first_word
from waybill.extract.stance import Firmness, firmness
from waybill.extract.statements import Statement, attributed, is_deed, is_movement, is_purpose, says_nothing
from waybill.extract.thread import Thread
from waybill.model.claim import Attribution, Claim, Frame, Kind, Source
from waybill.model.document import Publication
from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span, hull
from waybill.model.things import Party

LINED: frozenset[Kind] = frozenset({"transfer", "purchase", "negotiation", "sanction", "use", "aid"})
"""Kinds whose open sides an earlier line of the same document may fill."""


_IN_RETURN = re.compile(r"\bin (?:return|exchange)\b", re.IGNORECASE)


def extract(parse: Parse, mentions: Sequence[Mention], publication: Publication) -> tuple[Claim, ...]:
    """The claims of one publication in text order; spans are half-open code points into its text.

    Attributed statements come with source and cue; what the outlet itself says of deliveries has neither. Open sides are taken
    from earlier claims of the same publication and marked inferred.
    """
    scene = scene_of(parse, mentions)
    found = find_attributions(parse, mentions, publication)
    kept = [said for said in found if not any(told(scene, said) for told in (is_purpose, is_movement, is_deed))]
    attributions = answered(scene, kept)
    reader = speaker_reader(parse, publication.published, publication.publisher)
    statements = [*attributed(scene, attributions), *own_voice(scene, attributions, publication.furniture, reader)]
    statements.sort(key=lambda s: (hull(s.content), s.said.cue or hull(s.content)))
    return _claims(scene, statements, publication)


def _claims(scene: Scene, statements: Sequence[Statement], publication: Publication) -> tuple[Claim, ...]:
    namer, thread, claims = Namer(publication), Thread(scene.parse.text), list[Claim]()
    for statement in statements:
        sentence = bisect_right(scene.parse.sentences, (statement.segment.tokens[0], len(scene.parse) + 1))
        frame = _frame(scene, statement, thread, sentence)
        thread.add(statement, frame, sentence)
        claim = _claim(scene, statement, frame, namer, publication)
        if claim.stance != "asserted" or not says_nothing(scene, statement):
            claims.append(claim)
    return tuple(claims)


def _frame(scene: Scene, statement: Statement, thread: Thread, sentence: int) -> Frame:
    speaker = _party_of(statement.said.speaker)
    tokens, events = statement.segment.tokens, statement.segment.events
    seen = statement.fronted if any(e.pattern == "see" for e in events) else ()
    stretch = Stretch(tokens, events, statement.fronted, (*seen, *_shown_by(scene, statement.said.source)))
    frame, drawn = parallel(frame_of(scene, stretch, speaker), thread.pair(sentence)), thread.lines
    if not events:
        return completed(frame, known(named_in(scene, tokens), drawn), drawn) if speaks_of_goods(scene, tokens) else frame
    if goes_on(scene, tokens, events):
        frame = with_sides_of_places(continued(frame, thread.way(statement, sentence)))
    kind = kind_of(scene.parse, events)
    if kind not in LINED or (kind == "use" and not any(speaks_of_known_goods(scene, e) for e in events)):
        return frame
    if _IN_RETURN.search(hull(statement.content).text_of(scene.parse.text)):
        return in_return(frame, drawn)
    named = tuple(dict.fromkeys(slot for event in events for slot in dealing(scene, event, speaker)))
    if not named and frame.supplier is None and frame.recipient is None and thread.astray(sentence):
        return frame
    return completed(frame, named, drawn, sentence)


def _shown_by(scene: Scene, source: Span | None) -> tuple[int, ...]:
    """The tokens of a source that is an image, whose date is that of what it shows."""
    if source is None or basis_of(source.text_of(scene.parse.text)) != "imagery":
        return ()
    return tuple(scene.parse.tokens_in(source))


def _claim(scene: Scene, statement: Statement, frame: Frame, namer: Namer, publication: Publication) -> Claim:
    said = statement.said
    firm = _firmness(scene.parse, statement)
    return Claim(
        id=namer.name(statement.content, said.source, said.cue),
        document=publication.id,
        source=said.speaker,
        cue=said.cue,
        content=statement.content,
        form="quoted" if _own_turn(said) else form_of(scene.parse.text, statement.content),
        stance=firm.stance,
        kind=kind_of(scene.parse, statement.segment.events),
        basis=basis_of(*_texts(scene.parse, statement)),
        relays=said.relays,
        hedges=firm.hedges,
        frame=frame,
    )


def _own_turn(said: Attribution) -> bool:
    """True of words in a transcript: a speaker who is named before them, and no cue."""
    return said.source is not None and said.cue is None


def _firmness(parse: Parse, statement: Statement) -> Firmness:
    tokens = statement.segment.tokens
    head = head_event(parse, statement.segment.events)
    own = head is not None and (head.token in tokens or head.word.pos == "verb")
    top = head.token if head is not None and own else clause_head(parse, first_word(parse, tokens), set(tokens))
    return firmness(parse, top, tokens, statement.said)


def _texts(parse: Parse, statement: Statement) -> tuple[str, ...]:
    """The texts that may say what a statement rests on: its source and cue, its own words, its sentence up to it."""
    said = statement.said
    whole = hull(statement.content)
    first = parse.start[parse.sentence_at(statement.segment.tokens[0])[0]]
    voice = " ".join(span.text_of(parse.text) for span in (said.source, said.cue) if span is not None)
    before = Span(first, whole.start).text_of(parse.text) if first < whole.start else ""
    return voice, whole.text_of(parse.text), before


def _party_of(speaker: Source | None) -> Party | None:
    """Whom "we" stands for in the speaker's words: the speaker's state, else the institution."""
    if speaker is None or not (speaker.country or speaker.institution):
        return None
    name = speaker.country or speaker.institution or ""
    return Party(name, "state" if speaker.country else "organisation", speaker.country, None)
