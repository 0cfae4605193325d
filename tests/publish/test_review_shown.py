import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from newsroom import exactly, say, up_to, write
from waybill.model.account import Account
from waybill.model.claim import Claim, Frame, Slot, Source
from waybill.model.document import Publication
from waybill.model.judgement import Anchor, Correction, Judgement, JudgementNumber, Verdict
from waybill.model.span import Span
from waybill.model.things import Place
from waybill.publish.account_records import account_record, lines_record, trace_record
from waybill.publish.chapters import genealogies, reconciled, sheet
from waybill.publish.explain import exhibits, explain
from waybill.publish.explanation import explanation_record, explanation_texts
from waybill.publish.labels import label
from waybill.publish.markdown import markdown
from waybill.publish.terminal import print_sheet
from waybill.reconcile.lines import reconcile
from waybill.review.judged import review
from waybill.trace.genealogy import trace

TEXT = """Boxes at the quay

US officials said up to 1,000 crates of arms went from Rason to Russia. A visit came first.

Kyiv said that 90 drones went to Russia on a ferry.
"""
REPORT = write("ash.txt", TEXT, "2023-10-14", publisher="Ash & Co", published_by="text")
LINE = {"supplier": "North Korea", "recipient": "Russia"}
SENT = say(
    REPORT,
    "up to 1,000 crates of arms went from Rason to Russia",
    amount=("up to 1,000 crates", up_to(1000, "crate")),
    origin="Rason",
    **LINE,
)
DRONES = say(REPORT, "90 drones went to Russia on a ferry", by="Kyiv", amount=("90 drones", exactly(90, "drone")), **LINE)
VISIT = say(REPORT, "A visit came first", by=None, kind="visit")
CLAIMS = (SENT, VISIT, DRONES)

FOUR_HUNDRED = Correction(Frame(quantity=Slot(None, "up to 400 crates", up_to(400, "crate"))))
LATE_EVENING = datetime(2026, 11, 23, 22, 30, tzinfo=timezone(timedelta(hours=-5)))


def judge(number: int, verdict: Verdict, *on: Claim, why: str = "", **more: Any) -> Judgement:
    """A judgement of R. Okafor on claims of the report."""
    return Judgement(JudgementNumber(number), verdict, "R. Okafor", LATE_EVENING, why, tuple(map(anchor, on)), **more)


def anchor(claim: Claim) -> Anchor:
    document = REPORT.document
    return Anchor(REPORT.path, document.original_sha256, document.text_sha256, claim.hull.text_of(TEXT), claim)


def account(*judgements: Judgement, claims: Sequence[Claim] = CLAIMS) -> Account:
    publications: tuple[Publication, ...] = (REPORT,)
    reviewed = review(claims, publications, judgements, {})
    tracing = trace(publications, reviewed.standing)
    lines = reconcile(reviewed.standing, tracing, publications, reviewed.bindings)
    return Account(publications, reviewed, tracing, lines, ())


def printed(of: Any, width: int = 200) -> str:
    page = Console(file=StringIO(), width=width, highlight=False)
    print_sheet(of, page)
    return page.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def row(told: str, beginning: str) -> str:
    return next(line for line in told.splitlines() if line.startswith(beginning))


def explained(of: Account, wanted: str) -> str:
    return "\n".join(text.plain for text in explanation_texts(explain(of, wanted)))


CORRECTED = judge(1, "correct", SENT, why="the ministry counts 400", correction=FOUR_HUNDRED)
REJECTED = judge(2, "reject", DRONES, why="a film set")
ACCEPTED = judge(3, "accept", VISIT)


def test_an_account_that_nobody_reviewed_says_so_once() -> None:
    told = printed(sheet(account()))
    assert "0 of 3 statements reviewed: NOT FOR PUBLICATION" in told
    assert "Every statement here is machine-read" in told
    assert "✓" not in told


def test_each_state_has_its_mark_on_the_label_and_a_legend() -> None:
    told = printed(sheet(account(CORRECTED, REJECTED, ACCEPTED)))
    assert row(told, "Q1✎")
    assert row(told, "C1✓")
    assert row(told, "Q2✗")
    assert "✓ accepted, ✎ corrected, ✗ rejected; without a mark: machine-read" in told


def test_a_correction_stands_beside_what_the_machine_read() -> None:
    told = row(printed(sheet(account(CORRECTED))), "Q1✎")
    shown = "up to 400 crates (machine read: up to 1,000 crates), from Rason, corrected by R. Okafor: the ministry counts 400"
    assert shown in told


def test_whatever_was_corrected_is_told() -> None:
    norland = Source(Span(0, 1), "Norland", "Norland", None, "Norland", "government")
    put = Correction(FOUR_HUNDRED.frame, ("origin",), norland, "hedged", "aid", "witness")
    told = row(printed(sheet(account(judge(1, "correct", SENT, correction=put))), width=500), "Q1✎")
    for words in (
        "no origin (machine read: Rason)",
        "source Norland (machine read: US officials (United States government))",
        "kind aid (machine read: transfer)",
        "basis witness (machine read: none)",
        "[hedged (machine read: asserted)]",
    ):
        assert words in told


def test_a_place_corrected_to_another_of_that_name_is_told_by_what_it_means() -> None:
    put = Correction(Frame(origin=Slot(None, "Rason", Place("Rason", "North Korea", 42.3, 130.4, None, "rason"))))
    told = row(printed(sheet(account(judge(1, "correct", SENT, correction=put)))), "Q1✎")
    assert "from Rason [Rason, North Korea (42.30, 130.40)] (machine read: Rason [Rason])" in told


def test_a_rejected_claim_is_listed_apart_and_in_nothing_else() -> None:
    told = printed(sheet(account(REJECTED)))
    assert "rejected by R. Okafor: a film set" in told.split("REJECTED (")[1]
    assert "90 drones" not in told.split("REJECTED (")[0]
    assert "Q2" not in told.split("REJECTED (")[0]


def test_labels_stay_when_claims_are_rejected_or_corrected() -> None:
    before = label(account()).claims
    denied = judge(4, "correct", SENT, correction=Correction(stance="denied"))
    assert label(account(denied, REJECTED)).claims == before


def test_the_warning_goes_only_when_all_is_reviewed() -> None:
    all_three = (CORRECTED, REJECTED, ACCEPTED)
    assert "2 of 3 statements reviewed: NOT FOR PUBLICATION" in sheet(account(*all_three[:2])).title
    assert sheet(account(*all_three)).title == "1 document, all 3 statements reviewed (1 accepted, 1 corrected, 1 rejected)"


def test_the_warning_stays_while_a_judgement_awaits_somebody() -> None:
    gone = judge(4, "accept", say(REPORT, "Boxes at the quay"))
    title = sheet(account(CORRECTED, REJECTED, ACCEPTED, gone)).title
    assert title.endswith("1 judgement to be looked at again: NOT FOR PUBLICATION")


def test_what_is_lost_or_undone_is_listed_with_who_and_why() -> None:
    gone = judge(4, "accept", say(REPORT, "Boxes at the quay"), why="seen")
    undo = judge(5, "undo", why="mistaken", undoes=REJECTED.number)
    told = printed(sheet(account(REJECTED, gone, undo))).split("JUDGEMENTS NOT APPLIED")[1]
    assert row(told, "4").split()[1] == "accept"
    assert "lost: " in row(told, "4")
    assert "undone by judgement 5 of R. Okafor: mistaken" in row(told, "2")
    assert "undone: undone" not in told


def test_what_is_bound_by_hand_is_listed_in_every_view() -> None:
    shown = account(judge(4, "split", SENT, DRONES, why="two ships"))
    for view in (sheet(shown), genealogies(shown), reconciled(shown)):
        assert row(printed(view).split("BOUND BY HAND")[1], "4").split()[1] == "split"
        assert "two ships" in printed(view)


def test_a_footnote_says_who_decided_when_and_why() -> None:
    shown = account(CORRECTED, REJECTED)
    notes = {line.split("]")[0]: line for line in markdown(sheet(shown), shown).splitlines() if line.startswith("[^")}
    told = "corrected; judgement 1, corrected by R. Okafor on 2026-11-24: the ministry counts 400; machine read: quantity up to"
    assert told in notes["[^Q1"]
    assert "rejected; judgement 2, rejected by R. Okafor on 2026-11-24: a film set." in notes["[^Q2"]
    assert notes["[^C1"].endswith("machine-read.")


def test_an_analysts_words_never_become_markup() -> None:
    spoken = judge(1, "reject", SENT, why="<b>no</b> | [x](y)\n# *loud* &amp;")
    shown = account(spoken)
    report = markdown(sheet(shown), shown)
    assert r"\<b\>no\</b\> \| \[x\](y) \# \*loud\* \&amp;" in report
    assert "<b>" not in report.replace(r"\<b", "")
    assert "<b>no</b> | [x](y) # *loud* &amp;" in printed(sheet(shown))


def test_the_record_keeps_the_machines_reading_beside_the_correction() -> None:
    record: Any = account_record(account(CORRECTED, REJECTED))
    sent, visit, drones = record["claims"]
    assert [c["review"] for c in (sent, visit, drones)] == ["corrected", "machine-read", "rejected"]
    assert [c["judgements"] for c in (sent, visit, drones)] == [[1], [], [2]]
    assert sent["frame"]["quantity"]["text"] == "up to 400 crates"
    assert sent["frame"]["quantity"]["corrected"] == "corrected by R. Okafor: the ministry counts 400"
    assert list(sent["machine"]) == ["frame"]
    assert {name: slot["text"] for name, slot in sent["machine"]["frame"].items()} == {"quantity": "up to 1,000 crates"}
    assert drones["originator"] is None
    assert "machine" not in visit


def test_the_record_lists_every_judgement_with_its_own_time() -> None:
    first, second = json.loads(json.dumps(account_record(account(CORRECTED, REJECTED))))["judgements"]
    assert (first["number"], first["verdict"], first["standing"], first["claims"]) == (1, "correct", "applied", [SENT.id])
    assert first["when"] == "2026-11-24T03:30:00+00:00"
    assert first["quote"] == SENT.hull.text_of(TEXT)
    assert first["correction"]["frame"]["quantity"]["value"]["high"] == 400
    assert second["why"] == "a film set"


@pytest.mark.parametrize("record", [trace_record, lines_record])
def test_records_without_claims_say_what_was_decided_too(record: Any) -> None:
    told = record(account(CORRECTED, REJECTED))
    assert [(r["claim"], r["review"]) for r in told["reviews"]] == [(SENT.id, "corrected"), (DRONES.id, "rejected")]
    assert [j["number"] for j in told["judgements"]] == [1, 2]


def test_a_corrected_claim_is_explained_with_its_trace() -> None:
    again = judge(2, "correct", SENT, why="and by sea", correction=Correction(Frame(mode=Slot(None, "sea", ("sea",)))))
    told = explained(account(CORRECTED, again), "Q1").splitlines()
    assert told[2].endswith("✎ corrected")
    read = told.index("  machine read: quantity up to 1,000 crates, mode none")
    assert told[read + 1].endswith("on 2026-11-24: the ministry counts 400 [sets quantity up to 400 crates]")
    assert told[read + 2] == "  judgement 2, corrected by R. Okafor on 2026-11-24: and by sea [sets mode sea]"
    assert "  quantity: up to 400 crates" in told[:read]
    assert "  mode: sea" in told[:read]


def test_an_explanation_says_machine_read_where_nobody_looked() -> None:
    assert explained(account(CORRECTED), "Q2").splitlines()[2].endswith("machine-read")


def test_an_explanation_has_a_record() -> None:
    told: Any = explanation_record(explain(account(CORRECTED), "q1"))
    assert told["names"] == [{"id": SENT.id, "label": "Q1", "text": "claim"}]
    assert told["claims"][0]["review"] == "corrected"
    assert told["claims"][0]["paragraph"]["text"].startswith("US officials said")
    assert [j["number"] for j in told["judgements"]] == [1]


def test_every_label_of_an_account_is_an_exhibit() -> None:
    shown = account(CORRECTED, REJECTED)
    labels = label(shown)
    named = {e.label: e.claims for e in exhibits(shown) if e.label}
    assert {labels.claims[c.id]: (c.id,) for c in CLAIMS}.items() <= named.items()
    assert named["D1"] == tuple(c.id for c in CLAIMS)
    assert {e.id for e in exhibits(shown)} >= {o.id for o in shown.tracing.originators}


def test_a_time_of_day_elsewhere_is_told_as_the_day_in_utc() -> None:
    assert LATE_EVENING.astimezone(UTC).day == 24
    assert "on 2026-11-24" in explained(account(CORRECTED), "Q1")


def test_an_undo_says_which_judgement_it_takes_back() -> None:
    told = explained(account(REJECTED, judge(3, "undo", why="the real quay", undoes=REJECTED.number)), "Q2")
    assert "  judgement 3, judgement 2 taken back by R. Okafor on 2026-11-24: the real quay" in told.splitlines()


def test_what_is_decided_about_a_join_quotes_it() -> None:
    told = explained(account(judge(1, "split", SENT, DRONES, says="they speak of the same 1,000", why="two ships")), "Q1")
    assert "  judgement 1, “they speak of the same 1,000” split by R. Okafor on 2026-11-24: two ships" in told.splitlines()
