"""What every section looks up while one account is written."""

import os
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePath

from msgspec import Struct

from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.model.delivery import Join, Line
from waybill.model.document import DocumentId, Publication
from waybill.model.judgement import Fit, Judgement, JudgementNumber, Verdict
from waybill.model.trace import Originator, OriginatorId
from waybill.publish.decided import verdict
from waybill.publish.labels import Labels, label
from waybill.publish.sheet import Entry
from waybill.publish.wording import by, counted, form, what, where


class Desk(Struct, frozen=True, dict=True):
    """An account with its labels and lookups."""

    account: Account

    @cached_property
    def labels(self) -> Labels:
        """The labels of documents and claims."""
        return label(self.account)

    @cached_property
    def claims(self) -> dict[ClaimId, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.account.claims}

    @cached_property
    def publications(self) -> dict[DocumentId, Publication]:
        """Publications by id."""
        return {p.id: p for p in self.account.publications}

    @cached_property
    def originators(self) -> dict[OriginatorId, Originator]:
        """Originators by id."""
        return {o.id: o for o in self.account.tracing.originators}

    @cached_property
    def echoes(self) -> Counter[ClaimId]:
        """How many echoes each claim has."""
        return Counter(self.account.tracing.echo_of.values())

    @cached_property
    def drifted(self) -> Counter[ClaimId]:
        """How many echoes of each claim changed something on the way."""
        echo_of, retold = self.account.tracing.echo_of, {r.claim: r for r in self.account.tracing.retellings}
        changed: Counter[ClaimId] = Counter()
        for echo, first in echo_of.items():
            at = retold.get(echo)
            while at and at.claim in echo_of and not at.drifts:
                at = retold.get(at.of)
            changed[first] += at is not None and at.claim in echo_of
        return changed

    @cached_property
    def own(self) -> tuple[Claim, ...]:
        """The claims that nobody rejected and that echo no other, in the account's order."""
        return tuple(c for c in self.account.reviewed.standing if c.id not in self.account.tracing.echo_of)

    @cached_property
    def rejected(self) -> tuple[Claim, ...]:
        """The claims that were rejected, in the account's order."""
        return tuple(c for c in self.account.claims if self.account.reviewed.status(c.id) == "rejected")

    @cached_property
    def fits(self) -> dict[JudgementNumber, Fit]:
        """How each judgement stands, by number."""
        return {fit.judgement.number: fit for fit in self.account.reviewed.fits}

    def judgements_on(self, claim: Claim) -> tuple[Fit, ...]:
        """Every judgement on a claim in order, those taken back among them."""
        review = self.account.reviewed.reviews.get(claim.id)
        return tuple(self.fits[number] for number in review.judgements) if review else ()

    def in_force(self, claim: Claim, *verdicts: Verdict) -> tuple[Judgement, ...]:
        """The judgements of these verdicts that are applied to a claim, in order."""
        return tuple(
            f.judgement for f in self.judgements_on(claim) if f.standing == "applied" and f.judgement.verdict in verdicts
        )

    def rejecting(self, claim: Claim) -> tuple[Judgement, ...]:
        """By which a claim is rejected: the last rejection of it, or what takes back that somebody added it."""
        return (self.in_force(claim, "reject") or self.in_force(claim, "undo"))[-1:]

    @cached_property
    def joins(self) -> dict[Join, str]:
        """Labels of the joins, numbered through the account."""
        found = [j for line in self.account.lines for d in line.deliveries for j in d.joins]
        return {join: f"J{n}" for n, join in enumerate(dict.fromkeys(found), start=1)}

    def joined_by(self, join: Join) -> str:
        """Who accepted a join and why; "" where nobody did, or where its own words say it."""
        told = verdict(self.fits[join.judged].judgement) if join.judged else ""
        return "" if told == join.says else told

    @cached_property
    def folder(self) -> str:
        """The folder that holds every path, with its last slash; "" where there is none."""
        folders = [str(PurePath(p.path).parent) for p in self.account.publications]
        common = os.path.commonpath(folders) if folders and len({f.startswith("/") for f in folders}) == 1 else ""
        return f"{common}/" if common not in ("", ".") else ""

    def told(self, line: Line) -> list[Claim]:
        """The line's own claims, delivery by delivery, those with figures first."""
        deliveries = sorted(line.deliveries, key=lambda d: (not d.particulars, not d.quantity))
        return [self.claims[c] for d in deliveries for c in d.claims if c not in self.account.tracing.echo_of]

    def where(self, claim: Claim) -> str:
        """Document label and line, or page."""
        return where(claim, self.publications[claim.document], self.labels.documents[claim.document])

    def entry(self, claim: Claim) -> Entry:
        """A claim as a row: label, what, by whom, form, where."""
        words = self.what(claim, self._heard(claim.id))
        return Entry((self.labels.marked(claim.id), words, by(claim), form(claim), self.where(claim)), (claim.id,))

    def what(self, claim: Claim, heard: str = "") -> str:
        """What a claim says; of a corrected one with what the machine read, and with who corrected it and why."""
        machine = self.machine(claim)
        return what(claim, self.publications[claim.document], machine) + heard + self.corrected(claim)

    def machine(self, claim: Claim) -> Claim:
        """The claim as the machine read it."""
        review = self.account.reviewed.reviews.get(claim.id)
        return review.machine if review else claim

    def corrected(self, claim: Claim) -> str:
        """Who corrected a claim and why, to put behind its words."""
        return "".join(f", {verdict(judgement)}" for judgement in self.in_force(claim, "correct"))

    def _heard(self, claim: ClaimId) -> str:
        """ " (+2 echoes, 1 drifted)"."""
        echoes, drifted = self.echoes[claim], self.drifted[claim]
        told = [f"+{counted(echoes, 'echo', 'echoes')}", *([f"{drifted} drifted"] if drifted else [])]
        return f" ({', '.join(told)})" if echoes else ""

    def named(self, originators: Iterable[OriginatorId]) -> str:
        """The names of some originators, each once."""
        return ", ".join(dict.fromkeys(self.originators[o].name for o in originators))
