"""Statements before their frames: one attribution or stretch of own voice, and the segment of it that tells of one event."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from waybill.extract.cue_signs import in_cue
from waybill.extract.frames.events import Event, find_events, speaks_of_goods
from waybill.extract.frames.scene import Scene
from waybill.extract.segments import Segment, segments, spans_of
from waybill.model.claim import Attribution
from waybill.model.mention import MentionKind
from waybill.model.span import Span, hull

_PAPERS = {"record", "log", "manifest", "document", "invoice", "page", "register", "ledger"}
"""What lists goods without being a witness of its own."""

_COUNTS = {"figure", "number", "count", "total", "tally", "sum"}
_DIFFERING = {"contradict", "refute", "belie", "contrast", "undercut", "undermine", "challenge", "exceed"}
"""What a count does to another: nobody speaks there."""

MAX_BARE = 3
"""How many words without a verb say nothing: our convention."""

_TELLING: tuple[MentionKind, ...] = ("item", "quantity", "party", "place", "time", "vessel")

MAX_RELAYED = 3
"""How many words of its own a relay may add ("to the panel"): our convention."""


class Statement(Struct, frozen=True):
    """A content with who says it. `fronted` are the tokens that open its sentence before it and may date it."""

    said: Attribution
    content: tuple[Span, ...]
    segment: Segment
    fronted: tuple[int, ...] = ()


def attributed(scene: Scene, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """The statements of every attribution; what is attributed again inside another is told once, by the inner one."""
    by_start = sorted(attributions, key=lambda a: hull(a.content).start)
    starts = [hull(a.content).start for a in by_start]
    nested = [(said, _inner(said, by_start, starts)) for said in attributions]
    within = {id(a) for _, inner in nested for a in inner}
    told = ((said, inner) for said, inner in nested if not _is_told_by_another(scene, said, inner, id(said) in within))
    return tuple(s for said, inner in told for s in _statements(scene, said, [a for a in inner if a.tells == "words"]))


def is_deed(scene: Scene, said: Attribution) -> bool:
    """True where what somebody wants or decides is about goods ("Oslo plans to sell shells"): the outlet tells that."""
    return said.tells == "will" and _tells_of_goods(scene, said)


def is_idle(scene: Scene, said: Attribution) -> bool:
    """True where somebody did not answer in a text that is not about arms: a silence is a reply only to a charge."""
    return said.tells == "silence" and not scene.military


def is_comparison(scene: Scene, said: Attribution) -> bool:
    """True where a count is set against what others say ("the figure contradicts the minister"): the count says nothing."""
    if said.source is None or said.cue is None or scene.lemma(scene.parse.tokens_in(said.source)[-1]) not in _COUNTS:
        return False
    return any(scene.lemma(t) in _DIFFERING for t in scene.parse.tokens_in(said.cue))


def _is_told_by_another(scene: Scene, said: Attribution, inner: Sequence[Attribution], within: bool) -> bool:
    """True for a statement about goods that only passes another on, or is a thought that another's statement tells."""
    repeats = said.passing or (said.tells == "thought" and within) or _is_relay(scene, said, inner)
    return repeats and _tells_of_goods(scene, said)


def _tells_of_goods(scene: Scene, said: Attribution) -> bool:
    tokens = _words(scene, said)
    return bool(find_events(scene, tokens)) or speaks_of_goods(scene, tokens)


def _words(scene: Scene, said: Attribution) -> list[int]:
    return [t for span in said.content for t in scene.parse.tokens_in(span)]


def _is_relay(scene: Scene, said: Attribution, inner: Sequence[Attribution]) -> bool:
    """True where all that is said is that another said something ("the report said the ministry denied it")."""
    spoken = [(a, a.source) for a in inner if a.tells == "words" and a.source is not None]
    spans = [s for a, source in spoken for s in (*a.content, source, *((a.cue,) if a.cue else ()))]
    told = {t for span in spans for t in scene.parse.tokens_in(span)}
    own = [t for span in said.content for t in scene.parse.tokens_in(span) if t not in told]
    words = sum(scene.parse.pos[t] not in ("PUNCT", "SCONJ", "CCONJ", "ADV", "AUX") for t in own)
    plain = said.cue is None or not any(in_cue(scene.parse, set(scene.parse.tokens_in(said.cue))))
    return bool(told) and plain and words <= MAX_RELAYED


def is_purpose(scene: Scene, said: Attribution) -> bool:
    """True where the cue says what a visit was for ("visited Ruritania to discuss arms"): nobody says anything there yet."""
    if said.cue is None:
        return False
    token = scene.head(said.cue)
    above = scene.parse.head[token]
    infinitive = any(scene.parse.tag[c] == "TO" for c in scene.parse.children[token])
    return infinitive and above != token and any(e.kind == "visit" for e in find_events(scene, (above,)))


def says_nothing(scene: Scene, statement: Statement) -> bool:
    """True for a few words without a verb, a name, an amount or goods ("the charge"): they tell nothing that can be checked.
    Only in texts about arms: elsewhere who condemned what is all there is.

    A refusal or denial of such ("declined comment") is information all the same, and for the caller to keep.
    """
    tokens = [t for t in statement.segment.tokens if scene.parse.pos[t] not in ("PUNCT", "DET")]
    if not scene.military or statement.segment.events or len(tokens) > MAX_BARE or not _is_plain(scene, tokens):
        return False
    return not any(scene.at(kind, t) for kind in _TELLING for t in tokens)


def _is_plain(scene: Scene, tokens: Sequence[int]) -> bool:
    return all(scene.parse.pos[t] in ("NOUN", "PRON", "ADJ", "ADP", "SCONJ", "PART") for t in tokens)


def is_movement(scene: Scene, said: Attribution) -> bool:
    """True where the cue tells of goods or a ship that go somewhere ("the ship called at Najin on Monday"): nobody says it."""
    cue = scene.parse.tokens_in(said.cue) if said.cue is not None else ()
    return any(e.pattern in ("go", "handle") for e in find_events(scene, cue))


def _statements(scene: Scene, said: Attribution, inner: Sequence[Attribution]) -> list[Statement]:
    tokens = _words(scene, said)
    if not tokens:
        return []
    told_inside = {t for other in inner for span in other.content for t in scene.parse.tokens_in(span)}
    own = [t for t in tokens if t not in told_inside] or tokens
    seen = _seen(scene, said)
    cut = [s if s.events else replace(s, events=seen) for s in segments(scene, own)]
    said = _as_evidence(scene, said) if seen else said
    fronted = _fronted(scene, tokens[0], said)
    if len(cut) < 2:
        return [Statement(said, said.content, cut[0], fronted)]
    parts = ((segment, spans_of(scene.parse, segment.tokens, said.content)) for segment in cut)
    return [Statement(said, content, segment, fronted) for segment, content in parts if content]


def _seen(scene: Scene, said: Attribution) -> tuple[Event, ...]:
    """The count of goods that is itself the cue ("the records list 76 crates")."""
    cue = scene.parse.tokens_in(said.cue) if said.cue is not None else ()
    return tuple(e for e in find_events(scene, cue) if e.pattern == "see")


def _as_evidence(scene: Scene, said: Attribution) -> Attribution:
    """ "The records list 76 crates": papers do not speak; who puts the text out says what they list."""
    if said.source is None or scene.lemma(scene.head(said.source)) not in _PAPERS:
        return said
    return replace(said, source=None, cue=None, speaker=None)


def _inner(said: Attribution, by_start: Sequence[Attribution], starts: Sequence[int]) -> list[Attribution]:
    """The attributions whose contents lie within this one's and are shorter."""
    whole = hull(said.content)
    near = by_start[bisect_left(starts, whole.start) : bisect_left(starts, whole.end)]
    return [a for a in near if a is not said and whole.contains(hull(a.content)) and len(hull(a.content)) < len(whole)]


def _fronted(scene: Scene, first: int, said: Attribution) -> tuple[int, ...]:
    """Tokens of the sentence before the content that are neither source nor cue."""
    start = scene.parse.sentence_at(first)[0]
    taken = {t for span in (said.source, said.cue) if span is not None for t in scene.parse.tokens_in(span)}
    return tuple(t for t in range(start, first) if t not in taken)
