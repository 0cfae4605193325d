"""The sentence and the paragraph around a claim's words."""

import re
from collections.abc import Iterator

from waybill.model.claim import Claim
from waybill.model.document import Publication
from waybill.model.span import Span
from waybill.reference.calendar import SHORTENED_MONTHS

_LOOK_BACK = 4_000
"""Code points searched at first for a paragraph's beginning: longer than most; a longer one is searched again."""

_BREAK = re.compile(r"\n[ \t\r]*(?=\n|\Z)|(?<=[.!?:\"”’])[ \t\r]*\n")
_SENTENCE_END = re.compile(r"(\w*)[.!?][\"”’')\]]*(?=\s)")
_ABBREVIATED = frozenset(
    (
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Lt", "Col", "Maj", "Sgt", "Adm", "Capt", "Cmdr", "Sen", "Rep", "Gov"),
        *(name for name in SHORTENED_MONTHS if name != "May"),
        *("No", "vs", "etc", "Inc", "Ltd", "Co", "Corp", "approx"),
    )
)
"""Words that are written with a full stop within sentences."""


def sentence_of(claim: Claim, publication: Publication) -> str:
    """The sentence or sentences that hold the claim's content, on one line; of a table, the row."""
    text, held = publication.document.text, claim.hull
    around = paragraph(held, publication)
    start = max(_sentence_ends(text, around.start, held.start), default=around.start)
    end = next(_sentence_ends(text, _word_start(text, held.end - 1), around.end), around.end)
    return " ".join(text[start:end].split())


def _sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    for match in _SENTENCE_END.finditer(text, start, end):
        word = match[1]
        if word not in _ABBREVIATED and not (len(word) == 1 and word.isalpha()):
            yield match.end()


def _word_start(text: str, offset: int) -> int:
    """Where the word that holds an offset begins: an end is judged by its whole last word."""
    while offset > 0 and text[offset - 1].isalnum():
        offset -= 1
    return offset


def paragraph(span: Span, publication: Publication) -> Span:
    """The paragraph around a span; of a table, the row."""
    text = publication.document.text
    if publication.rows:
        return next((r.span for r in publication.rows if r.span.overlaps(span)), span)
    start = _last_break(text, span.start)
    start += len(text[start : span.start]) - len(text[start : span.start].lstrip())
    after = _BREAK.search(text, max(span.end - 1, span.start))
    return Span(start, max(after.start() if after else len(text), span.end))


def _last_break(text: str, before: int) -> int:
    """Where the paragraph that holds an offset begins."""
    back = _LOOK_BACK
    while True:
        start = max(before - back, 0)
        found = max((m.end() for m in _BREAK.finditer(text, start, before)), default=0)
        if found or not start:
            return found
        back *= 4
