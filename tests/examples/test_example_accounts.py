"""What the accounts of the two example cases must tell: the yardsticks of docs/example-najin.md and docs/example-bandar.md."""

import json
from pathlib import Path
from typing import Any

import pytest

from waybill.pipeline.stages import build_account, read_reports
from waybill.publish.account_records import account_record
from waybill.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"


def account_of(case: str) -> dict[str, Any]:
    reading = read_reports([EXAMPLES / case], None, Settings(), lambda _: None)
    record: dict[str, Any] = json.loads(json.dumps(account_record(build_account(reading, Settings(), lambda _: None))))
    return record


@pytest.fixture(scope="module")
def najin() -> dict[str, Any]:
    return account_of("najin")


@pytest.fixture(scope="module")
def bandar() -> dict[str, Any]:
    return account_of("bandar")


def line(account: dict[str, Any], supplier: str, recipient: str) -> Any:
    return next(x for x in account["lines"] if (x["supplier"], x["recipient"]) == (supplier, recipient))


def drifts(account: dict[str, Any]) -> set[str]:
    return {d["kind"] for r in account["retellings"] for d in r["drifts"]}


def document(account: dict[str, Any], name: str) -> Any:
    return next(d for d in account["documents"] if d["path"].endswith(name))


def test_a_thousand_containers_have_one_originator(najin: dict[str, Any]) -> None:
    kirby = {o["id"] for o in najin["originators"] if o["name"] == "US government"}
    (main,) = [
        d
        for d in line(najin, "North Korea", "Russia")["deliveries"]
        if any(q["value"]["high"] == 1000 for q in d["quantity"]) and d["joins"]
    ]
    assert kirby <= set(main["backers"])
    assert main["echoes"] >= 2


def test_the_repost_and_the_partial_reprint_are_reprints_of_the_wire(najin: dict[str, Any]) -> None:
    wire = document(najin, "calder-wire.txt")["id"]
    assert document(najin, "kite-and-compass.txt")["reprint_of"] == wire
    assert document(najin, "wexmouth-gazette.txt")["reprint_of"] == wire


def test_container_prices_tell_of_no_delivery(najin: dict[str, Any]) -> None:
    freight = document(najin, "boxrate-weekly.html")["id"]
    assert not [c for c in najin["claims"] if c["document"] == freight]


def test_the_three_joins_are_listed(najin: dict[str, Any]) -> None:
    joins = {j["says"] for d in line(najin, "North Korea", "Russia")["deliveries"] for j in d["joins"]}
    assert {"all 1,000 moved 7 Sep-1 Oct", "all 1,000 left from Najin", "the 300 belong to the 1,000"} <= joins


def test_the_second_governments_figure_stands_apart(najin: dict[str, Any]) -> None:
    seoul = [o for o in najin["originators"] if o["name"] == "South Korean government"]
    figures = {
        n
        for c in najin["claims"]
        if c["originator"] == seoul[0]["id"] and c["frame"]["quantity"]
        for n in (c["frame"]["quantity"]["value"] or {"numbers": []})["numbers"]
    }
    assert 6700 in figures


def test_the_nato_officials_figure_looks_circular(najin: dict[str, Any]) -> None:
    circular = [r for r in najin["retellings"] if r["circular"]]
    assert any("14 days later" in r["why"] for r in circular)


def test_hedge_and_magnitude_drift_is_seen(najin: dict[str, Any]) -> None:
    assert {"hedge", "magnitude"} <= drifts(najin)


def test_denials_stay_visible_and_bound_nothing(najin: dict[str, Any]) -> None:
    denials = {c["id"] for c in najin["claims"] if c["stance"] == "denied"}
    bounding = {c for b in line(najin, "North Korea", "Russia")["bounds"] for c in b["claims"]}
    assert denials
    assert not denials & bounding


def test_bounds_never_fall(najin: dict[str, Any]) -> None:
    for each in najin["lines"]:
        for unit in {b["unit"] for b in each["bounds"]}:
            lows = [b["low"] for b in sorted(each["bounds"], key=lambda b: b["date"]) if b["unit"] == unit]
            assert lows == sorted(lows)


def test_two_counts_of_one_month_cannot_both_be_true(bandar: dict[str, Any]) -> None:
    said = line(bandar, "Iran", "Russia")
    assert any("both cannot be true" in (e["why"] or "") for e in said["extremes"])
    numbers = {
        c["id"]: (c["frame"]["quantity"]["value"] or {}).get("numbers") for c in bandar["claims"] if c["frame"]["quantity"]
    }
    assert [[50], [76]] in [[numbers[c] for c in x["claims"]] for x in said["contradictions"]]


def test_the_caspian_denial_is_on_its_line(bandar: dict[str, Any]) -> None:
    told = {c for d in line(bandar, "Iran", "Russia")["deliveries"] for c in d["claims"]}
    assert any(c["stance"] == "denied" for c in bandar["claims"] if c["id"] in told)
