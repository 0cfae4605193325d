import io

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from waybill.errors import ReadError
from waybill.read.pdf import body_of


def pdf(*pages: str) -> bytes:
    file = FPDF()
    file.set_font("helvetica", size=11)
    for page in pages:
        file.add_page()
        file.multi_cell(0, 6, page)
    return bytes(file.output())


def encrypted(data: bytes, password: str) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(data))), io.BytesIO()
    writer.encrypt(password, "owner", algorithm="AES-256")
    writer.write(out)
    return out.getvalue()


def test_every_page_is_found_where_it_begins() -> None:
    body = body_of(pdf("The ship left Najin.", "It reached Dunay."))
    assert [body.text[start:].split()[0] for start in body.page_starts] == ["The", "It"]


def test_words_broken_at_a_lines_end_are_whole() -> None:
    assert "munitions" in body_of(pdf("The crates held muni-\ntions from Najin.")).text


def test_running_titles_and_page_numbers_are_furniture() -> None:
    body = body_of(pdf(*(f"Harbour Post special\nThe ship {n} left.\nPage {n} of 3" for n in (1, 2, 3))))
    assert [s.text_of(body.text) for s in body.furniture] == [
        f"{line}" for n in (1, 2, 3) for line in ("Harbour Post special", f"Page {n} of 3")
    ]


def test_two_pages_that_begin_alike_have_a_running_title() -> None:
    body = body_of(
        pdf("Harbour Post special\nThe ship left.\nIt was late.", "Harbour Post special\nIt came back.\nIt is here.")
    )
    assert [s.text_of(body.text) for s in body.furniture] == ["Harbour Post special", "Harbour Post special"]


def test_a_page_number_below_a_running_title_is_furniture_and_a_sentence_there_is_not() -> None:
    body = body_of(pdf(*(f"Harbour Post special\n{n}\nThe ship {n} left.\nIt was late on day {n}.\nEnd" for n in (1, 2, 3))))
    assert [s.text_of(body.text) for s in body.furniture] == [
        line for n in (1, 2, 3) for line in ("Harbour Post special", f"{n}", "End")
    ]


def test_an_empty_password_opens_and_another_is_asked_for() -> None:
    data = pdf("The ship left Najin.")
    assert "Najin" in body_of(encrypted(data, "")).text
    with pytest.raises(ReadError, match=r"encrypted; decrypt it first \(qpdf --decrypt\)"):
        body_of(encrypted(data, "secret"))


def test_a_page_without_text_is_said_and_a_file_without_any_fails() -> None:
    assert body_of(pdf("The ship left Najin.", "")).notes == ("no text on page(s) 2, perhaps images",)
    with pytest.raises(ReadError, match="only images"):
        body_of(pdf("", ""))


@pytest.mark.parametrize("cut", [9, 300, 700])
def test_a_broken_file_fails_with_what_to_try(cut: int) -> None:
    with pytest.raises(ReadError, match=r"PDF|no text"):
        body_of(pdf("The ship left Najin.")[:cut])


def test_metadata_are_believed_where_the_first_page_has_them_too() -> None:
    file = FPDF()
    file.set_title("Crates seen off Najin")
    file.set_author("typist7")
    file.set_font("helvetica", size=11)
    file.add_page()
    file.multi_cell(0, 6, "Crates seen\noff Najin\nThe ship left.")
    body = body_of(bytes(file.output()))
    assert (body.title, body.author) == ("Crates seen off Najin", None)
