"""Sets the think tank's report of examples/najin as a PDF: `python scripts/make_example_pdf.py`.

Same text in, same bytes out (for one version of fpdf2): the creation date is fixed. The text's marks, one block a
paragraph: `# ` title, `## ` heading, `- ` list entry, `| ` table row, a line `===` begins a page.
"""

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

TEXT = Path(__file__).with_name("tarn-institute.txt")
REPORT = Path(__file__).parents[1] / "examples" / "najin" / "tarn-institute.pdf"
INSTITUTE = "Tarn Institute for Maritime Evidence"
CREATED = datetime(2023, 10, 24, 8, 0, tzinfo=UTC)


class Sheet(FPDF):
    """A4 with the running head and page number that reports carry, so that readers of PDFs meet them."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, f"{INSTITUTE} | Report 2023/9", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, f"{self.page_no()}", align="C")


def typeset(text: str) -> bytes:
    """The report as the bytes of a PDF; `text` carries the marks named above and only Latin-1 characters."""
    sheet = Sheet()
    sheet.set_creation_date(CREATED)
    sheet.set_title(text.partition("\n")[0].removeprefix("# "))
    sheet.set_author("Ines Corvell, Pavel Ordan")
    for page in text.split("\n===\n"):
        sheet.add_page()
        for line in filter(None, page.splitlines()):
            _set(sheet, line)
    return bytes(sheet.output())


def _set(sheet: FPDF, line: str) -> None:
    match line.split(" ", 1):
        case ["#", words]:
            _write(sheet, words, size=20, height=11, style="B")
        case ["##", words]:
            _write(sheet, words, size=13, height=9, style="B")
        case ["-", words]:
            _write(sheet, f"\N{MIDDLE DOT} {words}")
        case ["|", words]:
            _row(sheet, [cell.strip() for cell in words.rstrip("|").split("|")])
        case _:
            _write(sheet, line)


def _write(sheet: FPDF, words: str, size: int = 11, height: float = 5.5, style: str = "") -> None:
    sheet.set_font("Helvetica", style=style, size=size)
    sheet.multi_cell(0, height, words, align="L", new_x="LMARGIN", new_y="NEXT")
    sheet.ln(2)


def _row(sheet: FPDF, cells: list[str]) -> None:
    sheet.set_font("Helvetica", size=10)
    for cell in cells:
        sheet.cell(sheet.epw / len(cells), 6.5, cell, border="B")
    sheet.ln()


if __name__ == "__main__":
    REPORT.write_bytes(typeset(TEXT.read_text(encoding="utf-8")))
