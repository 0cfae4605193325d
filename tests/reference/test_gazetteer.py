from collections.abc import Callable
from pathlib import Path

import pytest

from waybill.reference.countries import countries
from waybill.reference.gazetteer import Gazetteer, open_gazetteer, write
from waybill.reference.gazetteer_names import alike, bare, latin, name_key
from waybill.reference.gazetteer_record import Record
from waybill.reference.gazetteer_supplement import merged
from waybill.reference.sphere import distance_km, mean_point
from waybill.reference.tables import rows_of
from waybill.settings import Settings

RAJIN = Record("g:1", "Rajin", "port", "KP", "", "", 42.23, 130.3, 10.0, 66_000, (("Rajin", 2), ("Najin", 2)))
OBLAST = Record(
    "g:2", "Rostovskaya oblast'", "admin1", "RU", "g:2", "", 47.6, 40.6, 265.0, 3_400_000, (("Rostov Oblast", 1), ("Rostov", 1))
)
CITY = Record(
    "g:3", "Rostov-on-Don", "city", "RU", "g:2", "", 47.2, 39.7, 11.0, 1_100_000, (("Rostov-on-Don", 2), ("Rostov", 1))
)
KENTUCKY = Record("g:4", "Kentucky", "admin1", "US", "g:4", "", 38.2, -84.9, 376.0, 4_000_000, (("Kentucky", 2), ("Ky.", 2)))


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    path = tmp_path / "small.sqlite"
    write([RAJIN, OBLAST, CITY, KENTUCKY], path)
    return Gazetteer(path)


def test_a_reviewed_spelling_finds_the_place(gazetteer: Gazetteer) -> None:
    (place,) = [c.place for c in gazetteer.named("Najin")]

    assert (place.name, place.country, place.lat, place.lon) == ("Rajin", "North Korea", 42.23, 130.3)


def test_hyphens_accents_and_case_make_no_difference(gazetteer: Gazetteer) -> None:
    assert gazetteer.named("ROSTOV ON DON") == gazetteer.named("Rostov-on-Dón") != ()


def test_all_places_of_a_name_come_the_most_populous_first(gazetteer: Gazetteer) -> None:
    assert [c.id for c in gazetteer.named("Rostov")] == ["g:2", "g:3"]


def test_an_abbreviation_must_be_written_as_one(gazetteer: Gazetteer) -> None:
    assert [len(gazetteer.named(words)) for words in ("Ky.", "Ky", "KY", "ky")] == [1, 1, 0, 0]


def test_the_longest_name_is_known_by_its_first_word(gazetteer: Gazetteer) -> None:
    assert [gazetteer.longest_from(word) for word in ("Rostov", "Najin", "container")] == [3, 1, 0]


def test_a_class_word_is_no_part_of_a_bare_name() -> None:
    assert [bare(name) for name in ("Rostov Oblast", "Provincia de Lugo", "Primorye")] == ["Rostov", "Lugo", None]


def test_codes_and_other_scripts_are_no_aliases() -> None:
    assert list(latin(["Kiev", "IEV", "Київ", "ji fu"])) == ["Kiev"]


def test_spellings_are_told_from_other_names() -> None:
    assert alike(name_key("Bandar-e Anzalī"), name_key("Bandar Anzali"))
    assert not alike(name_key("Ankara"), name_key("Enguri"))


def test_a_degree_of_the_equator_is_111_km() -> None:
    assert distance_km(0, 0, 0, 1) == pytest.approx(111.2, abs=0.1)


def test_the_mean_of_points_on_both_sides_of_the_date_line_lies_between_them() -> None:
    lat, lon = mean_point([(10.0, 179.0), (10.0, -179.0)])

    assert lat == pytest.approx(10.0, abs=0.01)
    assert abs(lon) == 180.0


def test_a_reviewed_place_replaces_its_namesake_nearby_and_keeps_its_standing() -> None:
    namesake = Record(
        "g:5", "Al Ḩudaydah", "city", "YE", "g:9", "", 14.8, 42.95, 9.0, 700_000, (("Al Ḩudaydah", 2), ("Hodeida", 1))
    )
    elsewhere = Record("g:6", "Rason", "city", "US", "", "", 40.0, -90.0, 2.0, 900, (("Rason", 2),))

    places = {place.id: place for place in merged([namesake, elsewhere])}

    assert (places["g:5"].name, places["g:5"].kind, places["g:5"].population) == ("Hodeidah", "port", 700_000)
    assert places["g:6"] == elsewhere
    assert places["waybill:red-sea"].kind == "water"


def test_every_reviewed_place_stands_on_the_globe_in_a_known_country() -> None:
    rows = rows_of("places.csv")
    names = {c.name for c in countries()} | {""}

    assert all(-90 <= float(r["lat"]) <= 90 and -180 <= float(r["lon"]) <= 180 and r["source"] for r in rows)
    assert {r["country"] for r in rows} <= names
    assert len({(r["name"], r["country"], r["kind"]) for r in rows}) == len(rows)


def test_a_gazetteer_is_compiled_once_and_leaves_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []

    def few(progress: Callable[[str], None]) -> list[Record]:
        compiled.append(progress)
        return [RAJIN]

    monkeypatch.setattr("waybill.reference.gazetteer_sources.records", few)
    settings = Settings(cache_dir=tmp_path / "cache")

    first, second = open_gazetteer(settings), open_gazetteer(settings)

    assert first.named("Najin") == second.named("Najin") != ()
    assert len(compiled) == len(list((tmp_path / "cache").iterdir())) == 1


def test_a_compilation_that_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(progress: Callable[[str], None]) -> list[Record]:
        raise KeyboardInterrupt(progress)

    monkeypatch.setattr("waybill.reference.gazetteer_sources.records", broken)

    with pytest.raises(KeyboardInterrupt):
        open_gazetteer(Settings(cache_dir=tmp_path))
    assert list(tmp_path.iterdir()) == []
