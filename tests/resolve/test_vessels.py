"""Ships by name and by number."""

from functools import cache

import pytest

from waybill.model.mention import Mention
from waybill.model.things import Vessel
from waybill.parse.english import parse
from waybill.reference.tables import rows_of
from waybill.reference.vessels import RegisteredShip, is_imo_number, is_ship_mmsi
from waybill.resolve.vessels.find import find_vessels
from waybill.settings import Settings


@cache
def found(text: str) -> tuple[Mention, ...]:
    return find_vessels(next(parse([text], Settings())))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("MV Alaed turned back.", "MV Alaed", "ALAED"),
        ("The M/V Ursa Major sank.", "M/V Ursa Major", "URSA MAJOR"),
        ("The tanker Yuk Tung was seen.", "Yuk Tung", "YUK TUNG"),
        ("A freighter named Wise Honest was seized.", "Wise Honest", "WISE HONEST"),
        ("They left their yacht, Sea Nymph.", "Sea Nymph", "SEA NYMPH"),
        ("The Panama-flagged Blue Pearl docked.", "Blue Pearl", "BLUE PEARL"),
    ],
)
def test_a_prefix_or_a_kind_of_ship_announces_a_name(text: str, words: str, name: str) -> None:
    (mention,) = found(text)
    assert (mention.text, mention.value) == (words, Vessel(name, None, None))
    assert mention.unresolved == "no IMO number stated, none held for this name"


def test_a_name_with_one_hull_has_its_numbers() -> None:
    (mention,) = found("The Angara docked at the pier.")
    assert mention.value == Vessel("ANGARA", "9179842", "273210440")
    assert mention.unresolved is None


def test_a_name_of_two_hulls_stays_open_with_both() -> None:
    (mention,) = found("The vessel Maria docked.")
    assert mention.value == Vessel("MARIA", None, None)
    assert [v.imo for v in mention.candidates if isinstance(v, Vessel)] == ["8517839", "9198783"]
    assert mention.unresolved == "2 ships of this name: IMO 8517839, IMO 9198783"


def test_a_number_beside_a_name_settles_it_everywhere_in_the_text() -> None:
    mentions = found("The Maria sailed. The vessel Maria (IMO 8517839) docked.")
    assert [m.value for m in mentions if m.text == "Maria"] == [Vessel("MARIA", "8517839", None)] * 2


def test_another_flag_keeps_a_namesake_apart() -> None:
    (mention,) = found("The Turkish-flagged Angara docked at the port.")
    assert mention.value == Vessel("ANGARA", None, None)
    assert mention.unresolved == "flag differs: Russia is held for this name"


@pytest.mark.parametrize("flag", ["Panama", "Panamanian"])
def test_the_flag_that_is_held_is_no_difference(flag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pearl = RegisteredShip(Vessel("BLUE PEARL", "9074729", None), "Panama", "case")
    monkeypatch.setattr("waybill.resolve.vessels.find.ships_by_name", lambda: {"BLUE PEARL": (pearl,)})
    find = find_vessels(next(parse([f"The {flag}-flagged Blue Pearl docked."], Settings())))
    assert [m.value for m in find] == [pearl.vessel]
    (other,) = find_vessels(next(parse(["The North Korean-flagged Blue Pearl docked."], Settings())))
    assert other.unresolved == "flag differs: Panama is held for this name"


def test_an_owner_is_no_flag() -> None:
    (mention,) = found("The Oboronlogistics-owned Angara docked.")
    assert mention.unresolved is None


def test_a_list_of_vessels_names_each() -> None:
    names = [m.text for m in found("The cargo ships Angara, Maria and Lady R sailed.")]
    assert names == ["Angara", "Maria", "Lady R"]


def test_a_number_whose_check_digit_fails_stays_unresolved() -> None:
    (mention,) = found("She is IMO 9179843.")
    assert mention.value is None
    assert mention.unresolved == "IMO 9179843: not seven digits with a true check digit"


def test_numbers_are_mentions_of_their_ship() -> None:
    imo, mmsi = found("She is IMO 9179842, MMSI 273210440.")
    assert imo.value == mmsi.value == Vessel("ANGARA", "9179842", "273210440")


@pytest.mark.parametrize(
    "text",
    [
        "The Angara river froze near the port.",
        "The Angara rocket left the pad. A ship was near.",
        "A ship waited while they launched an Angara A5.",
        "The Maria basin lies far from any port.",
        "Angara flows north. A ship was near.",
        "Maria Zakharova spoke of the ship.",
        "Maria said so.",
        "The ship Russia sent has docked.",
        "The vessel docked on Tuesday.",
        "Ship-to-ship transfers went on.",
        "They asked 400 registered Kenyan voters.",
        "Carrier and Whirlpool made fridges.",
        "A dhow was stopped, the US Navy said.",
    ],
)
def test_rivers_people_and_states_are_no_vessels(text: str) -> None:
    assert found(text) == ()


def test_the_check_digit_tells_a_mistyped_number() -> None:
    assert is_imo_number("9074729")
    assert not is_imo_number("9074728")
    assert not is_imo_number("907472")


def test_a_ship_radio_number_begins_with_a_country() -> None:
    assert is_ship_mmsi("273210440")
    assert not is_ship_mmsi("973210440")


def test_every_number_of_the_table_has_a_true_check_digit() -> None:
    assert all(is_imo_number(row["imo"]) for row in rows_of("vessels.csv"))
