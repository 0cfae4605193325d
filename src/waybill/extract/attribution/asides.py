"""Cues that stand aside in a sentence: "Oslo has sold, Kyiv said on Monday, 400 shells"."""

from collections.abc import Sequence

from waybill.model.parse import Parse

_BESIDE = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative"})
_MAIN = frozenset({"ROOT", "parataxis", "ccomp", "conj"})
_FRONTED = frozenset({"asked", "speaking"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OF_SPEAKING = frozenset({"VBG", "WRB", "WDT", "WP"})
_DASHES = frozenset({"-", "–", "—", "--"})

DATELINE = 15
"""Tokens within which a dateline ends: our convention."""

ASIDE_TAIL = 6
"""Tokens of time, place or hearer an aside may hold after its verb: our convention."""


def aside_of(parse: Parse, verb: int, source: tuple[int, ...], cue: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens of ", Kyiv said on Monday," between commas within a sentence, else none.

    In "Asked about it, Kyiv said, ..." no statement comes first.
    """
    own = sorted({*source, *cue})
    if parse.word[parse.sentence_at(verb)[0]].lower() in _FRONTED:
        return ()
    if not source or parse.dep[verb] not in _MAIN or own != list(range(own[0], own[-1] + 1)) or parse.word[own[0] - 1] != ",":
        return ()
    beside = {t for c in parse.children[verb] if parse.dep[c] in _BESIDE for t in parse.subtree(c)}
    end = own[-1] + 1
    while end in beside and parse.word[end] != "," and end - own[-1] <= ASIDE_TAIL:
        end += 1
    return tuple(range(own[0], end)) if end < len(parse) - 1 and parse.word[end] == "," and not _quotes(parse, end + 1) else ()


def _quotes(parse: Parse, token: int) -> bool:
    """True for a mark that opens a quotation: it has its own rules."""
    return parse.tag[token] in {"``", "''"} or parse.word[token] in {'"', "“", "‘", "'"}


def around(parse: Parse, first: int, end: int, quoted: frozenset[int]) -> tuple[int, ...]:
    """What the tokens from `first` to `end` stand beside: the statement before them, and after them where it goes on.

    Behind a whole clause, what tells of the speaking is none of it: "A, he said, citing a report", "A, said X, who left".
    """
    before = range(_statement_start(parse, first), first)
    after = range(end + 1, _statement_end(parse, end)) if end < len(parse) and parse.word[end] == "," else range(0)
    if states(parse, before) and after and parse.tag[after[0]] in _OF_SPEAKING:
        after = range(0)
    return tuple(t for t in (*before, *after) if t not in quoted)


def states(parse: Parse, tokens: Sequence[int]) -> bool:
    """True where the words hold a finite verb and open no lesser clause ("when Congress met")."""
    lesser = bool(tokens) and (parse.tag[tokens[0]] == "WRB" or parse.dep[tokens[0]] == "mark")
    return not lesser and any(parse.tag[t] in _FINITE for t in tokens)


def _statement_start(parse: Parse, token: int) -> int:
    """Where a sentence begins to state: behind a conjunction, a dateline's dash, a semicolon."""
    start = parse.sentence_at(token)[0]
    for at in range(start, token):
        dateline = parse.word[at] in _DASHES and at < start + DATELINE and parse.word[at - 1] == ")"
        start = at + 1 if dateline or parse.word[at] == ";" else start
    return start + 1 if parse.tag[start] == "CC" else start


def _statement_end(parse: Parse, token: int) -> int:
    stop = parse.sentence_at(token)[1]
    return next((t for t in range(token, stop) if parse.word[t] == ";"), stop)
