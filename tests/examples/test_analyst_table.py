"""What the account of an analyst's spreadsheet must tell: the yardstick of docs/example-table.md."""

import json
from pathlib import Path
from typing import Any

import pytest

from waybill.pipeline.stages import build_account, read_reports
from waybill.publish.account_records import account_record
from waybill.settings import Settings

TABLE = Path(__file__).parents[2] / "examples" / "analyst-table" / "claims.csv"


@pytest.fixture(scope="module")
def account() -> dict[str, Any]:
    reading = read_reports([TABLE], None, Settings(), lambda _: None)
    record: dict[str, Any] = json.loads(json.dumps(account_record(build_account(reading, Settings(), lambda _: None))))
    return record


def korea(account: dict[str, Any]) -> Any:
    (line,) = [x for x in account["lines"] if x["supplier"] == "North Korea"]
    return line


def asserters(account: dict[str, Any], claims: list[str]) -> set[str]:
    named = {c["id"]: c["source"]["name"] for c in account["claims"] if c["source"]}
    return {named[c] for c in claims}


def test_every_row_is_read_on_its_line_without_a_column_for_the_sides(account: dict[str, Any]) -> None:
    assert account["failed"] == []
    assert {(x["supplier"], x["recipient"]) for x in account["lines"]} == {("North Korea", "Russia"), ("Iran", "Russia")}
    assert all(c["frame"]["supplier"]["inferred"] for c in account["claims"] if c["kind"] == "transfer")


def test_units_stay_apart_and_capacities_bound_nothing(account: dict[str, Any]) -> None:
    highest = {b["unit"]: b["low"] for b in korea(account)["bounds"]}
    assert highest["container"] < 30_000
    assert highest["round"] == 1_425_000
    assert {"container", "round", "voyage", "railcar", "missile", "gun", "launcher"} == set(highest)


def test_seoul_and_washington_contradict_only_under_what_nobody_says(account: dict[str, Any]) -> None:
    found = korea(account)["contradictions"]
    assert {c["reading"] for c in found} == {"unsaid"}
    assert {frozenset(asserters(account, c["claims"])) for c in found} == {frozenset({"Shin Won-sik", "US State Department"})}


def test_a_figure_that_comes_round_without_a_basis_is_a_circular_candidate(account: dict[str, Any]) -> None:
    circular = [r for r in account["retellings"] if r["circular"]]
    assert any("same number, 14 days later, names no basis of its own" in r["why"] for r in circular)
