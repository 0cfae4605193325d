"""Web pages to a Body: the article without what surrounds it, and what the page's metadata say."""

import logging
import re

import trafilatura
from trafilatura.settings import Document as Article

from waybill.errors import ReadError
from waybill.read.body import Body, printable
from waybill.read.dates import date_of
from waybill.read.decoding import decode

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

HEAD_BYTES = 2048
"""Where a page declares its encoding: the HTML standard says within 1,024 bytes; some come late."""

DATES = {"extensive_search": False, "original_date": True}
"""Without these a copyright year becomes the date, and an update beats the first publication."""

SENTENCE_WORDS = 6
"""An article has at least one paragraph of so many words with a sentence's end: our convention; menus have none."""

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SENTENCE_END = re.compile(r"[.!?]")
_RUN_ON = re.compile(r"(?<![.!?:;\"”’)])\n(?=[a-zà-ÿ])")


def body_of(data: bytes) -> Body:
    """The article's text, a blank line between its paragraphs, without the title. Raises ReadError where there is none."""
    page, note = _decoded(data)
    article = _article(_DECLARATION.sub("", page))
    text = _paragraphs(article.text or "", article.title) if article else ""
    if not article or not any(map(_is_prose, text.split("\n\n"))):
        raise ReadError("no article in this page; save the text itself as .txt")
    return Body(
        text,
        title=article.title,
        publisher=article.sitename,
        author=article.author,
        url=article.url,
        published=date_of(article.date or ""),
        notes=(note,) if note else (),
    )


def _decoded(data: bytes) -> tuple[str, str | None]:
    """The page in the encoding that it declares, else as any text is decoded."""
    declared = _CHARSET.search(data[:HEAD_BYTES])
    if declared and declared[1].isascii():
        try:
            return printable(data.decode(declared[1].decode("ascii"))), None
        except (LookupError, UnicodeError, ValueError):
            pass
    text, note = decode(data)
    return printable(text), note


def _article(page: str) -> Article | None:
    # A broken page can lead the parsers below to any error; none of them may end the run.
    try:
        found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=DATES)
    except Exception as error:
        raise ReadError(f"broken page ({type(error).__name__}); save the text itself as .txt") from error
    return found if isinstance(found, Article) else None


def _is_prose(paragraph: str) -> bool:
    return len(paragraph.split()) >= SENTENCE_WORDS and _SENTENCE_END.search(paragraph) is not None


def _paragraphs(text: str, title: str | None) -> str:
    """A line that breaks off in the middle of a sentence stays a line; every other becomes a paragraph."""
    lines = printable(text).strip().split("\n")
    if title and lines[0].strip() == title.strip():
        lines = lines[1:]
    return re.sub(r"\n+", "\n\n", _RUN_ON.sub("\r", "\n".join(lines))).replace("\r", "\n").strip()
