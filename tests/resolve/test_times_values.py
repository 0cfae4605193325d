from datetime import date

import pytest

from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.resolve.times.find import find_times
from waybill.settings import Settings

PUBLISHED = date(2023, 10, 14)


def values(text: str) -> dict[str, str]:
    """The TIMEX3 value of each expression, by its words."""
    (parsed,) = parse([text], Settings())
    found = find_times(parsed, PUBLISHED)
    return {m.text: m.value.timex.value for m in found if isinstance(m.value, Window) and m.value.timex}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It left on 7 September 2023.", "7 September 2023", "2023-09-07"),
        ("It left on September 7th, 2023.", "September 7th, 2023", "2023-09-07"),
        ("It left on Sunday, Oct. 1, at dawn.", "Sunday, Oct. 1", "2023-10-01"),
        ("On the 30th of December 2022 it left.", "the 30th of December 2022", "2022-12-30"),
        ("It left on 13/9/2023.", "13/9/2023", "2023-09-13"),
        ("It left on 7 September last year.", "7 September last year", "2022-09-07"),
        ("It left on Friday last week.", "Friday last week", "2023-10-06"),
        ("It left last week.", "last week", "2023-W40"),
        ("It left yesterday.", "yesterday", "2023-10-13"),
        ("It left on Thursday.", "Thursday", "2023-10-12"),
        ("They met this summer.", "this summer", "2023-SU"),
        ("It grew in the third quarter.", "the third quarter", "2023-Q3"),
        ("It grew in Q3 2022.", "Q3 2022", "2022-Q3"),
        ("It rose in the 1990s.", "the 1990s", "199"),
        ("It fell in the nineties.", "the nineties", "199"),
        ("It was built in the 20th century.", "the 20th century", "19"),
        ("It happened in nineteen ninety-seven.", "nineteen ninety-seven", "1997"),
        ("They were fewer a year ago.", "a year ago", "2022"),
        ("It called ten days ago.", "ten days ago", "2023-10-04"),
        ("They met on Christmas Eve.", "Christmas Eve", "2022-12-24"),
        ("It will grow in the first two quarters of 2024.", "the first two quarters of 2024", "2024-H1"),
        ("It sold 30 in the quarter a year ago.", "the quarter a year ago", "2022-Q3"),
        ("It sold 30 in the corresponding period last year.", "the corresponding period last year", "2022-Q3"),
        ("A depot burned in May 2023. Its guards fled that same day.", "that same day", "2023-05-XX"),
    ],
)
def test_dates(text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It docked at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2023-10-11T22:00"),
        ("It docked at 0430 GMT on 12 September.", "0430 GMT on 12 September", "2023-09-12T04:30"),
        ("It docked at 06:40 local time on Sunday 18 June.", "06:40 local time on Sunday 18 June", "2023-06-18T06:40"),
        ("It docked on the evening of 9 September.", "the evening of 9 September", "2023-09-09TEV"),
        ("It docked on Thursday night.", "Thursday night", "2023-10-12TNI"),
        ("It docked overnight.", "overnight", "2023-10-13TNI"),
        ("It docked this morning.", "this morning", "2023-10-14TMO"),
        ("It docked on Thursday. Cranes came in the morning.", "the morning", "2023-10-12TMO"),
        ("It docked in the early hours of Thursday.", "the early hours of Thursday", "2023-10-12TMO"),
    ],
)
def test_times_of_day(text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It took three weeks.", "three weeks", "P3W"),
        ("It took more than two years.", "more than two years", "P2Y"),
        ("It took 2 1/2 hours.", "2 1/2 hours", "PT2H30M"),
        ("It took a year and a half.", "a year and a half", "P1Y6M"),
        ("It took several months.", "several months", "PXM"),
        ("A 10-day voyage followed.", "10-day", "P10D"),
        ("It lasted for decades.", "decades", "PXE"),
        ("It took a couple of days.", "a couple of days", "P2D"),
        ("It shells the town daily.", "daily", "P1D"),
        ("A ship calls every two weeks.", "every two weeks", "P2W"),
        ("It calls each July.", "each July", "XXXX-07"),
        ("It is now in port.", "now", "PRESENT_REF"),
        ("It will soon leave.", "soon", "FUTURE_REF"),
        ("It recently left.", "recently", "PAST_REF"),
        ("Over the past decade it sold none.", "the past decade", "P10Y"),
        ("It made them over the past century.", "the past century", "P100Y"),
        ("It will send more in coming weeks.", "coming weeks", "PXW"),
        ("It will send more in future weeks.", "future weeks", "FUTURE_REF"),
        ("It ruled the strait for hundreds of years.", "hundreds of years", "PXY"),
        ("It sold 30 in the year-earlier nine months.", "the year-earlier nine months", "P9M"),
        ("It held a yearlong exercise.", "a yearlong", "P1Y"),
        ("It fought a decades-long war.", "a decades-long", "PXE"),
        ("It stayed for one day and left.", "one day", "P1D"),
        ("Then it one day left port.", "one day", "PAST_REF"),
        ("The crew spent one day loading it.", "one day", "P1D"),
        ("One day is enough to load it.", "One day", "P1D"),
    ],
)
def test_lengths_and_what_recurs_and_loose_words(text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


@pytest.mark.parametrize(
    "text",
    [
        "It may ship 1,000 containers, 2000 shells and 152 mm rounds.",
        "Troops march on the town.",
        "A second train left.",
        "He called Theresa May.",
        "Resolution 1874 forbids it, and resolution 2270 too.",
        "The 27-year-old captain and a crew of men 52 years old survived.",
        "It carried three-quarters of the load.",
        "The Hwasong-17, the Il-76 and the D-30 were shown.",
        "The ratio was 7/9.",
        "It must stop as soon as possible.",
        "Good Friday Agreement talks failed.",
        "The past three Julys were calm.",
        "The 7th ship left.",
        "It makes 10,000 tonnes annually.",
        "Output rose 20% yearly.",
        "Its average daily output fell.",
        "Guards walk the fence 24 hours a day.",
        "The quarter-to-quarter fall was small.",
        "Gabon went to the polls, and election day was calm.",
        "They spoke of the future of the alliance.",
        "For these gunrunners high noon comes.",
        "Police watched the annual March for Disarmament.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert values(text) == {}


def test_most_recently_is_no_time_beside_a_date() -> None:
    assert list(values("It has called there twice, most recently in May.")) == ["May"]


def test_a_year_goes_back_from_nine_months_to_the_year_and_from_a_quarter_to_the_quarter() -> None:
    quarter, months = "It sold 30 in the third quarter of 2023, up from 20 a year earlier.", "In the nine months it sold 90."
    assert values(quarter)["a year earlier"] == "2022-Q3"
    assert values(f"{quarter} {months} The year-earlier figure was 60.")["year-earlier"] == "2022"
    assert values(f"{quarter} {months} It sold 60 in the 2022 period.")["the 2022 period"] == "2022"
    assert values(f"{quarter} {months} In the year-earlier quarter it lost money.")["the year-earlier quarter"] == "2022-Q3"


def test_no_figures_are_reported_yet_of_a_quarter_that_lies_ahead() -> None:
    text = "Output fell in the third quarter and will fall in the fourth quarter. It had risen in the year-ago period."
    assert values(text)["the year-ago period"] == "2022-Q3"


def test_a_month_that_tells_which_event_is_meant_is_not_counted_from() -> None:
    assert "the week after last month" not in values("It was quiet in the week after last month's raid.")


def test_a_length_that_ends_with_a_day_is_one_time() -> None:
    found = values("In the three weeks to 1 October it sailed.")
    assert found == {"the three weeks to 1 October": "P3W", "1 October": "2023-10-01"}
    assert values("In the year to 1 October it sailed.")["the year to 1 October"] == "P1Y"


def test_a_span_leaves_the_preposition_out() -> None:
    assert list(values("Since at least August it has sailed.")) == ["August"]


def test_spans_are_the_words_they_cover() -> None:
    text = (
        "The ship, as two of the port's officials said, left in late\nAugust or on Sept. 7,\t2023, not by the end of that year."
    )
    (parsed,) = parse([text], Settings())
    found = find_times(parsed, PUBLISHED)
    assert [m.text for m in found] == ["late\nAugust", "Sept. 7,\t2023", "the end of that year"]
    assert all(m.span.text_of(text) == m.text for m in found)
