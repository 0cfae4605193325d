"""Where quoted words stand in a text."""

import re
from collections.abc import Sequence

from waybill.model.judgement import Anchor
from waybill.model.span import Span

Stretches = tuple[Span, ...]
"""The parts of one quotation, in the order they are quoted."""

_BETWEEN = " … "


def parts(anchor: Anchor) -> tuple[str, ...]:
    """The parts of the quotation, one a span of what was judged; one alone where the quote was not cut so."""
    found, at = [], 0
    for span in anchor.claim.content:
        found.append(anchor.quote[at : at + len(span)])
        at += len(span) + len(_BETWEEN)
    whole = _BETWEEN.join(found) == anchor.quote and all(part.strip() for part in found)
    return tuple(found) if whole else tuple(p for p in anchor.quote.split(_BETWEEN) if p.strip()) or (anchor.quote,)


def stand_at(text: str, content: Sequence[Span], quoted: Sequence[str]) -> bool:
    """True where the spans hold the quoted parts; how words are spaced and broken into lines does not matter."""
    there = [_spaced(span.text_of(text)) for span in content]
    return " ".join(there) == " ".join(map(_spaced, quoted)) and all(there)


def occurrences(text: str, quoted: Sequence[str]) -> list[Stretches]:
    """Every place where all parts stand in their order, the later ones as near to the first as they are found."""
    first, *rest = (re.compile(_pattern(part)) for part in quoted)
    found: list[Stretches] = []
    for begin in first.finditer(text):
        stretches = [Span(begin.start(), begin.end())]
        for part in rest:
            following = part.search(text, stretches[-1].end)
            if not following:
                return found
            stretches.append(Span(following.start(), following.end()))
        found.append(tuple(stretches))
    return found


def shared(some: Sequence[Span], other: Sequence[Span]) -> int:
    """How many code points two contents have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in other)


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _pattern(part: str) -> str:
    """A regular expression for the words with any white space between them, not beginning or ending inside a word."""
    words = r"\s+".join(map(re.escape, part.split())) or re.escape(part)
    begin, end = part.strip()[:1], part.strip()[-1:]
    return (r"(?<!\w)" if begin.isalnum() else "") + words + (r"(?!\w)" if end.isalnum() else "")
