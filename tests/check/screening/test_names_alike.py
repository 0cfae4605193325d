"""Which names are like which: across scripts, with slips, in any order."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_lists import sdn_listings, un_listings
from sought_names import clean, with_slips

from waybill.check.screening.names import Names
from waybill.check.screening.spelling import words_of

LISTED = ["Oleg Ivanovich Tsvetkov", "Quiet Reed Shipping Co., Ltd.", "MAIA-1", "محمد الزواهري", "Muhammad Husayn Al-Kafuri"]
OTHERS = [n.text for one in sdn_listings(9, 400) for n in one.names]


def found(name: str) -> list[str]:
    listed = [*LISTED, *OTHERS]
    return [listed[like.name] for like in Names(listed).alike([name])[0]]


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Олег Иванович Цветков", LISTED[0]),
        ("Oleg Tsvetkov", LISTED[0]),
        ("TSVETKOV, Oleg Ivanovich", LISTED[0]),
        ("Oleg Ivanovitch Tsvetkov", LISTED[0]),
        ("Oleg Ivanovich Tsvektov", LISTED[0]),
        ("Quiet Reed Shipping LLC", LISTED[1]),
        ("QuietReed Shipping", LISTED[1]),
        ("Maia 1", LISTED[2]),
        ("محمد الزواهري", LISTED[3]),
        ("Mohammed Hussein el-Kafuri", LISTED[4]),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, listed: str) -> None:
    assert listed in found(name)


@pytest.mark.parametrize(
    "name", ["MAIA-2", "MAIA", "Oleg Ivanovich Tsvetaev", "Quiet Moor Shipping Co., Ltd.", "Oleg Ivanovich", ""]
)
def test_another_name_is_not_found(name: str) -> None:
    assert not set(found(name)) & set(LISTED)


@given(st.sampled_from(OTHERS))
def test_every_name_is_like_itself(name: str) -> None:
    assert name in found(name)


@given(st.text(max_size=60))
def test_any_words_can_be_looked_for(name: str) -> None:
    assert all(isinstance(one, str) for one in found(name))
    assert all(word.isascii() for word in words_of(name))


def test_order_of_the_words_changes_nothing() -> None:
    names = Names(OTHERS)
    turned = [" ".join(reversed(name.split(" "))) for name in OTHERS[:50] if name.isascii()]
    plain = [name for name in OTHERS[:50] if name.isascii()]
    for one, other in zip(names.alike(plain), names.alike(turned), strict=True):
        assert one[0].name == other[0].name


def test_an_empty_index_finds_nothing() -> None:
    assert Names([]).alike(["Oleg"]) == [()]


def test_legal_forms_tell_no_company_from_another_but_stand_where_nothing_else_does() -> None:
    assert words_of("ООО «Щука»") == words_of("Shchuka L.L.C.") == ("shchuka",)
    assert words_of("The Company Ltd") == ("the", "company", "ltd")


def test_names_with_slips_are_found_and_clean_ones_are_not() -> None:
    """On a small list; scripts/bench_screening.py does it on lists of full size."""
    listings = [*un_listings(2, 300), *sdn_listings(2, 700)]
    bearers = [(n.text, one.id) for one in listings for n in one.names]
    names, chance = Names([name for name, _ in bearers]), Random(2)
    sought = list(with_slips(chance, listings, 200))
    hits = names.alike([one.name for one in sought])
    right = sum(any(bearers[like.name][1] == one.listing for like in found) for one, found in zip(sought, hits, strict=True))
    wrong = sum(bool(found) for found in names.alike(list(clean(chance, listings, 200))))
    assert right >= 196
    assert wrong <= 2
