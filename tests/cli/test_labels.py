"""Labels are those of the account last shown, and say so when they come to mean something else."""

from pathlib import Path

import pytest

from command_line import Waybill

FIRST = "Published 12 March 2024\n\nUS officials said that Iran had sent 40 drones to Sudan in February.\n"
SECOND = "Published 14 March 2024\n\nThe Harwick Institute said that Iran had sent 90 drones to Sudan in March.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "first.txt").write_text(FIRST, "utf8")
    (tmp_path / "second.txt").write_text(SECOND, "utf8")
    return tmp_path


def test_labels_that_come_to_name_something_else_are_told(waybill: Waybill, reports: Path) -> None:
    assert "note:" not in waybill("account", reports / "first.txt").err
    assert "note: Q1 and " in waybill("account", reports / "second.txt").err
    assert "90 drones" in waybill("explain", "Q1").out


def test_labels_that_go_on_naming_the_same_are_not_told(waybill: Waybill, reports: Path) -> None:
    waybill("account", reports / "first.txt")
    assert "note:" not in waybill("account", reports).err


def test_a_mistyped_path_shows_no_account_and_leaves_the_labels(waybill: Waybill, reports: Path, tmp_path: Path) -> None:
    waybill("account", reports / "first.txt")
    sheet = tmp_path / "claims.csv"
    waybill("export", "claims", sheet)
    header = sheet.read_text("utf-8-sig").splitlines()[0].split(",")
    own = {"asserter": "Chad", "supplier": "Iran", "recipient": "Sudan", "quantity_low": "7", "unit": "drone"}
    with sheet.open("a", encoding="utf8") as rows:
        rows.write(",".join(own.get(column, "") for column in header) + "\n")
    assert waybill("judge", "--from", sheet, "--why", "heard by phone").code == 0
    for verb in ("account", "trace", "reconcile"):
        run = waybill(verb, reports / "frist.txt")
        assert (run.code, run.out) == (1, "")
    assert "40 drones" in waybill("explain", "Q1").out
    assert "Chad" in waybill("account", reports / "first.txt").out
