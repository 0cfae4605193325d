"""The frame of a statement among those around it: what it leaves unsaid and its document says before or right after."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from waybill.extract.frames.build import with_sides_of_places
from waybill.extract.frames.events import (
    goes_on,
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
from waybill.extract.frames.naming import party_slot, same_party
from waybill.extract.frames.scene import CARRIERS, CONTAINERS, Scene
from waybill.extract.frames.sides import dealing, joined, named_in
from waybill.extract.frames.ways import with_way_of_sides
from waybill.extract.statements import Statement
from waybill.extract.thread import Thread
from waybill.extract.told import Told, carries_on, is_where_it_loaded, speaker_of, trailing
from waybill.model.claim import Frame, Kind, Slot
from waybill.model.span import hull
from waybill.model.things import Place

LINED: frozenset[Kind] = frozenset({"transfer", "purchase", "negotiation", "sanction", "use", "aid"})
"""Kinds whose open sides an earlier line of the same document may fill."""

_IN_RETURN = re.compile(r"\bin (?:return|exchange)\b", re.IGNORECASE)

_ACCUSING = frozenset({"accuse", "blame", "reproach"})
_OF_TAKERS = frozenset({"get", "use", "hold", "visit", "pair", "see"})
"""Patterns of events in which the accused is the one who got, has or uses the goods."""
_ADMITTING = frozenset({"admit", "confess"})
_PLEDGING = frozenset({"pledge", "promise", "vow", "commit", "offer"})
"""Cues of those who would supply what they speak of."""


def frame_among(scene: Scene, told: Told, thread: Thread, later: Sequence[Told]) -> Frame:
    """The frame of a statement with what the statements before it, and those right after it, say for it; marked inferred."""
    tokens, events = told.statement.segment.tokens, told.statement.segment.events
    frame, drawn = parallel(told.frame, thread.pair(told.sentence)), thread.lines
    frame = _traced(scene, _accused(scene, _pledged(scene, frame, told.statement), told.statement), told.statement)
    if not events:
        frame = _on_told_line(scene, frame, told, drawn, later)
        return with_way_of_sides(scene, frame, tokens)
    if goes_on(scene, tokens, events):
        frame = with_sides_of_places(continued(frame, thread.way(told.statement, told.sentence)))
    if any(e.word.end == "origin" for e in events):
        onwards = next((t for t in later if carries_on(scene, t)), None)
        frame = frame if onwards is None else with_sides_of_places(led_on(frame, onwards.frame))
    before = next((t for t in later if is_where_it_loaded(scene, t)), None)
    frame = frame if before is None else with_sides_of_places(set_out(frame, before.frame))
    if frame.destination is None and frame.stage is not None:
        frame = with_sides_of_places(replace(frame, destination=destination_of(scene, None, trailing(scene, told, later))))
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
    """The frame of what is pledged to somebody, or admitted to have been given, with who says so for supplier ("Utopia pledged
    31 tanks to Ruritania", "Utopia admitted to a few drones handed over")."""
    source, cue, speaker = statement.said.source, statement.said.cue, speaker_of(statement)
    if frame.supplier is not None or source is None or cue is None or speaker is None:
        return frame
    cues = {scene.lemma(t) for t in scene.parse.tokens_in(cue)}
    given = any(e.pattern == "give" and scene.parse.tag[e.token] == "VBN" for e in statement.segment.events)
    if not (cues & _PLEDGING and frame.recipient) and not (cues & _ADMITTING and given):
        return frame
    supplier = Slot(source, source.text_of(scene.parse.text), speaker)
    return frame if same_party(supplier, frame.recipient) else replace(frame, supplier=supplier)


def _accused(scene: Scene, frame: Frame, statement: Statement) -> Frame:
    """The frame of a charge without a word for who gives or gets, with the accused for supplier ("blamed Utopia for the drones
    that fall on Ruritania")."""
    cue, events = statement.said.cue, statement.segment.events
    if frame.supplier is not None or cue is None or not scene.military or any(e.pattern in _OF_TAKERS for e in events):
        return frame
    verb = next((t for t in scene.parse.tokens_in(cue) if scene.lemma(t) in _ACCUSING), None)
    accused = [c for c in scene.parse.children[verb] if scene.parse.dep[c] in ("dobj", "nsubjpass")] if verb is not None else []
    supplier = party_slot(scene, accused[0]) if accused else None
    if supplier is None or supplier.value is None or same_party(supplier, frame.recipient):
        return frame
    return replace(frame, supplier=replace(supplier, span=None, inferred="whom the statement accuses"))


def _traced(scene: Scene, frame: Frame, statement: Statement) -> Frame:
    """The frame of goods traced "to" somebody: from there they came."""
    cue = statement.said.cue
    if cue is None or not any(scene.lemma(t) == "trace" for t in scene.parse.tokens_in(cue)):
        return frame
    if frame.supplier is not None or frame.origin is not None:
        return frame
    return replace(frame, supplier=frame.recipient, recipient=None, origin=frame.destination, destination=None)


def _completed(scene: Scene, frame: Frame, told: Told, thread: Thread, later: Sequence[Told]) -> Frame:
    events, drawn, sentence = told.statement.segment.events, thread.lines, told.sentence
    kind = kind_of(scene.parse, events)
    if kind not in LINED or (kind == "use" and not any(speaks_of_known_goods(scene, e) for e in events)):
        return frame
    if _IN_RETURN.search(hull(told.statement.content).text_of(scene.parse.text)):
        return in_return(frame, drawn)
    speaker = speaker_of(told.statement)
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
    return completed(frame, ends, _passing(scene, words, drawn), told.sentence)


def _passing(scene: Scene, words: Sequence[int], drawn: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """The lines whose goods a carrier at a place may hold: the place lies in the state of an end ("a train at Kazan")."""
    carried = any(scene.at("vessel", t) is not None or scene.lemma(t) in CARRIERS | CONTAINERS for t in words)
    sites = [m.value for m in scene.among("place", words) if isinstance(m.value, Place) and m.value.name != m.value.country]
    states = {site.country for site in sites if site.country is not None}
    return tuple(d for d in drawn if carried and states & set(d.ends))
