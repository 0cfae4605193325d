"""Judgements to claims: what was decided about each, as far as the documents at hand still bear it."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from waybill.model.claim import Claim
from waybill.model.document import DocumentId, Publication
from waybill.model.judgement import Fit, Judgement, JudgementNumber, Reviewed
from waybill.review.bindings import bindings
from waybill.review.fits import fit, fit_of_undo
from waybill.review.holdings import holdings
from waybill.review.notes import noted
from waybill.review.places import Found, find
from waybill.review.standing import overruled, reviews
from waybill.review.undone import taken_back, why_undone
from waybill.review.versions import versions_of, vouched

FoundOf = Mapping[JudgementNumber, Sequence[Found]]
TakenBack = Mapping[JudgementNumber, Judgement]


def review(
    claims: Sequence[Claim],
    publications: Sequence[Publication],
    judgements: Sequence[Judgement],
    earlier: Mapping[DocumentId, frozenset[str]],
) -> Reviewed:
    """The claims as analysts left them; every judgement comes back in exactly one Fit, in the order they were made.

    `earlier[document]` holds the sha256 (hex) of every original that ever lay where that publication lies: so a file that was
    edited is known as the same document. What comes back Fit as "applied" is in force; nothing else changes a claim.

    - applied: the very text is at hand (every copy of it is then judged), or another reading of the very file that has the
      words in the same place; exactly one claim has that content. An acceptance or rejection vouches for a reading: where
      the machine has since come to read a value otherwise, it is only offered. Of contrary decisions on a claim the latest
      counts, and the others say by which they are overruled.
    - offered: the words moved, the file was edited, the machine reads more, fewer or other words there, or several claims
      alike. `claims` are those it is offered for, the likeliest first.
    - lost, elsewhere: nothing fits; no such document is at hand. Neither names a claim.
    - undone: taken back by an undo, or replaced by what accepts an offer. `claims` are those it was in force for. An undo is
      applied to the claims of what it takes back, and elsewhere with it.

    A judgement on several words stands as the weakest of them does. The order of claims is kept; in which order publications
    and judgements are given changes nothing.
    """
    made = sorted(judgements, key=lambda j: j.number)
    back = taken_back(made)
    held = holdings(claims, publications, earlier)
    found = {j.number: tuple(find(anchor, held) for anchor in j.on) for j in made}
    versions = versions_of(claims, _corrections(made, found, back))
    known = {
        j.number: tuple(vouched(j, anchor, f, versions) for anchor, f in zip(j.on, found[j.number], strict=True)) for j in made
    }
    fits = _fits(made, known, back)
    return Reviewed(
        claims=tuple(versions.last(claim.id) for claim in claims),
        reviews=reviews(fits, versions, back),
        fits=noted(fits, overruled(fits, back)),
        bindings=tuple(b for f in fits if _binds(f) for b in bindings(f.judgement, known[f.judgement.number])),
    )


def _corrections(made: Sequence[Judgement], found: FoundOf, back: TakenBack) -> list[Fit]:
    """The corrections in force."""
    fits = [fit(j, found[j.number]) for j in made if j.verdict == "correct" and j.number not in back]
    return [f for f in fits if f.standing == "applied"]


def _fits(made: Sequence[Judgement], known: FoundOf, back: TakenBack) -> tuple[Fit, ...]:
    unless_undone: dict[JudgementNumber, Fit] = {}
    for judgement in made:
        undo = judgement.verdict == "undo"
        how = fit_of_undo(judgement, unless_undone) if undo else fit(judgement, known[judgement.number])
        unless_undone[judgement.number] = how
    return tuple(_undone(f, back[n]) if n in back else f for n, f in unless_undone.items())


def _undone(how: Fit, by: Judgement) -> Fit:
    was_in_force = how.claims if how.standing == "applied" else ()
    return replace(how, standing="undone", claims=was_in_force, why=why_undone(by))


def _binds(how: Fit) -> bool:
    return how.standing == "applied" and how.judgement.verdict in ("join", "split")
