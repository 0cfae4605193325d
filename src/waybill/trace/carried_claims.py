"""Claims that a reprint carries over with the passage they stand in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from waybill.model.claim import ClaimId
from waybill.model.document import DocumentId
from waybill.model.trace import Retelling
from waybill.trace.drift import drifts
from waybill.trace.reprints import Carried
from waybill.trace.telling import Telling
from waybill.trace.wording import contained, likeness, plain_words

CARRIED_CLAIM = 0.8
"""From this part of a claim's words on it stands in the shared passage: our convention, which leaves room for a word edited."""


def is_carried(telling: Telling, carried: Mapping[DocumentId, Carried]) -> bool:
    """True where the claim stands in a passage that its publication carries over from another."""
    copy = carried.get(telling.claim.document)
    return copy is not None and copy.share_of(telling.claim.content) >= CARRIED_CLAIM


def carried_claims(told: Sequence[Telling], carried: Mapping[DocumentId, Carried]) -> dict[ClaimId, Retelling]:
    """The claims of reprints that stand in a carried passage, each with the claim it was copied from, itself no copy.

    Where a copy's original is itself a copy, each text up to the first is asked. A claim whose words were found as a claim in
    none of them is left out: it is then told here first.
    """
    by_document: defaultdict[DocumentId, list[Telling]] = defaultdict(list)
    for telling in told:
        by_document[telling.claim.document].append(telling)
    source: dict[ClaimId, tuple[Telling, Telling]] = {}
    for telling in told:
        if is_carried(telling, carried):
            above = (_copied_from(telling, by_document[d]) for d in _originals(telling.claim.document, carried))
            original = next(filter(None, above), None)
            if original:
                source[telling.claim.id] = (telling, original)
    return {claim: _copy(telling, _first(original, source)) for claim, (telling, original) in source.items()}


def _originals(copy: DocumentId, carried: Mapping[DocumentId, Carried]) -> Iterator[DocumentId]:
    """The texts a copy goes back to, the nearest first."""
    while copy in carried:
        copy = carried[copy].reprint.of
        yield copy


def _copied_from(copy: Telling, candidates: Sequence[Telling]) -> Telling | None:
    """The candidate in the same words, else the one most like it of those whose words hold its own or stand in them."""
    words = plain_words(copy.text)
    same = [c for c in candidates if c.claim.kind == copy.claim.kind]
    verbatim = [c for c in same if plain_words(c.text) == words]
    near = [c for c in same if contained(c.content, copy.content) >= CARRIED_CLAIM]
    return max(verbatim or near, key=lambda c: (likeness(c.content, copy.content), _same_speaker(c, copy)), default=None)


def _same_speaker(original: Telling, copy: Telling) -> bool:
    return original.voice.id == copy.voice.id


def _first(telling: Telling, source: Mapping[ClaimId, tuple[Telling, Telling]]) -> Telling:
    """The claim at the end of the chain of copies; reprints never lead in a circle."""
    while telling.claim.id in source:
        telling = source[telling.claim.id][1]
    return telling


def _copy(copy: Telling, first: Telling) -> Retelling:
    why = f"in a passage carried over from {first.publication.publisher or first.publication.path}"
    found = tuple(d for d in drifts(first, copy) if d.kind != "asserter")
    return Retelling(copy.claim.id, first.claim.id, found, False, why)
