"""A claim as it was read, and as each correction in force left it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.claim import Claim, ClaimId
from waybill.model.judgement import Anchor, Fit, Judgement, JudgementNumber
from waybill.review.corrections import corrected
from waybill.review.places import Found
from waybill.review.readings import differences

Corrected = tuple[JudgementNumber, Claim]


class Versions(Struct, frozen=True):
    """The machine's claims, and of each that was corrected what every correction made of it, in order."""

    machine: Mapping[ClaimId, Claim]
    corrected: Mapping[ClaimId, Sequence[Corrected]]

    def last(self, claim: ClaimId) -> Claim:
        """The claim with all its corrections: they add up slot by slot, and the later one wins."""
        return self.corrected[claim][-1][1] if claim in self.corrected else self.machine[claim]

    def known(self, claim: ClaimId, to: Judgement) -> list[Claim]:
        """The claim as it could be seen when a judgement was made: the latest version first, the machine's last."""
        made = [version for number, version in self.corrected.get(claim, ()) if number < to.number]
        return [*reversed(made), self.machine[claim]]


def versions_of(claims: Iterable[Claim], corrections: Sequence[Fit]) -> Versions:
    """The versions of all claims; `corrections` are those in force, in order."""
    machine = {claim.id: claim for claim in claims}
    made: defaultdict[ClaimId, list[Corrected]] = defaultdict(list)
    for fit in corrections:
        for ident in fit.claims:
            before = made[ident][-1][1] if made[ident] else machine[ident]
            made[ident].append((fit.judgement.number, corrected(before, fit.judgement)))
    return Versions(machine, dict(made))


def vouched(judgement: Judgement, anchor: Anchor, found: Found, versions: Versions) -> Found:
    """What was found for an anchor; for an acceptance or rejection only offered where a value is no longer read as it was.

    What is decided about a join by its words stays in force, but tells of the change: the join may be made in other words now.
    Of several copies it holds for those that are read as the one that was judged: what "last week" means depends on the day
    on which each was put out.
    """
    if found.standing == "applied" and judgement.says:
        return _with_changes(anchor, found, versions)
    if found.standing != "applied" or judgement.verdict not in ("accept", "reject"):
        return found
    changes = {c.id: list(differences(anchor.claim, versions.known(c.id, judgement))) for c in found.claims}
    told = ", ".join(dict.fromkeys(change for changed in changes.values() for change in changed))
    alike = tuple(c for c in found.claims if not changes[c.id])
    if not told:
        return found
    if not alike:
        return replace(found, standing="offered", why=f"read otherwise since: {told}")
    others = f"not to {len(found.claims) - len(alike)} of its copies, read otherwise: {told}"
    return replace(found, claims=alike, why="; ".join(filter(None, (found.why, others))))


def _with_changes(anchor: Anchor, found: Found, versions: Versions) -> Found:
    """What was found, with what no copy of it says any more since it was judged, by the machine or by corrections."""
    told = ", ".join(differences(anchor.claim, [versions.last(claim.id) for claim in found.claims]))
    return replace(found, why="; ".join(filter(None, (found.why, f"changed since: {told}")))) if told else found
