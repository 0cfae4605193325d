"""PDF files to a Body: the words of every page, and where the pages begin."""

import io
import logging
import re
from collections import Counter
from itertools import accumulate

from msgspec import Struct
from pypdf import PdfReader

from waybill.errors import ReadError
from waybill.model.span import Span
from waybill.read.body import Body, printable

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

REPEATS = 3
"""On so many pages, or on all of fewer, a first or last line stands that is a running title: our convention."""

_HYPHENATED = re.compile(r"(?<=[a-z])(?:-\n|\u00ad\n?)(?=[a-z])")
_NUMBERS = re.compile(r"\d+")


def body_of(data: bytes) -> Body:
    """The text of all pages, words broken at a line's end made whole; running titles and page numbers are furniture.

    Raises ReadError where the file is encrypted, broken, or holds no text.
    """
    # A broken file can lead pypdf to any error; none of them may end the run.
    try:
        reader = _opened(data)
        pages = [_whole(printable(page.extract_text())) for page in reader.pages]
        title, author = _named(reader, pages)
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(
            f"broken PDF ({type(error).__name__}); repair it (qpdf in.pdf out.pdf) or save its text as .txt"
        ) from error
    if not any(page.strip() for page in pages):
        raise ReadError(f"no text in its {len(pages)} page(s), only images; make it searchable first (ocrmypdf)")
    pages = [page + "\n" for page in pages[:-1]] + pages[-1:]
    starts = tuple(accumulate((len(page) for page in pages[:-1]), initial=0))
    bare = [str(n) for n, page in enumerate(pages, start=1) if not page.strip()]
    return Body(
        "".join(pages),
        title=title,
        author=author,
        page_starts=starts,
        furniture=_running(pages, starts),
        notes=(f"no text on page(s) {', '.join(bare)}, perhaps images",) if bare else (),
    )


def _opened(data: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ReadError("encrypted; decrypt it first (qpdf --decrypt)")
    return reader


def _named(reader: PdfReader, pages: list[str]) -> tuple[str | None, str | None]:
    """Title and author of the file's metadata where the first page has them too, for many are a template's or a typist's."""
    first = " ".join(pages[0].split()).lower() if pages else ""
    told = (reader.metadata.title, reader.metadata.author) if reader.metadata else (None, None)
    title, author = (" ".join(str(name or "").split()) for name in told)
    return (title if title.lower() in first else "") or None, (author if author.lower() in first else "") or None


def _whole(page: str) -> str:
    """Words that a line's end breaks, made whole."""
    return _HYPHENATED.sub("", page)


def _running(pages: list[str], starts: tuple[int, ...]) -> tuple[Span, ...]:
    """The first and last lines that pages share but for their numbers, and bare page numbers.

    The lines next to them count where pages share them to the letter. In a text of two pages both begin, or end, alike.
    """
    edges = [(edge, start) for page, start in zip(pages, starts, strict=True) for edge in _edges(page)]
    times = Counter(edge.key for edge, _ in edges)
    least = max(2, min(REPEATS, len(pages)))
    found = (edge.span(start) for edge, start in edges if times[edge.key] >= least or edge.words.isdigit())
    return tuple(dict.fromkeys(found))


class _Edge(Struct, frozen=True):
    """A line near the top or the foot of a page: `place` 0 and 1 from the top, -1 and -2 from the foot."""

    words: str
    at: int
    place: int

    @property
    def key(self) -> tuple[int, str]:
        """What a running title has in common on all pages."""
        return self.place, _NUMBERS.sub("0", self.words) if self.place in (0, -1) else self.words

    def span(self, page_start: int) -> Span:
        """Where the line stands in the text."""
        return Span(page_start + self.at, page_start + self.at + len(self.words))


def _edges(page: str) -> list[_Edge]:
    """The two first and the two last lines of a page that have words."""
    lines = [(match[0].rstrip(), match.start()) for match in re.finditer(r"[^\s][^\n]*", page)]
    top, foot = range(min(2, len(lines))), range(-1, -min(2, len(lines)) - 1, -1)
    return [_Edge(words=lines[place][0], at=lines[place][1], place=place) for place in (*top, *foot)]
