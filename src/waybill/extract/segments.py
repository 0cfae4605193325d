"""One statement, one claim: a content is cut where its clauses tell of different events."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from waybill.extract.frames.arguments import subject
from waybill.extract.frames.elision import elided, without
from waybill.extract.frames.events import Event, find_events
from waybill.extract.frames.scene import Scene
from waybill.model.parse import Parse
from waybill.model.span import Span

MIN_TAIL_TOKENS = 7
"""A clause that tells of no event and is shorter stays with its neighbour: our convention."""

_CLAUSES = {"ROOT", "conj", "advcl", "relcl", "ccomp", "parataxis"}


class Segment(Struct, frozen=True):
    """The tokens of one statement and the events they tell of; no events where it is about something else."""

    tokens: tuple[int, ...]
    events: tuple[Event, ...]


def segments(scene: Scene, tokens: Iterable[int]) -> tuple[Segment, ...]:
    """Cuts tokens into one segment a clause that tells of an event; sentences in a row without any are one segment.

    Every token is in exactly one segment, in text order.
    """
    found: list[Segment] = []
    for sentence in _by_sentence(scene.parse, tokens):
        for segment in _clauses(scene, sentence):
            joins = found and not segment.events and not found[-1].events
            before = found.pop().tokens if joins else ()
            found.append(Segment((*before, *segment.tokens), segment.events))
    return tuple(sorted(found, key=lambda s: s.tokens))


def spans_of(parse: Parse, tokens: Sequence[int], within: Sequence[Span]) -> tuple[Span, ...]:
    """The tokens as spans: runs of neighbours, cut to `within`, without the punctuation and conjunctions at their ends."""
    spans = []
    for run in _runs(tokens):
        trimmed = _trimmed(parse, run)
        for part in within:
            inside = [t for t in trimmed if part.start <= parse.start[t] < part.end]
            if inside:
                spans.append(Span(parse.start[inside[0]], min(parse.end[inside[-1]], part.end)))
    return tuple(spans)


def first_word(parse: Parse, tokens: Sequence[int]) -> int:
    """The first token that is no punctuation; the first of all where all are."""
    return next((t for t in tokens if parse.pos[t] != "PUNCT"), tokens[0])


def clause_head(parse: Parse, token: int, inside: set[int]) -> int:
    """The verb that heads the clause of a token: of its own subject, of a relative clause after a comma, or of the whole."""
    at = token
    while parse.head[at] != at and parse.head[at] in inside:
        if parse.dep[at] in _CLAUSES and _heads_clause(parse, at):
            return at
        at = parse.head[at]
    return at


def _by_sentence(parse: Parse, tokens: Iterable[int]) -> Iterator[list[int]]:
    held: list[int] = []
    for token in tokens:
        if held and token >= parse.sentence_at(held[0])[1]:
            yield held
            held = []
        held.append(token)
    if held:
        yield held


def _clauses(scene: Scene, tokens: list[int]) -> Iterator[Segment]:
    events = find_events(scene, tokens)
    inside = set(tokens)
    if not events:
        yield Segment(tuple(tokens), _borrowed(scene, tokens, inside))
        return
    clauses = elided(scene, events, tokens)
    if clauses:
        yield from (Segment(c.tokens, (c.event,)) for c in clauses)
        rest = [t for t in tokens if t < clauses[0].tokens[0]]
        yield from _told(scene, rest, tuple(without(e, clauses) for e in events if e.token in set(rest)))
        return
    yield from _told(scene, tokens, events)


def _told(scene: Scene, tokens: Sequence[int], events: tuple[Event, ...]) -> Iterator[Segment]:
    """One segment a clause that tells of one of these events."""
    inside = set(tokens)
    heads = {t: clause_head(scene.parse, t, inside) for t in tokens}
    told = _merged(scene.parse, events, heads)
    told |= _about(scene.parse, events, heads, told)
    owner = _owners(tokens, heads, told)
    for head in dict.fromkeys(owner.values()):
        own = tuple(t for t in tokens if owner[t] == head)
        yield Segment(own, tuple(e for e in events if owner[e.token] == head))


def _borrowed(scene: Scene, tokens: Sequence[int], inside: set[int]) -> tuple[Event, ...]:
    """The event that a clause speaks of but leaves outside ("the deliveries, which took place in May", or "which
    they dated to May", or "which they said were in May")."""
    head = clause_head(scene.parse, first_word(scene.parse, tokens), inside)
    missing = subject(scene.parse, head)
    if missing is not None and missing not in inside and (events := find_events(scene, (missing,))):
        return events
    top = head
    while scene.parse.dep[top] == "ccomp" and scene.parse.head[top] in inside:
        top = scene.parse.head[top]
    related = scene.parse.head[top]
    return find_events(scene, (related,)) if scene.parse.dep[top] == "relcl" and related not in inside else ()


def _merged(parse: Parse, events: Sequence[Event], heads: dict[int, int]) -> dict[int, int]:
    """Heads of clauses that tell of events, each with the head it is told under: a clause that shares its subject and its
    auxiliary, or its kind, with an earlier one stays with that."""
    kinds = {heads[e.token]: e.kind for e in reversed(events)}
    merged = {head: head for head in kinds}
    for head in sorted(kinds):
        above = heads.get(parse.head[head], head)
        if above == head or above not in merged or parse.dep[head] not in ("conj", "advcl"):
            continue
        deps = {parse.dep[c] for c in parse.children[head]}
        if not deps & {"nsubj", "nsubjpass"} and (kinds[above] == kinds[head] or not deps & {"aux", "auxpass"}):
            merged[head] = merged[above]
    return merged


def _about(parse: Parse, events: Sequence[Event], heads: dict[int, int], told: dict[int, int]) -> dict[int, int]:
    """Heads of clauses that tell of no event of their own but say more of one ("the deliveries, which took place in May")."""
    named = {event.token for event in events}
    others = [head for head in heads.values() if head not in told]
    spoken_of = {head: parse.head[head] if parse.dep[head] == "relcl" else subject(parse, head) for head in others}
    return {head: told[heads[s]] for head, s in spoken_of.items() if s is not None and s in named}


def _owners(tokens: Sequence[int], heads: dict[int, int], told: dict[int, int]) -> dict[int, int]:
    """For each token the head of its segment: its clause's, or, where that tells of nothing and is short, a neighbour's."""
    owner = {t: told.get(heads[t], heads[t]) for t in tokens}
    sizes = Counter(owner.values())
    kept = {h for h in owner.values() if h in told or sizes[h] >= MIN_TAIL_TOKENS}
    last = next(owner[t] for t in tokens if owner[t] in kept and owner[t] in told)
    for token in tokens:
        if owner[token] not in kept:
            owner[token] = last
        elif owner[token] in told:
            last = owner[token]
    return owner


def parted(parse: Parse, verb: int) -> bool:
    """True where a semicolon stands before what the parser takes for the governor of a clause ("A; the ministry denied B")."""
    return parse.dep[verb] == "ccomp" and ";" in parse.word[verb : parse.head[verb]]


def _heads_clause(parse: Parse, verb: int) -> bool:
    if parse.pos[verb] not in ("VERB", "AUX"):
        return False
    if parted(parse, verb):
        return True
    if parse.dep[verb] in ("relcl", "advcl") and _after_comma(parse, verb):
        return not any(parse.tag[c] == "TO" for c in parse.children[verb])
    if parse.dep[verb] in ("relcl", "ccomp"):
        return False
    if any(parse.tag[c] == "TO" for c in parse.children[verb]):
        return False
    own = {parse.dep[c] for c in parse.children[verb]}
    return bool(own & {"nsubj", "nsubjpass", "csubj"}) or (parse.dep[verb] == "conj" and bool(own & {"aux", "auxpass"}))


def _after_comma(parse: Parse, verb: int) -> bool:
    first = min(parse.subtree(verb))
    return first > 0 and parse.word[first - 1] in (",", "–", "—", "-", ";", '"', "“", "(")


def _runs(tokens: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for token in tokens:
        if run and token != run[-1] + 1:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _trimmed(parse: Parse, run: list[int]) -> list[int]:
    if all(parse.pos[t] == "PUNCT" or parse.dep[t] == "cc" for t in run):
        return []
    while run and (parse.dep[run[0]] in ("punct", "cc") and parse.word[run[0]] not in "“\"'‘[("):
        run = run[1:]
    while run and (parse.dep[run[-1]] == "cc" or parse.tag[run[-1]] in ("WDT", "WP", "``", ",", ".", ":")):
        run = run[:-1]
    return run
