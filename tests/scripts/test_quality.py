"""The quality gate holds figures at their floors."""

import pytest
import quality
from hypothesis import given
from hypothesis import strategies as st

FIGURES = st.dictionaries(st.sampled_from(("link", "content.f", "promoted")), st.floats(0, 100), min_size=1)


@given(floors=FIGURES, figures=FIGURES)
def test_raising_never_lowers_a_floor(floors: dict[str, float], figures: dict[str, float]) -> None:
    new = quality.raised({"claims": floors}, {"claims": figures})["claims"]
    for key in floors.keys() & figures.keys():
        is_rate = key not in quality.LOWER_IS_BETTER
        assert new[key] >= floors[key] if is_rate else new[key] <= floors[key]


def test_a_better_figure_lifts_its_floor_to_a_margin_below_it() -> None:
    new = quality.raised({"claims": {"link": 60.0, "promoted": 9.0}}, {"claims": {"link": 80.0, "promoted": 2.0}})
    assert new == {"claims": {"link": 80.0 - quality.MARGIN, "promoted": 2.0 + quality.MARGIN}}


@pytest.mark.parametrize(
    ("key", "figure", "broken"),
    [("link", 59.9, 1), ("link", 60.0, 0), ("promoted", 60.1, 1), ("promoted", 60.0, 0), ("unheard", 0.0, 0)],
)
def test_a_figure_beyond_its_floor_is_counted_as_broken(
    key: str, figure: float, broken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quality.report({"claims": {key: figure}}, {"claims": {"link": 60.0, "promoted": 60.0}}) == broken
    assert ("BROKEN" in capsys.readouterr().out) == bool(broken)
