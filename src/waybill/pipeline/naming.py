"""From labels and ids, as an analyst gives them, to the claims they mean."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from waybill.errors import JudgementError, UnknownIdError
from waybill.ledger.ledger import Ledger
from waybill.model.account import Exhibit
from waybill.model.claim import Claim, ClaimId
from waybill.model.document import Publication
from waybill.model.judgement import Judgement
from waybill.pipeline.asking import claims_held, exhibits_of

_JOIN = "join: "
"""So begin the words of a join that an account shows."""


class Meant(Struct, frozen=True):
    """A claim that was named, as the machine read it, by its label in the account last shown, else its id; and where its
    publication lies."""

    name: str
    claim: Claim
    publication: Publication
    location: str


class MeantJoin(Struct, frozen=True):
    """A join that was named: its label, its wording, its claims."""

    name: str
    says: str
    claims: tuple[Meant, ...]


def named(ledger: Ledger, name: str) -> Meant | MeantJoin:
    """What a label of the account last shown means, or an id of a claim, or an unambiguous beginning of one.

    Raises UnknownIdError for what is neither a claim nor a join, or not one alone.
    """
    found = exhibits_of(ledger, name)
    judged = [e for e in found if _is_claim(e)] or [e for e in found if e.words.startswith(_JOIN)]
    several = {e.id for e in found}
    if len(several) > 1:
        raise UnknownIdError(f"id {name}: several ids begin so ({', '.join(sorted(several)[:3])} ...); give more of it")
    if not judged:
        raise UnknownIdError(
            f"{name}: {found[0].words}; only claims and joins can be judged, by the labels that account shows (Q1, J2)"
        )
    claims = claims_of_ids(ledger, judged[0].claims)
    if len(claims) < len(judged[0].claims):
        raise UnknownIdError(f"{name}: found by a version whose claims this one cannot read; run `waybill account` again")
    return claims[0] if _is_claim(judged[0]) else MeantJoin(name.upper(), judged[0].words.removeprefix(_JOIN), claims)


def each(ledger: Ledger, names: Sequence[str]) -> list[Meant | MeantJoin]:
    """What the names mean, each thing once. Raises UnknownIdError."""
    return list(dict.fromkeys(named(ledger, name) for name in names))


def claims_alone(ledger: Ledger, names: Sequence[str], instead: str) -> list[Meant]:
    """The claims that the names mean, each once. Raises UnknownIdError, and JudgementError, with what to do, for a join."""
    found = each(ledger, names)
    if join := next((m.name for m in found if isinstance(m, MeantJoin)), None):
        raise JudgementError(f"{join}: a join; {instead}")
    return [m for m in found if isinstance(m, Meant)]


def claims_of_ids(ledger: Ledger, ids: Sequence[ClaimId]) -> tuple[Meant, ...]:
    """The claims of these ids, each with the label that the account last shown gave it; unknown ones are left out."""
    labels = labels_of(ledger, ids)
    return tuple(Meant(labels[held[0].id], *held) for held in claims_held(ledger, ids))


def labels_of(ledger: Ledger, ids: Iterable[ClaimId]) -> dict[ClaimId, str]:
    """The label of each claim in the account last shown; its id where it was not in it."""
    wanted = tuple(dict.fromkeys(ids))
    shown = ledger.labels(wanted)
    return {ident: shown.get(ident, ident) for ident in wanted}


def labels_judged(ledger: Ledger, made: Iterable[Judgement]) -> dict[ClaimId, str]:
    """The same for the claims that judgements are on."""
    return labels_of(ledger, (anchor.claim.id for judgement in made for anchor in judgement.on))


def _is_claim(exhibit: Exhibit) -> bool:
    return tuple(exhibit.claims) == (exhibit.id,)
