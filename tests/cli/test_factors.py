"""The factors of an account: a table of one's own, one switched off, rows that are none."""

import json
from pathlib import Path
from typing import Any

from command_line import Run, Waybill

CLAIMS = (
    "date_published,outlet,asserter,stance,kind,measure,quantity_low,quantity_high,unit,item,"
    "window_start,window_end,origin,destination",
    "2024-02-26,Ash,Seoul,asserted,transfer,total,1000,1000,containers,152 mm shells,2023-09-01,2024-02-26,North Korea,Russia",
    "2024-02-26,Elm,Kyiv,asserted,transfer,total,2000000,,rounds,152 mm shells,2023-09-01,2024-02-26,North Korea,Russia",
)
FACTORS = (
    "name,from_unit,to_unit,item_class,calibre_mm,low,high,source,note",
    "pier,container,shell,ammunition_large,152,900,2500,counted on the pier,",
    "bad,container,rocket,rocket,122,100,75,counted on the pier,",
)
OSC = ("--without", "shells-152-osc")


def account(waybill: Waybill, folder: Path, *more: object) -> tuple[Run, dict[str, Any]]:
    table = folder / "claims.csv"
    table.write_text("\n".join(CLAIMS) + "\n", "utf8")
    run = waybill("account", table, "--json", *more)
    return run, json.loads(run.out)["lines"][0]


def bridged(line: dict[str, Any]) -> list[tuple[str, float]]:
    return [(b["unit"], b["low"]) for r in line["readings"] if r["name"] == "bridged-floors" for b in r["bounds"]]


def test_a_table_of_factors_is_used_and_a_bad_row_of_it_gets_a_line(waybill: Waybill, tmp_path: Path) -> None:
    own = tmp_path / "factors.txt"
    own.write_text("\n".join(FACTORS) + "\n", "utf8")
    run, line = account(waybill, tmp_path, "--factors", own)
    assert run.code == 1
    assert f"{own}: line 3: low 100 is above high 75; the row is left aside" in run.err
    assert line["contradictions"] == []
    assert "pier: 900 to 2,500 152 mm shells a container (counted on the pier)" in str(line["readings"])


def test_what_contradicts_by_a_factor_stands_until_it_is_switched_off(waybill: Waybill, tmp_path: Path) -> None:
    run, line = account(waybill, tmp_path)
    assert (run.code, [c["reading"] for c in line["contradictions"]]) == (0, ["bridged-totals"])
    assert "with 250 to 500 152 mm shells a container" in line["contradictions"][0]["why"]
    assert bridged(line) == [("container", 4000)]
    _, narrower = account(waybill, tmp_path, *OSC)
    assert "with 300 to 500 152 mm shells a container" in narrower["contradictions"][0]["why"]
    _, none = account(waybill, tmp_path, *OSC, "--without", "shells-152-isw", "--without", "shells-152-rok")
    assert (none["contradictions"], bridged(none)) == ([], [])


def test_the_report_shows_the_reading_with_its_factors(waybill: Waybill, tmp_path: Path) -> None:
    account(waybill, tmp_path)
    for verb in ("account", "reconcile"):
        run = waybill(verb, tmp_path / "claims.csv")
        assert "COMPUTED: ONE UNIT FROM ANOTHER, FIGURES READ AS FLOORS" in run.out
        assert "shells-152-rok: 429 to 500 152 mm shells a container" in " ".join(run.out.split())
    waybill("account", tmp_path / "claims.csv", "--out", tmp_path / "out")
    assert "Computed: one unit from another, figures read as floors" in (tmp_path / "out" / "account.md").read_text("utf8")


def test_a_factor_that_is_not_there_is_misuse(waybill: Waybill, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("\n".join(CLAIMS) + "\n", "utf8")
    run = waybill("account", tmp_path / "claims.csv", "--without", "no-such")
    assert run.code == 2
    assert "no factor is named 'no-such'" in run.err
    assert waybill("account", tmp_path / "claims.csv", "--factors", tmp_path / "none.csv").code == 2


def test_a_table_of_factors_that_cannot_be_read_fails_in_a_line(waybill: Waybill, tmp_path: Path) -> None:
    own = tmp_path / "factors.txt"
    own.write_bytes(b"\xff\xfe\x00")
    run, _ = account(waybill, tmp_path, "--factors", own)
    assert run.code == 1
    assert f"{own}: not UTF-8" in run.err
