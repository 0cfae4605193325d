"""Claims to a spreadsheet and back, and originals to a folder."""

import csv
import io
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from command_line import Waybill

Rows = list[dict[str, str]]

TABLE = """date_published,outlet,asserter,supplier,recipient,quantity_high,unit,item,window_start,window_end,origin,note
2023-10-14,Calder Wire,US officials,North Korea,Russia,400,crates,shells,2023-09-07,2023-10-01,,
2023-10-15,Daily Quillon,,Iran,Russia,60,drones,,,,,=1+1
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own to work in, with one table of claims in `reports`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "table.csv").write_text(TABLE, "utf8")
    yield tmp_path


def load(file: Path) -> Rows:
    if file.suffix == ".csv":
        return list(csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
    header, *rows = load_workbook(file)["claims"].iter_rows(values_only=True)
    return [{str(c): str(v or "") for c, v in zip(header, row, strict=True)} for row in rows]


def save(file: Path, rows: Rows) -> None:
    if file.suffix == ".csv":
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.DictWriter(out, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    else:
        book = Workbook()
        for row in [list(rows[0]), *(list(row.values()) for row in rows)]:
            book.active.append(row)
        for cell in (cell for line in book.active for cell in line if cell.value):
            cell.data_type = "s"
        book.save(file)


def edit(file: Path, change: Callable[[Rows], object]) -> None:
    rows = load(file)
    change(rows)
    save(file, rows)


def judgements(waybill: Waybill) -> list[dict[str, object]]:
    return [json.loads(line) for line in waybill("judge", "--json").out.splitlines()]


def claims(waybill: Waybill) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(waybill("account", "--json").out)["claims"]
    return found


FILES = pytest.mark.parametrize("name", ["claims.csv", "claims.xlsx"])


@FILES
def test_a_round_trip_without_edits_changes_nothing(case: Path, waybill: Waybill, name: str) -> None:
    assert waybill("export", "claims", name, "reports").code == 0
    assert [row["supplier"] for row in load(case / name)] == ["North Korea", "Iran"]
    back = waybill("judge", "--from", name, "--why", "read again")
    assert back.code == 0
    assert judgements(waybill) == []


@FILES
def test_edits_become_judgements_and_the_same_file_again_changes_nothing(case: Path, waybill: Waybill, name: str) -> None:
    waybill("export", "claims", name, "reports")

    def change(rows: Rows) -> None:
        rows[0]["quantity_high"], rows[0]["unit"], rows[0]["why"] = "300", "boxes", "the wire was corrected"
        rows[1]["review"] = "rejected"

    edit(case / name, change)
    assert waybill("judge", "--from", name, "--why", "read again").code == 0
    made = judgements(waybill)
    assert [(j["verdict"], j["why"], j["who"]) for j in made] == [
        ("correct", "the wire was corrected", "R. Okafor"),
        ("reject", "read again", "R. Okafor"),
    ]
    assert [c["review"] for c in claims(waybill)] == ["corrected", "rejected"]
    assert waybill("judge", "--from", name, "--why", "read again").code == 0
    assert judgements(waybill) == made


@FILES
def test_rows_added_become_claims_of_hers_once(case: Path, waybill: Waybill, name: str) -> None:
    waybill("export", "claims", name, "reports")

    def change(rows: Rows) -> None:
        new = dict.fromkeys(rows[0], "") | {
            "supplier": "Iran",
            "recipient": "Russia",
            "quantity_high": "12",
            "unit": "launchers",
        }
        rows.append({**new, "document": "reports/table.csv", "asserter": "US officials", "why": "said at the briefing"})

    edit(case / name, change)
    assert waybill("judge", "--from", name).code == 0
    found = claims(waybill)
    assert [c["review"] for c in found] == ["machine-read", "machine-read", "accepted"]
    assert found[2]["path"] == f"{name}, rows of R. Okafor"
    assert waybill("judge", "--from", name).code == 0
    assert len(judgements(waybill)) == 1
    waybill("export", "claims", f"again-{name}")
    assert waybill("judge", "--from", f"again-{name}", "--why", "nothing").code == 0
    assert len(judgements(waybill)) == 1


def test_good_rows_are_kept_and_troubles_are_told_line_by_line(case: Path, waybill: Waybill) -> None:
    waybill("export", "claims", "claims.csv", "reports")

    def change(rows: Rows) -> None:
        rows[0]["quantity_high"] = "lots"
        rows[1]["review"] = "accepted"
        rows.append(dict.fromkeys(rows[0], "") | {"supplier": "Iran", "document": "elsewhere.txt"})

    edit(case / "claims.csv", change)
    back = waybill("judge", "--from", "claims.csv", "--why", "read again")
    assert back.code == 1
    assert "claims.csv: line 2: quantity_high: 'lots'" in back.err
    assert "claims.csv: line 4: not added: the ledger holds no document elsewhere.txt" in back.err
    assert [j["verdict"] for j in judgements(waybill)] == ["accept"]


def test_a_row_judged_since_the_export_is_not_judged_by_its_old_words(case: Path, waybill: Waybill) -> None:
    waybill("export", "claims", "old.csv", "reports")
    waybill("export", "claims", "new.csv", "reports")
    edit(case / "new.csv", lambda rows: rows[0].update(supplier="Iran"))
    edit(case / "old.csv", lambda rows: rows[0].update(supplier="Belarus"))
    assert waybill("judge", "--from", "new.csv", "--why", "a slip").code == 0
    back = waybill("judge", "--from", "old.csv", "--why", "another slip")
    assert back.code == 1 and "since the export" in back.err
    assert len(judgements(waybill)) == 1


def test_added_rows_taken_back_are_not_added_again(case: Path, waybill: Waybill) -> None:
    waybill("export", "claims", "claims.csv", "reports")
    edit(
        case / "claims.csv", lambda rows: rows.append(dict.fromkeys(rows[0], "") | {"supplier": "Iran", "recipient": "Russia"})
    )
    waybill("judge", "--from", "claims.csv", "--why", "mine")
    waybill("judge", "undo", "1", "--why", "not mine")
    back = waybill("judge", "--from", "claims.csv", "--why", "mine")
    assert back.code == 1 and "rejected or undone since" in back.err
    assert len(judgements(waybill)) == 2


@pytest.mark.usefixtures("case")
def test_an_exported_table_in_a_folder_of_reports_is_passed_over(waybill: Waybill) -> None:
    waybill("export", "claims", "reports/claims.csv", "reports")
    read = waybill("account", "reports", "--json")
    assert [d["path"] for d in json.loads(read.out)["documents"]] == ["reports/table.csv"]
    assert "waybill judge --from" in read.err


def test_a_file_is_replaced_only_when_asked(case: Path, waybill: Waybill) -> None:
    waybill("export", "claims", "claims.xlsx", "reports")
    assert waybill("export", "claims", "claims.xlsx", "reports").code == 0
    (case / "claims.xlsx").write_bytes(b"hers")
    refused = waybill("export", "claims", "claims.xlsx", "reports")
    assert refused.code == 1 and "--force" in refused.err
    assert (case / "claims.xlsx").read_bytes() == b"hers"
    assert waybill("export", "claims", "claims.xlsx", "reports", "--force").code == 0


@pytest.mark.parametrize(
    ("name", "code", "why"),
    [("claims.ods", 2, "neither"), ("no/claims.csv", 1, "no folder"), ("reports.csv", 1, "is a folder")],
)
def test_what_cannot_be_written_is_told_in_one_line(case: Path, waybill: Waybill, name: str, code: int, why: str) -> None:
    (case / "reports.csv").mkdir()
    refused = waybill("export", "claims", name, "reports")
    assert refused.code == code and why in refused.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_may_not_be_written_to_is_told(case: Path, waybill: Waybill) -> None:
    (case / "locked").mkdir(mode=0o500)
    refused = waybill("export", "claims", "locked/claims.csv", "reports")
    assert refused.code == 1 and refused.err.count("locked/claims.csv:") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no device that is always full")
def test_a_full_disk_is_told_and_leaves_nothing_behind(case: Path, waybill: Waybill) -> None:
    (case / "claims.csv.part").symlink_to("/dev/full")
    refused = waybill("export", "claims", "claims.csv", "reports")
    assert refused.code == 1 and "No space left" in refused.err
    assert not list(case.glob("claims.csv*"))


@pytest.mark.usefixtures("case")
def test_a_ledger_that_is_not_there_exports_nothing(waybill: Waybill) -> None:
    assert waybill("export", "claims", "claims.csv").code == 2
    assert waybill("export", "originals", "evidence").code == 1


def test_originals_are_proven_without_waybill(case: Path, waybill: Waybill) -> None:
    waybill("account", "reports")
    assert waybill("export", "originals", "evidence").code == 0
    digest = sha256(TABLE.encode()).hexdigest()
    assert (case / "evidence" / digest).read_text("utf8") == TABLE
    subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=case / "evidence", check=True, capture_output=True)
    (case / "reports" / "more.csv").write_text(TABLE.replace("400", "500"), "utf8")
    waybill("account", "reports")
    assert waybill("export", "originals", "evidence").code == 0
    assert len((case / "evidence" / "SHA256SUMS").read_text("utf8").splitlines()) == 2
