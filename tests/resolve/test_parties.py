from collections.abc import Iterator
from datetime import date

import pytest

from waybill.model.mention import Mention
from waybill.model.span import Span
from waybill.model.things import Party, Place, Vessel
from waybill.parse.english import parse
from waybill.resolve.overlaps import without_named, without_places
from waybill.resolve.parties import find_parties
from waybill.settings import Settings


def found(text: str) -> Iterator[tuple[str, Party]]:
    for mention in find_parties(next(parse([text], Settings()))):
        assert isinstance(mention.value, Party)
        assert mention.span.text_of(text) == mention.text
        yield mention.text, mention.value


def test_a_capital_stands_for_its_state() -> None:
    assert [(text, party.name) for text, party in found("Pyongyang has armed Moscow.")] == [
        ("Pyongyang", "North Korea"),
        ("Moscow", "Russia"),
    ]


def test_the_longest_name_wins() -> None:
    (officials, party), *_ = found("South Korean intelligence officials counted the ships.")

    assert (officials, party.institution) == ("South Korean intelligence officials", "South Korean government")


def test_a_movement_is_known_by_what_it_is_called() -> None:
    assert [party.name for _, party in found("Houthi rebels fired it, and the RSF bought two.")] == [
        "Houthis",
        "Rapid Support Forces",
    ]


def test_the_span_of_a_person_has_the_title_not_the_body_before() -> None:
    said = list(found("National Security Council spokesman John Kirby briefed reporters. Mr Kirby gave no figure."))

    assert [text for text, _ in said] == ["National Security Council", "John Kirby", "Mr Kirby"]
    assert {party.institution for text, party in said if "Kirby" in text} == {"White House"}


def test_a_person_nobody_knows_speaks_for_the_body_named_before() -> None:
    person = next(party for text, party in found("Chadian army spokesman Mahamat Saleh denied it.") if "Saleh" in text)

    assert (person.name, person.type, person.country) == ("Mahamat Saleh", "person", "Chad")


def test_a_surname_alone_is_the_person_named_in_full_before() -> None:
    people = [
        party
        for _, party in found("Michael Oliemans counted the trains. Oliemans published the count.")
        if party.type == "person"
    ]

    assert [p.name for p in people] == ["Michael Oliemans"] * 2


def test_an_unknown_organisation_has_no_country() -> None:
    parties = [
        party for text, party in found("The ship belongs to Sunrise Meridian Shipping Ltd, records show.") if "Sunrise" in text
    ]

    assert [(p.type, p.country) for p in parties] == [("company", None)]


@pytest.mark.parametrize(
    "text", ["They told us about it.", "The polish on the crates was fresh.", "The guardian of the depot slept."]
)
def test_common_words_are_no_parties(text: str) -> None:
    assert list(found(text)) == []


def test_where_the_gazetteer_has_a_place_the_parser_has_no_person() -> None:
    goma, moscow = Span(0, 4), Span(10, 16)
    place = Place("Goma", "Democratic Republic of the Congo", -1.7, 29.2, 3.0, "geonames:216281")
    person, state = Party("Goma", "person", None, None), Party("Russia", "state", "Russia", "RU")
    parties = (Mention("party", goma, "Goma", person), Mention("party", moscow, "Moscow", state))
    places = (Mention("place", goma, "Goma", place), Mention("place", moscow, "Moscow", place))

    assert without_places(next(parse(["Goma, and Moscow"], Settings())), parties, places) == parties[1:]


def test_a_ship_is_no_person_but_its_owner_is_a_company() -> None:
    ship = Mention("vessel", Span(4, 15), "Lady Mariia", Vessel("Lady Mariia", None, None))
    person = Mention("party", Span(4, 15), "Lady Mariia", Party("Lady Mariia", "person", None, None))
    part = Mention("party", Span(9, 15), "Mariia", Party("Mariia", "person", None, None))
    owner = Mention("party", Span(4, 28), "Lady Mariia Shipping Ltd", Party("Lady Mariia Shipping Ltd", "company", None, None))

    assert without_named((person, part, owner), (ship,)) == (owner,)


def test_the_day_of_the_text_settles_an_office() -> None:
    parsed = next(parse(["Admiral Kirby declined to comment."], Settings()))

    (kirby,) = find_parties(parsed, date(2021, 9, 1))

    assert isinstance(kirby.value, Party)
    assert (kirby.text, kirby.value.institution) == ("Admiral Kirby", "Pentagon")


def test_a_state_in_the_name_of_a_sea_is_no_party() -> None:
    assert list(found("The dhow drifted in the Gulf of Oman.")) == []


def test_another_given_name_is_another_person() -> None:
    assert next(found("Saddam Haftar flew to Minsk."))[1].name == "Saddam Haftar"
    assert next(found("Haftar flew to Minsk."))[1].name == "Khalifa Haftar"


def test_a_body_named_for_a_person_is_no_person() -> None:
    names = [p.name for _, p in found("The Haftar Armed Forces (HAF) were silent. HAF lorries left.")]

    assert names == ["Haftar Armed Forces"] * 3


def test_an_office_before_its_state_is_the_one_behind_it() -> None:
    before, behind = found("The Ministry of Defence of Ukraine spoke. The Ukrainian Ministry of Defence spoke.")

    assert before[0] == "Ministry of Defence of Ukraine"
    assert before[1] == behind[1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway's defence ministry counted them. The ministry did not answer.", "Norwegian defence ministry"),
        ("The Tarn Institute counted them. An analyst of the institute did not answer.", "Tarn Institute"),
    ],
)
def test_what_a_named_body_is_called_afterwards_is_that_body(text: str, name: str) -> None:
    assert [p.name for _, p in found(text)] == [name, name]


def test_what_no_body_was_named_for_is_nobody() -> None:
    assert list(found("The ministry did not answer. The army itself flies them.")) == []
    assert [p.name for _, p in found("Norway's defence ministry counted them. The navy did not.")] == [
        "Norwegian defence ministry"
    ]


def test_a_speaker_of_a_transcript_is_named_by_the_label() -> None:
    assert [(text, p.name) for text, p in found("MS. ADEYEMI: We have seen it.\n\nQ: When?\n")] == [("MS. ADEYEMI", "Adeyemi")]


def test_a_heading_is_nobody() -> None:
    assert list(found("C. Transfers by air\n\nIt was quiet.")) == []


def test_a_signature_is_no_heading() -> None:
    assert [p.type for _, p in found("It was quiet.\n\nB. Hartono, analyst\n")] == ["person"]


def test_a_body_of_the_table_may_be_called_by_the_beginning_of_its_name() -> None:
    names = [p.name for _, p in found("A row in the House of Representatives went on. A deal with House Democrats failed.")]

    assert names[:2] == ["US Congress", "US Congress"]
