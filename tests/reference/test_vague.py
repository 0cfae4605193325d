import pytest

from waybill.reference.vague import is_vague


@pytest.mark.parametrize(
    "words",
    ["several dozen crates", "several [dozen] missiles", "hundreds of thousands of shells", "a few ships", "multiple trains"],
)
def test_an_amount_without_a_figure_is_vague(words: str) -> None:
    assert is_vague(words)


@pytest.mark.parametrize("words", ["some 300 crates", "a dozen jets", "more than three ships", "1,000 containers"])
def test_a_figure_is_not_vague(words: str) -> None:
    assert not is_vague(words)
