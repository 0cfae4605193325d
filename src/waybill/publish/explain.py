"""From an id to the sentences behind it, each in its place in its document, with what was decided about it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from waybill.errors import UnknownIdError
from waybill.model.account import Account, Exhibit
from waybill.model.claim import Claim, ClaimId
from waybill.model.document import DocumentId, Publication
from waybill.model.judgement import Fit, Reviewed, Status
from waybill.model.span import Span
from waybill.publish.desk import Desk
from waybill.publish.passages import paragraph


class Place(Struct, frozen=True):
    """Where a claim stands: the publication and the paragraph around it; and the claim as the machine read it, its state,
    every judgement on it, and those that are only offered for it."""

    claim: Claim
    publication: Publication
    paragraph: Span
    machine: Claim
    status: Status
    judgements: tuple[Fit, ...]
    offers: tuple[Fit, ...]


class Explanation(Struct, frozen=True):
    """What an id names, and the places of the claims behind it."""

    exhibits: tuple[Exhibit, ...]
    places: tuple[Place, ...]

    @property
    def words(self) -> str:
        """What the id names, in a few words."""
        return "; ".join(exhibit.words for exhibit in self.exhibits)


def exhibits(account: Account) -> tuple[Exhibit, ...]:
    """Everything that has an id. A delivery bears the id of its earliest claim: both are told, the claim first."""
    return tuple(_exhibits(Desk(account)))


def explain(account: Account, wanted: str) -> Explanation:
    """The explanation of an id, or an unambiguous beginning of it, of a claim, document, originator or delivery, or of a label
    the account of these documents prints ("Q1", "D6", "J2").

    Raises UnknownIdError where nothing or more than one thing begins so.
    """
    known = exhibits(account)
    found = [e for e in known if e.label and e.label == wanted.upper()]
    found = found or ([e for e in known if e.id.startswith(wanted.lower())] if wanted else [])
    if not found:
        raise UnknownIdError(
            f"id '{wanted}': nothing in these documents has it; give a label or id that `waybill account` shows"
        )
    publications, claims = {p.id: p for p in account.publications}, {c.id: c for c in account.claims}
    wanted_claims = [claims[c] for c in claims_of(found, wanted)]
    return explained(found, [(c, publications[c.document]) for c in wanted_claims], account.reviewed)


def claims_of(found: Sequence[Exhibit], wanted: str) -> tuple[ClaimId, ...]:
    """The claims behind exhibits of one id. Raises UnknownIdError where they are of several."""
    fitting = list(dict.fromkeys(e.id for e in found))
    if len(fitting) > 1:
        raise UnknownIdError(f"id {wanted}: begins {len(fitting)} ids ({', '.join(fitting[:3])} ...); give more of it")
    return tuple(dict.fromkeys(claim for exhibit in found for claim in exhibit.claims))


def explained(found: Sequence[Exhibit], told: Sequence[tuple[Claim, Publication]], reviewed: Reviewed) -> Explanation:
    """The explanation of some exhibits by their claims, each with its publication, and what was decided about them."""
    named, fits = {claim.id for claim, _ in told}, defaultdict[ClaimId, list[Fit]](list)
    for fit in reviewed.fits:
        for claim in named.intersection(fit.claims):
            fits[claim].append(fit)
    return Explanation(tuple(found), tuple(_place(claim, publication, reviewed, fits[claim.id]) for claim, publication in told))


def _place(claim: Claim, publication: Publication, reviewed: Reviewed, fits: Sequence[Fit]) -> Place:
    review = reviewed.reviews.get(claim.id)
    offers = tuple(fit for fit in fits if fit.standing == "offered")
    judgements = tuple(fit for fit in fits if fit.standing != "offered")
    around = paragraph(claim.hull, publication)
    machine = review.machine if review else claim
    return Place(claim, publication, around, machine, reviewed.status(claim.id), judgements, offers)


def _exhibits(desk: Desk) -> Iterator[Exhibit]:
    account, own = desk.account, _by_document(desk.account)
    for claim in account.claims:
        yield Exhibit(desk.labels.claims[claim.id], claim.id, "claim", (claim.id,))
    for join, name in desk.joins.items():
        yield Exhibit(name, name.lower(), f"join: {join.says}", join.claims)
    for publication in account.publications:
        label = desk.labels.documents[publication.id]
        yield Exhibit(label, publication.id, f"document {publication.path}", own.get(publication.id, ()))
    for originator in account.tracing.originators:
        yield Exhibit("", originator.id, f"originator {originator.name}", (*originator.claims, *originator.echoes))
    for line in account.lines:
        for delivery in line.deliveries:
            yield Exhibit("", delivery.id, f"delivery {line.supplier} -> {line.recipient}", delivery.claims)


def _by_document(account: Account) -> Mapping[DocumentId, tuple[ClaimId, ...]]:
    found: defaultdict[DocumentId, list[ClaimId]] = defaultdict(list)
    for claim in account.claims:
        found[claim.document].append(claim.id)
    return {document: tuple(claims) for document, claims in found.items()}
