"""Range arithmetic: whatever the true amounts are within their ends, what is reckoned holds the true result."""

from hypothesis import given
from hypothesis import strategies as st

from sides_and_goods import days
from waybill.check.stock.loads import Load
from waybill.check.stock.ranges import Range, hull
from waybill.check.stock.weights import Weight
from waybill.reference.consumption import Rate
from waybill.reference.factors import Factor, Kind

SHELLS = Kind("ammunition_large", 152)
AMOUNTS = st.floats(0.01, 1e7)
CASE = days("2023-09-07", "2023-09-28")


@st.composite
def holding(draw: st.DrawFn) -> tuple[Range, float]:
    """A range whose ends may be open, and an amount in it."""
    low, amount, high = sorted(draw(st.tuples(AMOUNTS, AMOUNTS, AMOUNTS)))
    return Range(draw(st.sampled_from((low, None))), draw(st.sampled_from((high, None)))), amount


def is_in(amount: float, within: Range) -> bool:
    slack = 1e-9 * max(amount, 1)
    return (within.low is None or within.low <= amount + slack) and (within.high is None or amount <= within.high + slack)


@given(holding(), holding())
def test_every_result_of_amounts_within_their_ends_is_within_the_result(
    one: tuple[Range, float], other: tuple[Range, float]
) -> None:
    (a, x), (b, y) = one, other
    assert is_in(x * y, a.times(b))
    assert is_in(x / y, a.over(b))
    assert is_in(max(x - y, 0), a.less(b))
    assert is_in(x, hull((a, b)))
    assert is_in(y, hull((a, b)))


@given(holding(), holding())
def test_what_is_narrower_comes_to_nothing_wider(one: tuple[Range, float], other: tuple[Range, float]) -> None:
    (a, x), (b, _) = one, other
    point = Range(x, x)
    for narrow, wide in ((point.times(b), a.times(b)), (point.over(b), a.over(b)), (b.over(point), b.over(a))):
        assert hull((narrow, wide)) == wide


@given(holding(), st.lists(holding(), min_size=1, max_size=3), st.lists(holding(), min_size=1, max_size=3))
def test_days_of_fire_hold_every_choice_of_amount_factor_and_rate(
    amount: tuple[Range, float], by_factor: list[tuple[Range, float]], by_rate: list[tuple[Range, float]]
) -> None:
    factors = tuple(
        Factor(f"f{n}", "container", "shell", SHELLS, r.low or x, r.high or x, "a test") for n, (r, x) in enumerate(by_factor)
    )
    first, last = CASE.start_earliest, CASE.end_latest
    assert first and last
    used = tuple(
        Rate(f"u{n}", "Russia", "use", SHELLS, first, last, r.low, r.high, "a test") for n, (r, _) in enumerate(by_rate)
    )
    weight = Weight(Load(SHELLS, amount[0], "container", factors), SHELLS, used, ())
    for _, rounds in by_factor:
        for _, a_day in by_rate:
            assert is_in(amount[1] * rounds / a_day, weight.days_of_fire())


@given(st.lists(holding(), min_size=2, max_size=4))
def test_leaving_an_assumption_out_never_widens_the_range(by_rate: list[tuple[Range, float]]) -> None:
    first, last = CASE.start_earliest, CASE.end_latest
    assert first and last
    used = tuple(
        Rate(f"u{n}", "Russia", "use", SHELLS, first, last, r.low, r.high, "a test") for n, (r, _) in enumerate(by_rate)
    )
    weight = Weight(Load(SHELLS, Range(100, 200), "shell"), SHELLS, used, ())
    whole = weight.days_of_fire()
    for n in range(len(used)):
        assert hull((weight.days_of_fire(used=used[:n] + used[n + 1 :]), whole)) == whole


@given(holding())
def test_words_round_ends_outwards(one: tuple[Range, float]) -> None:
    within, _ = one
    told = [float(word.replace(",", "")) for word in within.of("day").split() if word[0].isdigit()]
    ends = [end for end in within if end is not None]
    assert len(told) == len(ends) or within.spread is not None
    if within.low is not None and within.high is not None and len(told) == 2:
        assert told[0] <= within.low * (1 + 1e-6)
        assert told[1] >= within.high * (1 - 1e-6)


def test_words_say_which_end_is_open() -> None:
    assert Range(None, 500).of("round") == "up to 500 rounds"
    assert Range(500, None).of("round") == "at least 500 rounds"
    assert Range(12.5, 26.07).of("day") == "12 to 27 days"
    assert Range(2.51, 4).of("day") == "2.5 to 4 days"
    assert Range(1, 1).of("day") == "1 day"
    assert Range(None, None).of("day") == "an unbounded number of days"
