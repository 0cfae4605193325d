"""What the outlet says in its own voice about deliveries of arms."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from waybill.extract.attribution.speakers import SpeakerReader
from waybill.extract.frames.events import Event
from waybill.extract.frames.naming import BODY_NOUNS, STATE_NOUNS
from waybill.extract.frames.nouns import noun_phrase
from waybill.extract.frames.scene import CARRIERS, Scene
from waybill.extract.frames.sides import dealing
from waybill.extract.frames.standing import stands_for_goods
from waybill.extract.harmless import is_arms, is_harmless
from waybill.extract.segments import Segment, segments, spans_of
from waybill.extract.statements import Statement
from waybill.model.claim import Attribution, Source
from waybill.model.span import Span

_TOLD_BARE = frozenset({"", "voyage", "container", "port", "load", "carrier", "goods"})
"""Needs of words that by themselves tell of a delivery in a text about arms."""

MIN_TOKENS = 4
"""Shorter leftovers are no statement: our convention."""


def own_voice(
    scene: Scene, attributions: Sequence[Attribution], furniture: Sequence[Span], reader: SpeakerReader
) -> tuple[Statement, ...]:
    """Statements outside attributed contents and furniture that tell of arms, or of goods passing between two parties.

    Their source and cue are None. Ordinary sentences are left out: a table of events is no table of opinions.
    """
    return tuple(s for run in _leftovers(scene, attributions, furniture) for s in _told(scene, run, attributions, reader))


def _told(scene: Scene, run: Sequence[int], attributions: Sequence[Attribution], reader: SpeakerReader) -> Iterator[Statement]:
    first, last = run[0], run[-1]
    whole = (Span(scene.parse.start[first], scene.parse.end[last]),)
    for segment in segments(scene, run):
        if not any(_concerns_arms(scene, event) for event in segment.events):
            continue
        content = spans_of(scene.parse, segment.tokens, whole)
        if content:
            said = _continued(scene, segment.tokens[0], attributions)
            own = Attribution(content, None, None, None)
            yield _counted(scene, segment, whole, reader) or Statement(
                own if said is None else replace(said, content=content), content, segment
            )


def _counted(scene: Scene, segment: Segment, whole: tuple[Span, ...], reader: SpeakerReader) -> Statement | None:
    """A count that a body owns ("the ministry's count is 60 wagons"): it is that body's, not the outlet's."""
    count = next((e for e in segment.events if e.pattern == "see"), None)
    counter = next(count.filling("possessor"), None) if count is not None else None
    if count is None or counter is None or not _takes_counts(scene, counter) or counter > count.token:
        return None
    named = tuple(t for t in noun_phrase(scene, counter) if t < count.token and scene.parse.dep[t] != "case")
    source, cue = scene.parse.span(named[0], named[-1]), scene.parse.span(count.token, count.token)
    goods = tuple(t for t in segment.tokens if t > max(count.token, scene.parse.head[count.token]))
    content = spans_of(scene.parse, goods, whole)
    if not content:
        return None
    speaker = reader.read(named, counter) or Source(source, source.text_of(scene.parse.text), None, None)
    return Statement(Attribution(content, source, cue, speaker), content, Segment(goods, segment.events))


def _takes_counts(scene: Scene, token: int) -> bool:
    """True for a name and for a body of a state; a log or an image that lists goods is the outlet's own evidence."""
    return scene.parse.pos[token] == "PROPN" or scene.lemma(token) in STATE_NOUNS | BODY_NOUNS


def _continued(scene: Scene, token: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution that a participle on its cue goes on with ("photos show trains leaving, carrying shells")."""
    parse = scene.parse
    verb = next((t for t in (token, *parse.ancestors(token)) if parse.dep[t] == "advcl" and parse.tag[t] == "VBG"), None)
    if verb is None:
        return None
    cued = (a for a in attributions if a.cue is not None and parse.head[verb] in parse.tokens_in(a.cue))
    return next((a for a in cued if max(s.end for s in a.content) <= parse.start[verb]), None)


def _concerns_arms(scene: Scene, event: Event) -> bool:
    """True for an event beside an item in its sentence, between two parties, or of a delivery by name, by a party or of a
    carrier to a place, in a sentence that names no harmless goods."""
    if not scene.military:
        return False
    sentence = range(*scene.parse.sentence_at(event.token))
    items = list(scene.among("item", sentence))
    if any(is_harmless(scene, t) for t in sentence) and not any(map(is_arms, items)):
        return False
    parties = len(dealing(scene, event))
    if parties > 1 or items:
        return True
    if event.kind != "transfer":
        return False
    named = parties == 1 or event.pattern == "handle" or event.word.needs in _TOLD_BARE
    known = any(scene.parse.pos[t] == "PRON" and stands_for_goods(scene, t) for t in event.filling("object"))
    return named or known or _carried_there(scene, sentence)


def _carried_there(scene: Scene, sentence: range) -> bool:
    """True for a sentence with a carrier and a place ("an Antonov brought 30 tonnes of cargo to Kazan")."""
    carried = any(scene.at("vessel", t) is not None or scene.lemma(t) in CARRIERS for t in sentence)
    return carried and next(scene.among("place", sentence), None) is not None


def _spoken(scene: Scene, said: Attribution) -> tuple[Span, ...]:
    """The parts of a content that the outlet does not tell too, as "arms" in "agents tracked arms, which A said left"."""
    inside = {t for span in said.content for t in scene.parse.tokens_in(span)}
    cue = set(scene.parse.tokens_in(said.cue)) if said.cue is not None else set()
    return tuple(s for s in said.content if len(said.content) < 2 or scene.parse.head[scene.head(s)] in inside | cue)


def _leftovers(scene: Scene, attributions: Sequence[Attribution], furniture: Sequence[Span]) -> Iterator[list[int]]:
    """Runs of tokens of one sentence that no attribution and no furniture takes, without the sentence's cue clause."""
    taken = [s for a in attributions for s in (*_spoken(scene, a), *filter(None, (a.source, a.cue)))]
    held = {t for span in (*taken, *furniture) for t in scene.parse.tokens_in(span)}
    for start, end in scene.parse.sentences:
        run: list[int] = []
        for token in range(start, end + 1):
            if token < end and token not in held:
                run.append(token)
            elif run:
                if len(run) >= MIN_TOKENS:
                    yield run
                run = []
