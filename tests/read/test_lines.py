"""The words of a line, with and without where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from waybill.read.lines import said_in, words_of


@given(st.text(alphabet="ab *_#>\\\t\n\ufeff\u00a0|", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_what_is_said_does_not_depend_on_where(text: str, start: int, end: int) -> None:
    assert said_in(text, start, end) == words_of(text, start, end).said
