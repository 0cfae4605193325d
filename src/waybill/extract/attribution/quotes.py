"""Quotations: which stretches of a text stand in quotation marks, also over several paragraphs."""

import re
from collections.abc import Iterator

from msgspec import Struct

from waybill.model.span import Span

_OPENING = re.compile(r"[“„«\"]|``|''|[‘'](?=\w)")
_CLOSING = {
    "“": re.compile('[”“"]'),
    "„": re.compile("[“”]"),
    "«": re.compile("»"),
    '"': re.compile('["”]'),
    "``": re.compile("''"),
    "''": re.compile("''"),
    "‘": re.compile(r"(?:(?<=[.,?!…—-])|(?<!s))’(?!\w)"),
    "'": re.compile(r"(?:(?<=[.,?!…—-])|(?<!s))'(?![\w'])"),
}
"""What closes a mark. A single one after "s" may be a possessive, and closes only behind a stop."""

_EITHER_WAY = frozenset({'"', "''", "‘", "'"})
_PRINTED = frozenset({"“", '"', "''", "``", "«", "„"})
_LINE = re.compile(r"[^\n]+")
_STOPS = frozenset('.!?:"”’)')

LONG_LINE = 50
"""A shorter line is a heading or a whole paragraph, and never wrapped: our convention, as in the parse."""


class Quotation(Struct, frozen=True):
    """One stretch in quotation marks, marks included; `goes_on` where the paragraph ends before the quotation does."""

    span: Span
    goes_on: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in order, one for each paragraph a quotation runs through.

    Curly, straight, single and typewriter marks. A paragraph that ends inside a quotation is continued by the next one if
    that opens with a mark, as printers do; else a mark left open quotes nothing.
    """
    found: list[Quotation] = []
    paragraphs = list(_paragraphs(text))
    for at, span in enumerate(paragraphs):
        following = paragraphs[at + 1].text_of(text).lstrip() if at + 1 < len(paragraphs) else ""
        found += _of_paragraph(span.text_of(text), span.start, following)
    return tuple(found)


def _paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text. A long line that stops within a sentence runs on into the next, as typists wrap."""
    start = end = -1
    for line in _LINE.finditer(text):
        if start >= 0 and not _runs_on(text, end, line.start(), start):
            yield Span(start, end)
            start = -1
        start, end = (line.start() if start < 0 else start), line.end()
    if start >= 0:
        yield Span(start, end)


def _runs_on(text: str, end: int, following: int, start: int) -> bool:
    line = text[max(start, text.rfind("\n", 0, end) + 1) : end].rstrip()
    return text[end:following] == "\n" and len(line) >= LONG_LINE and line[-1] not in _STOPS


def _of_paragraph(paragraph: str, offset: int, following: str) -> Iterator[Quotation]:
    """A mark that nothing closes is sought an end once: none of its kind behind it finds one either."""
    at, open_ended = 0, set[str]()
    while mark := _OPENING.search(paragraph, at):
        at = mark.end()
        if not _may_open(paragraph, mark):
            continue
        kind = mark.group()
        closing = None if kind in open_ended else _CLOSING[kind].search(paragraph, mark.end())
        if closing:
            at = closing.end()
            yield Quotation(Span(offset + mark.start(), offset + at))
        elif kind in _PRINTED and following.startswith(kind):
            yield Quotation(Span(offset + mark.start(), offset + len(paragraph.rstrip())), goes_on=True)
            return
        else:
            open_ended.add(kind)


def _may_open(paragraph: str, mark: re.Match[str]) -> bool:
    """True but for a mark that could close as well and does not stand before a word and behind a gap."""
    before, after = paragraph[max(0, mark.start() - 1) : mark.start()], paragraph[mark.end() : mark.end() + 1]
    return mark.group() not in _EITHER_WAY or (bool(after.strip()) and not before.isalnum() and before not in {"’", "'"})
