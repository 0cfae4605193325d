"""How much: bound, number or range, scale, unit or counted noun."""

from functools import cache
from itertools import pairwise

import pytest

from waybill.model.mention import Mention
from waybill.model.quantity import Quantity
from waybill.parse.english import parse
from waybill.resolve.quantities import find_quantities
from waybill.settings import Settings


@cache
def found(text: str) -> tuple[Mention, ...]:
    return find_quantities(next(parse([text], Settings())))


def only(text: str) -> tuple[str, Quantity]:
    (mention,) = found(text)
    assert isinstance(mention.value, Quantity)
    return mention.text, mention.value


@pytest.mark.parametrize(
    ("text", "words", "bounds", "unit", "modifier"),
    [
        ("They sent up to 1,000 containers with munitions.", "up to 1,000 containers", (None, 1000), "container", "<"),
        ("As many as 70 railcars crossed.", "As many as 70 railcars", (None, 70), "railcar", "<"),
        ("It holds at least 47 trains.", "at least 47 trains", (47, None), "train", ">"),
        (
            "More than 10,000 shipping containers left.",
            "More than 10,000 shipping containers",
            (10_000, None),
            "container",
            ">",
        ),
        ("It used well over 300 missiles.", "well over 300 missiles", (300, None), "missile", ">"),
        ("Some 300 crates were stacked.", "Some 300 crates", (300, 300), "crate", "~"),
        ("Nearly 3 million rounds left.", "Nearly 3 million rounds", (3e6, 3e6), "round", "~"),
        ("He counted 400 or so rockets.", "400 or so rockets", (400, 400), "rocket", "~"),
        ("They need 300-plus trucks.", "300-plus trucks", (300, None), "truck", ">"),
        ("He counted 300+ trucks.", "300+ trucks", (300, None), "truck", ">"),
        ("They moved 50 wagons or more.", "50 wagons or more", (50, None), "railcar", ">"),
        ("At least another 200 drones came.", "At least another 200 drones", (200, None), "drone", ">"),
    ],
)
def test_bound_words_set_the_literal_bounds_and_begin_the_span(
    text: str, words: str, bounds: tuple[float | None, float | None], unit: str, modifier: str
) -> None:
    said, quantity = only(text)
    assert said == words
    assert ((quantity.low, quantity.high), quantity.unit, quantity.modifier) == (bounds, unit, modifier)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It cost $6bn.", 6e9),
        ("It cost €1.5 million.", 1.5e6),
        ("They shipped 1.2m tonnes.", 1.2e6),
        ("He sold half a million shells.", 500_000),
        ("He sold one and a half million shells.", 1.5e6),
        ("He sold three dozen trucks.", 36),
        ("He sold half a dozen trucks.", 6),
        ("He sold a hundred trucks.", 100),
        ("He sold twenty-five trucks.", 25),
        ("He sold two hundred and fifty trucks.", 250),
        ("He sold 4 hundred trucks.", 400),
        ("He sold 10 000 shells.", 10_000),
        ("He sold 9.4 million shells.", 9.4e6),
        ("It hit a third of them.", 1 / 3),
    ],
)
def test_numbers_are_given_after_scale(text: str, number: float) -> None:
    assert list(only(text)[1].numbers) == pytest.approx([number])


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("dozens of containers", 24, 99),
        ("several dozen containers", 24, 99),
        ("several [dozen] containers", 24, 99),
        ("hundreds of containers", 200, 999),
        ("several hundred containers", 200, 999),
        ("thousands of containers", 2000, 9999),
        ("several thousand containers", 2000, 9999),
        ("hundreds of thousands of containers", 200_000, 999_999),
        ("millions of containers", 2e6, None),
        ("multiple containers", 2, None),
        ("a few containers", 2, 5),
    ],
)
def test_words_that_name_a_size_are_intervals(words: str, low: float, high: float | None) -> None:
    said, quantity = only(f"The train carried {words} north.")
    assert said == words
    assert (quantity.low, quantity.high, quantity.unit, quantity.modifier) == (low, high, "container", "range")


def test_a_bound_on_a_size_keeps_the_side_it_bounds() -> None:
    assert (only("They wanted up to several hundred drones.")[1].low, only("At least several dozen came.")[1].low) == (None, 24)
    assert only("They wanted up to several hundred drones.")[1].high == 999


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Between 200 and 300 missiles were fired.", 200, 300, "missile"),
        ("They have 400,000 to 600,000 shells.", 400_000, 600_000, "shell"),
        ("They have 10-12 trucks.", 10, 12, "truck"),
        ("About four to five thousand men came.", 4000, 5000, "man"),
        ("It cost $10 to $15 billion.", 10e9, 15e9, "USD"),
        ("They built 20-30,000 shells.", 20_000, 30_000, "shell"),
        ("It holds 400 to 500 152-mm shells.", 400, 500, "shell"),
        ("They spent $1.2-1.5 billion.", 1.2e9, 1.5e9, "USD"),
        ("The other side has 200,000-300,000.", 200_000, 300_000, None),
        ("Growth of six per cent to twelve per cent is likely.", 6, 12, "percent"),
    ],
)
def test_a_range_is_one_quantity_whose_first_number_shares_the_scale(
    text: str, low: float, high: float, unit: str | None
) -> None:
    quantity = only(text)[1]
    assert (quantity.low, quantity.high, quantity.unit, quantity.modifier) == (low, high, unit, "range")


def test_a_change_is_what_it_ended_at_with_both_numbers() -> None:
    words, quantity = only("The count rose from 6,700 to 10,000 containers.")
    assert words == "from 6,700 to 10,000 containers"
    assert (quantity.low, quantity.high, quantity.numbers, quantity.modifier) == (10_000, 10_000, (6700, 10_000), "=")


def test_a_rise_by_one_unit_to_another_is_no_range() -> None:
    assert [m.text for m in found("Shares rose 18 cents to $23.")] == ["18 cents", "$23"]


def test_a_or_b_keeps_its_branches_under_their_hull() -> None:
    words, quantity = only("That is 3 million 152 mm shells or 500,000 122 mm shells.")
    assert words == "3 million 152 mm shells or 500,000 122 mm shells"
    assert (quantity.low, quantity.high, quantity.unit) == (500_000, 3e6, "shell")
    assert [(b.low, b.high) for b in quantity.alternatives] == [(3e6, 3e6), (500_000, 500_000)]


def test_if_not_joins_two_sizes() -> None:
    quantity = only("They fired hundreds, if not thousands, of rockets.")[1]
    assert (quantity.low, quantity.high, quantity.unit) == (200, 9999, "rocket")


def test_the_counted_noun_is_found_behind_a_calibre() -> None:
    assert only("They bought 500,000 152 mm artillery shells.")[1] == Quantity(500_000, 500_000, "shell", (500_000,))
    assert only("They bought 500,000 122mm rockets.")[1].unit == "rocket"


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("They seized 2,000 AK-47 assault rifles.", "2,000 AK-47 assault rifles", "rifle"),
        ("It fired 36 Kalibr and Kh-101 missiles.", "36 Kalibr and Kh-101 missiles", "missile"),
        ("They sold 24 x Mi-17 helicopters.", "24 x Mi-17 helicopters", "helicopter"),
        ("No fewer than six (6) vessels sailed.", "No fewer than six (6) vessels", "vessel"),
    ],
)
def test_the_counted_noun_is_found_behind_designations(text: str, words: str, unit: str) -> None:
    said, quantity = only(text)
    assert (said, quantity.unit) == (words, unit)


def test_the_counted_noun_is_the_container_not_what_is_in_it() -> None:
    assert only("They loaded 300 20-foot containers of shells.")[1].unit == "container"


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("It lies 180 miles away.", "180 miles", "mile"),
        ("It lies 290km away.", "290km", "kilometre"),
        ("He met 47 countries.", "47 countries", "country"),
        ("It took 15 years.", "15 years", "year"),
        ("He is aged 64.", "64", "year of age"),
        ("A 64-year-old man drove.", "64-year-old", "year of age"),
        ("It rose 40 per cent.", "40 per cent", "percent"),
        ("They moved 74 rail cars.", "74 rail cars", "railcar"),
        ("They moved 74 railway wagons.", "74 railway wagons", "railcar"),
        ("It sailed at 12 knots.", "12 knots", "knot"),
        ("It cost tens of billions of dollars.", "tens of billions of dollars", "USD"),
    ],
)
def test_every_amount_has_its_own_unit(text: str, words: str, unit: str) -> None:
    said, quantity = only(text)
    assert (said, quantity.unit) == (words, unit)


def test_numbers_in_a_list_share_the_noun_at_its_end() -> None:
    units = [m.value.unit for m in found("They sent 10, 20 and 30 containers.") if isinstance(m.value, Quantity)]
    assert units == ["container", "container", "container"]


def test_a_conversion_in_brackets_keeps_the_bound() -> None:
    _, kilometres = found("It lies more than 180 miles (290 km) away.")
    assert isinstance(kilometres.value, Quantity)
    assert (kilometres.value.low, kilometres.value.high) == (290, None)


def test_an_implied_noun_leaves_the_unit_open() -> None:
    assert only("They fired more than three million.")[1] == Quantity(3e6, None, None, (3e6,), ">")


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 shipments rose.",
        "The 2022 shipments stopped.",
        "From 2018 to 2020 nothing moved.",
        "The ship left on 7 September 2023.",
        "It left on Sept. 20-24.",
        "It came at 14:30 and at 2 p.m. and at 0600 GMT.",
        "Resolution 1718, paragraph 8, forbids it.",
        "The T-72 and the Shahed-136 are old.",
        "The 152 mm gun and the 122mm launcher are old.",
        "Guns of 122, 130 and 152 mm calibre fired.",
        "The hull is IMO 9179842.",
        "Call 555-123-4567 now.",
        "It was the 15th voyage of the 1990s.",
        "They won 2-1.",
        "Unit 29155 and Pier 2 were watched.",
        "One-way drones were used, and no one was hurt.",
        "See note [12] and (3).",
        "The 2017-18 season ended.",
        "It agreed a 3-for-2 split.",
        "Flight 370 vanished.",
        "Not one ship came.",
    ],
)
def test_dates_years_calibres_and_designations_are_no_quantities(text: str) -> None:
    assert [m.text for m in found(text)] == []


def test_a_round_year_like_number_under_a_bound_is_an_amount() -> None:
    assert only("They sent more than 2000 containers.")[1].low == 2000


def test_mentions_never_overlap_and_quote_their_text() -> None:
    text = (
        "Up to 1,000 containers, 300 of the 3,000 shells, up to a million rounds and more than a hundred guns "
        "and between 20 and 30 trains a month, or two or three ships."
    )
    mentions = found(text)
    assert all(m.span.text_of(text) == m.text for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("words", "vague"),
    [("Several dozen crates came.", True), ("Hundreds of thousands of shells came.", True), ("Some forty tanks came.", False)],
)
def test_an_amount_without_a_figure_is_vague(words: str, vague: bool) -> None:
    assert only(words)[1].vague is vague


@pytest.mark.parametrize("before", ["He counted", "They left.", "It was 2023.", "Before:", "He saw it -"])
def test_a_number_may_begin_a_line(before: str) -> None:
    assert [m.text for m in found(f"{before}\n12 trucks.")] == ["12 trucks"]


@pytest.mark.parametrize("between", [". ", ".\n", ": "])
def test_a_number_behind_a_date_may_begin_a_sentence(between: str) -> None:
    assert [m.text for m in found(f"They left on 7 May 2023{between}12 trucks stayed.")] == ["12 trucks"]
