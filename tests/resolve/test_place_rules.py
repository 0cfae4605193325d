"""Every example that stands beside a rule for places is run."""

import re
from collections.abc import Callable
from functools import cache

import pytest

from waybill.model.parse import Parse
from waybill.parse.english import parse
from waybill.reference.gazetteer import Gazetteer, open_gazetteer
from waybill.reference.tables import rows_of
from waybill.resolve.places import bearing
from waybill.resolve.places.bodies import opens_a_body
from waybill.resolve.places.contain import containers
from waybill.resolve.places.evidence import features
from waybill.resolve.places.find import find_places
from waybill.resolve.places.never import RULES, Rule
from waybill.resolve.places.scores import class_word
from waybill.resolve.places.spot import Spot, spots
from waybill.resolve.places.surroundings import Surroundings, surroundings
from waybill.settings import Settings

FEATURES = [(row["feature"], row["example"]) for row in rows_of("place_evidence.csv")]
WORDS = [(row["role"], row["example"]) for row in rows_of("place_words.csv")]


@cache
def gazetteer() -> Gazetteer:
    return open_gazetteer(Settings())


@cache
def parsed() -> dict[str, Parse]:
    """All examples, parsed at once."""
    texts = {plain(example) for _, example in (*FEATURES, *WORDS)} | {plain(example(rule)) for rule in RULES}
    texts |= {plain(b.example) for b in bearing.BEARINGS}
    return {p.text: p for p in parse(sorted(texts), Settings())}


def plain(marked: str) -> str:
    return marked.replace("[", "").replace("]", "")


def example(rule: Callable[..., object]) -> str:
    found = re.search(r'"(.*\[.*\].*)"', rule.__doc__ or "")
    assert found, rule
    return found[1]


def at_name(marked: str) -> tuple[Parse, Spot, Surroundings, bool]:
    """The example's parse, the spot in brackets, what is around it, and whether a container is named."""
    text = parsed()[plain(marked)]
    start, end = marked.index("["), marked.index("]") - 1
    found = list(spots(text, gazetteer()))
    (at,) = [n for n, spot in enumerate(found) if (text.start[spot.first], text.end[spot.last]) == (start, end)]
    return text, found[at], surroundings(text, found), at in containers(text, found)


@pytest.mark.parametrize(("feature", "marked"), FEATURES)
def test_a_feature_holds_for_its_example(feature: str, marked: str) -> None:
    assert feature in features(*at_name(marked))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_bars_its_example(rule: Rule) -> None:
    text, spot, around, _ = at_name(example(rule))

    assert rule(text, spot, around)
    assert all(m.text != spot.text or m.value is None for m in find_places(text, gazetteer()))


@pytest.mark.parametrize(("role", "marked"), WORDS)
def test_words_of_a_role_do_their_work(role: str, marked: str) -> None:
    text, spot, around, contained = at_name(marked)
    barred = {rule.__name__ for rule in RULES if rule(text, spot, around)}
    match role:
        case "body":
            assert opens_a_body(text, spot)
        case "site":
            assert "before a site's class word" in features(text, spot, around, contained)
        case "direction" | "street" | "club" | "namesake":
            assert f"is_a_{role}" in barred
        case "honorific" | "kin":
            assert "treated as a person here" in features(text, spot, around, contained)
        case _:
            assert class_word(text, spot) == role


@pytest.mark.parametrize("rule", bearing.BEARINGS)
def test_a_bearing_is_read_from_its_example(rule: bearing.Rule) -> None:
    text, spot, _, _ = at_name(rule.example)

    assert bearing.bearing_of(text, spot).rule is rule
