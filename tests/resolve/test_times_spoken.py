"""What words that count from the text count from: the last day told, never a bare year, nor the end of an earlier range."""

from datetime import date

import pytest

from waybill.model.mention import Mention
from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.resolve.times.find import find_times
from waybill.settings import Settings

PUBLISHED = date(2024, 10, 23)


def found(words: str, text: str, published: date | None = PUBLISHED) -> Mention:
    (parsed,) = parse([text], Settings())
    (mention,) = (m for m in find_times(parsed, published) if m.text == words)
    return mention


@pytest.mark.parametrize(
    ("words", "text", "edtf"),
    [
        ("the following month", "As at 30 June 2024 it held 90 men, from 400 in 2020. It fell the following month.", "2024-07"),
        ("the following week", "On 3 June 2024 it held 90, in 2020 400. It fell the following week.", "2024-06-10/2024-06-16"),
        ("Two days later", "It left on 3 June 2024, in a class built in 2008. Two days later it sank.", "2024-06-05"),
        ("The following month", "Trials ran from May to July. The following month it left.", "2024-08"),
        ("That night", "On 15 July a boat came. Patrols ran from 1 May to 30 June. That night we left.", "2024-07-15"),
        ("that morning", "A truck came on Monday. Later that night and that morning two more came.", "2024-10-21"),
        ("The following day", "On 15 July a boat came. That night we left. The following day a second one came.", "2024-07-16"),
        ("The following day", "It loaded from 7 to 10 September. The following day it left.", "2024-09-11"),
        ("The previous day", "It loaded from 7 to 10 September. The previous day it was empty.", "2024-09-06"),
        ("the day before", "It loaded from 7 September to 10 September and was empty the day before.", "2024-09-06"),
        ("The next day", "It called on 7, 12 and 20 September. The next day it left.", "2024-09-21"),
        ("The next day", "On 13/9/2024 it came. On 7/9/2024 it moved. The next day it sank.", "2024-09-08"),
        ("The next day", "On 3 June 2024 it left. On 7/9/2024 it moved. The next day it sank, on 13/9/2024.", "2024-09-08"),
        ("The next morning", "A truck came on Monday. The next morning it was gone.", "2024-10-22"),
        (
            "The following day",
            "On 15 July a boat came. It had been on patrol from 1 May to 30 June. It was late. The following day we left.",
            "2024-07-16",
        ),
    ],
)  # fmt: skip
def test_words_count_from_the_nearest_time_as_fine_as_they_are(words: str, text: str, edtf: str) -> None:
    mention = found(words, text)
    assert isinstance(mention.value, Window)
    assert (mention.value.edtf, mention.unresolved) == (edtf, None)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("the following month", "The yard was built in 2020. It closed the following month."),
        ("the following month", "It rose in summer 2023. It closed the following month."),
        ("A week later", "It left in 2019. A week later it came back."),
        ("Eight months later", "It was sold in 2019. Eight months later it sank."),
        ("That night", "It was sold in June. That night it left."),
        ("The following morning", "On 3 June 2024 it was sold. It had called in May. The following morning it left."),
        ("That night", "It loaded from 7 to 10 September. That night it left."),
    ],
)
def test_what_has_nothing_fine_enough_to_count_from_says_so(words: str, text: str) -> None:
    mention = found(words, text)
    assert mention.unresolved == "reference time"
    assert mention.candidates == ()


@pytest.mark.parametrize("words", ["The following day", "Two days later"])
def test_a_day_told_and_a_range_after_it_both_stay_candidates(words: str) -> None:
    mention = found(words, f"We met on 3 July. It was on patrol from 7 to 10 September. {words} it left.")
    days = 1 if words == "The following day" else 2
    assert mention.unresolved == "reference time"
    assert [c.start_earliest for c in mention.candidates if isinstance(c, Window)] == [
        date(2024, 7, 3 + days),
        date(2024, 9, 10 + days),
    ]


def test_nothing_is_counted_across_a_day_that_stayed_open() -> None:
    mention = found("that night", "On 7 September 2023 it left. It came on Monday, and that night it burned.", None)
    assert mention.unresolved == "reference time"


def test_nothing_is_counted_across_a_day_in_either_order() -> None:
    mention = found("The next day", "On 3 June 2024 it left. On 7/9/2024 it moved. The next day it sank.")
    assert mention.unresolved == "reference time"
