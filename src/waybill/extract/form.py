"""Whose words they are: the source's own in quotation marks, or the text's."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from waybill.model.claim import Form
from waybill.model.span import Span

QUOTED_SHARE = 0.9
"""Our convention: a statement is quoted where at least this share of its letters stands in quotation marks."""

_OPEN_CLOSE = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("''", "''"))
_QUOTATIONS = tuple(re.compile(rf"{re.escape(o)}(.+?)(?:{re.escape(c)}|$)", re.MULTILINE) for o, c in _OPEN_CLOSE)


Quoted = tuple[tuple[int, int], ...]
"""Half-open ranges of a text in quotation marks, in order and apart."""


def quoted_in(text: str) -> Quoted:
    """What of a text stands in quotation marks. A quotation runs to its closing mark; one left open to the end of its line, as
    when a quotation goes on."""
    found = sorted(match.span(1) for pattern in _QUOTATIONS for match in pattern.finditer(text))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def form_of(text: str, content: Sequence[Span], quoted: Quoted) -> Form:
    """quoted, mixed or paraphrased, by the share of the content's letters and digits in quotation marks."""
    letters = sum(map(str.isalnum, "".join(span.text_of(text) for span in content)))
    inside = sum(map(str.isalnum, "".join(text[low:high] for span in content for low, high in _within(span, quoted))))
    share = inside / letters if letters else 0.0
    if share >= QUOTED_SHARE:
        return "quoted"
    return "mixed" if share > 0 else "paraphrased"


def _within(span: Span, quoted: Quoted) -> Iterator[tuple[int, int]]:
    """The parts of a span in quotation marks."""
    first = bisect_right(quoted, span.start, key=lambda part: part[1])
    for low, high in takewhile(lambda part: part[0] < span.end, islice(quoted, first, None)):
        yield max(low, span.start), min(high, span.end)
