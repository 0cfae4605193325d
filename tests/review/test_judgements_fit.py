"""Judgements outlive the machine's reading: which still fit, which are offered, which are lost."""

from collections.abc import Sequence
from hashlib import sha256

from msgspec.structs import replace

from newsroom import exactly, find, more_than, say, speaker, write
from verdicts import anchor, judge
from waybill.model.claim import Claim, ClaimId, Frame, Slot
from waybill.model.document import DocumentId, Publication
from waybill.model.judgement import Correction, Fit, Judgement, Reviewed
from waybill.model.span import Span
from waybill.model.things import Party
from waybill.review.judged import review

TEXT = """Harbour Letter, 5 January.
Two ships carried 500 crates to Russia, a diplomat said. Nobody else has seen them.
Later 80 trucks went by rail, he said."""
REPORT = write("letter.txt", TEXT, "2024-01-05")
WORDS = "Two ships carried 500 crates to Russia"
CRATES = say(REPORT, WORDS, by="a diplomat", amount=("500 crates", exactly(500, "crate")))
TRUCKS = say(REPORT, "80 trucks went by rail", by="a diplomat", amount=("80 trucks", exactly(80, "truck")))
ACCEPT = judge(1, "accept", anchor(REPORT, CRATES))
IRAN = Correction(Frame(recipient=Slot(None, "Iran", Party("Iran", "state", "Iran", None))))


def fit(claims: Sequence[Claim], publications: Sequence[Publication], judgement: Judgement = ACCEPT, **earlier: str) -> Fit:
    """`earlier` the sha256 of an original that lay where the first publication lies."""
    was = {publications[0].id: frozenset(earlier.values())} if earlier else {}
    (only,) = review(claims, publications, [judgement], was).fits
    return only


def read_anew(text: str, path: str = "letter.txt") -> Publication:
    """The same file as another reader gives it: other text, the same bytes."""
    other = write(path, text, "2024-01-05")
    return replace(other, document=replace(other.document, original_sha256=REPORT.document.original_sha256))


def crates_in(publication: Publication, words: str = WORDS) -> Claim:
    return say(publication, words, by="a diplomat", amount=("500 crates", exactly(500, "crate")))


def renamed(claim: Claim, ident: str = "anew") -> Claim:
    return replace(claim, id=ClaimId(ident))


def test_a_judgement_is_applied_to_the_same_words_whatever_the_claim_is_called() -> None:
    found = fit([renamed(CRATES), TRUCKS], [REPORT])
    assert (found.standing, found.claims, found.why) == ("applied", ("anew",), "")


def test_a_judgement_is_applied_where_other_words_are_taken_for_source_and_cue() -> None:
    now = replace(
        renamed(CRATES), cue=find(REPORT, "said"), source=replace(speaker("a diplomat"), span=find(REPORT, "a diplomat"))
    )
    assert fit([now], [REPORT]).standing == "applied"


def test_every_copy_of_a_text_is_judged() -> None:
    copy = write("copies/letter.txt", TEXT, "2024-01-05")
    found = fit([CRATES, crates_in(copy)], [REPORT, copy])
    assert (found.standing, set(found.claims)) == ("applied", {CRATES.id, crates_in(copy).id})


def test_a_copy_that_is_read_otherwise_for_its_day_is_not_accepted_with_the_others() -> None:
    copy = write("copies/letter.txt", TEXT, "2024-02-05")
    again = replace(crates_in(copy), frame=Frame(quantity=Slot(find(copy, "500"), "500", more_than(500, "crate"))))
    found = fit([CRATES, again], [REPORT, copy])
    assert (found.standing, found.claims) == ("applied", (CRATES.id,))
    assert found.why == 'not to 1 of its copies, read otherwise: quantity ("500 crates", now "500")'


def test_a_judgement_is_elsewhere_where_its_document_is_not_at_hand() -> None:
    other = write("letter.txt", "Quite another letter.", "2024-01-06")
    found = fit([], [other])
    assert (found.standing, found.claims, found.why) == ("elsewhere", (), "letter.txt is not among the documents at hand")


def test_a_claim_on_more_words_is_offered() -> None:
    found = fit([crates_in(REPORT, f"{WORDS}, a diplomat said"), TRUCKS], [REPORT])
    assert (found.standing, len(found.claims), found.why) == ("offered", 1, "the machine now reads more words there")


def test_a_claim_on_fewer_words_or_others_is_offered() -> None:
    fewer, other = crates_in(REPORT, "carried 500 crates"), crates_in(REPORT, "500 crates to Russia, a diplomat")
    assert fit([fewer], [REPORT]).why == "the machine now reads fewer words there"
    assert fit([other], [REPORT]).why == "the machine now reads other words there"


def test_of_several_claims_on_parts_of_the_words_that_on_most_comes_first() -> None:
    ships, cargo = say(REPORT, "Two ships"), crates_in(REPORT, "carried 500 crates to Russia")
    found = fit([ships, cargo], [REPORT])
    assert (found.standing, found.claims) == ("offered", (cargo.id, ships.id))
    assert found.why == "the machine now reads 2 claims on parts of these words"


def test_a_judgement_is_lost_where_no_claim_is_on_its_words_any_more() -> None:
    found = fit([TRUCKS], [REPORT])
    assert (found.standing, found.claims) == ("lost", ())
    assert found.why == "no claim is read on these words any more (line 2)"


def test_two_claims_of_the_same_words_are_told_apart_by_who_says_them() -> None:
    heard = replace(CRATES, cue=find(REPORT, "said"))
    own = replace(renamed(CRATES, "own"), source=None, cue=None)
    found = fit([renamed(own, "b"), renamed(heard, "a")], [REPORT], judge(1, "accept", anchor(REPORT, heard)))
    assert (found.standing, found.claims) == ("applied", ("a",))


def test_two_claims_of_the_same_words_and_source_are_told_apart_by_what_was_read() -> None:
    lower = replace(renamed(CRATES), frame=Frame(quantity=Slot(find(REPORT, "500"), "500", more_than(500, "crate"))))
    found = fit([renamed(lower, "b"), renamed(CRATES, "a")], [REPORT], judge(1, "accept", anchor(REPORT, lower)))
    assert (found.standing, found.claims) == ("applied", ("b",))


def test_two_claims_of_the_same_words_that_nothing_tells_apart_are_offered() -> None:
    found = fit([renamed(CRATES, "a"), renamed(CRATES, "b")], [REPORT])
    assert (found.standing, found.claims) == ("offered", ("a", "b"))
    assert found.why == "2 claims are read on the very same words, and nothing tells which is meant"


def test_claims_alike_in_all_but_their_ids_are_told_apart_by_them() -> None:
    assert fit([renamed(CRATES, "a"), CRATES], [REPORT]).claims == (CRATES.id,)


def test_a_reading_that_was_accepted_vouches_for_no_other() -> None:
    now = replace(CRATES, frame=replace(CRATES.frame, quantity=Slot(find(REPORT, "500"), "500", exactly(5000, "crate"))))
    found = fit([now], [REPORT])
    assert (found.standing, found.claims) == ("offered", (CRATES.id,))
    assert found.why == 'read otherwise since: quantity ("500 crates", now "500")'
    assert review([now], [REPORT], [ACCEPT], {}).status(CRATES.id) == "machine-read"


def test_what_was_rejected_comes_back_where_it_is_read_otherwise() -> None:
    now = replace(CRATES, stance="denied")
    assert fit([now], [REPORT], replace(ACCEPT, verdict="reject")).why == "read otherwise since: stance (asserted, now denied)"


def test_what_is_read_besides_leaves_an_acceptance_as_it_is() -> None:
    now = replace(CRATES, frame=replace(CRATES.frame, stage=Slot(None, "carried", "shipped")))
    assert fit([now], [REPORT]).standing == "applied"


def test_a_correction_is_applied_whatever_the_machine_reads_now() -> None:
    now = replace(
        CRATES, frame=Frame(recipient=Slot(find(REPORT, "Russia"), "Russia", Party("Russia", "state", "Russia", None)))
    )
    held = review([now], [REPORT], [judge(1, "correct", anchor(REPORT, CRATES), correction=IRAN)], {})
    assert held.status(now.id) == "corrected"
    assert held.claims[0].frame.recipient is not None
    assert (held.claims[0].frame.recipient.text, held.claims[0].frame.recipient.span) == ("Iran", find(REPORT, "Russia"))


def test_a_judgement_is_applied_where_another_reader_leaves_its_words_in_their_place() -> None:
    now = read_anew(TEXT + "\nWrite to us.")
    assert fit([crates_in(now)], [now]).standing == "applied"


def test_another_line_break_within_the_words_is_no_other_text() -> None:
    now = read_anew(TEXT.replace("carried 500", "carried\n500"))
    claim = replace(crates_in(now, "500 crates"), content=(find(now, "Two ships carried\n500 crates to Russia"),))
    assert fit([claim], [now]).standing == "applied"


def test_words_that_moved_within_a_document_are_offered() -> None:
    now = read_anew("Subscribe now.\n\n" + TEXT)
    found = fit([crates_in(now)], [now])
    assert (found.standing, found.claims) == ("offered", (crates_in(now).id,))
    assert found.why == "letter.txt is read otherwise now; the words now stand in line 4"


def test_the_claim_on_the_very_words_that_moved_is_offered_before_others() -> None:
    now = read_anew("Subscribe now.\n\n" + TEXT)
    longer = crates_in(now, f"{WORDS}, a diplomat said")
    assert fit([longer, crates_in(now)], [now]).claims == (crates_in(now).id,)
    found = fit([longer], [now])
    assert (found.standing, found.claims) == ("offered", (longer.id,))
    assert found.why.endswith("line 4; the machine now reads more words there")


def test_an_interrupted_quotation_is_found_part_by_part() -> None:
    parts = (find(REPORT, "80 trucks"), find(REPORT, "by rail"))
    split = replace(TRUCKS, content=parts)
    now = read_anew("Subscribe now.\n" + TEXT)
    moved = replace(TRUCKS, content=tuple(Span(p.start + 15, p.end + 15) for p in parts), document=now.id)
    found = fit([moved], [now], judge(1, "reject", anchor(REPORT, split)))
    assert (found.standing, found.claims) == ("offered", (moved.id,))


def test_words_that_stand_twice_are_offered_in_both_places() -> None:
    now = read_anew(f"In short: {WORDS}.\n{TEXT}")
    second = replace(
        crates_in(now),
        id=ClaimId("second"),
        content=(Span(now.document.text.rindex(WORDS), now.document.text.rindex(WORDS) + len(WORDS)),),
    )
    found = fit([crates_in(now), second], [now])
    assert (found.standing, set(found.claims)) == ("offered", {crates_in(now).id, "second"})
    assert "line 1 and line 3" in found.why


def test_in_an_edited_document_even_words_in_their_place_are_only_offered() -> None:
    edited = write("letter.txt", TEXT + "\nCorrection: the ships were three.", "2024-01-09")
    found = fit([crates_in(edited)], [edited], before=REPORT.document.original_sha256)
    assert (found.standing, found.claims) == ("offered", (crates_in(edited).id,))
    assert found.why == "letter.txt was edited since; the words are still where they were (line 2)"


def test_a_judgement_is_lost_where_its_words_were_edited_away() -> None:
    edited = write("letter.txt", TEXT.replace("500 crates", "50 crates"), "2024-01-09")
    found = fit([], [edited], before=REPORT.document.original_sha256)
    assert (found.standing, found.why) == ("lost", "letter.txt was edited since, and the words are no longer in it")


def test_a_file_whose_text_is_the_same_after_an_edit_is_no_edited_document() -> None:
    edited = replace(REPORT, document=replace(REPORT.document, original_sha256=sha256(b"<p>").hexdigest()))
    assert fit([CRATES], [edited], before=REPORT.document.original_sha256).standing == "applied"


def test_a_judgement_on_an_edited_file_is_applied_to_an_unedited_copy_and_says_so() -> None:
    edited = write("letter.txt", "News. " + TEXT, "2024-01-09")
    copy = write("copies/letter.txt", TEXT, "2024-01-05")
    found = fit([crates_in(edited), crates_in(copy)], [edited, copy], before=REPORT.document.original_sha256)
    assert (found.standing, found.claims) == ("applied", (crates_in(copy).id,))
    assert found.why == "letter.txt was edited since; the words now stand in line 2"


def test_an_offer_that_is_taken_is_replaced_by_what_takes_it() -> None:
    edited = write("letter.txt", TEXT + "\nCorrected.", "2024-01-09")
    earlier = {edited.id: frozenset({REPORT.document.original_sha256})}
    taken = judge(2, "accept", anchor(edited, crates_in(edited)), undoes=1)
    held = review([crates_in(edited)], [edited], [ACCEPT, taken], earlier)
    assert [f.standing for f in held.fits] == ["undone", "applied"]
    assert held.fits[0].why == "replaced by judgement 2 of R. Okafor: as the original has it"
    assert held.status(crates_in(edited).id) == "accepted"


def test_an_undo_is_elsewhere_with_what_it_takes_back() -> None:
    held = review([], [], [ACCEPT, judge(2, "undo", undoes=1)], {})
    assert [f.standing for f in held.fits] == ["undone", "elsewhere"]


def test_a_join_stands_as_the_weakest_of_its_words() -> None:
    both = judge(1, "join", anchor(REPORT, CRATES), anchor(REPORT, TRUCKS))
    more = crates_in(REPORT, f"{WORDS}, a diplomat said")
    assert fit([CRATES, TRUCKS], [REPORT], both).standing == "applied"
    assert fit([more, TRUCKS], [REPORT], both).standing == "offered"
    found = fit([CRATES], [REPORT], both)
    assert (found.standing, found.claims) == ("lost", ())
    assert found.why == '"80 trucks went by rail": no claim is read on these words any more (line 3)'


def test_a_split_parts_claims_within_each_copy_and_no_claim_from_its_copy() -> None:
    copy = write("copies/letter.txt", TEXT, "2024-01-05")
    again = crates_in(copy), say(copy, "80 trucks went by rail", by="a diplomat", amount=("80 trucks", exactly(80, "truck")))
    apart = judge(1, "split", anchor(REPORT, CRATES), anchor(REPORT, TRUCKS))
    held = review([CRATES, TRUCKS, *again], [REPORT, copy], [apart], {})
    assert {b.claims for b in held.bindings} == {(CRATES.id, TRUCKS.id), (again[0].id, again[1].id)}


def test_a_join_of_two_texts_binds_every_copy_of_the_one_to_the_other() -> None:
    copy, other = write("copies/letter.txt", TEXT, "2024-01-05"), write("note.txt", "They came by sea.", "2024-01-06")
    sea = say(other, "They came by sea")
    joined = judge(1, "join", anchor(REPORT, CRATES), anchor(other, sea))
    held = review([CRATES, crates_in(copy), sea], [REPORT, copy, other], [joined], {})
    assert {b.claims for b in held.bindings} == {(CRATES.id, sea.id), (crates_in(copy).id, sea.id)}


def test_the_order_of_publications_and_judgements_changes_nothing() -> None:
    copy = write("copies/letter.txt", TEXT, "2024-01-05")
    claims = [CRATES, TRUCKS, crates_in(copy)]
    made = [ACCEPT, judge(2, "reject", anchor(REPORT, TRUCKS)), judge(3, "undo", undoes=2)]

    def held(publications: list[Publication], judgements: list[Judgement]) -> Reviewed:
        return review(claims, publications, judgements, {DocumentId("x"): frozenset()})

    assert held([copy, REPORT], made[::-1]) == held([REPORT, copy], made)


PARTED = judge(1, "split", anchor(REPORT, CRATES), anchor(REPORT, TRUCKS), says="the 80 belong to the 500")


def test_a_join_split_by_its_words_tells_when_what_it_names_is_read_otherwise() -> None:
    now = replace(CRATES, frame=replace(CRATES.frame, quantity=Slot(find(REPORT, "500"), "500", exactly(5000, "crate"))))
    found = fit([now, TRUCKS], [REPORT], PARTED)
    assert found.standing == "applied"
    assert found.why == f'"{WORDS}": changed since: quantity ("500 crates", now "500")'


def test_a_join_split_by_its_words_tells_when_what_it_names_is_corrected() -> None:
    fewer = Correction(Frame(quantity=Slot(None, "400 crates", exactly(400, "crate"))))
    corrected = judge(2, "correct", anchor(REPORT, CRATES), correction=fewer)
    parted, _ = review([CRATES, TRUCKS], [REPORT], [PARTED, corrected], {}).fits
    assert (parted.standing, parted.why) == ("applied", f'"{WORDS}": changed since: quantity ("500 crates", now "400 crates")')


def test_a_join_split_by_its_words_tells_nothing_where_nothing_changed() -> None:
    assert fit([CRATES, TRUCKS], [REPORT], PARTED).why == ""
