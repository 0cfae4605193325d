"""The lines of a text, and their words as a rule wants them: single blanks, no Markdown around them."""

import re
from collections.abc import Sequence

from msgspec import Struct

from waybill.model.span import Span

_LINE = re.compile("[^\r\n\ufeff]+")
_BREAK = re.compile(r"\r\n|\n|\r")
_TOKEN = re.compile(r"\S+")
_PLAIN = re.compile(r"[^\s*_#>\\\ufeff]+(?: [^\s*_#>\\\ufeff]+)*+")
"""Words that are as a rule wants them already: most are."""

_PART = re.compile(r"[^|·•]+")
_OPENING_MARKS = "*_#>\\\ufeff"
_CLOSING_MARKS = "*_#\\"


class Line(Struct, frozen=True):
    """One line with words in it, without the blanks around them. `set_off`: a blank line, or nothing, follows it."""

    span: Span
    set_off: bool


class Words(Struct, frozen=True):
    """The words of a stretch of text, joined by single blanks, and the offset in the text of each of their code points."""

    said: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Where the words [start, end) stand in the text."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, in order."""
    spans = [span for match in _LINE.finditer(text) if (span := _stripped(text, *match.span()))]
    after = [span.start for span in spans[1:]] + [len(text)]
    last = len(spans) - 1
    return [Line(s, n == last or _blank_line_in(text, s.end, after[n])) for n, s in enumerate(spans)]


def parts_of(text: str, line: Span) -> list[Words]:
    """The words of a line, of each part by itself where bars part them ("By Jane Doe | 14 October 2023")."""
    return [words for m in _PART.finditer(text, line.start, line.end) if (words := words_of(text, *m.span())).said]


def words_of(text: str, start: int, end: int) -> Words:
    """The words of a stretch of text; marks of Markdown around a word are no part of it."""
    if _PLAIN.fullmatch(text, start, end):
        return Words(text[start:end], range(start, end))
    said, offsets = list[str](), list[int]()
    for match in _TOKEN.finditer(text, start, end):
        opened = match[0].lstrip(_OPENING_MARKS)
        if token := opened.rstrip(_CLOSING_MARKS):
            first = match.end() - len(opened)
            offsets += [first - 1] if said else []
            offsets += range(first, first + len(token))
            said.append(token)
    return Words(" ".join(said), tuple(offsets))


def said_in(text: str, start: int, end: int) -> str:
    """What `words_of` says, without where: most lines are only looked at."""
    if _PLAIN.fullmatch(text, start, end):
        return text[start:end]
    opened = (word.lstrip(_OPENING_MARKS) for word in text[start:end].split())
    return " ".join(filter(None, (word.rstrip(_CLOSING_MARKS) for word in opened)))


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    start += len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip())) if line.strip() else None


def _blank_line_in(text: str, start: int, end: int) -> bool:
    return len(_BREAK.findall(text, start, end)) > 1
