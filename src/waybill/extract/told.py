"""A statement with the frame of its own words, and what of its sentence belongs to it."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from waybill.extract.basis import basis_of
from waybill.extract.frames.build import Stretch, frame_of
from waybill.extract.frames.events import Event, names_goods
from waybill.extract.frames.nouns import is_known
from waybill.extract.frames.scene import CARRIERS, Scene
from waybill.extract.segments import clause_head, first_word
from waybill.extract.statements import Statement
from waybill.model.claim import Frame, Source
from waybill.model.span import Span
from waybill.model.things import Party

_SEEING = frozenset({"see", "observe", "watch", "notice", "detect", "witness"})
"""Cues of those who see it themselves: what dates their seeing dates what they see."""

_REACH_STATEMENTS = 6
"""How many statements on one of the same sentence may still belong to it: our convention; a list may be endless."""


class Told(Struct, frozen=True):
    """A statement, the frame that its own words fill, the number of its sentence, and the words that show where."""

    statement: Statement
    frame: Frame
    sentence: int
    shown_by: tuple[int, ...]


def tell(scene: Scene, statement: Statement) -> Told:
    """The statement with the frame of its own words alone."""
    tokens = statement.segment.tokens
    events = tuple(_without_source(scene, e, statement) for e in statement.segment.events)
    seen = statement.fronted if any(e.pattern == "see" for e in events) else ()
    shown = (*seen, *_shown_by(scene, statement.said.source), *_dated_by(scene, statement))
    frame = frame_of(scene, Stretch(tokens, events, statement.fronted, shown), speaker_of(statement))
    return Told(statement, frame, bisect_right(scene.parse.sentences, (tokens[0], len(scene.parse) + 1)), shown)


def _without_source(scene: Scene, event: Event, statement: Statement) -> Event:
    """The event without the source behind it that the parser put beside its last noun ("to Kazan, a broker said")."""
    source = statement.said.source
    outside = set(scene.parse.tokens_in(source)) if source is not None else set[int]()
    strays = {t for t in outside if scene.parse.dep[t] == "appos" and scene.parse.head[t] in statement.segment.tokens}
    return replace(event, arguments=tuple(a for a in event.arguments if a.token not in strays)) if strays else event


def later_in_sentence(told: Sequence[Told], number: int) -> tuple[Told, ...]:
    """Those told after that one in the same sentence and in other words."""
    this, found = told[number], list[Told]()
    words = set(this.statement.segment.tokens)
    for later in told[number + 1 : number + 1 + _REACH_STATEMENTS]:
        if later.sentence != this.sentence:
            break
        if words.isdisjoint(later.statement.segment.tokens):
            found.append(later)
    return tuple(found)


def speaker_of(statement: Statement) -> Party | None:
    """Whom "we" stands for in the speaker's words: the speaker's state, else the institution."""
    speaker: Source | None = statement.said.speaker
    if speaker is None or not (speaker.country or speaker.institution):
        return None
    name = speaker.country or speaker.institution or ""
    return Party(name, "state" if speaker.country else "organisation", speaker.country, None)


def carries_on(scene: Scene, told: Told) -> bool:
    """True where a carrier, or what stands for goods or one, goes on ("before the ship made for Kazan")."""
    movers = (
        t for e in told.statement.segment.events if e.pattern in ("go", "voyage") for t in e.filling("subject", "possessor")
    )
    return any(_carries(scene, t) or (names_goods(scene, t) and is_known(scene, t)) for t in movers)


def is_where_it_loaded(scene: Scene, told: Told) -> bool:
    """True for a relative clause of a carrier or goods that were loaded or had left ("the ship, which had loaded at Najin")."""
    tokens = told.statement.segment.tokens
    if not any(e.word.end == "origin" for e in told.statement.segment.events):
        return False
    head = clause_head(scene.parse, first_word(scene.parse, tokens), set(tokens))
    noun = scene.parse.head[head]
    return scene.parse.dep[head] == "relcl" and (_carries(scene, noun) or names_goods(scene, noun))


def trailing(scene: Scene, told: Told, later: Sequence[Told]) -> tuple[int, ...]:
    """What ends the sentence behind words that were announced before, and is nobody else's ("images show that crates were
    unloaded, likely for transport to Kazan")."""
    cue, last = told.statement.said.cue, told.statement.content[-1]
    if later or cue is None or cue.start > last.start:
        return ()
    end = scene.parse.tokens_in(last).stop
    return tuple(range(end, scene.parse.sentence_at(end - 1)[1]))


def _dated_by(scene: Scene, statement: Statement) -> tuple[int, ...]:
    """The words before a statement that date it: of those who see it themselves ("in recent weeks we have seen ..."), or of the
    outlet's own clause that a relative clause goes on ("in May Utopia met Mr Ruper, who showed his missiles")."""
    said, tokens = statement.said, statement.segment.tokens
    if said.cue is not None:
        cue = scene.parse.tokens_in(said.cue)
        return statement.fronted if any(scene.lemma(t) in _SEEING for t in cue) else ()
    head = clause_head(scene.parse, first_word(scene.parse, tokens), set(tokens))
    if said.source is not None or scene.parse.dep[head] != "relcl" or scene.parse.head[head] in tokens:
        return ()
    timed = any(True for _ in scene.among("time", tokens))
    return () if timed else tuple(range(scene.parse.sentence_at(tokens[0])[0], tokens[0]))


def _shown_by(scene: Scene, source: Span | None) -> tuple[int, ...]:
    """The tokens of a source that is an image, whose date is that of what it shows."""
    if source is None or basis_of(source.text_of(scene.parse.text)) != "imagery":
        return ()
    return tuple(scene.parse.tokens_in(source))


def _carries(scene: Scene, token: int) -> bool:
    carrier = scene.at("vessel", token) is not None or scene.lemma(token) in CARRIERS
    return carrier or scene.parse.word[token].lower() in ("it", "they", "she")
