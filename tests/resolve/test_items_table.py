"""Every row of the tables of items is tried by the example beside it."""

import re
from functools import cache

import pytest

from waybill.model.mention import Mention
from waybill.model.things import Item
from waybill.parse.english import parse
from waybill.reference.munitions import designations, other_senses
from waybill.reference.tables import rows_of
from waybill.resolve.items import find_items
from waybill.settings import Settings

NOUNS, NAMES = rows_of("munitions.csv"), rows_of("designations.csv")
MODIFIERS = rows_of("item_modifiers.csv")
OTHERS = [row for row in rows_of("not_items.csv") if row["head"] != "designation"]
LOOKALIKES = [row for row in rows_of("not_items.csv") if row["head"] == "designation"]


def several(row: dict[str, str]) -> tuple[str, str]:
    """A designation in the singular as its example has it, and the example with several of it."""
    found = re.search(rf"\b(?:{row['designation']})s?\b", row["example"])
    assert found, row["example"]
    name = found[0].removesuffix("s")
    return name, f"{row['example'][: found.start()]}{name}s{row['example'][found.end() :]}"


@cache
def found() -> dict[str, tuple[Mention, ...]]:
    """The items of all examples, parsed in one go."""
    texts = list(dict.fromkeys(row["example"] for rows in (NOUNS, NAMES, OTHERS, LOOKALIKES, MODIFIERS) for row in rows))
    texts += [several(row)[1] for row in NAMES]
    return {p.text: find_items(p) for p in parse(texts, Settings())}


def items(example: str) -> list[Item]:
    return [m.value for m in found()[example] if isinstance(m.value, Item)]


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row["words"])
def test_a_noun_has_its_class_in_its_example(row: dict[str, str]) -> None:
    (item,) = items(row["example"])
    assert item.item_class == (row["class"] or None)
    said = re.sub(r"[\s-]+", " ", f"{item.name} {found()[row['example']][0].text}".lower())
    assert all(re.sub(r"[\s-]+", " ", word) in said for word in row["words"].split())


@pytest.mark.parametrize("row", NAMES, ids=lambda row: row["example"])
def test_a_designation_has_its_class_in_its_example(row: dict[str, str]) -> None:
    (item,) = items(row["example"])
    assert item.item_class == row["class"] or row["class"] == "by_head"
    assert re.match(row["designation"], item.name)


@pytest.mark.parametrize("row", NAMES, ids=lambda row: row["example"])
def test_several_of_a_designation_are_named_in_the_singular(row: dict[str, str]) -> None:
    name, example = several(row)
    (item,) = items(example)
    assert re.match(rf"{re.escape(name)}(?!s)", item.name)


@pytest.mark.parametrize("row", LOOKALIKES, ids=lambda row: row["example"])
def test_what_is_only_written_like_a_designation_is_no_part_of_the_item(row: dict[str, str]) -> None:
    assert re.search(rf"\b(?:{row['words']})\b", row["example"], re.IGNORECASE)
    (item,) = items(row["example"])
    assert " " not in item.name


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: row["example"])
def test_another_sense_is_no_item(row: dict[str, str]) -> None:
    assert items(row["example"]) == []


@pytest.mark.parametrize("row", MODIFIERS, ids=lambda row: row["modifier"])
def test_a_modifier_belongs_to_the_name_of_the_item(row: dict[str, str]) -> None:
    (mention,) = found()[row["example"]]
    assert row["modifier"] in mention.text.lower().replace("-", " ").split() or row["modifier"] in mention.text.lower()


def test_tables_name_their_patterns_by_their_first_letters() -> None:
    assert {"Hwasong", "Kalashnikov", "T", "KN"} <= set(designations())
    assert "arm" in other_senses()
