import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from waybill.model.span import Span
from waybill.trace.word_codes import coded_words

WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
TEXTS = st.text(st.characters(max_codepoint=0xFFFE, exclude_categories=["Cs"]))


@given(TEXTS | st.text("aB1.,'’ \n"))
def test_words_stand_where_a_reader_sees_them(text: str) -> None:
    words = coded_words(text)
    assert list(zip(words.starts.tolist(), words.ends.tolist(), strict=True)) == [m.span() for m in WORD.finditer(text)]


def test_equal_words_have_equal_codes_and_others_do_not() -> None:
    one, again, other, turned = coded_words("Crates CRATES crate catres").codes
    assert one == again
    assert len({one, other, turned}) == 3


def test_what_starts_in_furniture_is_left_out() -> None:
    assert (
        coded_words("By Ann Lee. Two ships left", [Span(0, 10)]).codes.tolist() == coded_words("Two ships left").codes.tolist()
    )


def test_a_text_without_words_has_no_codes() -> None:
    assert not np.any(coded_words(" .,' ").codes) and not coded_words("").codes.size
