"""Listed then, listed now: as far as days of listing and the editions held tell."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screened import AFTER, ANGARA, BEFORE, DELIVERED, DURING, PERSON, edition
from waybill.check.screening.days import days_of, listed_now, listed_then
from waybill.check.screening.held import Held
from waybill.model.listing import OFAC, Listing, SanctionsList

EARLIER = date(2022, 1, 1)
DAYS = days_of(DELIVERED)


def answers(one: Listing, *lists: SanctionsList) -> tuple[str, str]:
    held = Held(lists)
    entry, editions = held.entries[OFAC, one.id], held.editions(OFAC)
    return listed_then(entry, editions, DAYS).listed, listed_now(entry, editions).listed


@pytest.mark.parametrize(
    ("on", "off", "then", "now"),
    [
        ([BEFORE, AFTER], [], "yes", "yes"),
        ([DURING], [AFTER], "yes", "no"),
        ([AFTER], [BEFORE], "unknown", "yes"),
        ([BEFORE], [AFTER], "unknown", "no"),
        ([BEFORE], [], "unknown", "yes"),
        ([AFTER], [], "unknown", "yes"),
        ([date(2026, 1, 1)], [BEFORE, AFTER], "no", "yes"),
        ([EARLIER], [BEFORE, AFTER], "no", "no"),
        ([None], [], "unknown", "unknown"),
        ([None], [BEFORE, AFTER], "no", "no"),
    ],
)
def test_editions_answer_for_an_entry_without_a_day(on: list[date], off: list[date], then: str, now: str) -> None:
    lists = [*(edition(ANGARA, dated=day) for day in on), *(edition(dated=day) for day in off)]
    assert answers(ANGARA, *lists) == (then, now)


@pytest.mark.parametrize(
    ("since", "editions", "then"),
    [
        (EARLIER, [AFTER], "yes"),
        (EARLIER, [BEFORE], "unknown"),
        (DURING, [AFTER], "unknown"),
        (AFTER, [AFTER], "no"),
    ],
)
def test_a_day_of_listing_answers_with_an_edition_from_after_the_delivery(since: date, editions: list[date], then: str) -> None:
    one = replace(PERSON, listed_on=since)
    assert answers(one, *(edition(one, dated=day) for day in editions))[0] == then


def test_days_that_are_open_are_not_known() -> None:
    assert days_of(None) is None
    assert days_of(replace(DELIVERED, end_earliest=None, end_latest=None)) is None


@given(st.lists(st.tuples(st.integers(-900, 900), st.booleans()), min_size=1, max_size=6, unique_by=lambda one: one[0]))
def test_what_is_on_no_edition_but_later_ones_is_never_said_to_have_been_listed(spans: list[tuple[int, bool]]) -> None:
    assert DAYS is not None
    lists = [edition(*([ANGARA] if on else []), dated=DAYS.first + timedelta(days=day)) for day, on in spans]
    if not any(on for _, on in spans):
        return
    then, _ = answers(ANGARA, *lists)
    until = (DAYS.last - DAYS.first).days
    if then == "yes":
        assert any(on and day <= until for day, on in spans)
    if then == "no":
        assert not any(on and 0 <= day <= until for day, on in spans)
