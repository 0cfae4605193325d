"""Quotations: which stretches of a text stand in quotation marks, also over several paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waybill.model.span import Span

_MARK = re.compile(r"[“”„«»\"]|``|''")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch in quotation marks, marks included; `goes_on` where the paragraph ends before the quotation does."""

    span: Span
    goes_on: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in order, one for each paragraph a quotation runs through.

    Curly, straight and typewriter marks. A paragraph that ends inside a quotation is continued by the next one if that opens
    with a mark, as printers do; else a mark left open quotes nothing.
    """
    found: list[Quotation] = []
    lines = list(_LINE.finditer(text))
    for at, line in enumerate(lines):
        following = lines[at + 1].group() if at + 1 < len(lines) else ""
        found += _of_line(line.group(), line.start(), bool(_MARK.match(following.lstrip())))
    return tuple(found)


def _of_line(line: str, offset: int, next_opens: bool) -> Iterator[Quotation]:
    opened: int | None = None
    for mark in _MARK.finditer(line):
        if opened is None:
            opened = mark.start() if _may_open(line, mark) else None
        elif _may_close(mark):
            yield Quotation(Span(offset + opened, offset + mark.end()))
            opened = None
    if opened is not None and next_opens:
        yield Quotation(Span(offset + opened, offset + len(line.rstrip())), goes_on=True)


def _may_open(line: str, mark: re.Match[str]) -> bool:
    if mark.group() in _CLOSING:
        return False
    before, after = line[: mark.start()][-1:], line[mark.end() :][:1]
    return mark.group() in _OPENING or (bool(after.strip()) and not before.isalnum())


def _may_close(mark: re.Match[str]) -> bool:
    return mark.group() not in _OPENING and mark.group() != "``"
