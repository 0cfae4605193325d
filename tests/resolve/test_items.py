"""Arms and other goods by the words that name them."""

from functools import cache

import pytest

from waybill.model.things import Item
from waybill.parse.english import parse
from waybill.resolve.items import find_items
from waybill.settings import Settings


@cache
def items(text: str) -> dict[str, Item]:
    return {m.text: m.value for m in find_items(next(parse([text], Settings()))) if isinstance(m.value, Item)}


@pytest.mark.parametrize(
    ("text", "words", "name", "item_class", "calibre_mm"),
    [
        ("It bought 152mm artillery shells.", "152mm artillery shells", "152 mm artillery shell", "ammunition_large", 152),
        ("It bought 122 mm rockets.", "122 mm rockets", "122 mm rocket", "rocket", 122),
        ("It got 122mm rocket-launcher rounds.", "122mm rocket-launcher rounds", "122 mm rocket-launcher round", "rocket", 122),
        ("It bought 152 mm rounds.", "152 mm rounds", "152 mm round", "ammunition_large", 152),
        ("It bought 7.62 mm rounds.", "7.62 mm rounds", "7.62 mm round", "ammunition_small", 7.62),
        ("It bought 122 mm rounds.", "122 mm rounds", "122 mm round", "unspecified", 122),
        (
            "It bought short-range ballistic missiles.",
            "short-range ballistic missiles",
            "short-range ballistic missile",
            "missile",
            None,
        ),
        ("It bought Hwasong-11A missiles.", "Hwasong-11A missiles", "Hwasong-11A missile", "missile", None),
        ("It bought Shahed-136 drones.", "Shahed-136 drones", "Shahed-136 drone", "uav_oneway", None),
        ("It bought reconnaissance drones.", "reconnaissance drones", "reconnaissance drone", "uav", None),
        ("It bought T-72 tanks.", "T-72 tanks", "T-72 tank", "tank", None),
        ("It bought KN-23s.", "KN-23s", "KN-23", "missile", None),
        ("It bought 2S1 Gvozdika howitzers.", "2S1 Gvozdika howitzers", "2S1 Gvozdika howitzer", "artillery_system", None),
        ("It bought Grad rockets.", "Grad rockets", "Grad rocket", "rocket", None),
        ("It bought anti-tank guided missiles.", "anti-tank guided missiles", "anti-tank guided missile", "atgm", None),
        (
            "It bought surface-to-air missile systems.",
            "surface-to-air missile systems",
            "surface-to-air missile system",
            "sam",
            None,
        ),
        ("It bought CM-90 anti-ship missiles.", "CM-90 anti-ship missiles", "CM-90 anti-ship missile", "missile", None),
        ("It bought 200 XK-95 drones.", "XK-95 drones", "XK-95 drone", "uav", None),
        ("It bought COVID-19 rockets.", "rockets", "rocket", "rocket", None),
        ("It bought BM-21 Grad launchers.", "BM-21 Grad launchers", "BM-21 Grad launcher", "mlrs", None),
        ("It bought Stingers.", "Stingers", "Stinger", "manpads", None),
        (
            "It bought Zolfaghar fast attack boats.",
            "Zolfaghar fast attack boats",
            "Zolfaghar fast attack boat",
            "warship",
            None,
        ),
        ("They fired Kornets at two ships.", "Kornets", "Kornet", "atgm", None),
        ("Two Kinzhals hit a brigade.", "Kinzhals", "Kinzhal", "missile", None),
        ("Iran gave Shahabs to the group.", "Shahabs", "Shahab", "missile", None),
        ("Tomahawks from two ships fell there.", "Tomahawks", "Tomahawk", "missile", None),
        ("It built Zolfaghar-class missile boats.", "missile boats", "missile boat", "warship", None),
        ("A Mid-2024 missile fell.", "missile", "missile", "missile", None),
        ("The May-2023 missiles fell.", "missiles", "missile", "missile", None),
        ("They saw on Highway A-1 tanks.", "tanks", "tank", "tank", None),
        ("It bought 155-millimetre barrels.", "155-millimetre barrels", "155 mm barrel", "component", 155),
        ("It bought 155-millimeter barrels.", "155-millimeter barrels", "155 mm barrel", "component", 155),
        ("It bought 170 mm Koksan guns.", "170 mm Koksan guns", "170 mm Koksan gun", "artillery_system", 170),
        ("It bought 122mm barrels.", "122mm barrels", "122 mm barrel", "component", 122),
        ("It bought 3 x 105 mm howitzers.", "105 mm howitzers", "105 mm howitzer", "artillery_system", 105),
        ("It bought missile components.", "missile components", "missile component", "component", None),
        ("It bought small arms.", "small arms", "small arms", "small_arm", None),
        ("It bought munitions.", "munitions", "munition", "unspecified", None),
        ("It bought military hardware.", "military hardware", "military hardware", "unspecified", None),
        ("It bought arms.", "arms", "arms", "unspecified", None),
    ],
)
def test_words_are_given_the_class_of_the_table(
    text: str, words: str, name: str, item_class: str, calibre_mm: float | None
) -> None:
    assert items(text) == {words: Item(name, item_class, calibre_mm)}


@pytest.mark.parametrize("words", ["equipment", "spare parts", "machine tools", "refined petroleum"])
def test_goods_that_need_not_be_arms_have_no_class(words: str) -> None:
    assert items(f"It sold {words} there.")[words].item_class is None


def test_a_nation_or_a_number_is_no_part_of_the_item() -> None:
    assert list(items("It got 500 North Korean ballistic missiles.")) == ["ballistic missiles"]


def test_the_elided_calibre_is_an_item_of_its_own() -> None:
    found = items("It bought 122 mm and 152 mm shells.")
    assert [(words, item.calibre_mm) for words, item in found.items()] == [("122 mm", 122), ("152 mm shells", 152)]
    assert found["122 mm"].name == "122 mm shell"


def test_a_designation_yields_to_a_noun_of_another_kind() -> None:
    assert items("It tested an Ababil ballistic missile.")["Ababil ballistic missile"].item_class == "missile"


@pytest.mark.parametrize(
    "text",
    [
        "The town is up in arms.",
        "He broke both arms.",
        "The military arm of the movement denied it.",
        "A think tank wrote it.",
        "A shell company paid.",
        "A new round of talks began.",
        "Russia shells the town.",
        "The fuel tank leaked.",
        "He won the knockout rounds.",
        "It is a shell of its old self.",
    ],
)
def test_other_senses_are_no_items(text: str) -> None:
    assert items(text) == {}


def test_a_count_between_two_calibres_is_passed_over() -> None:
    found = items("It could hold three million 152 mm or half a million 122 mm rounds.")
    assert [(words, item.item_class) for words, item in found.items()] == [
        ("152 mm", "ammunition_large"),
        ("122 mm rounds", "unspecified"),
    ]


def test_rounds_that_may_be_two_things_show_both() -> None:
    (mention,) = find_items(next(parse(["It bought 122 mm rounds."], Settings())))
    assert mention.unresolved == "122 mm round: ammunition_large or rocket"
    assert [c.item_class for c in mention.candidates if isinstance(c, Item)] == ["ammunition_large", "rocket"]


@pytest.mark.parametrize(
    ("words", "calibre_mm", "item_class"),
    [
        ("152-mm shells", 152, "ammunition_large"),
        ("155-millimeter shells", 155, "ammunition_large"),
        ("7.62x39 cartridges", 7.62, "ammunition_small"),
        ("7.62 x 39 mm ammunition", 7.62, "ammunition_small"),
        ("12.7 × 108 mm rounds", 12.7, "ammunition_small"),
        ("9 x 19 mm ammunition", 9, "ammunition_small"),
        ("23 x 152 mm shells", 23, "ammunition_large"),
        (".50-calibre rounds", 12.7, "ammunition_small"),
        ("12.7mm machine guns", 12.7, "small_arm"),
        ("60-mm mortar bombs", 60, "ammunition_mortar"),
    ],
)
def test_a_calibre_is_part_of_the_item_however_it_is_written(words: str, calibre_mm: float, item_class: str) -> None:
    found = items(f"The crates held {words}.")
    assert [(said, i.calibre_mm, i.item_class) for said, i in found.items()] == [(words, calibre_mm, item_class)]


def test_a_number_no_gun_has_is_no_calibre() -> None:
    assert [i.calibre_mm for i in items(f"It bought {'9' * 400} mm shells.").values()] == [None]


def test_the_oil_firm_is_no_shell() -> None:
    assert items("Cargoes of Shell were delayed.") == {}


def test_the_parser_may_take_a_noun_for_a_verb_or_a_name() -> None:
    assert set(items("It sold carbines. Munitions were listed.")) == {"carbines", "Munitions"}
