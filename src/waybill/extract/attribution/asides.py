"""Cues that stand aside in a sentence: "Oslo has sold, Kyiv said on Monday, 400 shells"."""

from waybill.model.parse import Parse

_BESIDE = frozenset({"prep", "npadvmod", "advmod", "dobj", "dative"})
_MAIN = frozenset({"ROOT", "parataxis", "ccomp", "conj"})
_FRONTED = frozenset({"asked", "speaking"})

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


def sentence_around(parse: Parse, verb: int, own: set[int], quoted: frozenset[int]) -> tuple[int, ...]:
    """What an aside stands in: its sentence, without a conjunction that opens it."""
    first, last = parse.sentence_at(verb)
    while parse.tag[first] == "CC":
        first += 1
    return tuple(t for t in range(first, last) if t not in own and t not in quoted)
