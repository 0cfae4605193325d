import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from command_line import Waybill
from keeping import ask
from waybill.model.document import Read
from waybill.read.reports import read_report

WIRE = """Calder, 13 October 2023

US officials said on Friday that North Korea had shipped up to 1,000 containers of shells to Russia in recent weeks. The
containers had stood on the quay of Najin beside a grey freighter, and nobody who worked there would say for whom they were.
"""
SEOUL = """Han River Pool, 2 November 2023

South Korea's defence ministry said that North Korea had sent more than 2,000 containers of shells to Russia.
"""
MILK = "Elmsford, 3 November 2023\n\nFarmers blocked the motorway with tractors over the price of milk on Friday morning.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one report, of which an account was made."""
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "reports"
    place.mkdir()
    put(place / "calder.txt", WIRE)
    return place


def put(path: Path, text: str) -> None:
    path.write_text(text, "utf8")


def records(waybill: Waybill, *words: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(waybill("diff", *words, "--json").out)
    return found


def test_the_first_run_is_told_in_one_sentence(waybill: Waybill, folder: Path) -> None:
    ran = waybill("diff", folder)
    assert ran.code == 0
    assert ran.out.startswith("First run: everything is new: 1 document, ")


def test_without_a_ledger_and_without_paths_there_is_nothing_to_compare(waybill: Waybill) -> None:
    ran = waybill("diff")
    assert ran.code == 2
    assert "there is no ledger" in ran.err


def test_what_came_since_the_last_run_is_told(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    put(folder / "han-river.txt", SEOUL)
    out = waybill("diff", folder).out
    assert "1 new document: 1 new originator, " in " ".join(out.split())
    assert "South Korean government" in out
    found = records(waybill)
    (line,) = found["lines"]
    assert [(o["name"], o["before"], o["after"]) for o in line["originators"]] == [
        ("South Korean government", "none", "originator")
    ]
    assert [(e["side"], e["before"], e["after"][0]["quantity"]) for e in line["extremes"]] == [("floor", [], 2000)]


def test_a_reprint_is_said_to_add_nothing(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    put(folder / "wexmouth.txt", WIRE.replace("Calder, 13", "Wexmouth, 14"))
    out = " ".join(waybill("diff", folder).out.split())
    assert "no originator added, no figure moved" in out
    assert "1 document adds no originator and moves no figure: D2 (reprint)." in out
    assert records(waybill)["lines"] == []


def test_what_says_nothing_on_arms_changes_nothing(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    put(folder / "elmsford.txt", MILK)
    assert "D2 (nothing on deliveries of arms)" in waybill("diff", folder).out


def test_an_edited_report_is_compared_with_what_stood_there(waybill: Waybill, folder: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    put(folder / "han-river.txt", SEOUL.replace("2,000", "3,000"))
    found = records(waybill, folder)
    (document,) = found["documents"]
    assert document["fate"] == "edited"
    assert len(document["claims"]) == len(document["lost"]) > 0
    (figure,) = found["lines"][0]["extremes"]
    assert (figure["before"][0]["quantity"], figure["after"][0]["quantity"]) == (2000, 3000)


def test_a_file_that_moved_is_no_news(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    (folder / "calder.txt").rename(folder / "calder-wire.txt")
    out = waybill("diff", folder).out
    assert out.startswith("Nothing changed: no new document since ")


def test_since_takes_a_day_or_an_entry_of_the_log(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    put(folder / "elmsford.txt", MILK)
    waybill("account", folder)
    assert [d["path"].rpartition("/")[2] for d in records(waybill)["documents"]] == ["elmsford.txt"]
    assert len(records(waybill, "--since", "2000-01-01")["documents"]) == 3
    assert len(records(waybill, "--since", "3")["documents"]) == 2
    assert "no new document since 2999-01-01" in waybill("diff", "--since", "2999-01-01").out


def test_a_since_that_is_neither_is_refused(waybill: Waybill, folder: Path) -> None:
    ran = waybill("diff", folder, "--since", "yesterday")
    assert ran.code == 2
    assert "2023-10-14" in ran.err


def test_judgements_are_told_apart_from_documents(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    waybill("judge", "reject", "Q1", "--why", "misquoted")
    put(folder / "elmsford.txt", MILK)
    ran = waybill("diff", folder, "--since", "1")
    assert "1 judgement was made since; before and now are both shown as judged today" in ran.err
    assert [d["path"].rpartition("/")[2] for d in records(waybill, "--since", "4")["documents"]] == ["elmsford.txt"]


def test_the_same_ledger_gives_the_same_bytes(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    put(folder / "han-river.txt", SEOUL)
    assert waybill("diff", folder, "--json").out == waybill("diff", folder, "--json").out


def test_a_label_that_diff_shows_can_be_explained(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    put(folder / "han-river.txt", SEOUL)
    found = records(waybill, folder)
    label = found["labels"][found["lines"][0]["extremes"][0]["after"][0]["claims"][0]]
    assert "2,000 containers" in waybill("explain", label).out


def test_a_file_that_cannot_be_read_fails_and_the_rest_is_compared(waybill: Waybill, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 no more")
    ran = waybill("diff", folder)
    assert ran.code == 1
    assert ran.out.startswith("First run")


def test_what_an_edited_report_said_is_shown_as_it_was(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    put(folder / "calder.txt", WIRE.replace("1,000", "1,400"))
    told = waybill("diff", folder).out
    assert "1 edited document" in told
    row, figure = (
        " ".join(next(r for r in told[told.index(title) :].splitlines() if sign in r).split())
        for title, sign in (("REWORDED IN EDITED DOCUMENTS", "Q1"), ("FIGURES", "stated ceiling"))
    )
    assert row.index("up to 1,000") < row.index("up to 1,400")
    assert figure.index("1,000") < figure.index("1,400")
    assert "NO LONGER THERE" not in told
    (document,) = records(waybill, folder)["documents"]
    assert [(r["from"], r["to"]) for r in document["reworded"]] == list(zip(document["lost"], document["claims"], strict=True))


def test_a_sentence_cut_from_a_report_is_shown_as_it_was(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    put(folder / "calder.txt", WIRE[: WIRE.index("US officials")] + WIRE[WIRE.index("The\ncontainers") :])
    told = waybill("diff", folder).out
    assert "statements no longer there" in " ".join(told.split())
    assert "up to 1,000 containers" in told[told.index("NO LONGER THERE") :]


def test_figures_that_exclude_each_other_are_shown_as_a_new_contradiction(waybill: Waybill, folder: Path) -> None:
    september = SEOUL.replace("to Russia.", "to Russia in September 2023.")
    put(folder / "calder.txt", WIRE.replace("in recent weeks", "in September 2023"))
    waybill("account", folder)
    put(folder / "han-river.txt", september)
    told = waybill("diff", folder).out
    assert "1 new contradiction" in " ".join(told.split())
    row = told[told.index("NEW CONTRADICTIONS") :].splitlines()[1]
    assert row.startswith(("Q1 Q2", "Q2 Q1"))
    assert records(waybill)["lines"][0]["contradictions"]["gone"] == []


def test_what_a_new_version_finds_in_an_earlier_text_is_kept_with_that_text(
    waybill: Waybill, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waybill("account", folder)
    put(folder / "calder.txt", "A note first. " + WIRE.replace("1,000", "1,400"))
    monkeypatch.setattr("waybill.pipeline.case.extractor_version", lambda _: "another")
    (document,) = records(waybill, folder)["documents"]
    explained = waybill("explain", document["lost"][0])
    assert explained.code == 0
    assert "up to 1,000 containers" in explained.out


def upgrade(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of Waybill, which reads every report anew when it next meets it."""
    monkeypatch.setattr("waybill.pipeline.case.reader_version", lambda: "another")


def entries(ledger: Path) -> int:
    return int(ask(ledger, "SELECT count(*) FROM log")[0][0])


def test_what_a_new_version_reads_anew_is_no_news(
    waybill: Waybill, folder: Path, own_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waybill("account", folder)
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    last, held = waybill("diff", folder, "--json").out, entries(own_ledger)
    upgrade(monkeypatch)
    assert waybill("diff", folder, "--json").out == last
    assert entries(own_ledger) == held + 2
    assert waybill("diff", "--json").out == last
    assert len(records(waybill, folder, "--since", "1")["documents"]) == 2
    assert records(waybill, folder, "--since", str(held + 1))["documents"] == []


def test_what_a_new_version_reads_otherwise_is_no_news(waybill: Waybill, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waybill("account", folder)
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    upgrade(monkeypatch)
    monkeypatch.setattr("waybill.pipeline.case.read_report", lambda report: retitled(read_report(report)))
    assert fates(records(waybill, folder)) == {"han-river.txt": "new"}


def retitled(found: Read) -> Read:
    return replace(found, publication=replace(found.publication, title="Read otherwise", publisher="Read otherwise"))


def test_an_edit_that_comes_with_a_new_version_is_news(waybill: Waybill, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder / "elmsford.txt", MILK)
    waybill("account", folder)
    upgrade(monkeypatch)
    put(folder / "calder.txt", WIRE.replace("1,000", "1,400"))
    assert fates(records(waybill, folder)) == {"calder.txt": "edited"}


def test_what_a_changed_list_says_of_a_report_is_news(waybill: Waybill, folder: Path) -> None:
    put(folder / "elmsford.txt", MILK)
    waybill("account", folder)
    put(folder / "documents.csv", "path,published\ncalder.txt,2023-12-01\n")
    assert fates(records(waybill, folder)) == {"calder.txt": "amended"}


def fates(found: dict[str, Any]) -> dict[str, str]:
    return {d["path"].rpartition("/")[2]: d["fate"] for d in found["documents"]}


def test_a_report_that_was_deleted_is_gone_with_its_originator_and_its_figure(waybill: Waybill, folder: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    (folder / "han-river.txt").unlink()
    found = records(waybill, folder)
    assert fates(found) == {"han-river.txt": "gone"}
    (line,) = found["lines"]
    assert [(o["name"], o["after"]) for o in line["originators"]] == [("South Korean government", "none")]
    assert [(e["before"][0]["quantity"], e["after"]) for e in line["extremes"]] == [(2000, [])]
    out = " ".join(waybill("diff", folder).out.split())
    assert "(entry 5 of the log)" in out
    assert "1 document no longer there: 1 originator lost, " in out


def test_a_report_moved_away_is_gone_and_one_moved_within_the_folder_is_not(waybill: Waybill, folder: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    (folder / "han-river.txt").rename(folder.parent / "han-river.txt")
    (folder / "calder.txt").rename(folder / "calder-wire.txt")
    assert fates(records(waybill, folder)) == {"han-river.txt": "gone"}
    waybill("account", folder)
    assert fates(records(waybill, folder)) == {"han-river.txt": "gone"}


def test_what_came_and_what_went_since_are_told_together(waybill: Waybill, folder: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    (folder / "han-river.txt").unlink()
    put(folder / "elmsford.txt", MILK)
    assert fates(records(waybill, folder)) == {"elmsford.txt": "new", "han-river.txt": "gone"}
    assert fates(records(waybill, folder)) == {"elmsford.txt": "new", "han-river.txt": "gone"}


def test_of_two_reports_of_one_text_the_deleted_one_is_gone(waybill: Waybill, folder: Path) -> None:
    put(folder / "wexmouth.txt", WIRE)
    waybill("account", folder)
    (folder / "calder.txt").unlink()
    assert fates(records(waybill, folder)) == {"calder.txt": "gone"}


def test_a_deleted_file_that_is_given_itself_is_gone_and_fails(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    (folder / "calder.txt").unlink()
    ran = waybill("diff", folder / "calder.txt", "--json")
    assert ran.code == 1
    assert fates(json.loads(ran.out)) == {"calder.txt": "gone"}


def test_what_lies_below_another_folder_is_not_gone(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    other = folder.parent / "reports-2"
    other.mkdir()
    put(other / "han-river.txt", SEOUL)
    (folder / "calder.txt").unlink()
    assert waybill("diff", other).out.startswith("First run")
    assert "no longer there" not in waybill("diff", other).out


def test_a_report_that_came_and_went_since_is_not_told(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    (folder / "han-river.txt").unlink()
    assert fates(records(waybill, folder, "--since", "1")) == {"calder.txt": "new"}


def test_without_paths_no_report_goes(waybill: Waybill, folder: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    (folder / "han-river.txt").unlink()
    assert "gone" not in fates(records(waybill)).values()


def test_a_deleted_report_is_logged_once_as_missed(waybill: Waybill, folder: Path, own_ledger: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    (folder / "han-river.txt").unlink()
    for words in (("account", folder), ("account", folder), ("diff", folder), ("account", folder / "calder.txt")):
        assert waybill(*words).code == 0
    assert ask(own_ledger, "SELECT kind, name = (SELECT name FROM log WHERE number = 3) FROM log WHERE number > 4") == [
        ("missed", 1)
    ]
    assert waybill("verify").code == 0


def test_a_deleted_report_is_shown_as_gone_only_until_something_else_changes(waybill: Waybill, folder: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    (folder / "han-river.txt").unlink()
    assert fates(records(waybill, folder)) == {"han-river.txt": "gone"}
    put(folder / "elmsford.txt", MILK)
    assert fates(records(waybill, folder)) == {"elmsford.txt": "new"}
    assert fates(records(waybill, folder, "--since", "5")) == {"elmsford.txt": "new", "han-river.txt": "gone"}


def test_a_report_that_comes_back_unchanged_has_come_anew(waybill: Waybill, folder: Path, own_ledger: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    (folder / "han-river.txt").unlink()
    waybill("account", folder)
    put(folder / "han-river.txt", SEOUL)
    for _ in range(2):
        found = records(waybill, folder)
        assert fates(found) == {"han-river.txt": "new"}
        assert [(o["before"], o["after"]) for o in found["lines"][0]["originators"]] == [("none", "originator")]
    assert ask(own_ledger, "SELECT kind FROM log WHERE number > 4") == [("missed",), ("acquired",), ("read",)]
    assert waybill("verify").code == 0
    (folder / "han-river.txt").unlink()
    assert fates(records(waybill, folder)) == {"han-river.txt": "gone"}


def test_a_missed_report_stays_in_what_the_ledger_holds(waybill: Waybill, folder: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    put(folder / "elmsford.txt", MILK)
    waybill("account", folder)
    before = waybill("account", "--json").out
    (folder / "han-river.txt").unlink()
    waybill("account", folder)
    assert waybill("account", "--json").out == before
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    assert waybill("account", "--json").out == before
    assert fates(records(waybill)) == {"elmsford.txt": "new"}


def test_what_a_read_only_ledger_cannot_note_is_shown_as_gone_each_time(
    waybill: Waybill, folder: Path, own_ledger: Path
) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    (folder / "han-river.txt").unlink()
    held = entries(own_ledger)
    for _ in range(2):
        ran = waybill("diff", folder, "--ledger", f"sqlite:///{own_ledger}?mode=ro")
        assert ran.code == 0
        assert "what changed since the last run" in " ".join(ran.out.split())
        assert "1 document no longer there" in " ".join(ran.out.split())
    assert entries(own_ledger) == held


def test_a_figure_that_another_states_as_well_is_shown_as_it_stands(waybill: Waybill, folder: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    put(folder / "vantry.txt", SEOUL.replace("Han River Pool, 2", "Vantry Times, 9").replace("South Korea's", "Japan's"))
    told = waybill("diff", folder).out
    row = next(" ".join(r.split()) for r in told[told.index("FIGURES") :].splitlines() if "stated floor" in r)
    assert row == "container stated floor 2,000 unchanged also stated by Q3"


def test_a_join_that_an_analyst_made_is_not_called_one_of_waybills(waybill: Waybill, folder: Path) -> None:
    put(folder / "han-river.txt", SEOUL)
    waybill("account", folder)
    waybill("judge", "join", "Q1", "Q2", "--why", "one convoy")
    (folder / "han-river.txt").unlink()
    told = waybill("diff", folder).out
    assert "NO LONGER JOINED BY WAYBILL" not in told
    gone = told[told.index("JOINED BY AN ANALYST, NO LONGER IN FORCE") :]
    assert gone.splitlines()[1].strip().startswith("joined by R. Okafor: one convoy")


def test_a_contradiction_that_rests_on_an_assumption_says_so(waybill: Waybill, folder: Path) -> None:
    low = "Kyiv, 2 November 2023\n\nUkraine said that North Korea had delivered at most 400 drones to Russia in October 2023.\n"
    put(folder / "kyiv.txt", low)
    waybill("account", folder)
    put(
        folder / "tokyo.txt",
        low.replace("Kyiv", "Tokyo").replace("Ukraine", "Japan").replace("had delivered at most 400", "may have delivered 900"),
    )
    (line,) = records(waybill, folder)["lines"]
    assert [c["reading"] for c in line["contradictions"]["begun"]] == ["hedged"]
    assert "shrink if what is called possible is so" in " ".join(waybill("diff", folder).out.split())
