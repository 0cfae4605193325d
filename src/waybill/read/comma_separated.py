"""Comma-separated values (RFC 4180) with the place of every field, which the standard library does not tell."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from waybill.model.span import Span

DELIMITERS = (",", ";", "\t")
"""What spreadsheets write between fields; the first wins a tie."""


class Field(Struct, frozen=True):
    """One field: its words without quoting and outer blanks, and their span (which keeps doubled quotation marks doubled)."""

    text: str
    span: Span | None
    """None where the field is empty."""


def records(text: str, delimiter: str, start: int = 0) -> Iterator[tuple[Field, ...]]:
    """The records of a text from `start` on; lines without any words are left out.

    A quotation mark that never closes, or is followed by more words, is taken as a letter of an unquoted field.
    """
    field, at, record = _field(delimiter), start, list[Field]()
    while at < len(text):
        match = field.match(text, at)
        assert match is not None, "the pattern matches the empty field"
        record.append(_read(match))
        at = match.end()
        if match["end"] != delimiter:
            if any(f.span for f in record):
                yield tuple(record)
            record = []
    if any(f.span for f in record):
        yield tuple(record)


def delimiter_of(header: str) -> str:
    """What separates the fields of a header line."""
    return max(DELIMITERS, key=header.count)


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    end = rf"{delimiter}|\r\n|\n|\r|\Z"
    quoted = rf'[ ]*"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"[ ]*(?={end})'
    return re.compile(rf"(?:{quoted}|(?P<bare>[^{delimiter}\r\n]*+))(?P<end>{end})")


def _read(match: re.Match[str]) -> Field:
    group = "bare" if match["quoted"] is None else "quoted"
    said = match[group]
    words = said.strip()
    if not words:
        return Field("", None)
    start = match.start(group) + len(said) - len(said.lstrip())
    return Field(words.replace('""', '"') if group == "quoted" else words, Span(start, start + len(words)))
