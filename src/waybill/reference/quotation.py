"""Quotation marks: what of a text stands in them."""

import re

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
