"""Bytes to code points: nothing is normalised, and what had to be assumed is said."""

import codecs
import re

from waybill.errors import ReadError

SAMPLE_BYTES = 100_000
"""How much of a file is looked at to guess its encoding: our convention."""

MAX_CONTROL_SHARE = 0.05
"""More control characters than this are no text: our convention; reports have none but line ends, tabs and form feeds."""

FEW_HIGH_BYTES = 0.1
"""Up to this share of bytes above 127 a text that is no UTF-8 is English with curly quotes: our convention."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of a file, with its line ends and any UTF-8 byte order mark kept, and a note where an encoding was assumed.

    Raises ReadError where the bytes are no text.
    """
    text, note = _decoded(data)
    if "\x00" in text or len(_CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise ReadError("no text but binary data, or UTF-16 without a byte order mark; save it as UTF-8 text, HTML or PDF")
    return text, note


def _decoded(data: bytes) -> tuple[str, str | None]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace"), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _assumed(data)


def _assumed(data: bytes) -> tuple[str, str]:
    """Damaged UTF-8 keeps its sound letters; else English with few high bytes is Windows-1252, else the best guess."""
    damaged = data.decode("utf-8", errors="replace")
    lost = damaged.count("\ufffd")
    if sum(c > "\x7f" for c in damaged) > 2 * lost:
        return damaged, f"not valid UTF-8: {lost} damaged characters are shown as U+FFFD"
    name = "cp1252" if len(_HIGH.findall(data)) <= FEW_HIGH_BYTES * len(data) else _guess(data)
    return data.decode(name, errors="replace"), f"not UTF-8; read as {name}, which is assumed: save it as UTF-8 to be sure"


def _guess(data: bytes) -> str:
    import charset_normalizer  # noqa: PLC0415 - slow to import, and hardly a file needs it

    best = charset_normalizer.from_bytes(data[:SAMPLE_BYTES]).best()
    return best.encoding if best else "cp1252"
