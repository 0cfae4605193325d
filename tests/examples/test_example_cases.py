"""The example cases hold together: their tables name files that exist, and their made parts are what the makers make."""

import csv
import importlib.util
import io
from pathlib import Path
from types import ModuleType

import pytest
from pypdf import PdfReader

from waybill.read.html import body_of

ROOT = Path(__file__).parents[2]
CASES = ("najin", "bandar")


def reports_of(case: str) -> set[str]:
    return {p.name for p in (ROOT / "examples" / case).iterdir()} - {"documents.csv"}


def typesetter() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_example_pdf", ROOT / "scripts" / "make_example_pdf.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words_of(pdf: bytes) -> list[str]:
    return [word for page in PdfReader(io.BytesIO(pdf)).pages for word in page.extract_text().split()]


@pytest.mark.parametrize("case", CASES)
def test_every_entry_of_documents_csv_names_a_report(case: str) -> None:
    with (ROOT / "examples" / case / "documents.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["path"] for row in rows} <= reports_of(case)
    assert all(None not in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("case", CASES)
def test_every_report_is_described_in_the_docs(case: str) -> None:
    page = (ROOT / "docs" / f"example-{case}.md").read_text(encoding="utf-8")
    assert [name for name in sorted(reports_of(case)) if f"`{name}`" not in page] == []


def test_the_rows_of_the_table_of_claims_fit_its_columns() -> None:
    with (ROOT / "examples" / "najin" / "analyst-claims.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert 8 <= len(rows) <= 12
    assert all(None not in row and None not in row.values() for row in rows)


def test_the_pdf_held_says_what_its_source_says() -> None:
    maker = typesetter()
    made = maker.typeset(maker.TEXT.read_text(encoding="utf-8"))
    held = maker.REPORT.read_bytes()
    assert words_of(held) == words_of(made)
    assert len(PdfReader(io.BytesIO(held)).pages) == 2


def test_typesetting_twice_gives_the_same_bytes() -> None:
    maker = typesetter()
    assert maker.typeset("# Title\nOne line.") == maker.typeset("# Title\nOne line.")


@pytest.mark.parametrize("name", sorted(n for n in reports_of("najin") if n.endswith(".html")))
def test_a_page_gives_its_article_and_not_its_menu(name: str) -> None:
    text = body_of((ROOT / "examples" / "najin" / name).read_bytes()).text
    assert "containers" in text
    assert "cookies" not in text and "Crossword" not in text and "Carriers |" not in text
