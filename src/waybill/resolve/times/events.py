"""Times told by an event that the text dates elsewhere: since the summit, until Shoigu's visit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.model.time import Window
from waybill.reference.event_words import event_verbs
from waybill.resolve.times.clause import above, below
from waybill.resolve.times.grammar import Found
from waybill.resolve.times.reading import Reading
from waybill.resolve.times.window import window

Read = tuple[Found, Reading]

UNDATED = "event: the text gives it no date"
DATED_OFTEN = "event: the text dates more than one"
_DEFINITE = frozenset(("the", "that", "this", "his", "her", "their", "its"))
_MAX_EVENTS = 50
"""How many events of one noun a text is followed through."""
_MAX_CANDIDATES = 5
_NAMES_AROUND = 60
"""How many tokens to either side of a verb its sentence's names are looked for."""
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "attr"))


class Event(Struct, frozen=True):
    """What the text dates: nouns it may be called by later, names told with it, its days, and the words that date it."""

    nouns: frozenset[str]
    names: frozenset[str]
    """The names right at the verb or the noun that is dated."""
    around: frozenset[str]
    """All names of the sentence."""
    dated: Reading
    words: str

    @property
    def told(self) -> str:
        """Where the date of what is called so was taken from."""
        return f'date: "{self.words}" elsewhere in the text'


def dated_events(parse: Parse, read: Sequence[Read]) -> dict[str, list[Event]]:
    """The events that calendar dates are said of, by the verb or the noun that a date hangs on, by noun."""
    found: dict[str, list[Event]] = defaultdict(list)
    dated = (_dated(parse, expression, reading) for expression, reading in read if is_day(reading))
    for event in filter(None, dated):
        for noun in sorted(event.nouns):
            if len(found[noun]) < _MAX_EVENTS:
                found[noun].append(event)
    return found


def is_day(reading: Reading) -> bool:
    """True for days and months, of which one may count, not for years nor for what counts from another time."""
    short = reading.first and reading.last and (reading.last - reading.first).days < 32
    return bool(short) and not reading.derived and (reading.timex is None or reading.timex.type != "DURATION")


def _dated(parse: Parse, found: Found, reading: Reading) -> Event | None:
    for at in above(parse, found.first):
        if parse.pos[at] in ("NOUN", "PROPN") and parse.lemma[at].lower() in event_verbs():
            nouns = {parse.lemma[at].lower()}
        elif parse.pos[at] == "VERB":
            nouns = _told_by(parse, at)
        else:
            continue
        if not nouns:
            return None
        first, past_last = parse.sentence_at(at)
        around = range(max(first, at - _NAMES_AROUND), min(past_last, at + _NAMES_AROUND))
        return Event(frozenset(nouns), _names(parse, _near(parse, at)), _names(parse, around), reading, found.match[0])
    return None


def _told_by(parse: Parse, verb: int) -> set[str]:
    """The nouns a verb tells of: those its row names, and events among its subjects and objects ("held a summit")."""
    lemma = parse.lemma[verb].lower()
    named = {noun for noun, verbs in event_verbs().items() if lemma in verbs}
    held = {parse.lemma[c].lower() for c in below(parse, verb) if parse.dep[c] in _ARGUMENTS}
    return named | (held & event_verbs().keys())


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def event_at(parse: Parse, token: int, events: Mapping[str, list[Event]]) -> tuple[Event, ...] | None:
    """The events that a definite noun may mean, one for each date; None where it is no such noun, or has a date of its own."""
    lemma, near = parse.lemma[token].lower(), _near(parse, token)
    definite = any(parse.word[c].lower() in _DEFINITE or parse.dep[c] == "poss" for c in below(parse, token))
    if lemma not in event_verbs() or not definite or any(parse.entity[t] == "DATE" for t in near):
        return None
    names, known = _names(parse, near), events.get(lemma, ())
    fitting = [e for e in known if names <= e.names] or [e for e in known if names <= e.around]
    return tuple({(e.dated.first, e.dated.last): e for e in fitting}.values())


def _names(parse: Parse, tokens: Iterable[int]) -> frozenset[str]:
    return frozenset(_bare(parse.word[t]) for t in tokens if parse.pos[t] == "PROPN")


def _near(parse: Parse, token: int) -> list[int]:
    """A token with those it heads, and those these head."""
    children = [c for c in below(parse, token) if parse.pos[c] != "VERB"]
    return [token, *children, *(t for c in children for t in below(parse, c))]


def begin_of(parse: Parse, token: int) -> int:
    """The first token of a noun with the words before it: "the two leaders' summit"."""
    return min(t for t in _near(parse, token))


def since_events(parse: Parse, events: Mapping[str, list[Event]], published: date | None) -> Iterator[Mention]:
    """A mention of each event that something has lasted since; unresolved where the text does not date it, or dates several."""
    called = {lemma for lemma in set(parse.lemma) if lemma.lower() in event_verbs()}
    for token, lemma in enumerate(parse.lemma):
        if lemma not in called or parse.pos[token] not in ("NOUN", "PROPN"):
            continue
        first = begin_of(parse, token)
        meant = event_at(parse, token, events) if first and parse.word[first - 1].lower() == "since" else None
        if meant is None:
            continue
        span = Span(parse.start[first], parse.end[token])
        windows = tuple(window(e.dated, e.words, "since", published) for e in meant[:_MAX_CANDIDATES])
        if len(windows) == 1:
            yield Mention("time", span, span.text_of(parse.text), replace(windows[0], timex=None, inferred=meant[0].told))
        else:
            yield Mention("time", span, span.text_of(parse.text), Window(), DATED_OFTEN if meant else UNDATED, windows)
