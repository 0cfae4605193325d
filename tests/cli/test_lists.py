"""waybill lists: keeping sanctions lists, showing them, and looking names up in them."""

import json
from datetime import date
from pathlib import Path

import pytest
from list_formats import sdn_csv, sdn_xml, un_xml

from command_line import Waybill
from screened import ANGARA, PERSON
from waybill.errors import ReadError
from waybill.pipeline.lists import EDITION, add_list, held_lists
from waybill.settings import Settings

DAY = date(2026, 9, 23)


@pytest.fixture
def sdn(tmp_path: Path) -> Path:
    file = tmp_path / "sdn.xml"
    file.write_bytes(sdn_xml([ANGARA], DAY))
    return file


def shown(waybill: Waybill) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(waybill("lists", "--json").out)["lists"]
    return found


def test_without_a_list_that_is_said(waybill: Waybill) -> None:
    assert "no list is held" in waybill("lists").err
    assert shown(waybill) == []
    assert "not screened: no list is held" in waybill("lists", "find", "Angara").err


def test_a_list_that_is_added_is_shown_with_its_date_entries_and_sha256(waybill: Waybill, sdn: Path) -> None:
    added = waybill("lists", "add", sdn)
    assert (added.code, added.out) == (0, "kept: OFAC SDN, 2026-09-23, 1 entries\n")
    (edition,) = shown(waybill)
    assert (edition["list"], edition["date"], edition["dated_by"], edition["entries"]) == ("OFAC SDN", "2026-09-23", "list", 1)
    assert str(edition["sha256"]).strip("[]'") in waybill("lists").out


def test_the_original_is_kept_byte_for_byte_under_its_sha256(waybill: Waybill, sdn: Path, own_lists: Path) -> None:
    waybill("lists", "add", sdn)
    (original,) = (own_lists / "originals").iterdir()
    assert original.read_bytes() == sdn.read_bytes()
    assert [original.name] == shown(waybill)[0]["sha256"]


def test_the_same_list_again_changes_nothing(waybill: Waybill, sdn: Path, own_lists: Path) -> None:
    waybill("lists", "add", sdn)
    before = {path: path.stat().st_mtime_ns for path in own_lists.rglob("*")}
    assert waybill("lists", "add", sdn).out.startswith("held already: OFAC SDN")
    assert {path: path.stat().st_mtime_ns for path in own_lists.rglob("*")} == before


def test_editions_of_one_list_stay_side_by_side(waybill: Waybill, tmp_path: Path, sdn: Path) -> None:
    later = tmp_path / "later.xml"
    later.write_bytes(sdn_xml([], date(2026, 11, 1)).replace(b"</sdnList>", sdn_entry() + b"</sdnList>"))
    waybill("lists", "add", later)
    waybill("lists", "add", sdn)
    assert [edition["date"] for edition in shown(waybill)] == ["2026-09-23", "2026-11-01"]


def sdn_entry() -> bytes:
    return b"<sdnEntry><uid>7</uid><lastName>QUIET REED</lastName><sdnType>Entity</sdnType></sdnEntry>"


def test_ofacs_tables_are_taken_together_and_dated_by_the_user(waybill: Waybill, tmp_path: Path) -> None:
    for name, data in zip(("sdn.csv", "alt.csv"), sdn_csv([ANGARA]), strict=True):
        (tmp_path / name).write_bytes(data)
    first = waybill("lists", "add", tmp_path / "sdn.csv")
    assert "date not stated: give it with --date" in first.out
    assert "taken with it: alt.csv" in first.err
    waybill("lists", "add", tmp_path / "sdn.csv", "--date", "2026-09-23")
    assert [(edition["date"], edition["dated_by"]) for edition in shown(waybill)] == [("2026-09-23", "user")]
    assert "held already: OFAC SDN, 2026-09-23" in waybill("lists", "add", tmp_path / "sdn.csv").out


def test_a_name_is_looked_up_in_all_lists(waybill: Waybill, tmp_path: Path, sdn: Path) -> None:
    un = tmp_path / "un.xml"
    un.write_bytes(un_xml([PERSON], DAY))
    waybill("lists", "add", sdn)
    waybill("lists", "add", un)
    found = [json.loads(line) for line in waybill("lists", "find", "Ангара", "Tsvetkov, Oleg", "--json").out.splitlines()]
    assert [[one["listed_as"] for one in record["possible"]] for record in found] == [["ANGARA"], ["Oleg Ivanovich Tsvetkov"]]
    assert "no name held is like it (OFAC SDN, UN consolidated)" in waybill("lists", "find", "Blue Pearl").out
    assert "by name alone" in waybill("lists", "find", "Angara").out


@pytest.mark.parametrize("words", [b"<html/>", b"", b"<sdnList>", b"1,2,3\n"])
def test_what_is_no_list_is_one_line_and_nothing_is_kept(waybill: Waybill, tmp_path: Path, words: bytes) -> None:
    (tmp_path / "file").write_bytes(words)
    run = waybill("lists", "add", tmp_path / "file")
    assert (run.code, run.out) == (1, "")
    assert len([line for line in run.err.splitlines() if str(tmp_path / "file") in line and "reading" not in line]) == 1
    assert shown(waybill) == []


def test_a_missing_file_and_a_bad_date_are_one_line(waybill: Waybill, tmp_path: Path, sdn: Path) -> None:
    assert waybill("lists", "add", tmp_path / "gone.xml").code == 1
    assert waybill("lists", "add", sdn, "--date", "yesterday").code == 2
    assert waybill("lists", "--json", "add", sdn).code == 2


def test_what_was_read_is_read_again_from_the_original_where_it_is_gone(waybill: Waybill, sdn: Path, own_lists: Path) -> None:
    waybill("lists", "add", sdn)
    before = held_lists(Settings(), lambda _: None).entries
    (compiled,) = own_lists.glob(f"*-{EDITION}.msgpack")
    for damage in (b"", b"\xff" * 10):
        compiled.write_bytes(damage)
        assert held_lists(Settings(), lambda _: None).entries == before
    compiled.unlink()
    assert held_lists(Settings(), lambda _: None).entries == before


def test_an_original_that_was_changed_is_told(waybill: Waybill, sdn: Path, own_lists: Path) -> None:
    waybill("lists", "add", sdn)
    (original,) = (own_lists / "originals").iterdir()
    original.write_bytes(original.read_bytes() + b" ")
    next(own_lists.glob("*.msgpack")).unlink()
    run = waybill("lists", "find", "Angara")
    assert run.code == 1
    assert "not the bytes that were kept; add the list again" in run.err


def test_a_folder_that_cannot_be_written_says_what_to_try(waybill: Waybill, sdn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYBILL_LISTS", str(sdn / "below"))
    assert "let WAYBILL_LISTS name a folder that can be written" in waybill("lists", "add", sdn).err


def test_a_list_that_is_too_large_is_refused(sdn: Path) -> None:
    with pytest.raises(ReadError, match="larger than 10 bytes"):
        add_list([sdn], None, Settings(max_list_bytes=10), lambda _: None)
