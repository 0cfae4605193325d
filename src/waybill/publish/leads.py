"""What would settle what is open, each lead from a rule a reader can check."""

from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.publish.labels import Labels
from waybill.publish.sheet import Entry
from waybill.publish.wording import by


def leads(account: Account, labels: Labels) -> tuple[Entry, ...]:
    """The leads, numbered: own words not held, images, missing replies, missing dates."""
    found = (
        *_own_words(account, labels),
        *_images(account, labels),
        *_replies(account),
        *_dates(account, labels),
    )
    return tuple(Entry((str(n), words)) for n, words in enumerate(found, start=1))


def _own_words(account: Account, labels: Labels) -> list[str]:
    """Speakers whose figures are held in paraphrase only."""
    paraphrased: dict[str, list[Claim]] = {}
    for claim in _own_deliveries(account):
        if claim.frame.quantity and claim.source and claim.form != "quoted":
            paraphrased.setdefault(by(claim), []).append(claim)
    return [
        f"The own words of {who}: held in paraphrase only, {labels.of(_ids(claims))}." for who, claims in paraphrased.items()
    ]


def _images(account: Account, labels: Labels) -> list[str]:
    seen = tuple(c.id for c in _own_deliveries(account) if c.basis == "imagery")
    return [f"The images behind {labels.of(seen)} and their dates."] if seen else []


def _replies(account: Account) -> list[str]:
    spoken = {c.source.country for c in account.claims if c.source}
    silent = dict.fromkeys(
        side
        for line in account.lines
        for side in (line.supplier, line.recipient)
        if side not in spoken and side != "unresolved"
    )
    return [f"A reply from {' and '.join(silent)}."] if silent else []


def _dates(account: Account, labels: Labels) -> list[str]:
    telling = {c.document for c in account.claims}
    undated = [labels.documents[p.id] for p in account.publications if p.published is None and p.id in telling]
    return [f"The published date of {', '.join(undated)}: give it with --published or in documents.csv."] if undated else []


def _ids(claims: list[Claim]) -> tuple[ClaimId, ...]:
    return tuple(c.id for c in claims)


def _own_deliveries(account: Account) -> list[Claim]:
    echoes = account.tracing.echo_of
    return [c for c in account.claims if c.kind in ("transfer", "purchase") and c.id not in echoes]
