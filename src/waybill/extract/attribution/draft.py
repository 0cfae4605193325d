"""An attribution in the making, in tokens."""

from collections.abc import Iterable

from msgspec import Struct

from waybill.model.claim import Manner
from waybill.model.parse import Parse
from waybill.model.span import Span

_EDGES = frozenset(",.;:-–—")
"""Punctuation that no content, source or cue begins or ends with."""


class Draft(Struct, frozen=True):
    """The tokens of one attributed statement, each in text order; `source` is empty where nobody is named.

    `relays` are the phrases of those who passed it on, nearest the source first. `asks`: it stands in a reporter's question.
    `anchor` is the token the cue hangs on: drafts with the same anchor are one statement.
    """

    anchor: int
    content: tuple[int, ...]
    source: tuple[int, ...]
    cue: tuple[int, ...]
    relays: tuple[tuple[int, ...], ...] = ()
    asks: bool = False
    tells: Manner = "words"


def runs(parse: Parse, tokens: Iterable[int]) -> tuple[Span, ...]:
    """The spans that cover the tokens, one for each unbroken run within a paragraph, without punctuation at its edges."""
    found: list[list[int]] = []
    for token in sorted(set(tokens)):
        if found and token == found[-1][-1] + 1 and not _paragraph_between(parse, token):
            found[-1].append(token)
        else:
            found.append([token])
    return tuple(parse.span(run[0], run[-1]) for raw in found if (run := _trimmed(parse, raw)))


def _paragraph_between(parse: Parse, token: int) -> bool:
    gap = parse.text[parse.end[token - 1] : parse.start[token]]
    return "\n" in gap and parse.sentence_at(token)[0] == token


def _trimmed(parse: Parse, run: list[int]) -> list[int]:
    while run and parse.word[run[0]] in _EDGES:
        run = run[1:]
    while run and parse.word[run[-1]] in _EDGES:
        run = run[:-1]
    return run if any(parse.pos[t] != "PUNCT" for t in run) else []
