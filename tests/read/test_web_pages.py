from datetime import date

import pytest

from waybill.errors import ReadError
from waybill.read.html import body_of

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}"><title>Crates seen off Najin | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Jane Doe">{date}</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Crates seen off Najin</h1>
<p>A ministry said that the ship carried &ldquo;up to 1,000 crates&rdquo; &amp; some fuel from Najin to Dunay</p>
<p>A second paragraph tells that 300 of them were assembled, according to a port worker who<br>asked not to be named.</p>
</article><footer>Copyright 2024 Harbour Post</footer></body></html>"""
DATED = '<meta property="article:published_time" content="2023-10-14T08:00:00Z">'


def page(date: str = DATED, charset: str = "utf-8") -> bytes:
    return PAGE.format(date=date, charset=charset).encode()


def test_a_page_gives_its_article_and_its_metadata() -> None:
    body = body_of(page())
    assert (body.title, body.author, body.publisher) == ("Crates seen off Najin", "Jane Doe", "Harbour Post")
    assert body.published == date(2023, 10, 14)


def test_paragraphs_stay_apart_and_the_title_is_not_repeated() -> None:
    assert body_of(page()).text == (
        "A ministry said that the ship carried “up to 1,000 crates” & some fuel from Najin to Dunay\n\n"
        "A second paragraph tells that 300 of them were assembled, according to a port worker who\nasked not to be named."
    )


def test_a_copyright_year_is_no_date() -> None:
    assert body_of(page(date="")).published is None


def test_the_declared_encoding_is_used() -> None:
    data = page(charset="windows-1252").decode().replace("&ldquo;", "“").encode("cp1252")
    assert "“up to" in body_of(data).text


def test_an_xml_declaration_does_no_harm() -> None:
    assert body_of(b'<?xml version="1.0" encoding="utf-8"?>\n' + page()).title == "Crates seen off Najin"


@pytest.mark.parametrize("data", [b"<html></html>", b"<p></p>", b"<html><body><nav><a href='/'>Home</a></nav></body></html>"])
def test_a_page_without_an_article_fails(data: bytes) -> None:
    with pytest.raises(ReadError, match="no article"):
        body_of(data)
