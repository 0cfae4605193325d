"""What the command line promises: exit codes, one clear line for bad input, the same bytes twice."""

import json
from pathlib import Path

import pytest

from command_line import Waybill
from waybill import __version__
from waybill.cli import VERBS

REPORT = """Guns for the coast

Two envoys of Norland have accused Sudan of shipping 40 howitzers to Chad between 3 March and 9 March 2021.
"We know that 40 howitzers were sent to Chad," the Norwegian foreign ministry said on Monday.
Chad denied that it had received any weapons.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT, "utf8")
    return tmp_path


def test_claims_come_one_a_line_with_words_at_their_offsets(waybill: Waybill, folder: Path) -> None:
    run = waybill("extract", folder, "--json")
    claims = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 0
    assert claims
    for claim in claims:
        spans = [claim["content"], claim["source"], claim["cue"], *claim["hedges"], *claim["frame"].values()]
        for span in filter(None, spans):
            if span["start"] is not None:
                assert REPORT[span["start"] : span["end"]] == span["text"]


def test_mentions_give_their_words_back(waybill: Waybill, folder: Path) -> None:
    mentions = [json.loads(line) for line in waybill("mentions", folder, "--json").out.splitlines()]
    assert {"time", "quantity", "place", "party", "item"} <= {m["kind"] for m in mentions}
    assert all(REPORT[m["start"] : m["end"]] == m["text"] for m in mentions)


def test_two_runs_give_the_same_bytes(waybill: Waybill, folder: Path) -> None:
    assert waybill("account", folder, "--json").out == waybill("account", folder, "--json").out


def test_a_missing_path_is_one_line_and_the_rest_is_done(waybill: Waybill, folder: Path) -> None:
    run = waybill("account", folder / "gone.txt", folder / "report.txt", "--json")
    account = json.loads(run.out)
    assert run.code == 1
    assert account["claims"]
    assert [f["path"].endswith("gone.txt") for f in account["failed"]] == [True]
    assert len([line for line in run.err.splitlines() if "gone.txt: " in line]) == 1


def test_misused_options_exit_2(waybill: Waybill, folder: Path) -> None:
    assert waybill("account", folder, "--published", "yesterday").code == 2
    assert waybill("account").code == 2
    assert waybill("weigh", folder).code == 2


def test_an_account_on_disk_is_replaced_only_when_asked(waybill: Waybill, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert waybill("account", folder / "report.txt", "--out", out).code == 0
    assert waybill("account", folder / "report.txt", "--out", out).code == 0
    (out / "account.md").write_text("my notes", "utf8")
    refused = waybill("account", folder / "report.txt", "--out", out)
    assert refused.code == 1
    assert "account.md: holds another account" in refused.err
    assert (out / "account.md").read_text("utf8") == "my notes"
    assert waybill("account", folder / "report.txt", "--out", out, "--force").code == 0


def test_every_footnote_of_the_report_is_defined(waybill: Waybill, folder: Path, tmp_path: Path) -> None:
    waybill("account", folder / "report.txt", "--out", tmp_path / "out")
    report = (tmp_path / "out" / "account.md").read_text("utf8")
    body, notes = report.split("\n[^", maxsplit=1)
    used = {piece.split("]")[0] for piece in body.split("[^")[1:]}
    assert used
    assert used <= {note.split("]")[0] for note in ("\n[^" + notes).split("\n[^")[1:]}


def test_explain_walks_from_any_id_to_the_sentence(waybill: Waybill, folder: Path) -> None:
    account = json.loads(waybill("account", folder, "--json").out)
    ids = [account["claims"][0]["id"], account["documents"][0]["id"], account["originators"][0]["id"]]
    ids += [d["id"] for line in account["lines"] for d in line["deliveries"]]
    for wanted in ids:
        run = waybill("explain", wanted, folder)
        assert run.code == 0
        assert "report.txt:" in run.out


def test_an_unknown_id_is_one_line(waybill: Waybill, folder: Path) -> None:
    run = waybill("explain", "ffff", folder)
    assert run.code == 1
    assert "id 'ffff': nothing in these documents has it" in run.err


def test_every_verb_shows_an_example_in_its_help(waybill: Waybill) -> None:
    for verb in VERBS:
        assert f"Example: waybill {verb}" in waybill(verb, "--help").out


def test_help_lists_each_verb_with_the_sentence_its_own_help_begins_with(waybill: Waybill) -> None:
    listed = waybill("--help").out
    for verb, sentence in VERBS.items():
        assert f"\n  {verb:9}  {sentence}\n" in listed
        assert f"\n\n  {sentence}\n" in waybill(verb, "--help").out


def test_an_example_in_help_stays_on_one_line_to_be_copied(waybill: Waybill) -> None:
    last = waybill("judge", "correct", "--help").out.splitlines()[-1]
    assert last.lstrip().startswith("Example: waybill judge correct ")
    assert last.endswith('--why "the wire says 400"')


def test_without_a_verb_help_is_shown(waybill: Waybill) -> None:
    run = waybill()
    assert (run.code, run.out) == (2, "")
    assert run.err == waybill("--help").out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("acount", "reports"), "No such command 'acount'. Did you mean 'account'?"),
        (("judge", "acept", "Q1"), "No such command 'acept'. Did you mean 'accept'?"),
        (("account", "--jsn"), "No such option '--jsn'. Did you mean '--json'?"),
    ],
)
def test_what_is_misspelt_is_answered_with_what_it_may_mean(waybill: Waybill, words: tuple[str, ...], offered: str) -> None:
    run = waybill(*words)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"Error: {offered}\n")


def test_the_version_can_be_asked_for(waybill: Waybill) -> None:
    assert waybill("--version").out == f"waybill {__version__}\n"
