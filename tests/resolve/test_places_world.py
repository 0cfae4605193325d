"""Sentences as reports write them, against the compiled gazetteer: which places each names, and which it does not."""

import csv
from functools import cache
from pathlib import Path

import pytest

from waybill.model.mention import Mention
from waybill.model.things import Place
from waybill.parse.english import parse
from waybill.reference.gazetteer import open_gazetteer
from waybill.resolve.places.find import find_places
from waybill.settings import Settings

with (Path(__file__).parent / "places_world.csv").open(encoding="utf8", newline="") as table:
    NAMED = [(row["sentence"], row["places"]) for row in csv.DictReader(table)]
"""Each sentence with the places it names in order: the gazetteer's name, its country, "~" where it only qualifies."""


@cache
def found() -> dict[str, tuple[Mention, ...]]:
    gazetteer = open_gazetteer(Settings())
    return {p.text: find_places(p, gazetteer) for p in parse([text for text, _ in NAMED], Settings())}


def find(text: str) -> tuple[Mention, ...]:
    return find_places(next(parse([text], Settings())), open_gazetteer(Settings()))


def shown(mention: Mention) -> str:
    value = mention.value
    assert isinstance(value, Place), mention
    country = f" ({value.country})" if value.country and value.country != value.name else ""
    return f"{value.name}{country}{'~' if mention.adjectival else ''}"


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_sentence_names_these_places(text: str, expected: str) -> None:
    assert "; ".join(map(shown, found()[text])) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Lorries crossed Georgia, Armenia and Azerbaijan.", ["Georgia", "Armenia", "Azerbaijan"]),
        ("Plants in Alabama, Georgia and Texas make them.", ["United States"] * 3),
        ("Lorries crossed Niger, Nigeria and Togo.", ["Niger", "Nigeria", "Togo"]),
    ],
)
def test_names_listed_together_are_of_a_kind(text: str, kinds: list[str]) -> None:
    assert [m.value.country for m in find(text) if isinstance(m.value, Place)] == kinds


def test_a_town_the_gazetteer_lacks_is_no_town_of_its_name_elsewhere() -> None:
    stroud = find("The shop in Stroud, Ontario, sold two rifles.")[0]

    assert isinstance(stroud.value, Place)
    assert (stroud.value.name, stroud.value.country, stroud.value.lat) == ("Stroud", "Canada", 49.25)
    assert stroud.unresolved == "place: not in the gazetteer; the point is that of Ontario"


def test_a_city_and_the_state_around_it_are_no_rivals() -> None:
    (new_york,) = find("The broker flew to New York on Monday.")

    assert new_york.unresolved is None


def test_a_second_reading_that_is_almost_as_likely_is_told() -> None:
    (mention,) = find("A workshop in Hyderabad made them.")

    assert [c.country for c in (mention.value, *mention.candidates) if isinstance(c, Place)] == ["India", "Pakistan"]


def test_a_long_list_takes_no_longer_than_its_length() -> None:
    text = ", ".join(["Georgia", "Texas", "Armenia"] * 300) + " and Georgia."

    assert len(find(text)) == 901


def test_what_does_not_print_is_no_part_of_a_name() -> None:
    (kyiv,) = find("The crates lay in Ky\u200biv for weeks.")

    assert (kyiv.text, shown(kyiv)) == ("Ky\u200biv", "Kyiv (Ukraine)")


def test_a_city_called_so_is_no_country_whatever_else_the_document_says() -> None:
    country, _, town = find("Lorries crossed Lebanon and Syria. The mayor of the city of Lebanon bought one.")

    assert isinstance(country.value, Place)
    assert country.value.id == "country:LB"
    assert (town.text, town.value) != ("Lebanon", country.value)
