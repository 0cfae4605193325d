"""Whom the words of reports name: one party, one id, whatever it is called."""

from functools import cache

import pytest

from waybill.model.mention import Mention
from waybill.model.things import Party
from waybill.parse.english import parse
from waybill.reference.tables import rows_of
from waybill.resolve.parties import find_parties
from waybill.settings import Settings


@cache
def mentions(text: str) -> tuple[Mention, ...]:
    return find_parties(next(parse([text], Settings())))


def named(text: str) -> list[tuple[str, Party]]:
    return [(m.text, m.value) for m in mentions(text) if isinstance(m.value, Party)]


def party(text: str, words: str) -> Party:
    return next(p for said, p in named(text) if said == words)


@pytest.mark.parametrize("row", rows_of("body_forms.csv"), ids=lambda row: row["word"])
def test_a_word_tells_what_kind_of_body_a_name_is(row: dict[str, str]) -> None:
    text, words = row["example"].split("|")
    assert party(text, words).type == row["type"]


@pytest.mark.parametrize(
    ("text", "words", "institution", "country"),
    [
        ("The State Department's Miller spoke.", "State Department", "US government", "United States"),
        ("Seoul's spy agency told lawmakers.", "Seoul's spy agency", "South Korean government", "South Korea"),
        ("Chadian army spokesman Mahamat Saleh denied it.", "spokesman Mahamat Saleh", "Chadian government", "Chad"),
        ("Ola Moe, an analyst at the Brandt Institute, counted them.", "Ola Moe", "Brandt Institute", None),
        ("The chairman of the Tarn Institute, Ola Moe, counted them.", "Ola Moe", "Tarn Institute", None),
        ("Ola Moe of the Tarn Institute counted them.", "Ola Moe", "Tarn Institute", None),
        ("Tarn Institute analyst Ola Moe counted them.", "Ola Moe", "Tarn Institute", None),
        ("Ola Moe, spokesman for the Kremlin, denied it.", "Ola Moe", "Kremlin", "Russia"),
        ("Norwegian Defence College experts met.", "Norwegian Defence College", None, "Norway"),
        ("Germany's Nordtor GmbH sold them.", "Nordtor GmbH", None, "Germany"),
        ("The Emirati trading house Blue Dune Trading FZE sold them.", "Blue Dune Trading FZE", None, "United Arab Emirates"),
        ("Steppe Airlines, an Iranian carrier, flew them.", "Steppe Airlines", None, "Iran"),
    ],
)
def test_the_body_and_the_state_behind_a_name_are_told(
    text: str, words: str, institution: str | None, country: str | None
) -> None:
    found = party(text, words)
    assert (found.institution, found.country) == (institution, country)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Norse Strategy Institute (FFX) counted 14. FFX said so.", "FFX", "Norse Strategy Institute"),
        ('The Norse Strategy Institute (hereafter "NSI") counted 14. NSI said so.', "NSI", "Norse Strategy Institute"),
        ("The Norse Strategy Institute, known as NSI, counted 14.", "NSI", "Norse Strategy Institute"),
        ("The Ministry of National Defense (MND) spoke. The MND gave no figure.", "MND", "South Korean defence ministry"),
        ("Reef Survey Foundation (RSF) met. RSF asked for it.", "RSF", "Reef Survey Foundation"),
        ("The Tarn Institute for Maritime Evidence counted. Tarn Institute staff agreed.", "Tarn Institute",
         "Tarn Institute for Maritime Evidence"),
        ("Marine Azur Holding paid. Marine Azur denied it.", "Marine Azur", "Marine Azur Holding"),
    ],
)  # fmt: skip
def test_a_short_name_is_the_body_that_the_text_names_in_full(text: str, words: str, name: str) -> None:
    assert {p.name for said, p in named(text) if said == words} == {name}


def test_a_short_name_of_two_bodies_stays_itself() -> None:
    text = "The Tarn Institute of Law met the Tarn Institute of Arms. The Tarn Institute said no more."
    assert [p.name for _, p in named(text)] == ["Tarn Institute of Law", "Tarn Institute of Arms", "Tarn Institute"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Brandt Institute counted.", "Analysts at Brandt Institute agreed."),
        ("It named Golden Reed Limited among them.", "It paid Golden Reed Ltd. in May."),
        ("Yusuf Karim was sanctioned.", "They met Youssef Karim in May."),
        ("Norway's intelligence service said so.", "The Norwegian intelligence service said so."),
        ("Kim Jong-un went there.", "They met Kim Jong Un there."),
    ],
)
def test_one_party_has_one_id_in_every_document(one: str, other: str) -> None:
    ids = {named(text)[0][1].id for text in (one, other)}
    assert len(ids) == 1
    assert None not in ids


def test_a_surname_alone_is_the_leader_of_a_state_the_text_names() -> None:
    assert party("Kim went to Russia. North Korea said so.", "Kim").name == "Kim Jong Un"
    (kim,) = mentions("Kim went home.")
    assert kim.unresolved == "no more than the name Kim is given"


@pytest.mark.parametrize(
    "text", [row["example"] for row in rows_of("not_parties.csv")] + ["DRONES WERE SEEN", "It is IMO 9179842."]
)
def test_instruments_and_units_are_no_parties(text: str) -> None:
    assert named(text) == []
