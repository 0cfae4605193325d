"""What one file holds, before it is known whether and when it was put out."""

import re
from datetime import date

from msgspec import Struct

from waybill.model.document import Row
from waybill.model.span import Span

_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")


class Body(Struct, frozen=True):
    """The text of a file and what its format (not its words) says about it. `notes` are for the user, one line each.

    `furniture` are spans that the format shows to be no report: a byte order mark, a table's header, running page lines.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    page_starts: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    furniture: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


def printable(text: str) -> str:
    """The text with code points that no UTF-8 file can carry (or no reader shows) as U+FFFD; its length is kept."""
    return _UNPRINTABLE.sub("\ufffd", text)
