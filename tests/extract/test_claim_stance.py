"""How firmly it is said."""

from collections.abc import Callable

import pytest

from waybill.model.claim import Claim, Stance

Telling = Callable[[str], tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Iran sent missiles to Russia.", "asserted"),
        ("Iran sent up to 1,000 containers with missiles to Russia.", "asserted"),
        ("Iran could send missiles to Russia.", "hedged"),
        ("Iran may have sent missiles to Russia.", "hedged"),
        ("Iran has allegedly sent missiles to Russia.", "hedged"),
        ("Iran is believed to have sent missiles to Russia.", "hedged"),
        ("Iran appears to have sent missiles to Russia.", "hedged"),
        ("It is unclear whether Iran has sent missiles to Russia.", "hedged"),
        ("Containers likely packed with shells were sent from Iran to Russia.", "hedged"),
        ("Iran has not sent missiles to Russia.", "denied"),
        ("No missiles were delivered to Russia by Iran.", "denied"),
        ("Neither Iran nor Russia has ever traded missiles.", "denied"),
        ("Iran sent no missiles to Russia.", "denied"),
        ("Iran will send missiles to Russia.", "planned"),
        ("Iran is preparing to send missiles to Russia.", "planned"),
        ("Russia intends to purchase missiles from Iran.", "planned"),
        ("Iran would send missiles to Russia if it were paid.", "conditional"),
        ("Has Iran sent missiles to Russia?", "questioned"),
    ],
)
def test_each_weakening_word_counts(telling: Telling, words: str, stance: Stance) -> None:
    assert stance in {c.stance for c in telling(words) if c.kind in ("transfer", "purchase")}


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Analysts believe that Iran sent missiles to Russia.", "hedged"),
        ("Tehran denied that Iran had sent missiles to Russia.", "denied"),
        ("The minister said Iran would send missiles to Russia.", "planned"),
        ("The spokesman did not say that Iran sent missiles to Russia.", "declined"),
        ("The ministry called the report on missiles from Iran baseless.", "denied"),
        ("Officials fear that Iran sent missiles to Russia.", "hedged"),
    ],
)
def test_the_cue_counts_too(telling: Telling, words: str, stance: Stance) -> None:
    assert [c.stance for c in telling(words) if c.source is not None] == [stance]


def test_a_refusal_is_no_denial(telling: Telling) -> None:
    stances = {c.stance for c in telling("The official declined to specify the missiles that Iran sent to Russia.")}
    assert "declined" in stances
    assert "denied" not in stances


def test_hedges_are_the_words_that_weaken(telling: Telling) -> None:
    text = "Iran may have sent missiles to Russia."
    assert [h.text_of(text) for h in telling(text)[0].hedges] == ["may"]
