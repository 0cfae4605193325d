import json
from pathlib import Path

import pytest

from command_line import Waybill

STORY = "A cargo plane landed at Port Sudan on Monday, people at the airport said. No one would say what it carried.\n"


@pytest.mark.parametrize("outlet", ["", "Harbour Lantern\n"])
@pytest.mark.parametrize("below", ["By Lena Marsh", "Lena Marsh", "13 March 2024", "13 March 2024\nBy Lena Marsh"])
def test_what_stands_below_a_headline_is_no_part_of_what_it_says(
    waybill: Waybill, tmp_path: Path, outlet: str, below: str
) -> None:
    headline = "Senior officials in three capitals: 90 attack drones flown to Sudan"
    (tmp_path / "report.txt").write_text(f"{outlet}{headline}\n{below}\n\n{STORY}", "utf8")
    claims = [json.loads(line) for line in waybill("extract", tmp_path, "--json").out.splitlines()]
    said = [(c["content"]["text"], c["frame"]["supplier"], c["frame"]["window"]) for c in claims]
    assert claims
    assert not any("Marsh" in words or "13 March" in words for words, _, _ in said)
    assert all(supplier is None for _, supplier, _ in said)
    assert all(window is None or window["text"] == "Monday" for _, _, window in said)
