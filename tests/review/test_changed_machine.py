"""Judgements kept in a ledger are carried over another version of the machine, and over another state of a file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from command_line import Waybill
from waybill.extract.claims import extract
from waybill.model.claim import Claim, ClaimId
from waybill.model.span import Span
from waybill.pipeline import case, finding

REPORT = """A US official said on 3 March 2021 that Sudan had shipped up to 1,000 crates of howitzers to Chad in February 2021.

The Norwegian foreign ministry said that Sudan had sent 300 crates of howitzers to Chad by rail.

Chad denied that it had received any howitzers from Sudan.
"""
Change = Callable[[Claim], Claim | None]


@pytest.fixture
def desk(waybill: Waybill, tmp_path: Path) -> Waybill:
    """The command line in a folder with the report, of which an account was shown: Q1, Q2 and the denial X1."""
    (tmp_path / "report.txt").write_text(REPORT, "utf8")
    assert waybill("account", tmp_path, "--published", "2021-03-04").code == 0
    return waybill


def put_in(monkeypatch: pytest.MonkeyPatch, change: Change) -> None:
    """Another version of the extractor: what it found before, changed."""

    def other(*of: Any) -> tuple[Claim, ...]:
        return tuple(changed for claim in extract(*of) if (changed := change(claim)))

    monkeypatch.setattr(finding, "extract", other)
    monkeypatch.setattr(case, "extractor_version", lambda _: "another version")


def renamed(claim: Claim) -> Claim:
    return replace(claim, id=ClaimId(f"e{claim.id[1:]}"[::-1]))


def longer(claim: Claim) -> Claim:
    first, *rest = claim.content
    return replace(claim, content=(Span(max(0, first.start - 3), first.end), *rest))


def decided(waybill: Waybill, folder: Path) -> list[str]:
    """What has been decided about the claims, in the order of the text."""
    account = json.loads(waybill("account", folder, "--published", "2021-03-04", "--json").out)
    return [claim["review"] for claim in account["claims"]]


def standings(waybill: Waybill) -> list[str]:
    return [json.loads(line)["standing"] for line in waybill("judge", "--json").out.splitlines()]


def judge_all(waybill: Waybill) -> None:
    """Q1 is accepted, Q2 corrected, X1 rejected."""
    why = ("--why", "the wire says so")
    for words in (("accept", "Q1"), ("correct", "Q2", "quantity=400 crates"), ("reject", "X1")):
        assert waybill("judge", *words, *why).code == 0


def test_judgements_are_applied_where_the_same_words_get_other_ids(
    desk: Waybill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge_all(desk)
    put_in(monkeypatch, renamed)
    assert decided(desk, tmp_path) == ["accepted", "corrected", "rejected"]
    assert standings(desk) == ["applied", "applied", "applied"]


def test_judgements_are_offered_where_more_words_are_read_and_taken_up_one_by_one(
    desk: Waybill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge_all(desk)
    put_in(monkeypatch, lambda claim: longer(renamed(claim)))
    assert decided(desk, tmp_path) == ["machine-read", "machine-read", "machine-read"]
    assert standings(desk) == ["offered", "offered", "offered"]
    assert desk("judge", "accept", "--offer", 2, "--why", "the same words").code == 0
    assert decided(desk, tmp_path) == ["machine-read", "corrected", "machine-read"]
    assert standings(desk) == ["offered", "undone", "offered", "applied"]


def test_a_judgement_is_listed_as_lost_where_its_claim_is_found_no_more(
    desk: Waybill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge_all(desk)
    put_in(monkeypatch, lambda claim: None if claim.stance == "denied" else claim)
    assert decided(desk, tmp_path) == ["accepted", "corrected"]
    assert standings(desk) == ["applied", "applied", "lost"]


def test_in_an_edited_file_judgements_are_offered_until_they_are_taken(desk: Waybill, tmp_path: Path) -> None:
    judge_all(desk)
    (tmp_path / "report.txt").write_text(f"Corrected on 5 March 2021.\n\n{REPORT}", "utf8")
    assert set(decided(desk, tmp_path)) == {"machine-read"}
    assert standings(desk) == ["offered", "offered", "offered"]


def test_the_file_as_it_was_bears_its_judgements_again(desk: Waybill, tmp_path: Path) -> None:
    judge_all(desk)
    (tmp_path / "report.txt").write_text(f"Corrected on 5 March 2021.\n\n{REPORT}", "utf8")
    decided(desk, tmp_path)
    (tmp_path / "report.txt").write_text(REPORT, "utf8")
    assert decided(desk, tmp_path) == ["accepted", "corrected", "rejected"]
