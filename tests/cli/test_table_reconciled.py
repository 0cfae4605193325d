"""A spreadsheet of claims, reconciled straight from the command line."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from command_line import Waybill

DAY = re.compile(r"\d{4}-\d\d-\d\d")

COLUMNS = (
    "date_published,outlet,asserter,stance,kind,measure,quantity_low,quantity_high,unit,"
    "window_start,window_end,origin,destination"
)
ROWS = (
    "2024-02-26,Amber Pool,Seoul,asserted,transfer,total,6700,6700,containers,2023-07-01,2024-02-26,North Korea,Russia",
    "2024-02-23,Birch Desk,Washington,asserted,transfer,total,10000,,containers,2023-09-01,2024-02-23,North Korea,Russia",
    "2024-03-12,Cedar Post,Kyiv,asserted,transfer,total,,7000,containers,2023-06-01,2024-02-26,North Korea,Russia",
    "2024-03-12,Cedar Post,Kyiv,denied,transfer,total,99000,,containers,2023-06-01,2024-02-26,North Korea,Russia",
    "2024-03-13,Cedar Post,Kyiv,asserted,transfer,capacity,4800000,4800000,rounds,2023-06-01,2024-02-26,North Korea,Russia",
    "2024-03-14,Dogwood,Quay Watch,asserted,transfer,detected,25,25,voyages,2023-08-01,2024-01-31,Rajin,Dunay",
    "2024-03-15,Dogwood,Quay Watch,asserted,transfer,total,50000,,containers,2024-02-01,2023-02-01,North Korea,Russia",
)


def reconciled(waybill: Waybill, folder: Path) -> dict[str, Any]:
    table = folder / "claims.csv"
    table.write_text("\n".join((COLUMNS, *ROWS)) + "\n", "utf8")
    run = waybill("account", table, "--json")
    assert run.code == 1
    assert "row 7 (line 8) is left aside: window: runs backwards" in run.err
    found: dict[str, Any] = json.loads(run.out)
    return found


def row_of(account: dict[str, Any], claims: list[str]) -> list[int]:
    """The numbers of the rows that make claims, the header being line 1."""
    lines = {c["id"]: c["line"] for c in account["claims"]}
    return sorted(lines[claim] for claim in claims)


def test_a_table_without_suppliers_is_reconciled_on_its_line(waybill: Waybill, tmp_path: Path) -> None:
    account = reconciled(waybill, tmp_path)
    (line,) = account["lines"]
    assert (line["supplier"], line["recipient"]) == ("North Korea", "Russia")
    assert [(c["reading"], row_of(account, c["claims"])) for c in line["contradictions"]] == [
        ("floors", [3, 4]),
        ("totals", [2, 3]),
    ]
    assert all(c["dissolved_by"] and c["resolved_by"] == c["claims"] for c in line["contradictions"])


def test_a_denial_a_capacity_and_a_row_with_odd_days_force_nothing(waybill: Waybill, tmp_path: Path) -> None:
    account = reconciled(waybill, tmp_path)
    (line,) = account["lines"]
    assert {(b["unit"], b["low"]) for b in line["bounds"]} == {("container", 10000), ("voyage", 23)}
    assert [u["slot"] for u in account["unresolved"]] == ["window"]
    assert row_of(account, [u["claim"] for u in account["unresolved"]]) == [8]


def test_the_same_table_gives_the_same_figures_in_every_kind_of_file(waybill: Waybill, tmp_path: Path) -> None:
    table = [row.split(",") for row in (COLUMNS, *ROWS)]
    book = Workbook()
    for cells in table:
        book.worksheets[0].append([date.fromisoformat(c) if DAY.fullmatch(c) else c for c in cells])
    book.save(tmp_path / "claims.xlsx")
    (tmp_path / "claims.csv").write_text("\n".join((COLUMNS, *ROWS)), "utf8")
    (tmp_path / "claims.tsv").write_text("\n".join("\t".join(cells) for cells in table), "utf8")
    accounts = []
    for name in ("claims.csv", "claims.tsv", "claims.xlsx"):
        run = waybill("account", tmp_path / name, "--json")
        assert "row 7 (line 8) is left aside" in run.err
        accounts.append(json.loads(run.out))
    figures = [[(b["date"], b["unit"], b["low"], b["high"]) for b in account["lines"][0]["bounds"]] for account in accounts]
    assert figures[0] and figures[0] == figures[1] == figures[2]


def test_an_exported_workbook_among_the_reports_is_no_report(waybill: Waybill, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("\n".join((COLUMNS, *ROWS[:2])), "utf8")
    waybill("export", "claims", tmp_path / "edited.xlsx", tmp_path)
    run = waybill("account", tmp_path, "--json")
    assert run.code == 0
    assert "edited.xlsx: an exported table of claims, no report" in run.err
