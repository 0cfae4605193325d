from datetime import date

import pytest

from waybill.reference.countries import countries
from waybill.reference.parties import parties

BRIEFING = date(2023, 10, 13)


@pytest.mark.parametrize(
    ("words", "name", "kind", "country"),
    [
        ("Pyongyang", "North Korea", "state", "North Korea"),
        ("the DPRK", "North Korea", "state", "North Korea"),
        ("Russians", "Russia", "state", "Russia"),
        ("Iran's", "Iran", "state", "Iran"),
        ("the Kremlin", "Kremlin", "government", "Russia"),
        ("US state department", "US State Department", "government", "United States"),
        ("Houthi rebels", "Houthis", "movement", "Yemen"),
        ("KCNA", "KCNA", "outlet", "North Korea"),
        ("UN Panel of Experts", "UN Panel of Experts", "international", None),
        ("National Security Council spokesman John Kirby", "John Kirby", "person", "United States"),
        ("Ukraine's HUR", "HUR", "military", "Ukraine"),
    ],
)
def test_a_name_finds_its_party(words: str, name: str | None, kind: str | None, country: str | None) -> None:
    party = parties().named(words)

    assert (party and party.name, party and party.type, party and party.country) == (name, kind, country)


@pytest.mark.parametrize(
    ("words", "kind", "country", "institution"),
    [
        ("Sudanese soldiers", "military", "Sudan", "Sudanese government"),
        ("Norwegian intelligence service", "government", "Norway", "Norwegian government"),
        ("Chad's foreign ministry", "government", "Chad", "Chadian government"),
        ("South Korean spy agency", "government", "South Korea", "South Korean government"),
        ("the Eritrean prime minister", "government", "Eritrea", "Eritrean government"),
    ],
)
def test_any_state_has_the_usual_bodies(words: str, kind: str, country: str, institution: str) -> None:
    party = parties().named(words)

    assert party is not None
    assert (party.type, party.country, party.institution) == (kind, country, institution)


def test_a_title_is_no_part_of_a_name() -> None:
    assert parties().named("Defence Minister Sergei Shoigu") == parties().named("Shoigu")


def test_a_common_surname_needs_a_title() -> None:
    assert parties().named("Miller") is None
    assert parties().named("Mr Miller") == parties().named("Matthew Miller")


def test_the_day_settles_the_office() -> None:
    table = parties()

    assert [(p.name, p.institution) for day in (date(2022, 3, 1), BRIEFING) if (p := table.named("Mr Kirby", day))] == [
        ("John Kirby", "Pentagon"),
        ("John Kirby", "White House"),
    ]


def test_without_a_day_offices_that_differ_leave_what_they_share() -> None:
    kirby = parties().named("John Kirby")

    assert kirby is not None
    assert kirby.institution == "US government"


def test_an_office_that_has_ended_is_not_held() -> None:
    biden = parties().named("Joe Biden", date(2025, 5, 1))

    assert biden is not None
    assert (biden.name, biden.institution, biden.country) == ("Joe Biden", None, "United States")


def test_common_words_name_nobody() -> None:
    assert [parties().named(w) for w in ("container", "is", "government", "car", "Russian roulette", "north")] == [None] * 6


def test_every_institution_of_a_state_has_its_country() -> None:
    names = {c.name for c in countries()} | {"Soviet Union", "Yugoslavia"}

    assert {t.party.country for held in parties().exact.values() for t in held} <= names | {None}
