"""`waybill explain` without paths answers out of the ledger alone."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from command_line import Waybill
from newsroom import exactly
from waybill.ledger.ledger import Ledger
from waybill.model.claim import Claim, Frame, Slot
from waybill.model.document import Publication
from waybill.model.judgement import Anchor, Correction, Judgement, JudgementNumber, Verdict

COLUMNS = "date_published,outlet,asserter,supplier,recipient,stance,kind,measure,quantity_low,quantity_high,unit,item"
ROWS = (
    "2024-03-01,Fjord Post,Norland,Sudan,Chad,asserted,transfer,total,40,40,howitzers,howitzers",
    "2024-03-02,Fjord Post,Chad,Sudan,Chad,denied,transfer,,,,,howitzers",
    "2024-03-05,Elm Review,Elm Institute,Sudan,Chad,asserted,transfer,total,60,60,mortars,mortars",
)
"""A table of claims, since no parser need be loaded for one."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims.csv").write_text("\n".join((COLUMNS, *ROWS)) + "\n", "utf8")
    return tmp_path


def judge(file: Path, label: str, verdict: Verdict, correction: Correction | None = None) -> None:
    """Puts a judgement on the claim that the account last shown labels so in the ledger."""
    ledger = Ledger(str(file), "R. Okafor")
    (claim, publication, _), *_ = ledger.named(ledger.exhibits(label)[0].claims)
    when = datetime(2026, 11, 24, 9, tzinfo=UTC)
    on = (anchor(claim, publication),)
    ledger.judge([Judgement(JudgementNumber(0), verdict, "R. Okafor", when, "counted on the quay", on, correction)])
    ledger.close()


def anchor(claim: Claim, publication: Publication) -> Anchor:
    document = publication.document
    return Anchor(publication.path, document.original_sha256, document.text_sha256, claim.hull.text_of(document.text), claim)


def test_each_id_shown_is_explained_as_with_paths(waybill: Waybill, folder: Path) -> None:
    account = json.loads(waybill("account", folder, "--json").out)
    ids = [account[kind][0]["id"] for kind in ("claims", "documents", "originators")]
    ids += [delivery["id"] for line in account["lines"] for delivery in line["deliveries"]]
    for wanted in (*ids, "Q1", "x1", "D1", account["claims"][0]["id"][:9]):
        held, anew = waybill("explain", wanted), waybill("explain", wanted, folder)
        assert held.code == 0
        assert held.out == anew.out
        assert waybill("explain", wanted, "--json").out == waybill("explain", wanted, folder, "--json").out


def test_a_correction_is_explained_with_what_the_machine_read(waybill: Waybill, folder: Path, own_ledger: Path) -> None:
    waybill("account", folder)
    thirty = Slot(None, "30 howitzers", exactly(30, "howitzer"))
    judge(own_ledger, "Q1", "correct", Correction(Frame(quantity=thirty)))
    told = waybill("explain", "Q1").out
    assert "✎ corrected" in told
    assert "machine read: quantity 40 howitzers" in told
    assert "judgement 1, corrected by R. Okafor on 2026-11-24: counted on the quay [sets quantity 30 howitzers]" in told
    assert waybill("explain", "Q1", folder).out == told


def test_a_rejected_claim_is_explained_by_its_label(waybill: Waybill, folder: Path, own_ledger: Path) -> None:
    waybill("account", folder)
    judge(own_ledger, "Q2", "reject")
    assert "Q2✗" in waybill("account", folder).out
    assert "✗ rejected" in waybill("explain", "Q2").out


def test_labels_are_those_of_the_account_last_shown(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    before = waybill("explain", "Q1").out
    (folder / "aa.csv").write_text(f"{COLUMNS}\n{ROWS[2]}\n", "utf8")
    assert waybill("explain", "Q1").out == before
    waybill("reconcile", folder)
    assert waybill("explain", "Q1").out != before


def test_an_unknown_id_is_one_line(waybill: Waybill, folder: Path) -> None:
    waybill("account", folder)
    told = {"Q99": "label 'Q99': the account last shown has no", "zzz": "id 'zzz': nothing in", "": "id '': nothing in"}
    for wanted, words in told.items():
        run = waybill("explain", wanted)
        assert (run.code, run.out) == (1, "")
        assert len(run.err.splitlines()) == 1
        assert words in run.err


def test_the_beginning_of_several_ids_is_one_line(waybill: Waybill, folder: Path) -> None:
    seventeen = [ROWS[0].replace("40,40", f"{n},{n}") for n in range(40, 57)]
    (folder / "claims.csv").write_text("\n".join((COLUMNS, *seventeen)) + "\n", "utf8")
    first = [claim["id"][0] for claim in json.loads(waybill("account", folder, "--json").out)["claims"]]
    twice = next(digit for digit in first if first.count(digit) > 1)
    run = waybill("explain", twice)
    assert run.code == 1
    assert f"id {twice}: begins " in run.err


def test_without_a_ledger_it_says_how_to_have_one(waybill: Waybill, own_ledger: Path) -> None:
    run = waybill("explain", "Q1")
    assert run.code == 1
    assert f"{own_ledger}: there is no ledger; run `waybill account PATH...` first" in run.err
    assert not own_ledger.exists()


def test_before_any_account_it_says_so(waybill: Waybill, own_ledger: Path) -> None:
    Ledger(str(own_ledger), "R. Okafor").close()
    run = waybill("explain", "Q1")
    assert run.code == 1
    assert "no account was shown from" in run.err


def test_it_imports_no_stage_and_no_sqlalchemy() -> None:
    probe = "import sys, waybill.cli.explain; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "sqlalchemy"} & set(modules)
    assert not {m.split(".")[1] for m in modules if m.startswith("waybill.")} & {
        "read",
        "parse",
        "resolve",
        "extract",
        "trace",
        "reconcile",
    }
    assert not {"waybill.pipeline.stages", "waybill.pipeline.case"} & set(modules)
