"""Ships by the words around their names: every row of the table of ship words, and one id for one ship."""

from functools import cache

import pytest

from waybill.model.mention import Mention
from waybill.model.things import Vessel
from waybill.parse.english import parse
from waybill.reference.tables import rows_of
from waybill.resolve.vessels.find import find_vessels
from waybill.settings import Settings


@cache
def found(text: str) -> tuple[Mention, ...]:
    return find_vessels(next(parse([text], Settings())))


def ships(text: str) -> list[Vessel]:
    return [m.value for m in found(text) if isinstance(m.value, Vessel)]


@pytest.mark.parametrize("row", rows_of("ship_words.csv"), ids=lambda row: row["word"])
def test_a_word_of_ships_finds_the_name_beside_it(row: dict[str, str]) -> None:
    (ship,) = ships(row["example"])
    assert ship.name == ("LADY R" if row["kind"] == "sea" else "BLUE PEARL")
    assert row["word"].lower()[:4] in row["example"].lower()


@pytest.mark.parametrize("row", rows_of("vessels.csv"), ids=lambda row: f"{row['name']} {row['imo']}")
def test_every_ship_of_the_table_is_found_by_its_number(row: dict[str, str]) -> None:
    (ship,) = ships(f"She is IMO {row['imo']}.")
    assert (ship.imo, ship.id) == (row["imo"], f"imo:{row['imo']}")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('The M/V "Sunrise Star" met the M/V Blue Horizon.', ["SUNRISE STAR", "BLUE HORIZON"]),
        ("The ro-ro vessel *Port Olya-3* sailed up the river.", ["PORT OLYA-3"]),
        ("The ship, the “Rubymar”, sank.", ["RUBYMAR"]),
        ("It was escorted by the frigate Admiral Grigorovich.", ["ADMIRAL GRIGOROVICH"]),
        ("The merchant vessel Sparta IV sailed.", ["SPARTA IV"]),
        ("Jihan, a freighter intercepted in 2013, carried weapons.", ["JIHAN"]),
        ("The Iranian-flagged Saviz was hit.", ["SAVIZ"]),
        ("Its sister ship Lady D was sanctioned.", ["LADY D"]),
        ("The foreign ministry said the Lady R had loaded nothing.", ["LADY R"]),
        ("Maria unloaded the cargo of her car.", []),
        ("Nour, a tanker captain, saw it.", []),
        ("VESSELS STRIKE OFF COAST", []),
    ],
)
def test_names_of_ships_are_told_from_those_of_people(text: str, names: list[str]) -> None:
    assert [ship.name for ship in ships(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The carrier ship Nordic Wind, formerly the Eastern Star, sailed.",
        "The carrier ship Nordic Wind (ex-Eastern Star) sailed.",
        "The carrier ship Nordic Wind (formerly known as Eastern Star) sailed.",
        "The tanker Nordic Wind, now Eastern Star, was seized.",
        "The tanker Nordic Wind was renamed Eastern Star.",
        "The tanker Nordic Wind, also known as Eastern Star, was seized.",
    ],
)
def test_a_renamed_ship_is_one_ship(text: str) -> None:
    one, other = ships(text)
    assert {one.name, other.name} == {"NORDIC WIND", "EASTERN STAR"}
    assert one.id == other.id == "name:nordic-wind"


def test_a_name_ends_where_its_letters_do() -> None:
    text = "The ship “Weißenburg” met the Lady R. Then came the Lady R."
    assert [m.span.text_of(text) for m in found(text)] == ["Weißenburg", "Lady R", "Lady R"]


def test_the_number_of_a_renamed_ship_holds_for_both_names() -> None:
    text = "The tanker Nordic Wind (IMO 9074729) sailed. The tanker Nordic Wind, ex Eastern Star, was seen."
    assert {ship.id for ship in ships(text)} == {"imo:9074729"}


def test_a_name_beside_a_number_that_fails_says_so() -> None:
    name, number = found("The tanker Sea Swan, IMO 9074720, went dark.")
    assert number.value is None
    assert name.unresolved == number.unresolved == "IMO 9074720: not seven digits with a true check digit"


def test_one_ship_has_one_id_in_every_document() -> None:
    texts = ("MV Blue Pearl sailed.", "The tanker Blue Pearl was seen.", "The cargo ship BLUE PEARL docked.")
    assert {ship.id for text in texts for ship in ships(text)} == {"name:blue-pearl"}
    assert {ship.id for text in ("The Angara docked.", "It is MMSI 273210440.") for ship in ships(text)} == {"imo:9179842"}


@pytest.mark.parametrize(
    "text",
    [
        "However, a tanker left.",
        "Meanwhile, a cargo ship docked.",
        "In Kyiv, a ship burned.",
        "According to Reuters, a tanker sank.",
    ],
)
def test_what_opens_a_sentence_is_no_ship(text: str) -> None:
    assert ships(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The tanker Nordic Wind was known to US officials.",
        "The tanker Nordic Wind stopped once Iran seized it.",
        "The tanker Nordic Wind called Monday at the pier.",
        "The tanker Nordic Wind was called to Dunay.",
        "The tanker Nordic Wind has since called Najin home.",
    ],
)
def test_a_place_or_day_is_no_other_name(text: str) -> None:
    assert [ship.name for ship in ships(text)] == ["NORDIC WIND"]


def test_a_prefix_may_begin_a_text_that_ends_in_a_number() -> None:
    assert [ship.name for ship in ships("MV Blue Pearl called in 2019")] == ["BLUE PEARL"]
