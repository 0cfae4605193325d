from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from waybill.model.mention import Mention
from waybill.model.things import Place
from waybill.parse.english import parse
from waybill.reference.countries import countries
from waybill.reference.gazetteer import Gazetteer, write
from waybill.reference.gazetteer_record import Record
from waybill.resolve.places.find import find_places
from waybill.settings import Settings

Find = Callable[[str], tuple[Mention, ...]]


Point = tuple[float, float]


def city(ident: str, name: str, point: Point, population: int, *, iso2: str, admin1: str = "", context: str = "") -> Record:
    return Record(ident, name, "city", iso2, admin1, "", *point, 5.0, population, ((name, 2),), context)


def state(ident: str, name: str, point: Point, population: int) -> Record:
    return Record(ident, name, "admin1", "US", ident, "", *point, 200.0, population, ((name, 2),))


WORLD = [
    *(
        Record(
            f"country:{c.iso2}",
            c.name,
            "country",
            c.iso2,
            "",
            "",
            c.lat,
            c.lon,
            300.0,
            30_000_000,
            tuple((n, 2) for n in c.names),
        )
        for c in countries()
    ),
    city("rajin", "Najin", (42.23, 130.3), 66_000, iso2="KP"),
    city("tikhoretsk", "Tikhoretsk", (45.85, 40.13), 64_000, iso2="RU"),
    city("paris-fr", "Paris", (48.85, 2.35), 2_100_000, iso2="FR"),
    state("texas", "Texas", (31.25, -99.25), 29_000_000),
    state("georgia-us", "Georgia", (32.75, -83.5), 10_000_000),
    city("paris-tx", "Paris", (33.66, -95.56), 25_000, iso2="US", admin1="texas"),
    city("atlanta", "Atlanta", (33.75, -84.39), 500_000, iso2="US", admin1="georgia-us"),
    state("washington-state", "Washington", (47.5, -120.5), 7_600_000),
    city("washington-dc", "Washington", (38.9, -77.04), 690_000, iso2="US"),
    city("kirby", "Kirby", (29.46, -98.39), 8_000, iso2="US", admin1="texas"),
    city("march", "March", (52.55, 0.09), 22_000, iso2="GB"),
    city("said", "Said", (29.0, 70.0), 4_000, iso2="PK"),
    city("ali", "Ali", (14.1, 44.2), 9_000, iso2="YE"),
    city("marib", "Marib", (15.46, 45.33), 20_000, iso2="YE"),
    city("salem-a", "Salemi", (2.0, 45.0), 20_000, iso2="SO"),
    city("salem-b", "Salemi", (9.0, 45.0), 20_000, iso2="SO"),
    city("vostochny-port", "Vostochny", (42.74, 133.07), 30_000, iso2="RU", context="port vessel pier docked"),
    city("vostochny-cosmodrome", "Vostochny", (51.88, 128.33), 29_000, iso2="RU", context="cosmodrome rocket launch"),
]


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Find]:
    path: Path = tmp_path_factory.mktemp("gazetteer") / "world.sqlite"
    write(WORLD, path)
    gazetteer = Gazetteer(path)
    yield lambda text: find_places(next(parse([text], Settings())), gazetteer)


def ids(mentions: tuple[Mention, ...]) -> list[str | None]:
    return [m.value.id if isinstance(m.value, Place) else None for m in mentions]


def test_a_place_is_found_with_its_span_and_country(find: Find) -> None:
    text = "The crates were stacked at Najin, North Korea."

    (najin, country) = find(text)

    assert najin.span.text_of(text) == "Najin"
    assert isinstance(najin.value, Place)
    assert (najin.value.id, najin.value.country) == ("rajin", "North Korea")
    assert isinstance(country.value, Place)
    assert country.value.name == "North Korea"


def test_persons_months_and_verbs_are_no_places(find: Find) -> None:
    assert find("Mr Kirby said so in March. Said Hassan, a trader, told Kirby that he agreed.") == ()


def test_a_country_in_capitals_is_no_common_word(find: Find) -> None:
    assert ids(find("The rifles were sent to the US by sea.")) == ["country:US"]


def test_a_name_persons_bear_needs_more_than_a_verb(find: Find) -> None:
    assert find("Ali sent the crates.") == ()
    assert ids(find("The crates were sent to Ali, Yemen.")) == ["ali", "country:YE"]


def test_a_container_outweighs_population(find: Find) -> None:
    assert ids(find("He moved to Paris, Texas last year.")) == ["paris-tx", "texas"]


def test_without_a_container_the_larger_place_is_meant(find: Find) -> None:
    assert ids(find("The talks were held in Paris on Monday.")) == ["paris-fr"]


def test_one_name_has_one_sense_in_a_document(find: Find) -> None:
    assert ids(find("A warehouse in Paris, Texas burned down. Firemen in Paris were called at night."))[-1] == "paris-tx"


def test_the_other_places_of_a_document_vote(find: Find) -> None:
    assert "georgia-us" in ids(find("Police in Atlanta, Georgia, found the rifles. In Texas a second load was found."))
    assert "country:GE" in ids(find("The lorries crossed from Georgia to Armenia and on to Iran."))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The vessel docked at Vostochny on Friday.", "vostochny-port"),
        ("The two leaders watched a rocket at the Vostochny cosmodrome in Russia.", "vostochny-cosmodrome"),
    ],
)
def test_words_of_the_sentence_tell_a_port_from_a_cosmodrome(find: Find, text: str, meant: str) -> None:
    assert ids(find(text))[0] == meant


def test_equal_readings_are_never_chosen_between(find: Find) -> None:
    mention = find("Weapons were unloaded in Salemi, Somalia.")[0]

    assert mention.unresolved
    assert mention.value == Place("Salemi", "Somalia", None, None, None, None)
    assert [c.id for c in mention.candidates if isinstance(c, Place)] == ["salem-a", "salem-b"]


def test_a_seat_of_government_is_meant_before_a_state_of_its_name(find: Find) -> None:
    assert ids(find("Officials flew to Washington on Monday.")) == ["washington-dc"]


def test_an_adjective_is_flagged(find: Find) -> None:
    (german,) = find("Inspectors opened several German trucks.")

    assert (german.adjectival, ids((german,))) == (True, ["country:DE"])


def test_a_people_is_no_place(find: Find) -> None:
    assert find("The Russians denied it.") == ()


def test_near_a_place_is_within_fifty_kilometres(find: Find) -> None:
    at, near = find("The depot at Tikhoretsk is full. A second depot near Tikhoretsk is being built.")

    assert [m.value.radius_km for m in (at, near) if isinstance(m.value, Place)] == [5.0, 50.0]


def test_some_kilometres_from_a_place_is_its_radius(find: Find) -> None:
    (marib,) = find("The convoy was hit within 30 km of Marib.")

    assert isinstance(marib.value, Place)
    assert (marib.value.id, marib.value.radius_km, marib.adjectival) == ("marib", 30.0, False)


@pytest.mark.parametrize("words", ["some 40 km north of", "25 miles (40 km) to the north of", "forty kilometres north of"])
def test_a_distance_in_a_direction_is_a_place_of_its_own(find: Find, words: str) -> None:
    (there,) = find(f"The convoy was hit {words} Marib.")

    assert isinstance(there.value, Place)
    assert there.text == "Marib"
    assert (there.value.name, there.value.country, there.value.id) == ("40 km north of Marib", "Yemen", None)
    assert there.value.lat == pytest.approx(15.46 + 40 / 111.2, abs=0.01)
    assert there.value.radius_km == 16.0


@pytest.mark.parametrize(
    "text",
    [
        "The depot lies about 180 miles (290km) from Ukraine's border.",
        "The store is some 20 kilometres from the border with Ukraine.",
        "A store 400 km from Ukraine was chosen.",
    ],
)
def test_the_far_end_of_a_distance_only_qualifies(find: Find, text: str) -> None:
    (ukraine,) = find(text)

    assert ukraine.adjectival


def test_a_place_the_gazetteer_lacks_takes_the_point_of_its_container(find: Find) -> None:
    unknown = find("Investigators travelled to Qatranehville, Yemen, to see the missiles.")[0]

    assert isinstance(unknown.value, Place)
    assert (unknown.text, unknown.value.country, unknown.value.lat) == ("Qatranehville", "Yemen", 15.5)
    assert "not in the gazetteer" in (unknown.unresolved or "")


def test_the_same_text_gives_the_same_places(find: Find) -> None:
    text = "Ships sailed from Najin to Vostochny; trains went on to Tikhoretsk and Paris."

    assert find(text) == find(text)


def test_a_ship_named_like_a_town_is_no_place(find: Find) -> None:
    assert find("The vessel Paris sailed at night. Paris was seen without a signal.") == ()


def test_a_speaker_of_a_transcript_is_no_place(find: Find) -> None:
    assert find("MR. KIRBY: We have seen the reports.\n\nMARCH: Go on.") == ()
