import json
import sys
from pathlib import Path
from typing import Any

import pytest

from command_line import Waybill

WIRE = """US officials said on Friday that North Korea had shipped up to 1,000 containers of shells to Russia in recent weeks.
The containers had stood on the quay of Najin beside a grey freighter, and nobody who worked there would say for whom they were.
"""
MILK = "Farmers blocked the motorway with tractors over the price of milk on Friday morning, and the police let them.\n"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A wire, a copy of it, a report of something else, and a file that is no report."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in {"calder.txt": WIRE, "orle.txt": f"Found on the wire today.\n\n{WIRE}", "milk.txt": MILK}.items():
        (folder / name).write_text(text, "utf8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 no more")
    (folder / "documents.csv").write_text("path,published\ncalder.txt,2023-10-13\norle.txt,2023-10-15\n", "utf8")
    return folder


def records(waybill: Waybill, *words: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in waybill("triage", *words, "--json").out.splitlines()]


def test_a_pile_comes_in_the_order_in_which_to_read_it(waybill: Waybill, pile: Path) -> None:
    found = records(waybill, pile)
    turns = [(r["path"].rpartition("/")[2], r["turn"]) for r in found]
    assert turns == [("calder.txt", "new"), ("orle.txt", "echo"), ("milk.txt", "irrelevant"), ("broken.pdf", "failed")]
    assert found[1]["of"]["path"].endswith("calder.txt")
    assert found[1]["share"] > 0.8
    assert all(r["why"] for r in found)


def test_every_file_stands_under_its_turn(waybill: Waybill, pile: Path) -> None:
    ran = waybill("triage", pile)
    assert ran.code == 1
    assert "4 files: 1 new, 1 echo, 1 irrelevant, 1 failed" in ran.out
    assert "ECHOES" in ran.out


def test_nothing_is_kept_and_no_ledger_is_made(waybill: Waybill, pile: Path, own_ledger: Path) -> None:
    waybill("triage", pile)
    assert not own_ledger.exists()


def test_what_the_ledger_holds_need_not_be_read_again(waybill: Waybill, pile: Path, own_ledger: Path) -> None:
    waybill("account", pile / "calder.txt")
    before = own_ledger.read_bytes()
    turns = {r["path"].rpartition("/")[2]: r for r in records(waybill, pile)}
    assert turns["calder.txt"]["turn"] == "held"
    assert (turns["orle.txt"]["turn"], turns["orle.txt"]["of"]["path"]) == ("echo", (pile / "calder.txt").as_posix())
    assert own_ledger.read_bytes() == before


def test_nothing_is_parsed(waybill: Waybill, pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.delitem(sys.modules, "waybill.parse.english", raising=False)
    assert len(records(waybill, pile)) == 4


def test_published_dates_the_files_that_no_list_dates(waybill: Waybill, pile: Path) -> None:
    found = {r["path"].rpartition("/")[2]: r["published"] for r in records(waybill, pile, "--published", "2023-11-01")}
    assert (found["milk.txt"], found["calder.txt"]) == ("2023-11-01", "2023-10-13")


def test_a_missing_path_fails_by_name(waybill: Waybill, pile: Path) -> None:
    ran = waybill("triage", pile / "nothing.txt", "--json")
    assert ran.code == 1
    assert json.loads(ran.out)["turn"] == "failed"
