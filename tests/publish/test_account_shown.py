from io import StringIO
from typing import Any

import pytest
from msgspec.structs import replace
from rich.console import Console

from newsroom import exactly, more_than, say, up_to, write
from waybill.errors import UnknownIdError
from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId, Slot
from waybill.model.document import Failure, Publication
from waybill.model.judgement import Reviewed
from waybill.model.things import Party
from waybill.publish.account_records import account_record
from waybill.publish.chapters import genealogies, reconciled, sheet
from waybill.publish.explain import explain
from waybill.publish.labels import label
from waybill.publish.markdown import markdown
from waybill.publish.passages import sentence_of
from waybill.publish.terminal import print_sheet
from waybill.reconcile.lines import reconcile
from waybill.trace.genealogy import trace

TEXT = """Boxes at the *quay*

US officials said up to 1,000 crates of [arms] went to Russia. A visit came first.

Moscow denied that 1,000 crates had come.
"""
REPORT = write("ash.txt", TEXT, "2023-10-14", publisher="Ash & Co", published_by="text")
LINE = {"supplier": "North Korea", "recipient": "Russia"}
SENT = say(REPORT, "up to 1,000 crates of [arms] went to Russia", amount=("up to 1,000 crates", up_to(1000, "crate")), **LINE)
VISIT = say(REPORT, "A visit came first", by=None, kind="visit")
DENIAL = say(REPORT, "that 1,000 crates had come", by="Moscow", stance="denied", **LINE)


def account(*claims: Claim, publications: tuple[Publication, ...] = (REPORT,), failures: tuple[Failure, ...] = ()) -> Account:
    tracing = trace(publications, claims)
    return Account(publications, Reviewed(claims), tracing, reconcile(claims, tracing, publications), failures)


def printed(of: Any, width: int = 120) -> str:
    page = Console(file=StringIO(), width=width, highlight=False)
    print_sheet(of, page)
    return page.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_what_is_said_stands_with_speaker_form_and_line() -> None:
    told = printed(sheet(account(SENT, VISIT, DENIAL)))
    row = next(line for line in told.splitlines() if line.startswith("Q1"))
    assert row.split("  ")[1:][0] == "up to 1,000 crates"
    assert "US officials" in row
    assert "paraphrase" in row
    assert row.rstrip().endswith("D1:3")


def test_a_denial_is_shown_as_one() -> None:
    told = printed(sheet(account(SENT, DENIAL)))
    assert "[denied]" in told.split("DENIALS AND REPLIES")[1]


def test_a_visit_is_context_and_no_delivery() -> None:
    told = printed(sheet(account(SENT, VISIT)))
    assert "A visit came first" in told.split("CONTEXT, NOT DELIVERY")[1]
    assert "A visit came first" not in told.split("CONTEXT, NOT DELIVERY")[0]


def test_what_failed_is_listed_with_its_reason() -> None:
    told = printed(sheet(account(SENT, failures=(Failure("scan.pdf", "no text in it; try OCR"),))))
    assert "scan.pdf" in told.split("FAILED")[1]
    assert "no text in it; try OCR" in told.split("FAILED")[1]


def test_up_to_is_never_shown_from_nought() -> None:
    told = printed(sheet(account(SENT))) + markdown(sheet(account(SENT)), account(SENT))
    assert "0-1,000" not in told
    assert "0 to 1,000" not in told


def test_words_of_documents_never_become_markup() -> None:
    told = printed(sheet(account(say(REPORT, "[arms] went to Russia", **LINE))))
    assert "[arms] went to Russia" in told
    report = markdown(sheet(account(SENT)), account(SENT))
    assert r"\[arms\]" in report
    assert "[arms]" not in report.replace(r"\[arms\]", "")


def test_a_footnote_gives_the_sentence_and_nothing_around_it() -> None:
    assert sentence_of(SENT, REPORT) == "US officials said up to 1,000 crates of [arms] went to Russia."
    report = markdown(sheet(account(SENT)), account(SENT))
    note = next(line for line in report.splitlines() if line.startswith("[^Q1]: "))
    assert "D1:3" in note
    assert "A visit" not in note


def test_labels_are_unique() -> None:
    labels = label(account(SENT, VISIT, DENIAL)).claims
    assert len(set(labels.values())) == len(labels) == 3


def test_an_id_that_begins_several_is_refused() -> None:
    sent, denial = replace(SENT, id=ClaimId("fab1ed")), replace(DENIAL, id=ClaimId("fab2ed"))
    shown = account(sent, denial)
    with pytest.raises(UnknownIdError, match=r"begins 2 ids \(fab1ed, fab2ed"):
        explain(shown, "fab")
    (place,) = explain(shown, "fab2").places
    assert place.claim == denial


def test_an_id_that_nothing_bears_is_refused() -> None:
    shown = account(SENT, VISIT, DENIAL)
    with pytest.raises(UnknownIdError, match="nothing in these documents"):
        explain(shown, "zzz")
    with pytest.raises(UnknownIdError, match="nothing in these documents"):
        explain(shown, "")


def test_a_delivery_is_explained_by_all_its_claims() -> None:
    shown = account(SENT, DENIAL)
    (delivery,) = [d for line in shown.lines for d in line.deliveries]
    explanation = explain(shown, delivery.id)
    assert "delivery North Korea -> Russia" in explanation.words
    assert {p.claim.id for p in explanation.places} == set(delivery.claims)


def test_the_record_keeps_the_promised_keys() -> None:
    record: Any = account_record(account(SENT, DENIAL))
    assert list(record) == ["documents", "claims", "originators", "retellings", "lines", "unresolved", "failed", "judgements"]
    assert {"id", "path", "publisher", "author", "published", "published_by", "language", "credits", "reprint_of"} <= set(
        record["documents"][0]
    )
    claim = record["claims"][0]
    assert claim["frame"]["quantity"]["value"] == {
        "low": None,
        "high": 1000,
        "unit": "crate",
        "numbers": [1000],
        "modifier": "<",
        "measure": "total",
        "alternatives": [],
    }
    assert claim["frame"]["supplier"]["start"] is None
    assert {"originator", "echo_of", "review"} <= set(claim)
    assert {"deliveries", "bounds", "readings", "contradictions"} <= set(record["lines"][0])


def test_a_figure_once_told_and_retold_shows_as_a_tree() -> None:
    later = write("elm.txt", "US officials said more than 1,000 crates of arms went to Russia.", "2023-10-20", publisher="Elm")
    again = say(
        later, "more than 1,000 crates of arms went to Russia", amount=("more than 1,000 crates", exactly(1000)), **LINE
    )
    told = printed(genealogies(account(SENT, again, publications=(REPORT, later))), width=160)
    assert "└ " in told.split("RETOLD")[1]


def test_bounds_name_the_claims_they_rest_on() -> None:
    shown = account(say(REPORT, "1,000 crates had come", amount=("1,000 crates", exactly(1000, "crate")), **LINE))
    (row,) = [line for line in printed(reconciled(shown)).splitlines() if line.startswith("2023-10-14")]
    assert row.split() == ["2023-10-14", "crate", "900", "none", "follows", "Q1", "1,000", "crates", "less", "10%"]


def test_a_label_of_the_account_is_explained() -> None:
    shown = account(SENT, DENIAL)
    places = explain(shown, "q1").places
    assert [p.claim.id for p in places] == [SENT.id]
    document = explain(shown, "D1")
    assert document.words == "document ash.txt"
    assert {p.claim.id for p in document.places} == {SENT.id, DENIAL.id}


def test_a_window_shows_the_days_it_resolves_to() -> None:
    text = "The crates came between 3 June and 20 June."
    report = write("oak.txt", text, "2024-06-25")
    claim = say(report, "The crates came", when=("between 3 June and 20 June", "2024-06-03", "2024-06-20"), **LINE)
    assert "between 3 June and 20 June [2024-06-03 to 2024-06-20]" in printed(sheet(account(claim, publications=(report,))))


def test_what_is_inferred_is_said_to_be() -> None:
    party = Party("North Korea", "state", "North Korea", None)
    slot = Slot(None, "North Korea", party, inferred="from an earlier statement")
    claim = replace(SENT, frame=replace(SENT.frame, supplier=slot))
    told = printed(sheet(account(claim)))
    assert "supplier North Korea" in told.split("INFERRED BY WAYBILL")[1]


def test_a_reply_counts_wherever_it_stands() -> None:
    elsewhere = say(REPORT, "Moscow denied", by="Moscow", stance="declined", kind="other")
    told = printed(sheet(account(SENT, elsewhere)))
    assert "None in these documents" not in told.split("DENIALS AND REPLIES")[1].split("BEYOND")[0]


def test_an_abbreviation_ends_no_sentence() -> None:
    report = write("fir.txt", "A visit came on Nov. 3 to the U.S. base, Gen. Fir said. Nothing else did.", "2024-01-01")
    claim = say(report, "on Nov. 3 to the U.S. base")
    assert sentence_of(claim, report) == "A visit came on Nov. 3 to the U.S. base, Gen. Fir said."


def _retellings(*words: str) -> Account:
    """What US officials say, as later outlets repeat it in these words."""
    reports = tuple(
        write(
            f"{n}.txt", f"US officials said {w} 60 drones of one make went to Russia.", f"2023-10-{20 + n}", publisher=f"P{n}"
        )
        for n, w in enumerate(words)
    )
    bounds = {"up to": up_to(60, "drone"), "more than": more_than(60, "drone")}
    claims = [
        say(r, f"{w} 60 drones of one make went to Russia", amount=(f"{w} 60 drones", bounds[w]), **LINE)
        for r, w in zip(reports, words, strict=True)
    ]
    return account(*claims, publications=reports)


def test_an_echo_that_drifted_is_told_from_those_that_did_not() -> None:
    told = printed(sheet(_retellings("up to", "up to", "more than")), width=200)
    assert "up to 60 drones (+2 echoes, 1 drifted)" in told
    tree = told.split("RETOLD")[1].split("DENIALS")[0]
    assert "1 unchanged" in tree
    assert "hedge: up to 60 drones -> more than 60 drones" in tree


def test_outlets_in_their_own_words_are_named_apart_in_the_lead() -> None:
    text = "US officials said that up to 60 drones went to Russia. A further 90 drones went by rail."
    report = write("fir.txt", text, "2024-01-01", publisher="Fir")
    officials = say(report, "up to 60 drones", amount=("up to 60 drones", up_to(60, "drone")), **LINE)
    own = say(report, "A further 90 drones went", by=None, amount=("90 drones", exactly(90, "drone")), **LINE)
    told = printed(sheet(account(officials, own, publications=(report,))), width=200)
    assert (
        "1 originator stands behind this line: US government; 1 outlet says so in its own words, without saying whose." in told
    )


def test_what_is_said_without_particulars_is_no_delivery() -> None:
    vague = say(REPORT, "A visit came first", by="Kyiv", **LINE)
    other = write("fir.txt", "Arms went.", "2024-01-01", publisher="Fir")
    told = printed(sheet(account(SENT, say(other, "Arms went", **LINE), publications=(REPORT, other))), width=200)
    assert "SAID  without particulars, of no one delivery" in told
    assert "without particulars" not in printed(sheet(account(SENT, vague)))
