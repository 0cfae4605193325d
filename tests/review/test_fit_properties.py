"""What fitting judgements may never do, whatever was judged and however it is read now."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from newsroom import say, write
from verdicts import anchor, judge
from waybill.model.claim import Claim, ClaimId, Frame
from waybill.model.document import DocumentId, Publication
from waybill.model.judgement import Correction, Judgement, Reviewed, Verdict
from waybill.model.span import Span
from waybill.review.judged import review

SENTENCES = ("Iran sent 500 crates to Russia.", "They came by sea.", "Iran sent 30 boats to Yemen.", "No one knows.")
VERDICTS: tuple[Verdict, ...] = ("accept", "reject", "correct", "join", "split", "add", "undo")
Desk = tuple[list[Publication], list[Claim], list[Judgement], dict[DocumentId, frozenset[str]]]


@st.composite
def reports(draw: st.DrawFn, path: str) -> Publication:
    """A report of a few sentences, some of which stand twice."""
    return write(path, " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))), "2024-01-05")


@st.composite
def read_of(draw: st.DrawFn, report: Publication) -> list[Claim]:
    """Claims on stretches of a report that begin and end anywhere, now and then two on the same words."""
    found: list[Claim] = []
    for _ in range(draw(st.integers(0, 4))):
        words = draw(st.sampled_from([*SENTENCES, report.document.text, report.document.text[:9]]))
        if words in report.document.text:
            claim = say(report, words, by=draw(st.sampled_from(["a diplomat", "US officials", None])))
            same = sum(c.id.startswith(claim.id) for c in found)
            found.append(replace(claim, id=ClaimId(f"{claim.id}.{same}")))
    return found


@st.composite
def desks(draw: st.DrawFn) -> Desk:
    """Reports as they were when claims of them were judged, and reports as they are now: kept, edited, copied or gone."""
    then = [draw(reports(f"{n}.txt")) for n in range(draw(st.integers(1, 3)))]
    judged = [anchor(p, c) for p in then for c in draw(read_of(p))]
    now = [p if draw(st.booleans()) else draw(reports(p.path)) for p in then if draw(st.booleans())]
    now += [replace(p, id=DocumentId(f"{p.id}-2")) for p in now if draw(st.booleans())]
    claims = [c for p in now for c in draw(read_of(p))]
    made = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        verdict: Verdict = draw(st.sampled_from(VERDICTS)) if judged else "undo"
        on = [] if verdict == "undo" else draw(st.lists(st.sampled_from(judged), min_size=1, max_size=2))
        fixed = Correction(emptied=("origin",), stance="hedged") if verdict == "correct" else None
        undoes = draw(st.integers(1, 8)) if verdict == "undo" or draw(st.booleans()) else None
        made.append(judge(number, verdict, *on, correction=fixed, undoes=undoes))
    earlier = {p.id: frozenset(t.document.original_sha256 for t in then if t.path == p.path) for p in now}
    return now, claims, made, earlier


def reviewed(desk: Desk) -> Reviewed:
    publications, claims, judgements, earlier = desk
    return review(claims, publications, judgements, earlier)


@settings(max_examples=150, deadline=None)
@given(desks())
def test_every_judgement_comes_back_in_exactly_one_fit(desk: Desk) -> None:
    assert [fit.judgement for fit in reviewed(desk).fits] == desk[2]


@settings(max_examples=150, deadline=None)
@given(desks())
def test_what_is_not_applied_says_why_and_what_is_names_claims_at_hand(desk: Desk) -> None:
    at_hand = {claim.id for claim in desk[1]}
    for fit in reviewed(desk).fits:
        assert set(fit.claims) <= at_hand
        assert fit.why or fit.standing == "applied"
        assert fit.claims or fit.standing != "offered"
        assert not fit.claims or fit.standing in ("applied", "offered", "undone")


@settings(max_examples=150, deadline=None)
@given(desks())
def test_nothing_but_judgements_in_force_changes_a_claim(desk: Desk) -> None:
    held = reviewed(desk)
    in_force = {(f.judgement.verdict, claim) for f in held.fits if f.standing == "applied" for claim in f.claims}
    assert [claim.id for claim in held.claims] == [claim.id for claim in desk[1]]
    for before, after in zip(desk[1], held.claims, strict=True):
        assert after == before or ("correct", after.id) in in_force
        decided = {verdict for verdict, claim in in_force if claim == after.id} & {"accept", "correct", "reject", "add", "undo"}
        assert held.status(after.id) == "machine-read" or decided


@settings(max_examples=100, deadline=None)
@given(desks(), st.randoms())
def test_the_order_of_publications_and_judgements_changes_nothing(desk: Desk, random: Random) -> None:
    publications, judgements = list(desk[0]), list(desk[2])
    random.shuffle(publications)
    random.shuffle(judgements)
    assert reviewed((publications, desk[1], judgements, desk[3])) == reviewed(desk)


@settings(max_examples=100, deadline=None)
@given(desks())
def test_other_ids_of_the_same_claims_change_no_standing_and_no_status(desk: Desk) -> None:
    """Claims that only their ids tell apart are left out: nothing else can settle which was meant."""
    publications, claims, judgements, earlier = desk
    told_apart = list({(c.document, c.content, c.source and c.source.text): c for c in claims}.values())
    other = [replace(c, id=ClaimId(f"other-{c.id}")) for c in told_apart]
    before, after = (reviewed((publications, held, judgements, earlier)) for held in (told_apart, other))
    assert [f.standing for f in after.fits] == [f.standing for f in before.fits]
    assert [after.status(c.id) for c in other] == [before.status(c.id) for c in told_apart]


@settings(max_examples=100, deadline=None)
@given(reports("a.txt"), st.integers(2, 9), st.sampled_from(["", "News. ", "\n\n"]))
def test_words_that_only_moved_are_never_lost(report: Publication, count: int, before: str) -> None:
    words = " ".join(report.document.text.split()[:count])
    claim = replace(say(report, words), frame=Frame())
    text = before + report.document.text
    edited = write("a.txt", text + " More.", "2024-01-09")
    at = text.index(words)
    now = replace(claim, document=edited.id, content=(Span(at, at + len(words)),))
    (fit,) = review(
        [now], [edited], [judge(1, "accept", anchor(report, claim))], {edited.id: frozenset({report.document.original_sha256})}
    ).fits
    assert (fit.standing, fit.claims) == ("offered", (now.id,))
