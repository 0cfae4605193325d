"""Every row of the tables of places does what it is there for."""

from functools import cache

import pytest

from waybill.parse.english import parse
from waybill.reference.gazetteer import Candidate, Gazetteer, open_gazetteer
from waybill.reference.gazetteer_names import name_key
from waybill.reference.gazetteer_spellings import SPELLINGS, Spelling, seat_of, spellings
from waybill.reference.sphere import distance_km
from waybill.reference.tables import rows_of
from waybill.resolve.places.find import find_places
from waybill.settings import Settings

REVIEWED = [(row, name) for row in rows_of("places.csv") for name in (row["name"], *filter(None, row["aliases"].split(";")))]


@cache
def gazetteer() -> Gazetteer:
    return open_gazetteer(Settings())


def test_every_reviewed_name_leads_to_its_place() -> None:
    lost = [name for row, name in REVIEWED if not any(_is_row(c, row) for c in gazetteer().named(name))]

    assert lost == []


def _is_row(place: Candidate, row: dict[str, str]) -> bool:
    return place.name == row["name"] and distance_km(place.lat, place.lon, float(row["lat"]), float(row["lon"])) < 1


def test_every_demonym_qualifies_as_its_place() -> None:
    rows = rows_of("demonyms.csv")
    texts = [f"Inspectors opened several {row['adjective']} trucks." for row in rows]

    found = {p.text: find_places(p, gazetteer()) for p in parse(texts, Settings())}

    for row, text in zip(rows, texts, strict=True):
        (mention,) = found[text]
        assert (mention.text, mention.adjectival) == (row["adjective"], True)
        assert gazetteer().named(row["place"])[0].place == mention.value


def test_no_name_is_barred_that_the_gazetteer_lacks() -> None:
    dead = [row["word"] for row in rows_of("not_places.csv") if not gazetteer().named(row["word"])]

    assert dead == []


@pytest.mark.parametrize("rule", SPELLINGS)
def test_a_spelling_is_written_as_reports_do(rule: Spelling) -> None:
    by_letter, as_reported = rule.example

    assert by_letter == name_key(by_letter)
    assert all(as_reported in spellings(iso2, by_letter) for iso2 in rule.countries)
    assert as_reported not in spellings("FR", by_letter)


def test_a_subdivision_is_called_after_its_seat() -> None:
    assert [seat_of(key) for key in ("rostovskaya oblast", "permskiy kray", "bavaria")] == [
        ("rost", "Oblast"),
        ("perm", "Krai"),
        None,
    ]
    assert {c.kind for c in gazetteer().named("Rostov Oblast")} == {"admin1"}
