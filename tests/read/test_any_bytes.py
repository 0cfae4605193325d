import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waybill.model.document import Publication
from waybill.read.lines import words_of
from waybill.read.reports import read
from waybill.settings import Settings

PIECES = st.sampled_from(
    [
        "Source: ",
        "By Jane Doe",
        "SEOUL (AP) — ",
        " | ",
        "\r\n",
        "\n\n",
        "**",
        "# ",
        "\ufeff",
        "14 October 2023",
        "item,unit,x\n",
        '"',
        ",",
        "path,published\n",
        "<html><p>",
        "</p>",
        "<article>The ship left the port, they said.",
        "%PDF-1.7\n",
        "1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>",
        "https://",
        "Source: https://[",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=20), max_size=12).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass"))
ANYTHING = TEXTS | st.binary(max_size=200) | st.tuples(TEXTS, st.binary(max_size=30)).map(b"".join)


def read_bytes(data: bytes, name: str) -> tuple[Publication, ...]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_bytes(data)
        reading = read([Path(folder)], Settings())
    assert all("\n" not in failure.reason for failure in reading.failures)
    assert reading.publications or reading.failures
    return reading.publications


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".csv"])
@settings(max_examples=60, deadline=None)
@given(ANYTHING)
def test_no_bytes_raise_and_every_span_gives_its_words_back(suffix: str, data: bytes) -> None:
    for found in read_bytes(data, f"a{suffix}"):
        text = found.document.text
        text.encode()
        for span in found.furniture:
            assert 0 <= span.start < span.end <= len(text)
        for credit in found.credits:
            assert credit.span.end <= len(text)
            assert words_of(text, credit.span.start, credit.span.end).said == words_of(credit.name, 0, len(credit.name)).said
        for cell in (cell for row in found.rows for cell in row.cells):
            assert cell.text in (cell.span.text_of(text), cell.span.text_of(text).replace('""', '"'))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])), max_size=12).map("".join))
def test_no_words_are_ever_lost_from_plain_text(text: str) -> None:
    found = read_bytes(text.encode(), "a.txt")
    assert all(p.document.text == text for p in found)


@settings(max_examples=60, deadline=None)
@given(ANYTHING)
def test_no_list_of_documents_raises(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "documents.csv").write_bytes(data)
        Path(folder, "a.txt").write_text("A ship left.")
        assert len(read([Path(folder)], Settings()).publications) == 1
