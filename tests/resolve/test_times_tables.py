from collections.abc import Callable
from datetime import date
from string import capwords

import pytest

from waybill.model.mention import Mention
from waybill.model.parse import Parse
from waybill.model.time import Window
from waybill.parse.english import parse
from waybill.reference.calendar import DAY_NAMES, MONTHS, SHORTENED_DAYS
from waybill.reference.tables import rows_of
from waybill.resolve.times.anchored import EXAMPLES
from waybill.resolve.times.clock import HALVES
from waybill.resolve.times.direction import ONE_FORM
from waybill.resolve.times.find import find_times
from waybill.resolve.times.lexicon import DAYPARTS, ORDINALS, SEASONS, UNITS
from waybill.resolve.times.named import CONTESTS, MAKES, NAMING
from waybill.resolve.times.plans import PLANS
from waybill.resolve.times.plausible import AGED, IN_TITLES, MONEY, NUMBERED
from waybill.resolve.times.recurring import FIXED_DAYS, MOVING_DAYS
from waybill.resolve.times.relation import RELATIONS, relation_at
from waybill.resolve.times.window import SIXTHS
from waybill.resolve.times.words import FUTURE, PAST, PRESENT
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


def values(texts: list[str]) -> list[str | None]:
    """The TIMEX3 value of the one time of each text, None where there is none."""
    found = [find_times(parsed, PUBLISHED) for parsed in parse(texts, Settings())]
    return [m[0].value.timex.value if m and isinstance(m[0].value, Window) and m[0].value.timex else None for m in found]


def test_every_season_part_of_the_day_and_unit_has_its_value() -> None:
    seasons, parts, units = list(SEASONS), list(DAYPARTS), [u for u in UNITS if u != "weekend"]
    assert values([f"It left in the {s} of 2022." for s in seasons]) == [f"2022-{SEASONS[s]}" for s in seasons]
    assert values([f"It left on Friday {p}." for p in parts]) == [f"2023-10-13T{DAYPARTS[p]}" for p in parts]
    told = values([f"It lasted for three {'centurie' if u == 'century' else u}s." for u in units])
    assert told == ["PT3S", "PT3M", "PT3H", "P3D", "P3D", "P3W", "P6W", "P3M", "P9M", "P3Y", "P30Y", "P300Y"]


def test_every_ordinal_counts_quarters_or_weeks() -> None:
    assert values([f"It grew in the {o} quarter of 2022." for o in ORDINALS]) == [f"2022-Q{n}" for n in ORDINALS.values()]


def test_every_holiday_falls_on_its_day() -> None:
    fixed = values([f"They met on {capwords(name)}, 2022." for name in FIXED_DAYS])
    assert fixed == [f"2022-{month:02}-{day:02}" for month, day in FIXED_DAYS.values()]
    moving = values([f"They met on {capwords(name)}, 2022." for name in MOVING_DAYS])
    assert moving == ["2022-11-24", "2022-11-24", "2022-09-05", "2022-11-08"]


@pytest.mark.parametrize(("phrases", "value"), [(PRESENT, "PRESENT_REF"), (PAST, "PAST_REF"), (FUTURE, "FUTURE_REF")])
def test_every_loose_phrase_is_known(phrases: tuple[str, ...], value: str) -> None:
    before = {"recent past": "in ", "the past": "in ", "moment": "", "future": "in ", "term": "in "}
    texts = [f"It will sail {next((b for end, b in before.items() if p.endswith(end)), '')}{p}." for p in phrases]
    assert dict(zip(phrases, values(texts), strict=True)) == dict.fromkeys(phrases, value)


def test_every_part_of_a_month_keeps_its_sixths() -> None:
    ends = (0, 5, 10, 15, 20, 25, 30)
    for words, (low, high) in SIXTHS.items():
        joined = f"the {words} of" if words in ("end", "start", "beginning", "close", "middle") else words
        ((month, *_),) = (find_times(p, PUBLISHED) for p in parse([f"It left in {joined} September 2022."], Settings()))
        assert isinstance(month.value, Window)
        first, last = month.value.start_earliest, month.value.end_latest
        assert first and last and (first.day, last.day) == (ends[low] + 1, ends[high]), words


def test_a_verb_of_one_form_is_not_taken_for_its_present() -> None:
    assert values([f"Heavy shells {verb} the port on Friday." for verb in sorted(ONE_FORM)]) == ["2023-10-13"] * len(ONE_FORM)


@pytest.mark.parametrize("word", sorted(NUMBERED))
def test_what_is_numbered_is_no_year(word: str) -> None:
    assert values([f"It cites {word} 1874."]) == [None]


@pytest.mark.parametrize("sign", sorted(MONEY))
def test_money_is_no_year(sign: str) -> None:
    assert values([f"It cost {sign}2000 in all."]) == [None]


@pytest.mark.parametrize("word", sorted(IN_TITLES))
def test_a_capital_on_a_common_word_marks_a_title(word: str) -> None:
    assert values([f"He told This {word.title()} so."]) == [None]


@pytest.mark.parametrize("make", sorted(MAKES))
def test_the_year_of_a_car_is_no_time(make: str) -> None:
    assert values([f"They burned his 2019 {make.title()} at night."]) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 Kamaz was sanctioned.",
        "In 2019 Toyota recalled trucks.",
        "In 2019 Mercedes left Russia.",
        "By 2019 Kamaz had sold them.",
        "Since 2019 Kamaz has sold them.",
    ],
)
def test_a_year_behind_a_preposition_is_no_car_s(text: str) -> None:
    assert values([text]) == ["2019"]


@pytest.mark.parametrize("word", sorted(CONTESTS))
def test_the_year_of_a_contest_is_one_whoever_pays_for_it(word: str) -> None:
    assert values([f"She won the 2019 Volvo {word.title()}."]) == ["2019"]


@pytest.mark.parametrize("word", sorted(NAMING))
def test_a_capital_before_a_time_or_an_article_marks_a_name(word: str) -> None:
    assert values([f"They wrote of the Black {word.title()} there."]) == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They went to the March for Life.", None),
        ("They joined the Women's March there.", None),
        ("They watched High Noon there.", None),
        ("It cited the 2023 Ford report.", "2023"),
        ("It left in March.", "2023-03"),
        ("It left at noon.", "2023-10-14T12:00"),
        ("It left at high noon.", "2023-10-14T12:00"),
        ("The March attack failed.", "2023-03"),
    ],
)
def test_names_made_of_times_are_told_from_times(text: str, value: str | None) -> None:
    assert values([text]) == [value]


@pytest.mark.parametrize("word", sorted(AGED))
def test_an_age_is_no_time(word: str) -> None:
    assert values([f"The crew were 52 years {word}."]) == [None]


@pytest.mark.parametrize(("part", "half"), HALVES.items())
def test_the_part_of_the_day_tells_which_half_an_hour_is_in(part: str, half: str) -> None:
    assert values([f"It left at 4 in the {part}."]) == [f"2023-10-14T{'04' if half == 'a' else '16'}:00"]
