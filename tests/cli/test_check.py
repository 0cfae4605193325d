"""waybill check, from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Run, Waybill

CASE = (
    *("--from", "Najin", "--to", "Tikhoretsk", "--via", "Dunay", "--mode", "sea,rail", "--containers", "1000"),
    *("--supplier", "North Korea", "--recipient", "Russia"),
)
IN_TIME = ("--window", "2023-09-07/2023-10-01")


@pytest.fixture
def checked(waybill: Waybill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("WAYBILL_LISTS", str(tmp_path / "lists"))
    monkeypatch.chdir(tmp_path)

    def answers(*words: str) -> dict[str, Any]:
        run: Run = waybill("check", *words, "--json")
        assert run.code == 0, run.err
        return {finding["check"]: finding for finding in json.loads(run.out)["findings"]}

    return answers


def test_the_case_is_answered_by_four_checks_and_opens_no_ledger(checked: Any, tmp_path: Path) -> None:
    found = checked(*CASE, *IN_TIME, "--item", "munitions")
    assert {check: finding["answer"] for check, finding in found.items()} == {
        "route": "consistent",
        "law": "unknown",
        "screening": "unknown",
        "stock": "unknown",
    }
    assert all(reason["text"] and reason["source"] for finding in found.values() for reason in finding["reasons"])
    assert "not screened" in found["screening"]["reasons"][0]["text"]
    assert list(tmp_path.glob("*.sqlite*")) == []


def test_a_week_is_too_short_for_a_thousand_containers(checked: Any) -> None:
    assert checked(*CASE, "--window", "2023-09-07/2023-09-13")["route"]["answer"] == "no"


def test_shells_from_north_korea_would_be_prohibited_and_can_be_weighed(checked: Any) -> None:
    found = checked(*CASE, *IN_TIME, "--item", "152 mm artillery shells")
    assert (found["law"]["answer"], found["stock"]["answer"]) == ("yes", "yes")


def test_a_factor_switched_off_is_in_no_reason(checked: Any) -> None:
    found = checked(*CASE, *IN_TIME, "--item", "152 mm artillery shells", "--without", "shells-152-osc")
    assert not any("shells-152-osc" in reason["source"] for reason in found["stock"]["reasons"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "nothing to check"),
        (("--from", "Nowhereatall"), "none is known by the name Nowhereatall"),
        (("--window", "2023-10-01/2023-09-07"), "runs backwards"),
        (("--containers", "many"), "no number"),
        (("--mode", "sledge"), "sledge"),
        (("--vessel", "IMO 9179843"), "check digit"),
        (("--supplier", "Iran", "--without", "no-such-factor"), "no factor is named 'no-such-factor', and no rate"),
    ],
)
def test_what_means_nothing_is_misuse_told_in_one_line(waybill: Waybill, words: tuple[str, ...], told: str) -> None:
    run = waybill("check", *words)
    assert run.code == 2
    assert told in run.err


def test_findings_are_told_with_their_sources_once_each(
    waybill: Waybill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYBILL_LISTS", str(tmp_path / "lists"))
    run = waybill("check", *CASE, *IN_TIME)
    assert run.code == 0
    assert "ROUTE  CONSISTENT" in run.out
    assert run.out.count("global-land-mask") == 1
