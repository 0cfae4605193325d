"""What the parse room promises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waybill.errors import MissingModelError
from waybill.parse import english
from waybill.parse.english import parse
from waybill.settings import Settings


def test_a_text_in_pieces_keeps_every_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Two trains left Khasan. Nobody said why.\n\nA third followed in the rain, an official said. " * 4
    monkeypatch.setattr(english, "MAX_PIECE", 60)
    (parsed,) = parse([text], Settings())
    assert all(text[s:e] == w for s, e, w in zip(parsed.start, parsed.end, parsed.word, strict=True))
    assert [t for first, last in parsed.sentences for t in range(first, last)] == list(range(len(parsed)))


def test_equal_neighbours_stay_two_texts() -> None:
    assert len(list(parse(["A ship left.", "A ship left.", ""], Settings()))) == 3


def test_a_headline_does_not_run_into_the_first_sentence() -> None:
    (parsed,) = parse(["Crates on the quay\nThe port was busy on Friday."], Settings())
    assert [parsed.word[first] for first, _ in parsed.sentences] == ["Crates", "The"]


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    (parsed,) = parse(["The freighter had been seen at the pier on three days of\nthe week, the analysts wrote."], Settings())
    assert len(parsed.sentences) == 1


def test_a_missing_pipeline_says_what_to_try() -> None:
    with pytest.raises(MissingModelError, match="no_such_pipeline: not installed; run `make account`"):
        list(parse(["A ship left."], Settings(language_model="no_such_pipeline")))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_comes_out_with_its_own_words(text: str) -> None:
    (parsed,) = parse([text], Settings())
    assert all(text[s:e] == w for s, e, w in zip(parsed.start, parsed.end, parsed.word, strict=True))
    assert "".join(parsed.word) == "".join(text.split())


@pytest.mark.parametrize("text", [" .", "\r-", "\u2028."])
def test_white_space_that_heads_a_sentence_holds_nothing_up(text: str) -> None:
    (parsed,) = parse([text], Settings())
    assert parsed.word == (text[-1],)


def test_how_far_a_long_text_is_parsed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(english, "MAX_PIECE", 40)
    told: list[float] = []
    list(parse(["A ship left.", "Two trains left Khasan. Nobody said why.\n\n" * 3], Settings(), told.append))
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("number", ["900", "1,000", "40"])
def test_up_to_a_number_bounds_what_was_sent(number: str) -> None:
    (parsed,) = parse([f"North Korea sent up to {number} crates of shells to Russia."], Settings())
    crates = parsed.word.index("crates")
    assert (parsed.dep[crates], parsed.word[parsed.head[crates]]) == ("dobj", "sent")
    assert parsed.word[parsed.head[parsed.word.index("up")]] == number


def test_a_long_line_above_or_below_what_is_no_report_ends_its_sentence() -> None:
    headline, byline = "Senior aides in three capitals: 90 attack drones flown to Sudan", "By Lena Marsh"
    text = f"{headline} \n{byline}\nThe planes landed on Friday."
    edges = (text.index(byline), text.index(byline) + len(byline))
    (parsed,) = parse([text], Settings(), edges=[edges])
    assert {text.index(byline), text.index("The planes")} <= {parsed.start[first] for first, _ in parsed.sentences}
