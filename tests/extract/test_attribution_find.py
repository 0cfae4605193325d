"""Who says what, from text to attribution."""

from collections.abc import Callable

import pytest

from waybill.extract.attribution.find import find_attributions
from waybill.model.claim import Attribution
from waybill.model.document import Document, DocumentId, Publication
from waybill.model.span import Span
from waybill.parse.english import parse
from waybill.settings import Settings

Reader = Callable[..., tuple[tuple[str, str | None, str | None], ...]]


def _publication(text: str, furniture: tuple[Span, ...] = ()) -> Publication:
    return Publication(DocumentId("d"), Document(text, "0", "0"), "report.txt", furniture=furniture)


def _words(text: str, attribution: Attribution) -> tuple[str, str | None, str | None]:
    content = " | ".join(s.text_of(text) for s in attribution.content)
    source = attribution.source.text_of(text) if attribution.source else None
    return content, source, attribution.cue.text_of(text) if attribution.cue else None


@pytest.fixture(scope="session")
def said() -> Reader:
    """Reads a text and gives (content, source, cue) of each statement, as words."""

    def read(text: str, furniture: tuple[Span, ...] = ()) -> tuple[tuple[str, str | None, str | None], ...]:
        (parsed,) = parse([text], Settings())
        return tuple(_words(text, a) for a in find_attributions(parsed, (), _publication(text, furniture)))

    return read


def test_a_reported_clause_has_its_speaker_and_cue(said: Reader) -> None:
    assert said("Officials said the freighter left on Monday.") == (("the freighter left on Monday", "Officials", "said"),)


def test_nothing_in_furniture_is_a_claim(said: Reader) -> None:
    text = "Officials said the freighter left on Monday."
    assert said(text, (Span(0, len(text)),)) == ()
