"""The frame of a statement among those around it: what it leaves unsaid and its document says before or right after."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from waybill.extract.basis import basis_of
from waybill.extract.frames.build import Stretch, frame_of, with_sides_of_places
from waybill.extract.frames.events import (
    goes_on,
    is_known,
    names_goods,
    points_back,
    speaks_of_goods,
    speaks_of_known_goods,
    speaks_of_reports,
)
from waybill.extract.frames.journey import destination_of
from waybill.extract.frames.kind import kind_of
from waybill.extract.frames.lines import (
    REACH_SENTENCES,
    Drawn,
    called_at,
    completed,
    continued,
    foretold,
    in_return,
    known,
    led_on,
    parallel,
    set_out,
)
from waybill.extract.frames.naming import same_party
from waybill.extract.frames.scene import CARRIERS, Scene
from waybill.extract.frames.sides import dealing, joined, named_in
from waybill.extract.frames.ways import with_way_of_sides
from waybill.extract.segments import clause_head, first_word
from waybill.extract.statements import Statement
from waybill.extract.thread import Thread
from waybill.model.claim import Frame, Kind, Slot, Source
from waybill.model.span import Span, hull
from waybill.model.things import Party

LINED: frozenset[Kind] = frozenset({"transfer", "purchase", "negotiation", "sanction", "use", "aid"})
"""Kinds whose open sides an earlier line of the same document may fill."""

_IN_RETURN = re.compile(r"\bin (?:return|exchange)\b", re.IGNORECASE)


_PLEDGING = frozenset({"pledge", "promise", "vow", "commit", "offer"})
_SEEING = frozenset({"see", "observe", "watch", "notice", "detect", "witness"})


class Told(Struct, frozen=True):
    """A statement, the frame that its own words fill, the number of its sentence, and the words that show where."""

    statement: Statement
    frame: Frame
    sentence: int
    shown_by: tuple[int, ...]


def tell(scene: Scene, statement: Statement) -> Told:
    """The statement with the frame of its own words alone."""
    tokens, events = statement.segment.tokens, statement.segment.events
    seen = statement.fronted if any(e.pattern == "see" for e in events) else ()
    shown = (*seen, *_shown_by(scene, statement.said.source), *_dated_by(scene, statement))
    frame = frame_of(scene, Stretch(tokens, events, statement.fronted, shown), _speaker(statement))
    return Told(statement, frame, bisect_right(scene.parse.sentences, (tokens[0], len(scene.parse) + 1)), shown)


def later_in_sentence(told: Sequence[Told], number: int) -> tuple[Told, ...]:
    """Those told after that one in the same sentence and in other words."""
    this, found = told[number], list[Told]()
    words = set(this.statement.segment.tokens)
    for later in told[number + 1 :]:
        if later.sentence != this.sentence:
            break
        if words.isdisjoint(later.statement.segment.tokens):
            found.append(later)
    return tuple(found)


def frame_among(scene: Scene, told: Told, thread: Thread, later: Sequence[Told]) -> Frame:
    """The frame of a statement with what the statements before it, and those right after it, say for it; marked inferred."""
    tokens, events = told.statement.segment.tokens, told.statement.segment.events
    frame, drawn = parallel(told.frame, thread.pair(told.sentence)), thread.lines
    frame = _pledged(scene, frame, told.statement)
    if not events:
        return _on_told_line(scene, frame, told, drawn, later)
    if goes_on(scene, tokens, events):
        frame = with_sides_of_places(continued(frame, thread.way(told.statement, told.sentence)))
    if any(e.word.end == "origin" for e in events):
        onwards = next((t for t in later if _carries_on(scene, t)), None)
        frame = frame if onwards is None else with_sides_of_places(led_on(frame, onwards.frame))
    before = next((t for t in later if _is_where_it_loaded(scene, t)), None)
    frame = frame if before is None else with_sides_of_places(set_out(frame, before.frame))
    if frame.destination is None and frame.stage is not None:
        frame = with_sides_of_places(replace(frame, destination=destination_of(scene, None, _trailing(scene, told, later))))
    frame = _completed(scene, called_at(frame, drawn), told, thread, later)
    if kind_of(scene.parse, events) != "transfer":
        return frame
    return with_sides_of_places(with_way_of_sides(scene, frame, (*tokens, *told.shown_by)))


def with_parties_beside(scene: Scene, frame: Frame) -> Iterator[Frame]:
    """The frame once with each party that its words name beside its supplier or its recipient."""
    suppliers = (s for s in joined(scene, frame.supplier) if not same_party(s, frame.recipient))
    recipients = (r for r in joined(scene, frame.recipient) if not same_party(r, frame.supplier))
    yield from (replace(frame, supplier=s) for s in suppliers)
    yield from (replace(frame, recipient=r) for r in recipients)


def _pledged(scene: Scene, frame: Frame, statement: Statement) -> Frame:
    """The frame of what is pledged to somebody, with who pledges it for supplier ("Utopia pledged 31 tanks to Ruritania")."""
    source, cue, speaker = statement.said.source, statement.said.cue, _speaker(statement)
    if frame.supplier is not None or frame.recipient is None or source is None or cue is None or speaker is None:
        return frame
    if not any(scene.lemma(t) in _PLEDGING for t in scene.parse.tokens_in(cue)):
        return frame
    supplier = Slot(source, source.text_of(scene.parse.text), speaker)
    return frame if same_party(supplier, frame.recipient) else replace(frame, supplier=supplier)


def _completed(scene: Scene, frame: Frame, told: Told, thread: Thread, later: Sequence[Told]) -> Frame:
    events, drawn, sentence = told.statement.segment.events, thread.lines, told.sentence
    kind = kind_of(scene.parse, events)
    if kind not in LINED or (kind == "use" and not any(speaks_of_known_goods(scene, e) for e in events)):
        return frame
    if _IN_RETURN.search(hull(told.statement.content).text_of(scene.parse.text)):
        return in_return(frame, drawn)
    speaker = _speaker(told.statement)
    named = tuple(dict.fromkeys(slot for event in events for slot in dealing(scene, event, speaker)))
    if not named and frame.supplier is None and frame.recipient is None:
        if thread.astray(sentence):
            return frame
        if not drawn:
            return foretold(frame, [t.frame for t in later])
    return completed(frame, named, drawn, sentence)


def _on_told_line(scene: Scene, frame: Frame, told: Told, drawn: tuple[Drawn, ...], later: Sequence[Told]) -> Frame:
    """The frame of words that tell of no delivery themselves but speak of one told before, or later in their sentence: they
    name its goods or both its ends, or point back to it."""
    words = [t for span in told.statement.content for t in scene.parse.tokens_in(span)]
    ends = known(named_in(scene, words), drawn)
    if len(ends) > 1 or speaks_of_goods(scene, words) or speaks_of_reports(scene, words):
        return completed(frame, ends, drawn, told.sentence) if drawn else foretold(frame, [t.frame for t in later])
    if points_back(scene, words):
        near = tuple(d for d in drawn if told.sentence - d.sentence < REACH_SENTENCES)
        return completed(frame, ends, near, told.sentence)
    return frame


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


def _carries_on(scene: Scene, told: Told) -> bool:
    """True where a carrier, or what stands for goods or one, goes on ("before the ship made for Kazan")."""
    movers = (
        t for e in told.statement.segment.events if e.pattern in ("go", "voyage") for t in e.filling("subject", "possessor")
    )
    return any(_carries(scene, t) or (names_goods(scene, t) and is_known(scene, t)) for t in movers)


def _is_where_it_loaded(scene: Scene, told: Told) -> bool:
    """True for a relative clause of a carrier or goods that were loaded or had left ("the ship, which had loaded at Najin")."""
    tokens = told.statement.segment.tokens
    if not any(e.word.end == "origin" for e in told.statement.segment.events):
        return False
    head = clause_head(scene.parse, first_word(scene.parse, tokens), set(tokens))
    noun = scene.parse.head[head]
    return scene.parse.dep[head] == "relcl" and (_carries(scene, noun) or names_goods(scene, noun))


def _carries(scene: Scene, token: int) -> bool:
    carrier = scene.at("vessel", token) is not None or scene.lemma(token) in CARRIERS
    return carrier or scene.parse.word[token].lower() in ("it", "they", "she")


def _trailing(scene: Scene, told: Told, later: Sequence[Told]) -> tuple[int, ...]:
    """What ends the sentence behind words that were announced before, and is nobody else's ("images show that crates were
    unloaded, likely for transport to Kazan")."""
    cue, last = told.statement.said.cue, told.statement.content[-1]
    if later or cue is None or cue.start > last.start:
        return ()
    end = scene.parse.tokens_in(last).stop
    return tuple(range(end, scene.parse.sentence_at(end - 1)[1]))


def _shown_by(scene: Scene, source: Span | None) -> tuple[int, ...]:
    """The tokens of a source that is an image, whose date is that of what it shows."""
    if source is None or basis_of(source.text_of(scene.parse.text)) != "imagery":
        return ()
    return tuple(scene.parse.tokens_in(source))


def _speaker(statement: Statement) -> Party | None:
    """Whom "we" stands for in the speaker's words: the speaker's state, else the institution."""
    speaker: Source | None = statement.said.speaker
    if speaker is None or not (speaker.country or speaker.institution):
        return None
    name = speaker.country or speaker.institution or ""
    return Party(name, "state" if speaker.country else "organisation", speaker.country, None)
