from collections.abc import Callable
from datetime import date

import pytest

from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.resolve.times.find import find_times
from waybill.settings import Settings

PUBLISHED = date(2023, 10, 14)
Reader = Callable[[str], list[tuple[str, Window]]]


def times(text: str, published: date | None = PUBLISHED) -> list[tuple[str, Window]]:
    (parsed,) = parse([text], Settings())
    return [(m.text, m.value) for m in find_times(parsed, published) if isinstance(m.value, Window)]


def test_a_range_of_two_dates_is_one_window() -> None:
    found = dict(times("The shipments took place between 7 September and 1 October, officials said."))
    window = found["between 7 September and 1 October"]
    assert (window.start_earliest, window.end_latest) == (date(2023, 9, 7), date(2023, 10, 1))


def test_without_a_published_date_the_year_stays_open() -> None:
    (parsed,) = parse(["The ship sailed on 7 September."], Settings())
    (mention,) = find_times(parsed, None)
    assert mention.unresolved == "year"
    assert isinstance(mention.value, Window)
    assert mention.value.edtf == "XXXX-09-07"


@pytest.mark.parametrize("text", ["It may ship 2000 shells.", "Troops march on.", "A second train left."])
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert times(text) == []
