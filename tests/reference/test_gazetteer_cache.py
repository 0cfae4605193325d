"""The compiled gazetteer in the cache folder."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from waybill.errors import WriteError
from waybill.reference import gazetteer_sources
from waybill.reference.gazetteer import KEPT, open_gazetteer
from waybill.reference.gazetteer_record import Record
from waybill.settings import Settings

ADEN = Record("g:1", "Aden", "city", "YE", "", "", 12.8, 45.0, 10.0, 550_000, (("Aden", 2),))


@pytest.fixture(autouse=True)
def one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_sources, "records", lambda _: [ADEN])


def found_in(folder: Path) -> list[str]:
    return [c.name for c in open_gazetteer(Settings(cache_dir=folder)).named("Aden")]


def test_a_compilation_leaves_the_latest_of_other_inputs(tmp_path: Path) -> None:
    for age in range(KEPT):
        older = tmp_path / f"gazetteer-{age:012}.sqlite"
        older.write_bytes(b"of an older edition")
        os.utime(older, (1_000 - age, 1_000 - age))
    (tmp_path / "notes.sqlite").write_bytes(b"of somebody else")
    assert found_in(tmp_path) == ["Aden"]
    assert len(list(tmp_path.glob("gazetteer-*"))) == KEPT
    assert not older.exists()
    assert (tmp_path / "notes.sqlite").exists()


@pytest.mark.parametrize("kept", [0, 50, 5000])
def test_a_file_cut_off_is_compiled_again(tmp_path: Path, kept: int) -> None:
    found_in(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:kept])
    assert found_in(tmp_path) == ["Aden"]


def test_a_file_of_something_else_is_compiled_again(tmp_path: Path) -> None:
    found_in(tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"\xff" * file.stat().st_size)
    assert found_in(tmp_path) == ["Aden"]


def test_runs_at_once_do_no_harm(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(found_in, [tmp_path] * 8)) == [["Aden"]] * 8
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_written_says_what_to_try(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(
        WriteError, match=r"file/waybill: the gazetteer cannot be kept there \(Not a directory\); let XDG_CACHE"
    ):
        found_in(tmp_path / "file" / "waybill")
