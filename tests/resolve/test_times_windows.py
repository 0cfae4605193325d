from datetime import date, timedelta

import pytest

from waybill.model.mention import Mention
from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.resolve.times.find import find_times
from waybill.settings import Settings

PUBLISHED = date(2023, 10, 14)


def mentions(text: str, published: date | None = PUBLISHED) -> tuple[Mention, ...]:
    (parsed,) = parse([text], Settings())
    return find_times(parsed, published)


def window_of(words: str, text: str, published: date | None = PUBLISHED) -> Window:
    (found,) = (m for m in mentions(text, published) if m.text == words)
    assert isinstance(found.value, Window)
    return found.value


def days(window: Window) -> str:
    """The four dates as month and day ("0907 0907 1001 1001"), "-" for an open one; with the year where it is not 2023."""
    edges = (window.start_earliest, window.start_latest, window.end_earliest, window.end_latest)
    return " ".join("-" if d is None else d.strftime("%m%d" if d.year == 2023 else "%Y%m%d") for d in edges)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("between 7 September and 1 October", "The ships called between 7 September and 1 October."),
        ("from 7 September to 1 October", "Five ships called from 7 September to 1 October."),
        ("7 September-1 October", "The count (7 September-1 October) stands."),
        ("September 7 through October 1, 2023", "It covers September 7 through October 1, 2023, in full."),
        ("2023-09-07 to 2023-10-01", "Window: 2023-09-07 to 2023-10-01."),
    ],
)
def test_two_dates_bound_one_stretch(words: str, text: str) -> None:
    window = window_of(words, text)
    assert days(window) == "0907 0907 1001 1001"
    assert window.edtf == "2023-09-07/2023-10-01"
    assert window.timex is None


def test_the_two_dates_of_a_range_are_mentions_too() -> None:
    found = [m.text for m in mentions("It happened between 7 September and 1 October.")]
    assert found == ["between 7 September and 1 October", "7 September", "1 October"]


@pytest.mark.parametrize("words", ["between {} and {}", "from {} to {}", "from {} through {}", "from {} until {}"])
def test_the_two_ends_of_a_range_are_plain_days(words: str) -> None:
    text = f"The ships called {words.format('7 September', '1 October')}."
    assert days(window_of("7 September", text)) == "0907 0907 0907 0907"
    assert days(window_of("1 October", text)) == "1001 1001 1001 1001"


@pytest.mark.parametrize(
    ("words", "text", "edtf"),
    [
        ("earlier this week", "He came earlier this week.", "2023-10-09/2023-10-14"),
        ("later this month", "He will come later this month.", "2023-10-14/2023-10-31"),
        ("this year", "They have fired it this year.", "2023-01-01/2023-10-14"),
        ("from 2012 until earlier this year", "He served from 2012 until earlier this year.", "2012/2023-10-14"),
    ],
)
def test_what_ends_or_begins_with_the_published_date_says_so_in_edtf(words: str, text: str, edtf: str) -> None:
    assert window_of(words, text).edtf == edtf


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("7-10 September", "The ship called on 7-10 September."),
        ("from 7 to 10 September", "It loaded from 7 to 10 September."),
        ("from the 7th to the 10th of September", "It loaded from the 7th to the 10th of September."),
        ("Between September 7 and 10", "Between September 7 and 10 it loaded."),
        ("Sept. 7-10, 2023", "Images of Sept. 7-10, 2023, show it."),
    ],
)
def test_days_of_one_month_bound_a_stretch(words: str, text: str) -> None:
    assert days(window_of(words, text)) == "0907 0907 0910 0910"


def test_listed_days_are_a_set_within_their_hull() -> None:
    window = window_of("7, 12 and 20 September", "It called on 7, 12 and 20 September.")
    assert window.edtf == "{2023-09-07,2023-09-12,2023-09-20}"
    assert days(window) == "0907 0907 0920 0920"


@pytest.mark.parametrize(
    ("words", "text", "dates"),
    [
        ("from mid-August through Oct. 14", "Trains ran from mid-August through Oct. 14.", "0811 0820 1014 1014"),
        ("between November 2022 and January", "It grew between November 2022 and January.", "20221101 20221130 0101 0131"),
        ("1 January to 30 June 2023", "The report covers 1 January to 30 June 2023.", "0101 0101 0630 0630"),
        ("the three weeks to 1 October", "In the three weeks to 1 October it sailed.", "0910 0910 1001 1001"),
        ("2022-23", "Output rose in 2022-23.", "20220101 20220101 1231 1231"),
    ],
)
def test_the_edges_of_a_range_are_as_loose_as_its_words(words: str, text: str, dates: str) -> None:
    assert days(window_of(words, text)) == dates


@pytest.mark.parametrize(
    ("words", "text", "dates"),
    [
        ("September", "In September the port was busy.", "0901 0901 0930 0930"),
        ("Last month", "Last month the envoy came.", "0901 0901 0930 0930"),
        ("late August", "It was loaded in late August.", "0821 0821 0831 0831"),
        ("the end of last year", "It came at the end of last year.", "20221101 20221101 20221231 20221231"),
        ("early 2024", "Deliveries go on in early 2024.", "20240101 20240101 20240430 20240430"),
        ("the first half of 2023", "Trade grew in the first half of 2023.", "0101 0101 0630 0630"),
        ("the second half of August", "In the second half of August traffic rose.", "0817 0817 0831 0831"),
        ("The first week of October", "The first week of October was quiet.", "1001 1001 1007 1007"),
        ("the last days of August", "It was loaded in the last days of August.", "0827 0827 0831 0831"),
        ("the week of 4 September", "It moved during the week of 4 September.", "0904 0904 0910 0910"),
        ("Earlier this week", "Earlier this week he said so.", "1009 1009 1014 1014"),
        ("this year", "They have fired it this year.", "0101 0101 1014 1014"),
        ("Last September", "Last September they met.", "0901 0901 0930 0930"),
    ],
)
def test_a_stretch_of_the_calendar_runs_from_its_first_day_to_its_last(words: str, text: str, dates: str) -> None:
    assert days(window_of(words, text)) == dates


@pytest.mark.parametrize(
    ("words", "text", "dates"),
    [
        ("7 September", "It has sailed since 7 September.", "0907 0907 0907 1014"),
        ("August", "Since at least August, ships have called.", "0801 0831 0801 1014"),
        ("the summer of 2022", "It has armed them since the summer of 2022.", "20220601 20220831 20220601 1014"),
        ("February 2022", "It has sent arms since the war began in February 2022.", "20220201 20220228 20220201 1014"),
        ("1 October", "By 1 October all had left.", "- - - 1001"),
        ("1 October", "As of 1 October, two had left.", "- - - 1001"),
        ("12 September", "It landed no later than 12 September.", "- - - 0912"),
        ("the end of September", "Before the end of September it arrived.", "- - - 0929"),
        ("1 October", "Until 1 October nothing moved.", "- - 1001 1001"),
        ("1 October", "After 1 October no voyage was seen.", "1002 1014 1002 1014"),
        ("September", "It has run from September.", "0901 0930 0901 -"),
        ("28 September", "Images from 28 September show trains.", "0928 0928 0928 0928"),
        ("1 October", "As at 1 October, two had left.", "- - - 1001"),
        ("the first of June", "It has sailed since the first of June.", "0601 0601 0601 1014"),
        ("spring", "It has been shut since spring.", "0301 0531 0301 1014"),
    ],
)
def test_the_preposition_sets_the_edges(words: str, text: str, dates: str) -> None:
    assert days(window_of(words, text)) == dates


@pytest.mark.parametrize(
    ("words", "text", "dates"),
    [
        ("recent weeks", "In recent weeks it has shipped arms.", "0819 0930 0930 1014"),
        ("the past two months", "Over the past two months it sent more.", "0814 0814 1014 1014"),
        ("Two weeks ago", "Two weeks ago the signal stopped.", "0927 1003 0927 1003"),
        ("recently", "The minister recently travelled there.", "0819 - - 1014"),
        ("currently", "The group currently holds the town.", "- 1014 1014 -"),
        ("the coming weeks", "More will come in the coming weeks.", "1014 - - -"),
        ("two weeks", "The ship will sail in two weeks.", "1014 1028 1014 1028"),
        ("ten days", "A second cargo is due within ten days.", "1014 1024 1014 1024"),
    ],
)
def test_words_that_count_from_the_published_date_are_as_loose_as_our_conventions(words: str, text: str, dates: str) -> None:
    assert days(window_of(words, text)) == dates


@pytest.mark.parametrize(
    ("words", "text", "dates"),
    [
        ("the same day", "It left on 12 September and arrived the same day.", "0912 0912 0912 0912"),
        ("the next day", "Five wagons left on 18 September; on the next day they came back.", "0919 0919 0919 0919"),
        ("eight days later", "It sailed on 12 September and, eight days later, landed.", "0920 0920 0920 0920"),
        ("a year later", "A deal was signed in July 2021 and, a year later, renewed.", "20220101 20220101 20221231 20221231"),
        (
            "Sept. 15 of that year",
            "A test was held on July 4, 2017, and one on Sept. 15 of that year.",
            "20170915 " * 3 + "20170915",
        ),
    ],
)
def test_some_times_count_from_what_the_text_last_spoke_of(words: str, text: str, dates: str) -> None:
    assert days(window_of(words, text)) == dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It sailed on 7 December.", date(2022, 12, 7)),
        ("It will sail on 7 December.", date(2023, 12, 7)),
        ("The talks are scheduled for 7 December.", date(2023, 12, 7)),
        ("It sailed on Friday.", date(2023, 10, 13)),
        ("The talks will be held on Friday.", date(2023, 10, 20)),
        ("It was extended until 9 November.", date(2023, 11, 9)),
        ("Neither of the ships could be found on Friday.", date(2023, 10, 13)),
        ("No ship could be found on Friday.", date(2023, 10, 13)),
        ("A ship could be found on Friday.", date(2023, 10, 20)),
        ("Shells hit the port on Friday.", date(2023, 10, 13)),
        ("It has set Friday as the day of the talks.", date(2023, 10, 20)),
        ("It set Friday as the day of the talks.", date(2023, 10, 13)),
    ],
)
def test_the_verb_tells_whether_a_date_lies_behind_or_ahead(text: str, day: date) -> None:
    (found,) = mentions(text)
    assert isinstance(found.value, Window)
    assert found.value.end_latest == day


def test_without_a_published_date_the_year_stays_open() -> None:
    found = mentions("Five ships called between 7 September and 1 October.", None)
    assert [m.unresolved for m in found] == ["year"] * 3
    assert [m.value.edtf for m in found if isinstance(m.value, Window)] == ["XXXX-09-07/XXXX-10-01", "XXXX-09-07", "XXXX-10-01"]
    assert all(isinstance(m.value, Window) and days(m.value) == "- - - -" for m in found)


def test_without_a_published_date_a_full_date_in_the_sentence_lends_its_year() -> None:
    assert (
        days(window_of("9 September", "It left on 7 September 2023 and landed on 9 September.", None)) == "0909 0909 0909 0909"
    )


def test_a_full_date_in_another_sentence_lends_nothing() -> None:
    found = mentions("The war began on 24 February 2022. The ship left on 7 September.", None)
    assert [m.unresolved for m in found] == [None, "year"]


@pytest.mark.parametrize(
    "text", ["It left last week.", "It left two weeks ago.", "In recent weeks it left.", "It left on Friday."]
)
def test_what_counts_from_an_unknown_published_date_says_so(text: str) -> None:
    (found,) = mentions(text, None)
    assert found.unresolved == "published date"


def test_what_counts_from_a_time_the_text_never_named_says_so() -> None:
    (found,) = mentions("Three days later it docked.")
    assert found.unresolved == "reference time"


def test_a_date_that_reads_both_ways_keeps_both_readings() -> None:
    (found,) = mentions("It left on 7/9/2023.")
    assert found.unresolved == "day or month first"
    assert [days(c) for c in found.candidates if isinstance(c, Window)] == ["0907 0907 0907 0907", "0709 0709 0709 0709"]


@pytest.mark.parametrize("offset", range(0, 400, 37))
def test_no_window_runs_backwards_whatever_the_published_date(offset: int) -> None:
    text = "Since March it sailed; between June and May, by Friday, this week, late winter, from 30 to 31 December, after July."
    assert mentions(text, PUBLISHED + timedelta(days=offset))


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    (
        ("dawn on Saturday", "It landed before dawn on Saturday.", "1014 1014 1014 1014"),
        ("the night of July 20", "It went through on the night of July 20.", "0720 0720 0720 0720"),
        ("August", "It stayed through August.", "- - 0801 0831"),
        ("between the 1st and the 20th of April", "It flew between the 1st and the 20th of April.", "0401 0401 0420 0420"),
        ("the last Sunday of January", "It left on the last Sunday of January.", "0129 0129 0129 0129"),
    ),
)
def test_where_days_end_and_begin(words: str, text: str, expected: str) -> None:
    assert days(window_of(words, text)) == expected


def test_the_following_season_follows_what_was_told() -> None:
    window = window_of(
        "between September 2011 and the following spring", "It ran between September 2011 and the following spring."
    )
    assert window.end_latest == date(2012, 5, 31)
