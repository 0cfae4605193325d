"""What would settle what is open, each lead from a rule a reader can check."""

from waybill.model.claim import Claim, ClaimId
from waybill.publish.desk import Desk
from waybill.publish.genealogy import told_at
from waybill.publish.sheet import Entry
from waybill.publish.wording import by
from waybill.reference.own_words import closeness


def leads(desk: Desk) -> tuple[Entry, ...]:
    """The leads, numbered: own words not held, images, missing replies, missing dates."""
    found = (*_own_words(desk), *_images(desk), *_replies(desk), *_dates(desk))
    return tuple(Entry((str(n), words)) for n, words in enumerate(found, start=1))


def _own_words(desk: Desk) -> list[str]:
    """Speakers whose figures of a day are held in others' words only: no quotation, no transcript, no text of their own."""
    settled = {c for line in desk.account.lines for w in line.wordings if w.stands for c in w.claims}
    paraphrased: dict[tuple[str, str], list[Claim]] = {}
    for claim in _own_deliveries(desk):
        told = closeness(claim, desk.publications[claim.document])
        if claim.frame.quantity and told == "paraphrased" and claim.id not in settled:
            paraphrased.setdefault((by(claim), told_at(desk, claim)), []).append(claim)
    return [_transcript(desk, who, when, _ids(claims)) for (who, when), claims in paraphrased.items()]


def _transcript(desk: Desk, who: str, when: str, claims: tuple[ClaimId, ...]) -> str:
    rests = "rests" if len(claims) == 1 else "rest"
    return f"The own words of {who}, told {when} (a transcript, a recording): {desk.labels.of(claims)} {rests} on paraphrase."


def _images(desk: Desk) -> list[str]:
    seen = _ids([c for c in _own_deliveries(desk) if c.basis == "imagery"])
    return [f"The images behind {desk.labels.of(seen)} and their dates."] if seen else []


def _replies(desk: Desk) -> list[str]:
    """Parties of whom a delivery is asserted and from whom no word is held."""
    spoken = {c.source.country for c in desk.account.reviewed.standing if c.source}
    asserted = {c.id for c in desk.account.reviewed.standing if c.stance == "asserted"}
    accused = [line for line in desk.account.lines if any(asserted & set(d.claims) for d in line.deliveries)]
    sides = [side for line in accused for side in (line.supplier, line.recipient)]
    silent = dict.fromkeys(side for side in sides if side not in spoken)
    return [f"A reply from {', '.join(silent)}."] if silent else []


def _dates(desk: Desk) -> list[str]:
    telling = {c.document for c in desk.account.claims}
    undated = [desk.labels.documents[p.id] for p in desk.account.publications if p.published is None and p.id in telling]
    return [f"The published date of {', '.join(undated)}: give it with --published or in documents.csv."] if undated else []


def _ids(claims: list[Claim]) -> tuple[ClaimId, ...]:
    return tuple(c.id for c in claims)


def _own_deliveries(desk: Desk) -> list[Claim]:
    """Claims of deliveries that echo none; of a table of claims the analyst holds the sources."""
    tables = {p.id for p in desk.account.publications if p.rows}
    own = [c for c in desk.own if c.document not in tables]
    return [c for c in own if c.kind in ("transfer", "purchase")]
