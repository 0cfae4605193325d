"""Reporting clauses read from the order of the words, where the tree gave none: ", the ministry said on Friday"."""

from collections.abc import Iterator

from waybill.extract.attribution.asides import around, states
from waybill.extract.attribution.cues import cue_of, verb_at
from waybill.extract.attribution.draft import Draft
from waybill.extract.attribution.subjects import subject_of
from waybill.model.parse import Parse
from waybill.reference.reporting import ReportingVerb

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"PROPN", "NOUN", "PRON"})
_NAMING = _NAMES | {"DET", "ADJ", "NUM", "PART", "ADP"}
_LINKS = frozenset({"of", "in", "at", "for", "from", "to", "'s", "’s", "'", "’"})
"""Prepositions and particles within a name: "the head of the ports authority in Anzali"."""

_TIMES = frozenset({"on", "in", "at", "to", "during", "after", "before", "this", "last", "by"})
"""What may follow the verb within its clause: a day, a place, a hearer."""

_STOPS = frozenset({".", ";", "!", "?", ",", "that"})
_OPENING = frozenset({"“", '"', "``", "''"})
_CLOSING = frozenset({"”", '"', "''"})
_MARKS = frozenset({",", "”", '"', "''", "’", "—", "–"})
TAIL = 9
"""Tokens of time, place or hearer behind a verb: our convention."""

NAME = 14
"""Tokens of a name: our convention."""


def surface_drafts(parse: Parse, quoted: frozenset[int], told: frozenset[int], said: frozenset[int]) -> Iterator[Draft]:
    """One draft for each verb of saying that has none by the tree.

    `quoted` are the tokens in quotation marks, `told` the verbs that have a statement, `said` the tokens attributed.
    """
    for verb in range(len(parse)):
        row = verb_at(parse, verb)
        if row is None or verb in quoted or verb in told:
            continue
        draft = _told(parse, verb, row, quoted) or _called(parse, verb, row, quoted)
        if draft is not None and 2 * len(said.intersection(draft.content)) <= len(draft.content):
            yield draft


def _told(parse: Parse, verb: int, row: ReportingVerb, quoted: frozenset[int]) -> Draft | None:
    """What a finite verb of saying stands beside or opens."""
    finite = parse.tag[verb] in _FINITE or _is_perfect(parse, verb)
    if not finite or row.sense != "say" or not row.quotes or "that" not in row.clauses:
        return None
    return _with_that(parse, verb) or _after_name(parse, verb, quoted) or _before_name(parse, verb, quoted)


def _called(parse: Parse, verb: int, row: ReportingVerb, quoted: frozenset[int]) -> Draft | None:
    """Reads 'Oslo called the report "a rush to judgment"': the object with the quotation that judges it."""
    stop = parse.sentence_at(verb)[1]
    first = next((t for t in range(verb + 1, min(stop, verb + TAIL)) if t in quoted or parse.word[t] in _OPENING), None)
    between = range(verb + 1, first or verb)
    source = subject_of(parse, verb)
    if "called" not in row.objects or not between or not source or not all(_in_name(parse, t) for t in between):
        return None
    last = next((t for t in range(first or stop, stop) if parse.word[t] in _CLOSING and t != first), None)
    return Draft(verb, tuple(range(verb + 1, last + 1)), source, cue_of(parse, verb)) if last is not None else None


def _is_perfect(parse: Parse, verb: int) -> bool:
    before = (parse.word[t].lower() for t in range(max(0, verb - 3), verb))
    return parse.tag[verb] == "VBN" and any(word in {"had", "has", "have"} for word in before)


def _after_name(parse: Parse, verb: int, quoted: frozenset[int]) -> Draft | None:
    """Reads "A, the White House said on Friday, and it made B public" and "A, officials said, B"."""
    cue = cue_of(parse, verb)
    name = _name_up_to(parse, cue[0])
    end = _tail_end(parse, verb + 1)
    return _beside(parse, verb, name, (name[0], end), quoted) if name and end is not None else None


def _before_name(parse: Parse, verb: int, quoted: frozenset[int]) -> Draft | None:
    """Reads "A, says Seoul", "A, said Anna Voss, who commands the port"."""
    name = _name_from(parse, verb + 1)
    end = _tail_end(parse, name[-1] + 1) if name else None
    if end is None:
        return None
    last = parse.sentence_at(verb)[1] - 1
    return _beside(parse, verb, name, (verb, last), quoted) or _beside(parse, verb, name, (verb, end), quoted)


def _with_that(parse: Parse, verb: int) -> Draft | None:
    """Reads "Washington had warned before the visit that A"."""
    name = _name_up_to(parse, cue_of(parse, verb)[0], opens=True) or tuple(t for t in subject_of(parse, verb) if t < verb)
    that = _tail_end(parse, verb + 1)
    if not name or that is None or _word(parse, that) != "that" or parse.tag[that] != "IN":
        return None
    return Draft(verb, tuple(range(that, parse.sentence_at(that)[1])), name, cue_of(parse, verb))


def _beside(parse: Parse, verb: int, name: tuple[int, ...], clause: tuple[int, int], quoted: frozenset[int]) -> Draft | None:
    """The draft of what stands beside a reporting clause that opens behind a mark and closes at one."""
    first, end = clause
    if parse.word[first - 1] not in _MARKS or _word(parse, end) == "that":
        return None
    told = around(parse, first, end, quoted)
    return Draft(verb, told, name, cue_of(parse, verb)) if states(parse, told) else None


def _word(parse: Parse, token: int) -> str:
    """A token's word in lower case, "" behind the last token."""
    return parse.word[token].lower() if token < len(parse) else ""


def _name_up_to(parse: Parse, end: int, *, opens: bool = False) -> tuple[int, ...]:
    """The name right before a token, where it opens a clause: behind a mark, or where `opens` also with its sentence."""
    start = parse.sentence_at(end)[0]
    low = end
    while low > start and _in_name(parse, low - 1) and end - low < NAME:
        low -= 1
    name = tuple(range(low, end))
    apart = low > start and parse.word[low - 1] in _MARKS
    return name if _names(parse, name) and (apart or (opens and low == start)) else ()


def _name_from(parse: Parse, start: int) -> tuple[int, ...]:
    """The name right behind a token."""
    stop = min(parse.sentence_at(start - 1)[1], start + NAME)
    end = start
    while end < stop and _in_name(parse, end):
        end += 1
    name = tuple(range(start, end))
    return name if _names(parse, name) and parse.pos[start] not in {"ADP", "PART"} else ()


def _in_name(parse: Parse, token: int) -> bool:
    word = parse.word[token].lower()
    return parse.pos[token] in _NAMING and (parse.pos[token] not in {"ADP", "PART"} or word in _LINKS)


def _names(parse: Parse, tokens: tuple[int, ...]) -> bool:
    relative = any(parse.tag[t] in {"WP", "WDT", "WRB"} or parse.word[t].lower() in {"you", "there"} for t in tokens)
    return not relative and any(parse.pos[t] in _NAMES for t in tokens)


def _tail_end(parse: Parse, start: int) -> int | None:
    """Where a reporting clause closes: the token of a mark, of "that" or of "and"; None where it goes on otherwise."""
    stop = min(parse.sentence_at(start - 1)[1], len(parse))
    for token in range(start, min(stop, start + TAIL)):
        word = parse.word[token].lower()
        if word in _STOPS or parse.tag[token] == "CC":
            return token
        if parse.pos[token] in {"VERB", "AUX", "SCONJ", "PUNCT"} or not _may_tell_when(parse, token, token == start):
            return None
    return stop if stop == len(parse) or stop <= start + TAIL else None


def _may_tell_when(parse: Parse, token: int, opens: bool) -> bool:
    """True for a word of a day, a place or a hearer; the first of them tells which it is."""
    hearer = parse.pos[token] in {"NOUN", "PROPN", "DET"}
    timed = parse.word[token].lower() in _TIMES or parse.pos[token] == "ADV" or parse.entity[token] in {"DATE", "TIME"}
    return timed or hearer if opens else parse.pos[token] != "PRON" or parse.tag[token] == "PRP$" or timed
