"""Whose words they are: the source's own in quotation marks, or the text's."""

import re
from collections.abc import Sequence

from waybill.model.claim import Form
from waybill.model.span import Span

QUOTED_SHARE = 0.9
"""Our convention: a statement is quoted where at least this share of its letters stands in quotation marks."""

_OPEN_CLOSE = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("''", "''"))


def form_of(text: str, content: Sequence[Span]) -> Form:
    """quoted, mixed or paraphrased, by the share of the content's letters and digits in quotation marks.

    A quotation runs to its closing mark; one left open runs to the end of its paragraph, as when a quotation goes on.
    """
    inside = _quoted(text, content)
    letters = [n for span in content for n in range(span.start, span.end) if text[n].isalnum()]
    share = sum(n in inside for n in letters) / len(letters) if letters else 0.0
    if share >= QUOTED_SHARE:
        return "quoted"
    return "mixed" if share > 0 else "paraphrased"


def _quoted(text: str, content: Sequence[Span]) -> set[int]:
    first = text.rfind("\n", 0, min(s.start for s in content)) + 1
    last = text.find("\n", max(s.end for s in content))
    stretch = text[first : last if last >= 0 else len(text)]
    inside: set[int] = set()
    for opening, closing in _OPEN_CLOSE:
        pattern = rf"{re.escape(opening)}(.+?)(?:{re.escape(closing)}|$)"
        for found in re.finditer(pattern, stretch, re.MULTILINE):
            inside.update(range(first + found.start(1), first + found.end(1)))
    return inside
