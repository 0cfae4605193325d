"""What analysts left is the same for an account, a correction and an explanation."""

from pathlib import Path

import pytest

from command_line import Waybill
from waybill.ledger.glance import glance
from waybill.ledger.ledger import Ledger
from waybill.model.judgement import Fit
from waybill.pipeline.asking import Asked
from waybill.pipeline.correcting import as_they_stand
from waybill.pipeline.explaining import explain_held
from waybill.pipeline.judging import Pen
from waybill.pipeline.naming import claims_alone
from waybill.pipeline.offers import all_judged
from waybill.settings import Settings

COLUMNS = "date_published,outlet,asserter,supplier,recipient,stance,kind,measure,quantity_low,quantity_high,unit,item"
ROWS = (
    "2024-03-01,Fjord Post,Norland,Sudan,Chad,asserted,transfer,total,40,40,howitzers,howitzers",
    "2024-03-05,Elm Review,Elm Institute,Sudan,Chad,asserted,transfer,total,60,60,mortars,mortars",
)


@pytest.fixture
def edited(waybill: Waybill, tmp_path: Path) -> Path:
    """A table of claims, of which two were judged, and into which a row was put since; an account of it was shown."""
    file = tmp_path / "claims.csv"
    file.write_text("\n".join((COLUMNS, *ROWS)), "utf8")
    waybill("account", file)
    waybill("judge", "accept", "Q1", "--why", "seen on the quay")
    waybill("judge", "join", "Q1", "Q2", "--why", "one convoy")
    file.write_text("\n".join((COLUMNS, ROWS[0].replace("Norland", "Chad"), *ROWS)), "utf8")
    assert waybill("account", file).code == 0
    return file


def told_by(ledger: Asked, labels: list[str]) -> set[Fit]:
    return {fit for label in labels for place in explain_held(ledger, label).places for fit in place.offers}


def test_what_is_offered_on_an_edited_file_is_explained_as_the_account_has_it(waybill: Waybill, edited: Path) -> None:
    account = waybill("account", edited).out
    assert "offered" in account
    for label in ("Q1", "Q2", "Q3"):
        assert waybill("explain", label).out == waybill("explain", label, edited).out
    assert "judgement 1, accepted by R. Okafor" in waybill("explain", "Q2").out
    assert "(offered: " in waybill("explain", "Q2").out


@pytest.mark.usefixtures("edited")
def test_account_correction_and_explanation_agree(own_ledger: Path) -> None:
    ledger, labels = Ledger(str(own_ledger), "R. Okafor"), ["Q1", "Q2", "Q3"]
    settings = Settings(analyst="R. Okafor")
    reviewed = all_judged(ledger, settings, print)
    assert [fit.standing for fit in reviewed.fits] == ["offered", "offered"]
    pen = Pen(ledger, settings, "counted again", print)
    assert as_they_stand(pen, claims_alone(ledger, labels, "name it")) == reviewed
    with glance(str(own_ledger)) as seen:
        assert told_by(seen, labels) == told_by(ledger, labels) == set(reviewed.fits)
    ledger.close()


def test_a_judgement_on_what_stood_there_is_still_explained_by_that_claims_own_id(
    waybill: Waybill, edited: Path, own_ledger: Path
) -> None:
    ledger = Ledger(str(own_ledger), "R. Okafor")
    former = ledger.judgements()[0].on[0].claim.id
    ledger.close()
    told = waybill("explain", former).out
    assert "judgement 1, accepted by R. Okafor" in told
    assert "seen on the quay (applied: " in told
    assert edited.exists()


def test_a_join_is_offered_for_both_its_claims_where_the_document_of_one_was_edited(waybill: Waybill, tmp_path: Path) -> None:
    for name, row in zip("ab", ROWS, strict=True):
        (tmp_path / f"{name}.csv").write_text(f"{COLUMNS}\n{row}\n", "utf8")
    waybill("account", tmp_path)
    waybill("judge", "join", "Q1", "Q2", "--why", "one convoy")
    (tmp_path / "b.csv").write_text(f"{COLUMNS}\n{ROWS[0]}\n{ROWS[1]}\n", "utf8")
    waybill("account", tmp_path)
    for label in ("Q1", "Q3"):
        told = waybill("explain", label).out
        assert "judgement 1, joined by R. Okafor" in told
        assert "(offered: " in told
        assert told == waybill("explain", label, tmp_path).out
