"""What is asked before a slow pattern is searched never rules out what the pattern matches."""

import re

import pytest

from alternatives import alternatives
from waybill.reference.bounds import bound_words
from waybill.resolve.quantities import measures
from waybill.resolve.quantities.bounds import FILLERS, bound_before
from waybill.resolve.quantities.designated import designator, designator_before
from waybill.resolve.quantities.measures import Cue

CUES = {name: cue for name, cue in vars(measures).items() if isinstance(cue, Cue)}


def test_alternatives_take_every_branch_of_a_pattern_once() -> None:
    pattern = r"\b(?:a|b(?:c|d)?)\s+[xy]{2}e*$"
    short = ["a xx", "b xx", "bc xx", "bd xx", "a yy", "a xxe"]
    filled = ["bc xxe", "bd xxe", "b xxe", "a yye"]
    assert alternatives(pattern) == [*short, *filled]
    assert all(re.search(pattern, text) for text in alternatives(pattern))


@pytest.mark.parametrize("name", CUES)
def test_each_alternative_of_a_cue_has_one_of_its_stems(name: str) -> None:
    texts = [text for text in alternatives(CUES[name].pattern.pattern) if CUES[name].pattern.search(text)]
    assert len(texts) > CUES[name].pattern.pattern.count("|") / 2
    assert [text for text in texts if not CUES[name].precedes(text)] == []


@pytest.mark.parametrize("filler", ["", *alternatives(FILLERS)])
def test_each_bound_is_found_before_each_filler(filler: str) -> None:
    texts = {f"{words} {filler} ".replace("  ", " "): sign for words, sign in bound_words("before").items()}
    assert {text: bound_before(text, len(text)).signs[-1:] for text in texts} == {t: (sign,) for t, sign in texts.items()}


def test_each_designator_is_found_before_its_number() -> None:
    texts = [text for text in alternatives(designator().pattern) if designator().search(text)]
    assert len(texts) > designator().pattern.count("|") / 2
    assert [text for text in texts if not designator_before(text, len(text))] == []
