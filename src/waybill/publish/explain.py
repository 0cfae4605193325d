"""From an id to the sentences behind it, each in its place in its document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waybill.errors import UnknownIdError
from waybill.model.account import Account
from waybill.model.claim import Claim, ClaimId
from waybill.model.document import Publication
from waybill.model.span import Span
from waybill.publish.desk import Desk

_BREAK = re.compile(r"\n[ \t\r]*(?=\n|\Z)|(?<=[.!?:\"”’])[ \t\r]*\n")
_SENTENCE_END = re.compile(r"(\w*)[.!?][\"”’')\]]*(?=\s)")
_ABBREVIATED = frozenset(
    (
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Lt", "Col", "Maj", "Sgt", "Adm", "Capt", "Cmdr", "Sen", "Rep", "Gov"),
        *("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
        *("No", "vs", "etc", "Inc", "Ltd", "Co", "Corp", "approx"),
    )
)
"""Words that are written with a full stop within sentences."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: the publication, the paragraph around it, and its content within the document."""

    claim: Claim
    publication: Publication
    paragraph: Span


def explain(account: Account, wanted: str) -> tuple[str, tuple[Place, ...]]:
    """What the id names, in a few words, and the places of the claims behind it.

    Takes the id, or an unambiguous beginning of it, of a claim, document, originator or delivery, or a label the account of
    these documents prints ("Q1", "D6", "J2").
    Raises UnknownIdError where nothing or more than one thing begins so.
    """
    named = tuple(_named(account))
    labelled = [n for n in named if n.label and n.label == wanted.upper()]
    known = labelled or ([n for n in named if n.id.startswith(wanted.lower())] if wanted else [])
    fitting = list(dict.fromkeys(n.id for n in known))
    if not fitting:
        raise UnknownIdError(
            f"id '{wanted}': nothing in these documents has it; give a label or id that `waybill account` shows"
        )
    if len(fitting) > 1:
        raise UnknownIdError(f"id {wanted}: begins {len(fitting)} ids ({', '.join(fitting[:3])} ...); give more of it")
    publications = {p.id: p for p in account.publications}
    claims = {c.id: c for c in account.claims}
    told = [claims[c] for c in dict.fromkeys(c for named in known for c in named.claims)]
    places = tuple(Place(c, publications[c.document], paragraph(c.hull, publications[c.document])) for c in told)
    return "; ".join(named.words for named in known), places


def sentence_of(claim: Claim, publication: Publication) -> str:
    """The sentence or sentences that hold the claim's content, on one line; of a table, the row."""
    text, held = publication.document.text, claim.hull
    around = paragraph(held, publication)
    start = max(_sentence_ends(text, around.start, held.start), default=around.start)
    end = next(_sentence_ends(text, _word_start(text, held.end - 1), around.end), around.end)
    return " ".join(text[start:end].split())


def _sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    for match in _SENTENCE_END.finditer(text, start, end):
        word = match[1]
        if word not in _ABBREVIATED and not (len(word) == 1 and word.isalpha()):
            yield match.end()


def _word_start(text: str, offset: int) -> int:
    """Where the word that holds an offset begins: an end is judged by its whole last word."""
    while offset > 0 and text[offset - 1].isalnum():
        offset -= 1
    return offset


def paragraph(span: Span, publication: Publication) -> Span:
    """The paragraph around a span; of a table, the row."""
    text = publication.document.text
    if publication.rows:
        return next((r.span for r in publication.rows if r.span.overlaps(span)), span)
    start = max((m.end() for m in _BREAK.finditer(text, 0, span.start)), default=0)
    after = _BREAK.search(text, max(span.end - 1, span.start))
    return Span(start, max(after.start() if after else len(text), span.end))


@dataclass(frozen=True, slots=True)
class _Named:
    """An id, what it names, the claims behind it, and its label within this account."""

    id: str
    words: str
    claims: tuple[ClaimId, ...]
    label: str = ""


def _named(account: Account) -> Iterator[_Named]:
    """Everything that has an id. A delivery bears the id of its earliest claim: both are told, the claim first."""
    desk = Desk(account)
    for claim in account.claims:
        yield _Named(claim.id, "claim", (claim.id,), desk.labels.claims[claim.id])
    for join, name in desk.joins.items():
        yield _Named(name.lower(), f"join: {join.says}", join.claims, name)
    for publication in account.publications:
        own = tuple(c.id for c in account.claims if c.document == publication.id)
        yield _Named(publication.id, f"document {publication.path}", own, desk.labels.documents[publication.id])
    for originator in account.tracing.originators:
        yield _Named(originator.id, f"originator {originator.name}", (*originator.claims, *originator.echoes))
    for line in account.lines:
        for delivery in line.deliveries:
            yield _Named(delivery.id, f"delivery {line.supplier} -> {line.recipient}", delivery.claims)
