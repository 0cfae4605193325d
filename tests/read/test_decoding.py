import pytest

from waybill.errors import ReadError
from waybill.read.decoding import decode

WORDS = "The minister’s “crates” left at 5 °C – or so they say; nobody else has seen them, and nobody else was asked."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_unicode_with_its_mark_needs_no_assumption(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == (WORDS, None)


def test_a_byte_order_mark_and_line_ends_stay_in_the_text() -> None:
    assert decode("a\r\nb\rc".encode("utf-8-sig"))[0] == "\ufeffa\r\nb\rc"


def test_windows_quotation_marks_are_read_and_the_assumption_is_said() -> None:
    text, note = decode(WORDS.encode("cp1252"))
    assert text == WORDS
    assert note and "cp1252" in note


def test_damage_in_utf8_is_shown_and_counted() -> None:
    text, note = decode(WORDS.encode() + b" \xff end")
    assert text == WORDS + " \ufffd end"
    assert note and "1 damaged" in note


def test_another_alphabet_is_guessed() -> None:
    words = "Корабль вышел из порта с контейнерами, сообщил представитель министерства в пятницу вечером. " * 3
    text, note = decode(words.encode("cp1251"))
    assert "Корабль" in text
    assert note


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(range(32)) * 9, "utf-16 without a mark".encode("utf-16-le"), b"a\x00b"])
def test_binary_data_are_no_text(data: bytes) -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(data)
