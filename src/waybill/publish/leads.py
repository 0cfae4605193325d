"""What would settle what is open, each lead from a rule a reader can check."""

from waybill.model.claim import Claim, ClaimId
from waybill.publish.desk import Desk
from waybill.publish.sheet import Entry
from waybill.publish.wording import by


def leads(desk: Desk) -> tuple[Entry, ...]:
    """The leads, numbered: own words not held, images, missing replies, missing dates."""
    found = (*_own_words(desk), *_images(desk), *_replies(desk), *_dates(desk))
    return tuple(Entry((str(n), words)) for n, words in enumerate(found, start=1))


def _own_words(desk: Desk) -> list[str]:
    """Speakers whose figures are held in others' words only: no quote, and no text of their own."""
    paraphrased: dict[str, list[Claim]] = {}
    for claim in _own_deliveries(desk):
        if claim.frame.quantity and claim.source and not _in_own_words(desk, claim):
            paraphrased.setdefault(by(claim), []).append(claim)
    return [f"The own words of {who}: held in paraphrase only, {desk.labels.of(_ids(c))}." for who, c in paraphrased.items()]


def _in_own_words(desk: Desk, claim: Claim) -> bool:
    """True of a quotation, of a turn in a transcript (a speaker and no cue), and of what a publisher says in its own text."""
    source, publisher = claim.source, desk.publications[claim.document].publisher
    if claim.form == "quoted" or source is None or claim.cue is None:
        return True
    return publisher is not None and publisher in (source.institution, source.name)


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
