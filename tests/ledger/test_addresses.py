"""What --ledger takes, and what it refuses in one line."""

import os
from pathlib import Path

import pytest

from command_line import Waybill
from keeping import ask, opened
from waybill.ledger.address import address_of
from waybill.settings import Settings

REPORT = "US officials said that 300 containers of shells left the port of Najin for Dunay on 7 September 2023.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(Settings().cache_dir.parent))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "first.txt").write_text(REPORT)
    return tmp_path


@pytest.mark.parametrize(
    ("named", "file"),
    [
        ("case.sqlite", "case.sqlite"),
        ("case", "case"),
        ("~/case.sqlite", "home/case.sqlite"),
        ("sqlite:///case.sqlite", "case.sqlite"),
        ("sqlite+pysqlite:///case.sqlite?mode=rw", "case.sqlite"),
        ("sqlite:///~/case.sqlite", "home/case.sqlite"),
        ("sqlite:///{here}/case.sqlite", "case.sqlite"),
        ("{here}/case #1 %20?.sqlite", "case #1 %20?.sqlite"),
        ("naïve.sqlite", "naïve.sqlite"),
    ],
)
def test_a_ledger_is_made_where_it_is_named(waybill: Waybill, here: Path, named: str, file: str) -> None:
    run = waybill("account", "first.txt", "--ledger", named.format(here=here))
    assert run.code == 0
    assert "new ledger" in run.err
    assert (here / file).stat().st_size
    again = waybill("account", "first.txt", "--ledger", named.format(here=here))
    assert "new ledger" not in again.err
    assert again.out == run.out


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("", "no ledger is named"),
        (" ", "no ledger is named"),
        (".", ".: a folder; name a file in it with --ledger FILE"),
        ("gone/case.sqlite", "gone/case.sqlite: its folder does not exist; make it, or give another --ledger FILE"),
        ("first.txt/case.sqlite", "its folder does not exist"),
        ("/dev/null", "/dev/null: not a file"),
        ("~nobody-of-that-name/x", "no such home folder"),
        ("sqlite://case.sqlite", "no file is named; write three slashes: sqlite:///case.sqlite"),
        ("sqlite:///file:case.sqlite?uri=true", "only mode=ro may follow the ?"),
        ("sqlite:///case.sqlite?mode=memory", "only mode=ro may follow the ?"),
        ("sqlite:///case.sqlite?mode=ro", "does not exist and cannot be made"),
        ("sqlite+aiosqlite:///case.sqlite", "keeps ledgers in SQLite only"),
        (
            "postgresql://ann:hunter2@db/case",
            "postgresql://db/case: this version keeps ledgers in SQLite only; give --ledger FILE",
        ),
        ("postgresql://db/case?password=hunter2", "postgresql://db/case: this version keeps ledgers in SQLite only"),
        ("postgresql://ann:hunter2@db:port/case", "postgresql://...: not the URL of a ledger"),
        ("://hunter2", "not the URL of a ledger"),
    ],
)
def test_what_can_be_no_ledger_is_refused_in_one_line_without_its_password(
    waybill: Waybill, here: Path, named: str, told: str
) -> None:
    before = sorted(here.rglob("*"))
    run = waybill("account", "first.txt", "--ledger", named)
    assert run.code == 1
    assert len(run.err.splitlines()) == 1
    assert told in run.err
    assert "hunter2" not in run.err
    assert sorted(here.rglob("*")) == before


def test_a_relative_url_is_seen_from_the_working_folder() -> None:
    assert address_of("sqlite:///case.sqlite").file == Path("case.sqlite")
    assert address_of("sqlite:////srv/case.sqlite").file == Path("/srv/case.sqlite")


def test_a_name_of_two_lines_is_told_on_one() -> None:
    assert address_of("two\nlines \udcff").name == r"two\nlines \udcff"


def test_a_case_that_is_moved_with_its_ledger_logs_nothing_new(waybill: Waybill, here: Path) -> None:
    (here / "case").mkdir()
    (here / "first.txt").rename(here / "case" / "first.txt")
    assert waybill("account", "case", "--ledger", "case/l.sqlite").code == 0
    first = waybill("verify", "--ledger", "case/l.sqlite").out
    (here / "case").rename(here / "moved")
    assert waybill("account", "moved", "--ledger", "moved/l.sqlite").code == 0
    assert waybill("verify", "--ledger", "moved/l.sqlite").out == first
    assert first.startswith("intact: 2 entries")


def test_a_folder_read_again_from_another_working_folder_logs_nothing(
    waybill: Waybill, here: Path, own_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "documents.csv").write_text("path,publisher\nfirst.txt,Harbour Post\n")
    assert waybill("account", ".").code == 0
    first = waybill("verify").out
    monkeypatch.chdir(here / "home")
    for path in ("..", here, f"../../{here.name}/../{here.name}", "../first.txt"):
        assert waybill("account", path).code == 0
        assert waybill("verify").out == first
    assert own_ledger.exists()


def test_changed_bytes_at_a_place_log_one_acquisition_and_one_reading(waybill: Waybill, here: Path, own_ledger: Path) -> None:
    assert waybill("account", "first.txt").code == 0
    (here / "first.txt").write_text(REPORT.replace("300", "400"))
    assert waybill("account", "first.txt").code == 0
    assert _entries(own_ledger) == [(1, "acquired"), (2, "read"), (3, "acquired"), (4, "read")]
    (here / "first.txt").write_text(REPORT)
    assert waybill("account", "first.txt").code == 0
    assert _entries(own_ledger)[4:] == [(5, "acquired"), (6, "read")]
    assert waybill("verify").code == 0


def test_another_day_given_for_the_same_bytes_logs_a_reading_alone(waybill: Waybill, here: Path, own_ledger: Path) -> None:
    assert here.exists()
    assert waybill("account", "first.txt").code == 0
    assert waybill("account", "first.txt", "--published", "2023-10-14").code == 0
    assert _entries(own_ledger) == [(1, "acquired"), (2, "read"), (3, "read")]


def test_copies_of_a_report_are_each_kept_where_they_lie(waybill: Waybill, here: Path, own_ledger: Path) -> None:
    (here / "copy.txt").write_text(REPORT)
    assert waybill("account", ".").code == 0
    ledger = opened(own_ledger)
    assert [publication.path for _, publication in ledger.standing()] == ["copy.txt", "first.txt"]
    ledger.close()


def test_files_whose_names_are_no_text_are_told_apart(waybill: Waybill, here: Path, own_ledger: Path) -> None:
    folder = here / "odd"
    folder.mkdir()
    for name in (b"\xff.txt", b"\xfe.txt", b"two\nlines.txt", b"added:x.txt"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(REPORT)
    for _ in range(2):
        assert waybill("account", folder).code == 0
        assert len(_entries(own_ledger)) == 8
    ledger = opened(own_ledger)
    assert len(ledger.standing()) == 4
    ledger.close()


def test_a_report_beside_the_ledger_that_is_called_added_is_a_report(waybill: Waybill, here: Path) -> None:
    (here / "added:x.txt").write_text(REPORT)
    assert waybill("account", "added:x.txt", "--ledger", "l.sqlite").code == 0
    ledger = opened("l.sqlite")
    assert [location for location, _ in ledger.standing()] == ["./added:x.txt"]
    assert ledger.added() == []
    ledger.close()


def _entries(file: Path) -> list[tuple[int, str]]:
    return ask(file, "SELECT number, kind FROM log ORDER BY number")
