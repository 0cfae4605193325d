"""Quotation marks of every make, and whose words they hold."""

import pytest

from attributed import said
from waybill.extract.attribution.quotes import find_quotations


def quoted(text: str) -> list[str]:
    return [q.span.text_of(text) for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("opened", "closed"), (("“", "”"), ('"', '"'), ("''", "''"), ("``", "''"), ("«", "»"), ("‘", "’"), ("'", "'"))
)
def test_every_make_of_marks_is_read(opened: str, closed: str) -> None:
    words = f"{opened}We sold nothing,{closed}"
    assert quoted(f"{words} he said.") == [words]


def test_a_quotation_runs_through_paragraphs_that_each_open_with_a_mark() -> None:
    text = "“We sold nothing.\n\n“We never will,” he said."
    assert [(q.span.text_of(text), q.goes_on) for q in find_quotations(text)] == [
        ("“We sold nothing.", True),
        ("“We never will,”", False),
    ]


def test_a_mark_left_open_quotes_nothing() -> None:
    assert quoted('He sold "nothing at all.\nIt rained.') == []


def test_a_stray_mark_is_nobody() -> None:
    told = said("Arden that and „while who Monday counted denied depot near.")
    assert [source for _, source, cue in told if cue == "denied"] == [None]


def test_a_possessive_closes_no_single_mark() -> None:
    text = "‘The crews’ orders were plain,’ he said of the officers’ letter."
    assert quoted(text) == ["‘The crews’ orders were plain,’"]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert quoted("It's the crews' own fault, and the '90s were no better.") == []


def test_inches_open_no_quotation() -> None:
    assert quoted('A 6" gun and a 9" gun stood there.') == []


def test_a_quotation_that_the_cue_interrupts_has_one_speaker() -> None:
    text = '"We sold nothing," the envoy said, "and we never will."'
    assert {(source, cue) for _, source, cue in said(text)} == {("the envoy", "said")}


def test_the_next_sentence_in_marks_is_the_same_speakers() -> None:
    text = '"It is a lie," the envoy said. "We sent nothing to anybody."'
    assert said(text)[1] == ('"We sent nothing to anybody."', "the envoy", "said")


def test_a_paragraph_all_in_marks_goes_on_from_the_one_before() -> None:
    text = '"It is a lie," the envoy said.\n\n"We sent nothing to anybody."'
    assert said(text)[1] == ('"We sent nothing to anybody."', "the envoy", "said")


def test_a_sentence_in_marks_after_a_paraphrase_is_the_same_speakers() -> None:
    text = 'The port was never closed, Mr Voss said. "We worked through every night of it."'
    assert ('"We worked through every night of it."', "Mr Voss", "said") in said(text)


def test_a_verb_before_the_marks_introduces_them() -> None:
    assert said('Asked about it, the minister said only: "We have no comment."') == (
        ('"We have no comment."', "the minister", "said only"),
    )


def test_a_name_behind_a_dash_signs_a_quotation() -> None:
    assert said("“They emptied every depot we have.” — Anna Voss") == (
        ("“They emptied every depot we have.”", "Anna Voss", None),
    )


def test_the_title_of_a_programme_is_not_speech() -> None:
    assert said('The depots are empty, Mr Voss said on "Meet The Daily Press."') == (
        ("The depots are empty", "Mr Voss", "said"),
    )


def test_wrapped_lines_break_no_quotation() -> None:
    words = "“We sold nothing to anybody in that harbour, and nobody\nasked us to,”"
    assert quoted(f"{words} the envoy told reporters.") == [words]


def test_a_name_before_a_colon_says_what_follows_in_marks() -> None:
    assert said('Anna Voss: "They emptied every depot we have."') == (
        ('"They emptied every depot we have."', "Anna Voss", None),
    )


def test_a_short_reply_is_speech_where_its_speaker_follows_at_once() -> None:
    assert said('"Never," the envoy said.') == (('"Never,"', "the envoy", "said"),)


def test_a_quoted_word_is_not_speech() -> None:
    assert said('The "gift," a crate of shells, came by rail.') == ()


@pytest.mark.parametrize(
    "text", ('“The crates are full," she said.', "“Who paid for it all?’” she said.", "“They came back, ” she said.")
)
def test_ill_matched_marks_still_close_a_quotation(text: str) -> None:
    assert [(source, cue) for _, source, cue in said(text)] == [("she", "said")]


def test_who_stands_between_a_quotation_and_its_verb_said_it() -> None:
    text = '"We sold nothing to anybody," Mr Voss, 69, told the Sound Courier.'
    assert said(text) == (('"We sold nothing to anybody,"', "Mr Voss, 69", "told"),)


def test_words_in_marks_within_a_clause_are_said_by_who_says_the_clause() -> None:
    text = "Voss says the rumour Oslo denied yesterday is “nothing but an old wives’ tale”."
    assert {source for content, source, _ in said(text) if "tale" in content} == {"Voss"}


@pytest.mark.parametrize(
    "text",
    (
        'The captain thundered, "The crates were never ours to sell."',
        '"The crates were never ours to sell," the captain thundered in Oslo.',
    ),
)
def test_any_verb_may_introduce_what_a_comma_joins_to_it(text: str) -> None:
    assert [(source.lower(), cue) for _, source, cue in said(text) if source] == [("the captain", "thundered")]


def test_an_afterthought_is_the_same_speakers() -> None:
    assert said('"We saw no crates in the hold," he said. "None at all."')[1] == ('"None at all."', "he", "said")


def test_an_aim_introduces_no_quotation() -> None:
    text = 'Oslo needs a leader to counter the raids, and "not another lecture on patience".'
    assert said(text) == ()
