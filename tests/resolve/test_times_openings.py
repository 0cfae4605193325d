"""What patterns can begin with: enough to rule most of them out, and never one that matches."""

import pytest

from waybill.resolve.times.grammar import RULES
from waybill.resolve.times.lexicon import pattern
from waybill.resolve.times.openings import may_open, opening_at, openings
from waybill.resolve.times.rule import Rule

TEXTS = [rule.example.rsplit(" = ", 1)[0].replace("[", "").replace("]", "") for rule in RULES]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the {year}", {"the"}),
        ("ab", {"ab"}),
        ("a(?:b|cd)?e", {"abe", "acd", "ae"}),
        (r"[1-3]\d?(?!\d)(?:st)?", {"0", "00", "00s", "0st"}),
        ("(?<=x)A{2}b", {"aab"}),
        ("mid~day", {"mid"}),
        ("ab -?c", {"ab "}),
        (r"(?P<by>[-/])(?P=by)x", {"-", "/"}),
        (r"a\wb|c.d|e[^f]g", {"a", "c", "e"}),
        ("(?:(?:uno|dos) )?tres", {"uno", "dos", "tre"}),
    ],
)
def test_openings_are_the_first_three_characters_of_what_matches(source: str, expected: set[str]) -> None:
    assert openings(source) == expected


@pytest.mark.parametrize("source", ["a+?b", "a*?b", "a??b", "a{1,2}?b", "(?:a|b)++c"])
def test_a_sign_of_repetition_that_openings_do_not_know_raises(source: str) -> None:
    with pytest.raises(ValueError, match="lazy or possessive"):
        openings(source)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_no_opening_rules_out_a_match(rule: Rule) -> None:
    for text in (shown for each in TEXTS for shown in (each, each.upper(), each.replace(" ", "\t"))):
        for start in range(len(text)):
            if pattern(rule.source).match(text, start):
                assert may_open(opening_at(text, start), rule.opens), text[start:]


@pytest.mark.parametrize("words", ["of the ship", "in port", "and left", "%", ""])
def test_what_no_time_begins_with_opens_no_rule(words: str) -> None:
    assert not [rule.example for rule in RULES if may_open(opening_at(words, 0), rule.opens)]


def test_letters_that_other_cases_may_be_equal_to_open_every_rule() -> None:
    assert all(may_open(opening_at("ſeptember", 0), rule.opens) for rule in RULES)
