"""A published article on one delivery, read where it lies beside the project; its words stay there."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Waybill

ARTICLE = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the seed article is not beside the project")

STATEMENTS = (
    (1, "US officials"),
    (2, "John Kirby"),
    (3, "US officials"),
    (5, None),
    (6, "Some analysts"),
    (7, "US officials"),
    (8, "John Kirby"),
    (9, "John Kirby"),
    (9, "United States"),
    (10, "US officials"),
    (11, "John Kirby"),
    (12, "John Kirby"),
    (15, "Observers"),
    (15, "Observers"),
    (16, "Mark Milley"),
    (18, "Joe Biden"),
)
"""Line and speaker of the statements a careful reader finds."""


def read(waybill: Waybill, *options: str) -> dict[str, Any]:
    account: dict[str, Any] = json.loads(waybill("account", ARTICLE, "--json", *options).out)
    return account


@pytest.fixture
def dated(waybill: Waybill) -> dict[str, Any]:
    return read(waybill, "--published", "2023-10-14")


def slot(account: dict[str, Any], line: int, name: str) -> Any:
    """The first filled slot of that name among the claims on a line."""
    return next(c["frame"][name] for c in account["claims"] if c["line"] == line and c["frame"][name])


def test_at_least_14_of_16_statements_have_the_right_source(dated: dict[str, Any]) -> None:
    left = [(c["line"], c["source"] and c["source"]["name"]) for c in dated["claims"] if c["cue"]]
    found = 0
    for statement in STATEMENTS:
        if statement in left:
            left.remove(statement)
            found += 1
    assert found >= 14


def test_up_to_a_thousand_has_a_ceiling_and_no_floor(dated: dict[str, Any]) -> None:
    quantity = slot(dated, 2, "quantity")["value"]
    assert (quantity["low"], quantity["high"], quantity["unit"]) == (None, 1000, "container")


def test_the_300_were_seen_assembled_at_najin(dated: dict[str, Any]) -> None:
    claim = next(c for c in dated["claims"] if c["line"] == 3 and c["frame"]["quantity"])
    assert (claim["basis"], claim["frame"]["stage"]["value"]) == ("imagery", "assembled")
    assert claim["frame"]["quantity"]["value"]["numbers"] == [300]
    assert claim["frame"]["origin"]["text"] == "Najin"
    assert claim["frame"]["origin"]["value"]["country"] == "North Korea"


def test_the_window_runs_from_7_september_to_1_october(dated: dict[str, Any]) -> None:
    window = slot(dated, 7, "window")["value"]
    assert (window["start_earliest"], window["start_latest"]) == ("2023-09-07", "2023-09-07")
    assert (window["end_earliest"], window["end_latest"]) == ("2023-10-01", "2023-10-01")


def test_without_a_date_the_year_stays_open_and_is_listed(waybill: Waybill) -> None:
    undated = read(waybill)
    window = slot(undated, 7, "window")
    assert window["value"]["start_earliest"] is None
    assert "year" in window["unresolved"]
    assert any(u["slot"] == "window" and "year" in u["reason"] for u in undated["unresolved"])


def test_the_way_ends_near_tikhoretsk_and_not_at_the_border(dated: dict[str, Any]) -> None:
    destination = slot(dated, 8, "destination")["value"]
    assert destination["name"] == "Tikhoretsk"
    assert destination["radius_km"] > 0
    assert slot(dated, 8, "mode")["value"] == ["sea", "rail"]


def test_vostochny_is_the_cosmodrome(waybill: Waybill) -> None:
    run = waybill("mentions", ARTICLE, "--published", "2023-10-14", "--json")
    mentions = [json.loads(line) for line in run.out.splitlines()]
    (vostochny,) = [m for m in mentions if m["kind"] == "place" and m["text"].startswith("Vostochny")]
    assert vostochny["value"]["name"] == "Vostochny Cosmodrome"


def test_the_chain_from_the_repost_to_its_source_is_seen(dated: dict[str, Any]) -> None:
    credits = {(c["name"], c["kind"]) for c in dated["documents"][0]["credits"]}
    assert ("BBC", "republished") in credits
    assert dated["documents"][0]["author"] == "Matt Murphy"


def test_one_originator_and_what_was_joined(dated: dict[str, Any]) -> None:
    line = next(x for x in dated["lines"] if (x["supplier"], x["recipient"]) == ("North Korea", "Russia"))
    main = next(d for d in line["deliveries"] if d["quantity"])
    assert main["originators"] == 1
    joins = [j["says"] for j in main["joins"]]
    assert {"all 1,000 moved 7 Sep-1 Oct", "all 1,000 left from Najin", "the 300 belong to the 1,000"} <= set(joins)
