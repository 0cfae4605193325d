"""The embargo table: all of it can be read, and every row keeps what it was collected with."""

import pytest

from waybill.model.things import Item
from waybill.reference.countries import countries
from waybill.reference.embargoes import embargoes
from waybill.reference.item_classes import KINDS, class_of, item_classes
from waybill.reference.munitions import designations, goods_by_head
from waybill.reference.tables import rows_of


def test_every_rule_has_its_source_and_is_of_a_country_or_parties_that_are_known() -> None:
    names = {country.name for country in countries()} | {"Yugoslavia"}
    for rule in embargoes():
        assert rule.source.startswith("http")
        assert set(rule.countries) <= names
        assert rule.countries or rule.parties
        assert rule.until is None or rule.since < rule.until
        assert rule.until is not None or not rule.renewal_unknown


def test_every_kind_that_a_rule_names_is_one_that_classes_are_asked_for() -> None:
    known = {*KINDS, "capability", "arms_but_salw"}
    assert {kind for rule in embargoes() for kind in rule.kinds} <= known
    assert all(rule.kinds for rule in embargoes() if rule.effect == "prohibits")


def test_every_class_of_goods_that_is_read_from_words_has_its_row() -> None:
    held = {row.item_class for row in item_classes()}
    by_words = {good.item_class for goods in goods_by_head().values() for good in goods}
    by_designation = {good.item_class for entries in designations().values() for _, good in entries} - {"by_head"}
    assert {item_class or "" for item_class in by_words | by_designation} <= held


def test_what_nobody_names_may_be_of_every_kind() -> None:
    for row in item_classes():
        if row.item_class in ("", "unspecified"):
            assert {is_of for _, is_of in row.kinds} == {"open"}


@pytest.mark.parametrize("kind", [*KINDS, "arms_but_salw", "capability"])
def test_a_narrowed_class_settles_what_its_whole_leaves_open_and_turns_nothing_round(kind: str) -> None:
    for row in item_classes():
        whole = class_of(Item("goods", row.item_class, None)).is_of(kind)
        assert whole in ("open", row.is_of(kind))


def test_the_narrowest_row_is_found_by_a_word_of_the_name() -> None:
    assert class_of(Item("ballistic missiles", "missile", None)).called == "ballistic missiles"
    assert class_of(Item("KN-23", "missile", None)).called == "ballistic missiles"
    assert class_of(Item("Hwasong-11A", "missile", None)).called == "ballistic missiles"
    assert class_of(Item("Submarines", "warship", None)).called == "large warships"
    assert class_of(Item("bread", "bread", None)).item_class == ""


def test_the_columns_as_collected_are_kept() -> None:
    assert all(row["evidence"] or row["verified"] == "no" for row in rows_of("embargoes.csv"))
