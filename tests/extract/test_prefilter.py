import json
from pathlib import Path

import pytest

from command_line import Waybill
from waybill.extract.prefilter import may_speak_of_arms
from waybill.reference.munitions import goods_by_head

FREIGHT = "Rates for forty-foot boxes rose again in Hamburg. The carrier ordered 1,000 new containers and two ships."


ARMS = sorted(" ".join(good.words) for goods in goods_by_head().values() for good in goods if good.item_class)


@pytest.mark.parametrize("name", [*ARMS, "artillery", "weaponry", "armaments"])
def test_no_name_for_arms_is_ruled_out(name: str) -> None:
    assert may_speak_of_arms(f"They sent the {name} on Monday.")
    assert may_speak_of_arms(f"{name.upper()} were seen.")


@pytest.mark.parametrize("words", ["A Hwasong-18 stood there.", "six Shahed-136s", "old T-72s", "MUNITIONS!"])
def test_no_designation_is_ruled_out(words: str) -> None:
    assert may_speak_of_arms(words)


def test_plain_freight_is_ruled_out() -> None:
    assert not may_speak_of_arms(FREIGHT)


def test_what_is_ruled_out_gives_no_delivery_when_read_whole(waybill: Waybill, tmp_path: Path) -> None:
    (tmp_path / "freight.txt").write_text(f"{FREIGHT} Norway shipped 40 containers to Peru, officials said.", "utf8")
    whole = [json.loads(line) for line in waybill("extract", tmp_path, "--json").out.splitlines()]
    assert waybill("extract", tmp_path, "--transfers", "--json").out == ""
    assert not [c for c in whole if c["kind"] in ("transfer", "purchase")]
