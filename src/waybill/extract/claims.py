"""From a parse and its mentions to its claims: who said it, how firmly, about what."""

from collections.abc import Sequence

from waybill.extract.answered import answered
from waybill.extract.attribution.find import find_attributions
from waybill.extract.attribution.speakers import speaker_reader
from waybill.extract.basis import basis_of
from waybill.extract.form import form_of
from waybill.extract.frames.kind import head_event, told_kind
from waybill.extract.frames.scene import Scene, scene_of
from waybill.extract.framing import frame_among, with_parties_beside
from waybill.extract.harmless import insists_on_others, tells_of_other_goods
from waybill.extract.identity import Namer
from waybill.extract.ownvoice import own_voice
from waybill.extract.segments import clause_head, first_word
from waybill.extract.stance import Firmness, firmness
from waybill.extract.statements import (
    Statement,
    attributed,
    is_comparison,
    is_deed,
    is_idle,
    is_movement,
    is_purpose,
    says_nothing,
)
from waybill.extract.thread import Thread
from waybill.extract.told import later_in_sentence, tell
from waybill.model.claim import Attribution, Claim, Frame
from waybill.model.document import Publication
from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span, hull
from waybill.reference.quotation import Quoted, quoted_in


def extract(parse: Parse, mentions: Sequence[Mention], publication: Publication) -> tuple[Claim, ...]:
    """The claims of one publication in text order; spans are half-open code points into its text.

    Attributed statements come with source and cue; what the outlet itself says of deliveries has neither. Open sides are taken
    from earlier claims of the same publication and marked inferred.
    """
    scene = scene_of(parse, mentions)
    found = find_attributions(parse, mentions, publication)
    kept = [
        said
        for said in found
        if not any(told(scene, said) for told in (is_purpose, is_movement, is_deed, is_idle, is_comparison))
    ]
    attributions = answered(scene, kept)
    reader = speaker_reader(parse, publication.published, publication.publisher)
    statements = [*attributed(scene, attributions), *own_voice(scene, attributions, publication.furniture, reader)]
    statements.sort(key=lambda s: (hull(s.content), s.said.cue or hull(s.content)))
    return _claims(scene, statements, publication)


def _claims(scene: Scene, statements: Sequence[Statement], publication: Publication) -> tuple[Claim, ...]:
    namer, thread, claims = Namer(publication), Thread(scene.parse.text), list[Claim]()
    told, quoted = [tell(scene, statement) for statement in statements], quoted_in(scene.parse.text)
    for n, (statement, own) in enumerate(zip(statements, told, strict=True)):
        frame = frame_among(scene, own, thread, later_in_sentence(told, n))
        thread.add(statement, frame, own.sentence, with_parties_beside(scene, frame))
        claim = _claim(scene, statement, frame, namer, quoted)
        if claim.stance != "asserted" or not says_nothing(scene, statement):
            claims.append(claim)
    return tuple(claims)


def _claim(scene: Scene, statement: Statement, frame: Frame, namer: Namer, quoted: Quoted) -> Claim:
    said = statement.said
    firm = _firmness(scene, statement)
    return Claim(
        id=namer.name(statement.content, said.source, said.cue),
        document=namer.document,
        source=said.speaker,
        cue=said.cue,
        content=statement.content,
        form="quoted" if _own_turn(said) else form_of(scene.parse.text, statement.content, quoted),
        stance=firm.stance,
        kind=told_kind(scene.parse, statement.segment.events),
        basis=basis_of(*_texts(scene.parse, statement)),
        relays=said.relays,
        hedges=firm.hedges,
        frame=frame,
    )


def _own_turn(said: Attribution) -> bool:
    """True of words in a transcript: a speaker who is named before them, and no cue."""
    return said.source is not None and said.cue is None


def _firmness(scene: Scene, statement: Statement) -> Firmness:
    parse, tokens = scene.parse, statement.segment.tokens
    head = head_event(parse, statement.segment.events)
    own = head is not None and (head.token in tokens or head.word.pos == "verb")
    top = head.token if head is not None and own else clause_head(parse, first_word(parse, tokens), set(tokens))
    firm = firmness(parse, top, tokens, statement.said)
    if firm.stance == "asserted" and (tells_of_other_goods(scene, statement) or insists_on_others(scene, statement)):
        return Firmness("denied", firm.hedges)
    return firm


def _texts(parse: Parse, statement: Statement) -> tuple[str, ...]:
    """The texts that may say what a statement rests on: its source and cue, its own words, its sentence up to it."""
    said = statement.said
    whole = hull(statement.content)
    first = parse.start[parse.sentence_at(statement.segment.tokens[0])[0]]
    voice = " ".join(span.text_of(parse.text) for span in (said.source, said.cue) if span is not None)
    before = Span(first, whole.start).text_of(parse.text) if first < whole.start else ""
    return voice, whole.text_of(parse.text), before
