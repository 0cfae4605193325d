from datetime import date

import pytest

from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.resolve.times.find import find_times
from waybill.settings import Settings

PUBLISHED = date(2023, 10, 14)


def told(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    """The words of each time, and its EDTF or else why it has none."""
    (parsed,) = parse([text], Settings())
    found = find_times(parsed, published)
    assert all(m.span.text_of(text) == m.text for m in found)
    return [(m.text, m.unresolved or (m.value.edtf if isinstance(m.value, Window) else None)) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It left on 31 February 2023.", [("31 February 2023", "no such day")]),
        ("It left on 31 April.", [("31 April", "no such day")]),
        ("It left on Feb. 29, 2023.", [("Feb. 29, 2023", "no such day")]),
        ("It left on 2023-02-30.", [("2023-02-30", "no such day")]),
        ("It left on 31/31/2023.", [("31/31/2023", "no such day")]),
        ("It called on 29, 30 and 31 June 2023.", [("29, 30 and 31 June 2023", "no such day")]),
        ("It left on the 32nd of May 2023.", [("May 2023", "2023-05")]),
        ("It left on 13/9/23.", [("13/9/23", "2023-09-13")]),
        ("It left on 7 September '98.", [("7 September '98", "1998-09-07")]),
        ("On 9 September 25,000 crates left.", [("9 September", "2023-09-09")]),
        ("It will leave on 7/9/2031.", [("7/9/2031", "day or month first")]),
        ("It left on ٧ September ٢٠٢٣.", [("٧ September ٢٠٢٣", "2023-09-07")]),
        ("It left on 7 September ２０２３.", [("7 September ２０２３", "2023-09-07")]),
        ("It left on 7\u200b September 2023.", [("7\u200b September 2023", "2023-09-07")]),
        ("It left in 20\u200b23.", []),
        ("It left on 1.234,56 or 12:99.", []),
        (f"It left on {'9' * 400} September 2023.", [("September 2023", "2023-09")]),
    ],
)
def test_odd_dates_are_read_or_say_why_not(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_two_figures_of_a_year_stay_open_where_no_date_is_known() -> None:
    assert told("It left on 7 September '98 and on 13/9/23.", None) == [("7 September '98", "year"), ("13/9/23", "year")]


def test_the_order_of_day_and_month_follows_the_other_dates_of_the_text() -> None:
    assert told("It left on 7/9/2023 and landed on 25/9/2023.") == [("7/9/2023", "2023-09-07"), ("25/9/2023", "2023-09-25")]


def test_dates_in_both_orders_settle_no_third() -> None:
    assert ("7/9/2023", "day or month first") in told("On 7/9/2023, on 25/9/2023 and on 9/25/2023.")


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31), date(2099, 1, 1)])
def test_no_published_date_breaks_the_calendar(published: date) -> None:
    text = (
        "Next year, 9,000 years ago, in 5000 centuries, the next 9999 decades, since May, by Friday, in recent weeks, 1-3 July."
    )
    assert told(text, published)
