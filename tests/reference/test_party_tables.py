"""Every row of the tables of parties is tried: by its names, or by the example beside it."""

import doctest

import pytest

from waybill.model.things import Party
from waybill.reference import party_ids
from waybill.reference.parties import parties
from waybill.reference.party_ids import heard, is_listed, with_id, written
from waybill.reference.tables import rows_of


@pytest.mark.parametrize("row", rows_of("parties.csv"), ids=lambda row: row["name"])
def test_every_name_of_a_row_is_the_same_party(row: dict[str, str]) -> None:
    named = [parties().named(name) for name in (row["name"], *filter(None, row["aliases"].split(";")))]
    assert {(p.name, p.country) if p else None for p in named} == {(row["name"], row["country"] or None)}
    assert len({p.id for p in named if p}) == 1


def test_no_two_parties_of_the_table_have_one_id() -> None:
    ids = {(t.party.name, t.party.id) for held in parties().exact.values() for t in held}
    assert len({i for _, i in ids}) == len(ids)


@pytest.mark.parametrize("row", rows_of("parties.csv"), ids=lambda row: row["name"])
def test_days_in_an_office_have_a_public_source(row: dict[str, str]) -> None:
    assert row["source"] or not (row["valid_from"] or row["valid_to"])
    assert row["source"] != "from memory"


@pytest.mark.parametrize("row", rows_of("offices.csv"), ids=lambda row: row["example"])
def test_words_of_office_call_a_body_or_stand_before_a_name(row: dict[str, str]) -> None:
    words, name = row["example"].split("|")
    party = parties().named(words)
    assert party is not None
    assert party.name == name
    assert not {w.lower() for w in words.split()}.isdisjoint(row["words"].split())


@pytest.mark.parametrize("row", rows_of("spellings.csv"), ids=lambda row: row["word"])
def test_names_that_differ_in_spelling_are_one(row: dict[str, str]) -> None:
    one, other = row["example"].split("|")
    assert written(one) == written(other)
    assert heard(one) == heard(other)


def test_the_examples_of_ids_hold() -> None:
    assert doctest.testmod(party_ids).failed == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarn Institute", "Torn Institute"),
        ("Calm Sea Ltd", "Calm Sea Corp"),
        ("Institute of Defence", "Ministry of Defence"),
        ("Kim Yong Chol", "Kim Yong Chun"),
        ("Ali Amin", "Alim Amin"),
    ],
)
def test_names_that_are_not_one_have_two_ids(one: str, other: str) -> None:
    assert with_id(Party(one, "organisation", None, None)).id != with_id(Party(other, "organisation", None, None)).id
    assert with_id(Party(one, "person", None, None)).id != with_id(Party(other, "person", None, None)).id


def test_a_person_and_a_body_of_one_name_have_two_ids() -> None:
    assert with_id(Party("Delta Watch", "person", None, None)).id != with_id(Party("Delta Watch", "company", None, None)).id


def test_a_person_of_one_name_has_no_id() -> None:
    assert with_id(Party("Kim", "person", None, None)).id is None


def test_a_party_of_the_table_keeps_its_id() -> None:
    kremlin = parties().named("the Kremlin")
    assert kremlin is not None
    assert is_listed(kremlin)
    assert with_id(kremlin) is kremlin


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Shoygu", "Sergei Shoigu"),
        ("Zelenskii", "Volodymyr Zelensky"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Muhammad bin Salman", "Mohammed bin Salman"),
        ("Iran's Ministry of Foreign Affairs", "Iranian foreign ministry"),
        ("Russian Ministry of Defense", "Russian defence ministry"),
        ("Al Shabaab", "Al-Shabaab"),
    ],
)
def test_a_name_is_found_in_other_spellings(words: str, name: str) -> None:
    party = parties().named(words)
    assert party is not None
    assert party.name == name
