"""One statement that outlets word otherwise, through the whole program: what stands, and what to get."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Waybill

PARAPHRASES = {
    "Calder Wire": "North Korea has sent Russia up to 1,000 containers of arms, the White House said.",
    "Hill Echo": "Pyongyang has given Moscow more than 1,000 containers of arms, the White House said.",
    "Tabor Post": "The White House said that North Korea had shipped about 1,000 containers of arms to Russia.",
}
QUOTE = {"Daily Quillon": '"North Korea has sent Russia more than 1,000 containers of arms," the White House said.'}


@pytest.fixture
def told(waybill: Waybill, tmp_path: Path) -> Any:
    def run(texts: dict[str, str]) -> tuple[dict[str, Any], str]:
        rows = [f"{outlet}.txt,{outlet},2023-10-13" for outlet in texts]
        (tmp_path / "documents.csv").write_text("\n".join(["path,publisher,published", *rows]), "utf8")
        for outlet, text in texts.items():
            (tmp_path / f"{outlet}.txt").write_text(text, "utf8")
        shown = " ".join(waybill("account", tmp_path).out.split())
        return json.loads(waybill("account", tmp_path, "--json").out), shown

    return run


def extremes(account: dict[str, Any]) -> dict[str, float | None]:
    (line,) = account["lines"]
    return {e["side"]: e["quantity"] for e in line["extremes"]}


def test_paraphrases_of_one_statement_leave_no_bound_and_name_the_transcript_to_get(told: Any) -> None:
    account, shown = told(PARAPHRASES)
    assert extremes(account) == {"ceiling": None, "floor": None}
    (wording,) = account["lines"][0]["wordings"]
    assert {said["text"] for said in wording["said"]} == {
        "up to 1,000 containers",
        "more than 1,000 containers",
        "about 1,000 containers",
    }
    assert wording["stands"] == []
    assert "The own words of White House, told 2023-10-13 (a transcript, a recording): Q1 Q2 Q3 rest on paraphrase." in shown
    assert "ONE STATEMENT IN SEVERAL WORDINGS" in shown


def test_a_verbatim_quotation_stands_and_nothing_is_left_to_get(told: Any) -> None:
    account, shown = told(PARAPHRASES | QUOTE)
    assert extremes(account) == {"ceiling": None, "floor": 1000}
    quoted = [c["id"] for c in account["claims"] if c["form"] == "quoted"]
    assert account["lines"][0]["wordings"][0]["stands"] == quoted
    assert "rest on paraphrase" not in shown
