from collections.abc import Callable
from datetime import date

import pytest

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.reference.calendar import DAY_NAMES, MONTHS, SHORTENED_DAYS
from waybill.reference.tables import rows_of
from waybill.resolve.times.anchored import EXAMPLES
from waybill.resolve.times.find import find_times
from waybill.resolve.times.plans import PLANS
from waybill.resolve.times.relation import RELATIONS, relation_at
from waybill.settings import Settings

PUBLISHED = date(2023, 10, 14)
"""A Saturday."""

Read = Callable[[str], tuple[Mention, ...]]

EVENTS = [row["example"] for row in rows_of("event_words.csv")]
PLANNED = [example for _, example in PLANS.values()]
BOUNDED = [example for _, example in RELATIONS.values()]
COUNTED = [example.rsplit(" = ", 1)[0].replace("[", "").replace("]", "") for example in EXAMPLES]


@pytest.fixture(scope="module")
def parsed() -> dict[str, Parse]:
    texts = [*EVENTS, *PLANNED, *BOUNDED, *COUNTED]
    return dict(zip(texts, parse(texts, Settings()), strict=True))


@pytest.mark.parametrize("text", EVENTS)
def test_an_event_that_the_text_dates_anchors_what_has_gone_on_since(text: str, parsed: dict[str, Parse]) -> None:
    (event,) = (m for m in find_times(parsed[text], PUBLISHED) if "13" not in m.text)
    assert isinstance(event.value, Window)
    assert event.value.start_earliest == event.value.start_latest == date(2023, 9, 13)
    assert event.value.end_latest == PUBLISHED
    assert event.value.inferred == 'date: "13 September 2023" elsewhere in the text'


@pytest.mark.parametrize("text", PLANNED)
def test_a_plan_puts_its_day_ahead(text: str, parsed: dict[str, Parse]) -> None:
    (friday,) = find_times(parsed[text], PUBLISHED)
    assert isinstance(friday.value, Window)
    assert friday.value.end_latest == date(2023, 10, 20)


@pytest.mark.parametrize(("relation", "text"), list(RELATIONS.values()))
def test_the_words_left_of_a_time_tell_the_limit_it_sets(relation: str, text: str, parsed: dict[str, Parse]) -> None:
    assert relation_at(parsed[text], parsed[text].word.index("August")) == relation


@pytest.mark.parametrize(("example", "text"), list(zip(EXAMPLES, COUNTED, strict=True)))
def test_a_count_from_a_day_or_an_event_is_one_time(example: str, text: str, parsed: dict[str, Parse]) -> None:
    words = example[example.index("[") + 1 : example.index("]")]
    (found,) = (m for m in find_times(parsed[text], PUBLISHED) if m.text == words)
    assert isinstance(found.value, Window)
    assert found.value.edtf == example.rsplit(" = ", 1)[1]


def test_every_name_of_a_month_or_a_weekday_is_known() -> None:
    months = [f"On 7 {name.capitalize()} 2022 it left." for name in MONTHS]
    days = [f"It left on {name}." for name in (*DAY_NAMES, *(f"{short}., Oct. 11" for short in SHORTENED_DAYS))]
    for text, parsed in zip([*months, *days], parse([*months, *days], Settings()), strict=True):
        assert find_times(parsed, PUBLISHED), text
