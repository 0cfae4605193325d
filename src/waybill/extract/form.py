"""Whose words they are: the source's own in quotation marks, or the text's."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from waybill.model.claim import Form
from waybill.model.span import Span
from waybill.reference.quotation import Quoted

QUOTED_SHARE = 0.9
"""Our convention: a statement is quoted where at least this share of its letters stands in quotation marks."""


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
