"""Short labels for one account: D1 for a document, Q1 for a figure. They hold within the account; ids hold everywhere."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.model.document import DocumentId, Publication
from waybill.publish.decided import MARKS

LETTERS = {
    "Q": "a figure",
    "W": "a window",
    "R": "a route",
    "N": "no answer given",
    "X": "a denial",
    "P": "planned, supposed or asked",
    "L": "law and sanctions",
    "T": "a delivery, without figures",
    "C": "context, no delivery",
}
"""What each letter stands for."""


class Labels(Struct, frozen=True):
    """The labels of an account's documents and claims, and the marks of claims that were reviewed."""

    documents: dict[DocumentId, str]
    claims: dict[ClaimId, str]
    marks: dict[ClaimId, str]

    def marked(self, claim: ClaimId) -> str:
        """The label of a claim with its mark."""
        return self.claims[claim] + self.marks.get(claim, "")

    def of(self, claims: Iterable[ClaimId]) -> str:
        """The marked labels of some claims, joined by spaces."""
        return " ".join(map(self.marked, claims))


def label(account: Account) -> Labels:
    """Documents in reading order; claims by letter, in the order of the account.

    The letter is that of the claim as the machine read it, so that a correction renames neither it nor those after it.
    """
    counts: Counter[str] = Counter()
    claims, reviews = {}, account.reviewed.reviews
    for claim in account.claims:
        letter = letter_of(reviews[claim.id].machine if claim.id in reviews else claim)
        counts[letter] += 1
        claims[claim.id] = f"{letter}{counts[letter]}"
    marks = {ident: MARKS[review.status] for ident, review in reviews.items()}
    return Labels({p.id: f"D{n}" for n, p in enumerate(account.publications, start=1)}, claims, marks)


def letter_of(claim: Claim) -> str:
    """The letter of a claim: its stance first, then what it adds to a delivery."""
    frame = claim.frame
    tests = (
        ("X", claim.stance == "denied"),
        ("N", claim.stance == "declined"),
        ("L", claim.kind == "sanction"),
        ("C", claim.kind not in ("transfer", "purchase")),
        ("P", claim.stance in ("planned", "conditional", "questioned")),
        ("Q", frame.quantity is not None),
        ("R", any((frame.origin, frame.destination, frame.via, frame.mode))),
        ("W", frame.window is not None),
    )
    return next((letter for letter, holds in tests if holds), "T")


def heading(publication: Publication, path: str) -> str:
    """A publication as a reader names it: publisher (its path where unknown), author, date and who settled the date."""
    names = publication.publisher or path
    author = f" ({publication.author})" if publication.author else ""
    if publication.published is None:
        return f"{names}{author}, undated"
    day = publication.published
    return f"{names}{author}, {day.day} {day:%b %Y} ({_BY[publication.published_by]})"


_BY = {"documents.csv": "documents.csv", "option": "given by you", "text": "by its own words", "unknown": "unknown"}
