"""Ships whose numbers the text gives: every number has the ship's name, and every name its numbers."""

from functools import cache

import pytest

from waybill.model.mention import Mention
from waybill.model.things import Vessel
from waybill.parse.english import parse
from waybill.resolve.vessels.find import find_vessels
from waybill.settings import Settings


@cache
def found(text: str) -> tuple[Mention, ...]:
    return find_vessels(next(parse([text], Settings())))


def ships(text: str) -> dict[str, tuple[str | None, str | None, str | None]]:
    """The name, IMO number and MMSI of each mention, by its words."""
    return {m.text: (m.value.name, m.value.imo, m.value.mmsi) for m in found(text) if isinstance(m.value, Vessel)}


@pytest.mark.parametrize(
    "text",
    [
        "The tanker Blue Pearl (IMO 9074729, MMSI 273394890) sailed.",
        "The tanker Blue Pearl (IMO 9074729; MMSI 273394890) sailed.",
        "The tanker Blue Pearl, IMO 9074729, MMSI 273394890, sailed.",
        "The tanker Blue Pearl, with IMO 9074729 and MMSI 273394890, sailed.",
        "The tanker Blue Pearl (IMO 9074729, flag: Panama, MMSI 273394890) sailed.",
        "The tanker Blue Pearl (IMO 9074729) sailed. The Blue Pearl (MMSI 273394890) was seen.",
    ],
)
def test_all_numbers_beside_a_name_are_one_ship(text: str) -> None:
    ship = ("BLUE PEARL", "9074729", "273394890")
    assert ships(text) == dict.fromkeys(("Blue Pearl", "IMO 9074729", "MMSI 273394890"), ship)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Orion Blue (IMO 9187344) sailed.", ["Orion Blue"]),
        ("The “Orion Blue” (IMO 9187344) sailed.", ["Orion Blue"]),
        ("Orion Blue, IMO 9187344, sailed.", ["Orion Blue"]),
        ("The Iranian Orion Blue (IMO 9187344) sailed.", ["Orion Blue"]),
        ("Tanker Orion Blue (IMO 9187344) sailed.", ["Orion Blue"]),
        ("They saw M/T Orion Blue (IMO 9187344).", ["M/T Orion Blue"]),
        ("The Iran Kashan (IMO 9187344) sailed.", ["Iran Kashan"]),
        ("Al-Noor 3 (IMO 9187344) and Jin Teng 7, IMO 9074729, sailed.", ["Al-Noor 3", "Jin Teng 7"]),
        ("It lists IMO 9074729 (Blue Pearl), IMO 9187344 (Orion Blue).", ["Blue Pearl", "Orion Blue"]),
        ("IMO 9074729 (“Blue Pearl”)", ["Blue Pearl"]),
        ("IMO 9074729 (Panama) sailed.", []),
        ("On Friday IMO 9074729 sailed.", []),
        ("In Sudan, IMO 9074729 was seen.", []),
        ("According to Equasis, IMO 9074729 was scrapped.", []),
        ("The Treasury Department (IMO 9074729) named it.", []),
        ("It is the International Maritime Organization (IMO 9074729).", []),
        ("Its number, IMO 9074729, was painted over.", []),
    ],
)
def test_a_number_announces_the_name_beside_it(text: str, names: list[str]) -> None:
    assert [m.text for m in found(text) if "IMO" not in m.text] == names
    named = {m.value.name for m in found(text) if isinstance(m.value, Vessel) and m.value.name}
    assert named == {name.removeprefix("M/T ").upper() for name in names}


@pytest.mark.parametrize(
    "text",
    [
        "Orion Blue (IMO 9187344, ex-Rasht Star) sailed.",
        "Orion Blue (IMO 9187344, MMSI 273394890), formerly known as the Rasht Star, sailed.",
        "The freighter Orion Blue (IMO 9187344), previously named Rasht Star, sailed.",
        "The freighter Orion Blue, originally called Rasht Star (IMO 9187344), sailed.",
        "The Orion Blue (formerly Rasht Star, IMO 9187344) sailed.",
        "The Orion Blue (ex-Rasht Star, IMO 9187344) sailed.",
    ],
)
def test_numbers_may_stand_between_the_two_names_of_a_ship(text: str) -> None:
    one, other = (next(m.value for m in found(text) if m.text == name) for name in ("Orion Blue", "Rasht Star"))
    assert isinstance(one, Vessel)
    assert isinstance(other, Vessel)
    assert (one.id, other.id, other.renamed) == ("imo:9187344", "imo:9187344", "ORION BLUE")


def test_two_ships_of_one_name_keep_their_own_numbers() -> None:
    mentions = found("The vessel Maria (IMO 8517839) met another vessel Maria (IMO 9198783).")
    assert [m.value.imo for m in mentions if isinstance(m.value, Vessel)] == ["8517839", "8517839", "9198783", "9198783"]


def test_numbers_of_two_sentences_are_two_ships() -> None:
    imo, mmsi = ships("It saw IMO 9187344. Later MMSI 273394890 went dark.").values()
    assert (imo, mmsi) == ((None, "9187344", None), (None, None, "273394890"))


def test_a_number_told_again_without_its_name_is_the_same_ship() -> None:
    assert ships("The tanker Blue Pearl (IMO 9074729) sailed. Then IMO 9074729 went dark.")["IMO 9074729"][0] == "BLUE PEARL"


def test_a_number_that_fails_leaves_the_other_to_the_ship() -> None:
    text = "The tanker Sea Swan (IMO 9074720, MMSI 273394890) went dark."
    assert ships(text)["Sea Swan"] == ("SEA SWAN", None, "273394890")
    assert [m.unresolved for m in found(text) if m.value is None] == ["IMO 9074720: not seven digits with a true check digit"]
