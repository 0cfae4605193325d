"""What judgements make of claims whose documents are as they were."""

from typing import Any

from msgspec.structs import replace

from newsroom import exactly, say, speaker, up_to, write
from verdicts import anchor, judge
from waybill.model.claim import Claim, Frame, Slot
from waybill.model.judgement import Correction, Judgement, Reviewed, Status
from waybill.model.things import Party, Place
from waybill.review.judged import review

REPORT = write("ash.txt", "Ash reports: 500 crates of shells left Najin for Russia. A diplomat doubts it.", "2024-01-05")
CRATES = say(
    REPORT,
    "500 crates of shells left Najin",
    amount=("500 crates", exactly(500, "crate")),
    origin="Najin",
    supplier="North Korea",
    recipient="Russia",
)
DOUBT = say(REPORT, "A diplomat doubts it", by="a diplomat", stance="hedged")
ON_CRATES, ON_DOUBT = anchor(REPORT, CRATES), anchor(REPORT, DOUBT)


def reviewed(*judgements: Judgement) -> Reviewed:
    return review([CRATES, DOUBT], [REPORT], judgements, {})


def status(*judgements: Judgement) -> Status:
    return reviewed(*judgements).status(CRATES.id)


def crates(*judgements: Judgement) -> Claim:
    return reviewed(*judgements).claims[0]


def correct(number: int, emptied: tuple[str, ...] = (), undoes: int | None = None, **slots: Any) -> Judgement:
    other = {name: slots.pop(name) for name in ("source", "stance", "kind", "basis") if name in slots}
    return judge(number, "correct", ON_CRATES, undoes=undoes, correction=Correction(Frame(**slots), emptied, **other))


def recipient(country: str) -> Slot[Party]:
    return Slot(None, country, Party(country, "state", country, None))


def test_what_nobody_looked_at_is_machine_read() -> None:
    assert (status(), reviewed().reviews) == ("machine-read", {})


def test_a_claim_is_accepted_rejected_or_corrected() -> None:
    assert [status(judge(1, "accept", ON_CRATES)), status(judge(1, "reject", ON_CRATES))] == ["accepted", "rejected"]
    assert status(correct(1, recipient=recipient("Iran"))) == "corrected"


def test_a_correction_stands_beside_what_was_read_and_says_who_and_why() -> None:
    fixed = correct(1, origin=Slot(None, "Rason", Place("Rason", None, None, None, None, "rason")))
    origin = crates(fixed).frame.origin
    assert origin is not None
    assert (origin.text, origin.corrected) == ("Rason", "corrected by R. Okafor: as the original has it")
    assert CRATES.frame.origin is not None
    assert origin.span == CRATES.frame.origin.span
    assert reviewed(fixed).reviews[CRATES.id].machine == CRATES


def test_a_corrected_claim_keeps_its_id_and_all_that_was_not_corrected() -> None:
    fixed = crates(correct(1, recipient=recipient("Iran")))
    assert replace(fixed, frame=replace(fixed.frame, recipient=CRATES.frame.recipient)) == CRATES


def test_what_was_inferred_is_inferred_no_more_once_it_is_corrected() -> None:
    guessed = replace(CRATES, frame=replace(CRATES.frame, recipient=replace(recipient("Syria"), inferred="by its context")))
    fixed = judge(1, "correct", anchor(REPORT, guessed), correction=Correction(Frame(recipient=recipient("Iran"))))
    (claim,) = review([guessed], [REPORT], [fixed], {}).claims
    assert claim.frame.recipient is not None
    assert (claim.frame.recipient.text, claim.frame.recipient.inferred) == ("Iran", None)


def test_corrections_add_up_slot_by_slot_and_the_later_one_wins() -> None:
    amount = Slot(None, "up to 500 crates", up_to(500, "crate"))
    frame = crates(
        correct(1, recipient=recipient("Iran")), correct(2, quantity=amount), correct(3, recipient=recipient("Syria"))
    ).frame
    assert [slot and slot.text for slot in (frame.recipient, frame.quantity)] == ["Syria", "up to 500 crates"]


def test_a_slot_is_emptied_and_may_be_filled_again() -> None:
    assert crates(correct(1, emptied=("origin",))).frame.origin is None
    again = crates(correct(1, emptied=("recipient",)), correct(2, recipient=recipient("Iran"))).frame.recipient
    assert again is not None
    assert again.text == "Iran"


def test_who_says_it_how_firmly_and_on_what_ground_can_be_corrected() -> None:
    fixed = crates(correct(1, source=speaker("Kyiv officials"), stance="hedged", basis="imagery", kind="purchase"))
    assert fixed.source is not None
    assert (fixed.source.institution, fixed.stance, fixed.basis, fixed.kind) == (
        "Ukraine government",
        "hedged",
        "imagery",
        "purchase",
    )
    assert crates(correct(1, emptied=("source",))).source is None


def test_accepting_a_correction_keeps_it() -> None:
    both = correct(1, recipient=recipient("Iran")), judge(2, "accept", ON_CRATES)
    assert (status(*both), crates(*both)) == ("corrected", crates(both[0]))


def test_a_claim_that_was_accepted_as_corrected_is_corrected() -> None:
    fixed = correct(1, recipient=recipient("Iran"), stance="hedged")
    assert status(fixed, judge(2, "accept", anchor(REPORT, crates(fixed)))) == "corrected"


def test_the_latest_of_accept_correct_and_reject_decides() -> None:
    fixed, no, yes = correct(1, recipient=recipient("Iran")), judge(2, "reject", ON_CRATES), judge(3, "accept", ON_CRATES)
    assert [status(fixed, no), status(fixed, no, yes)] == ["rejected", "corrected"]
    assert [status(no), status(no, yes)] == ["rejected", "accepted"]
    assert status(no, correct(4, recipient=recipient("Iran"))) == "corrected"


def test_a_rejected_claim_is_listed_but_stands_no_more() -> None:
    held = reviewed(judge(1, "reject", ON_CRATES))
    assert (held.claims, held.standing) == ((CRATES, DOUBT), (DOUBT,))


def test_an_undone_judgement_is_kept_on_record_and_changes_nothing() -> None:
    held = reviewed(judge(1, "reject", ON_CRATES), judge(2, "undo", undoes=1, why="the wrong line"))
    assert held.status(CRATES.id) == "machine-read"
    assert held.reviews[CRATES.id].judgements == (1, 2)
    assert [(f.standing, f.claims, f.why) for f in held.fits] == [
        ("undone", (CRATES.id,), "undone by judgement 2 of R. Okafor: the wrong line"),
        ("applied", (CRATES.id,), "takes back judgement 1"),
    ]


def test_the_undo_of_an_undo_restores() -> None:
    made = judge(1, "reject", ON_CRATES), judge(2, "undo", undoes=1), judge(3, "undo", undoes=2)
    assert [status(*made), status(*made, judge(4, "undo", undoes=3))] == ["rejected", "machine-read"]
    assert [f.standing for f in reviewed(*made).fits] == ["applied", "undone", "applied"]


def test_undoing_a_correction_leaves_the_others() -> None:
    made = correct(1, recipient=recipient("Iran")), correct(2, emptied=("origin",)), judge(3, "undo", undoes=1)
    assert crates(*made).frame.recipient == CRATES.frame.recipient
    assert (crates(*made).frame.origin, status(*made)) == (None, "corrected")


def test_an_undo_of_what_was_never_judged_is_lost() -> None:
    (fit,) = reviewed(judge(1, "undo", undoes=7)).fits
    assert (fit.standing, fit.why) == ("lost", "there is no judgement 7 before it")


def test_a_claim_that_an_analyst_added_is_accepted() -> None:
    assert status(judge(1, "add", ON_CRATES)) == "accepted"


def test_an_added_claim_whose_adding_is_undone_is_rejected_and_not_gone() -> None:
    made = judge(1, "add", ON_CRATES), judge(2, "undo", undoes=1)
    assert status(*made) == "rejected"
    assert CRATES in reviewed(*made).claims
    assert status(*made, judge(3, "undo", undoes=2)) == "accepted"
    assert status(*made, judge(3, "accept", ON_CRATES)) == "accepted"


def test_a_join_binds_claims_and_decides_nothing_about_them() -> None:
    held = reviewed(judge(1, "join", ON_CRATES, ON_DOUBT))
    (binding,) = held.bindings
    assert (binding.apart, binding.claims, binding.who) == (False, (CRATES.id, DOUBT.id), "R. Okafor")
    assert held.status(CRATES.id) == "machine-read"


def test_an_undone_split_binds_nothing() -> None:
    made = judge(1, "split", ON_CRATES, ON_DOUBT, says="all 500 left from Najin")
    assert [(b.apart, b.says) for b in reviewed(made).bindings] == [(True, "all 500 left from Najin")]
    assert reviewed(made, judge(2, "undo", undoes=1)).bindings == ()


def whys(*judgements: Judgement) -> list[str]:
    return [fit.why for fit in reviewed(*judgements).fits]


def test_of_two_who_disagree_the_earlier_says_that_it_is_overruled() -> None:
    accepted, rejected = judge(1, "accept", ON_CRATES), judge(2, "reject", ON_CRATES, who="A. Birk")
    assert whys(accepted, rejected) == ["overruled by judgement 2", ""]
    assert whys(accepted, rejected, judge(3, "accept", ON_CRATES)) == ["", "overruled by judgement 3", ""]


def test_a_judgement_on_two_claims_is_overruled_where_one_of_them_is_judged_otherwise() -> None:
    assert whys(judge(1, "accept", ON_CRATES, ON_DOUBT), judge(2, "reject", ON_DOUBT)) == ["overruled by judgement 2", ""]


def test_a_correction_overrules_no_acceptance_and_what_is_undone_overrules_nothing() -> None:
    accepted = judge(1, "accept", ON_CRATES)
    assert whys(accepted, correct(2, recipient=recipient("Iran"))) == ["", ""]
    assert whys(accepted, judge(2, "reject", ON_CRATES), judge(3, "undo", undoes=2))[0] == ""
