"""Reads who says what in a text, for tests."""

from datetime import date

from waybill.extract.attribution.find import find_attributions
from waybill.model.claim import Attribution, Source
from waybill.model.document import Document, DocumentId, Publication
from waybill.model.parse import Parse
from waybill.model.span import Span
from waybill.parse.english import parse
from waybill.settings import Settings

Told = tuple[str, str | None, str | None]
"""Content, its parts joined by " | ", with source and cue, as words."""


_PARSES: dict[str, Parse] = {}


def parsed(text: str) -> Parse:
    """The parse of a text, made once."""
    if text not in _PARSES:
        parsed_all((text,))
    return _PARSES[text]


def parsed_all(texts: tuple[str, ...]) -> None:
    """Parses many texts at once, for `parsed`."""
    _PARSES.update(zip(texts, parse(texts, Settings()), strict=True))


def attributions(
    text: str, furniture: tuple[Span, ...] = (), publisher: str | None = None, published: date | None = date(2024, 5, 10)
) -> tuple[Attribution, ...]:
    """The attributed statements of a text put out by that publisher on that day."""
    document = Document(text, "0", "0")
    publication = Publication(
        DocumentId("d"), document, "report.txt", publisher=publisher, published=published, furniture=furniture
    )
    return find_attributions(parsed(text), (), publication)


def said(text: str) -> tuple[Told, ...]:
    """The statements of a text as words, without those that only pass another on."""
    return tuple(told(text, a) for a in attributions(text) if not a.passing)


def told(text: str, attribution: Attribution) -> Told:
    """One statement as words."""
    content = " | ".join(s.text_of(text) for s in attribution.content)
    source = attribution.source.text_of(text) if attribution.source else None
    return content, source, attribution.cue.text_of(text) if attribution.cue else None


def speaker(text: str, source: str, publisher: str | None = None) -> Source:
    """Who the first source of these words stands for."""
    return next(a.speaker for a in attributions(text, publisher=publisher) if a.speaker and a.speaker.text == source)
