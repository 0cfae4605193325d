"""Where claims come from: the whole genealogy of a set of publications."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from waybill.model.claim import Claim, ClaimId
from waybill.model.document import DocumentId, Publication
from waybill.model.trace import Retelling, Tracing
from waybill.trace.carried_claims import carried_claims, is_carried
from waybill.trace.houses import owner
from waybill.trace.originators import originators
from waybill.trace.reprints import Carried, reprints
from waybill.trace.retellings import retellings
from waybill.trace.same_unnamed import known_again
from waybill.trace.shelf import Shelf, shelf
from waybill.trace.telling import Telling, telling
from waybill.trace.voices import outlet_voice, relay_voices, voice


def trace(publications: Sequence[Publication], claims: Sequence[Claim]) -> Tracing:
    """Who stands behind each claim, who repeats whom, and what changed on the way.

    An echo repeats a claim of the same originator, in a reprint or in another publication, and adds nothing to it;
    `echo_of` names the claim it goes back to, itself no echo. The order of `publications` and `claims` changes nothing:
    everything comes sorted, claims by document and place. Raises KeyError for a claim of a document that is not among the
    publications.
    """
    held = {p.id: p for p in publications}
    carried = {c.reprint.publication: c for c in reprints(publications)}
    books = shelf(publications)
    told = known_again([_told(claim, held, carried, books) for claim in sorted(claims, key=_place)])
    copies = carried_claims(told, carried)
    repetitions = retellings([t for t in told if t.claim.id not in copies])
    echo_of = _first_tellings(r.retelling for r in repetitions if r.echo)
    echo_of |= {copy: echo_of.get(retelling.of, retelling.of) for copy, retelling in copies.items()}
    voices = {t.claim.id: t.voice for t in told} | {r.retelling.claim: r.voice for r in repetitions}
    return Tracing(
        originators=originators(voices, echo_of),
        retellings=_ordered((*copies.values(), *(r.retelling for r in repetitions)), voices),
        reprints=tuple(c.reprint for c in carried.values()),
        echo_of={c: echo_of[c] for c in voices if c in echo_of},
        originator_of={c: voices[echo_of.get(c, c)].id for c in voices},
    )


def _place(claim: Claim) -> tuple[str, int, str]:
    return (claim.document, claim.hull.start, claim.id)


def _first_tellings(echoes: Iterable[Retelling]) -> dict[ClaimId, ClaimId]:
    """For each echo, the earlier ones first, the claim it goes back to over all echoes between."""
    first: dict[ClaimId, ClaimId] = {}
    for echo in echoes:
        first[echo.claim] = first.get(echo.of, echo.of)
    return first


def _told(claim: Claim, held: Mapping[DocumentId, Publication], carried: Mapping[DocumentId, Carried], books: Shelf) -> Telling:
    """The claim with its originator; in a carried passage the outlet's own voice is that of the original."""
    publication = held[claim.document]
    outlet = outlet_voice(claim, publication, owner(publication), books)
    speaks = voice(claim, publication, owner(publication), books)
    found = telling(claim, publication, speaks, outlet, relay_voices(claim, publication, books))
    if found.own_voice and not publication.rows and is_carried(found, carried):
        original = held[_root(publication.id, carried)]
        return replace(found, voice=outlet_voice(claim, original, owner(original), books))
    return found


def _root(publication: DocumentId, carried: Mapping[DocumentId, Carried]) -> DocumentId:
    """The publication that a reprint goes back to."""
    while publication in carried:
        publication = carried[publication].reprint.of
    return publication


def _ordered(found: Iterable[Retelling], claims: Iterable[ClaimId]) -> tuple[Retelling, ...]:
    by_claim = {r.claim: r for r in found}
    return tuple(by_claim[c] for c in claims if c in by_claim)
