"""Plain text and Markdown to a Body: the file's text, unchanged."""

from waybill.model.span import Span
from waybill.read.body import Body
from waybill.read.decoding import decode


def body_of(data: bytes) -> Body:
    """The file's text with its line ends; a byte order mark stays and is furniture. Raises ReadError for binary data."""
    text, note = decode(data)
    return Body(text, furniture=(Span(0, 1),) if text.startswith("\ufeff") else (), notes=(note,) if note else ())
