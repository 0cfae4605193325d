"""Who stands behind a claim: originators, not outlets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Literal

from waybill.model.claim import Claim, ClaimId, Source
from waybill.model.document import Publication
from waybill.model.things import Party
from waybill.model.trace import Originator, OriginatorId
from waybill.reference.parties import parties
from waybill.trace.houses import house

VoiceKind = Literal["government", "organisation", "outlet", "person", "crowd", "unnamed"]

_OF_STATE = frozenset({"state", "government", "military"})
_STATE_BODY = re.compile(
    r"\b(government|ministry|ministries|department of|army|navy|air force|military|armed forces|general staff"
    r"|joint chiefs|intelligence|security service|national security|presidential|embassy|police|customs"
    r"|coast ?guard|prosecutors?|parliament)\b",
    re.IGNORECASE,
)
"""Words that make a body one of a state, where the table of parties does not know it."""

_INSTRUMENT = re.compile(r"\b(imagery|images?|photos?|photographs?|pictures?|footage|videos?|AIS|tracking data|ship data)\b")
_PRESENTED = re.compile(r"\b(released|published|provided|shared|shown|obtained|declassified)\b", re.IGNORECASE)
"""Somebody showed them: who, the words do not settle."""


@dataclass(frozen=True, slots=True)
class Voice:
    """An originator as one claim shows it."""

    kind: VoiceKind
    name: str

    @property
    def id(self) -> OriginatorId:
        """The first 12 hex digits of a hash over kind and name; outlets and persons are compared without case and "the"."""
        return _id(self.kind, self.name)


@cache
def _id(kind: VoiceKind, name: str) -> OriginatorId:
    plain = house(name) if kind == "outlet" else " ".join(name.casefold().removeprefix("the ").split())
    return OriginatorId(sha256(f"{kind}\n{plain}".encode()).hexdigest()[:12])


def voice(claim: Claim, publication: Publication, outlet: str | None) -> Voice:
    """The originator that a claim names.

    A government counts as one whoever of it speaks: an official, an agency, its military. Any other institution stands
    for those who speak for it. Images and data speak with the voice of the text that shows them. `outlet` is whose words
    the publication's own voice speaks. Unnamed officials and crowds of no named institution are of unknown independence:
    kept apart for every document, as are outlets nobody names.
    """
    if claim.source and not _is_instrument(claim.source):
        return _speaker(claim.source, publication)
    if claim.cue and not claim.source:
        return Voice("unnamed", f"nobody named ({publication.path})")
    return _own_voice(claim, publication, outlet)


def originators(voices: Mapping[ClaimId, Voice], echo_of: Mapping[ClaimId, ClaimId]) -> tuple[Originator, ...]:
    """The originators of all claims, by kind and name; claims keep the order of `voices`.

    An echo belongs to the voice it repeats.
    """
    own: dict[OriginatorId, list[ClaimId]] = {}
    echoes: dict[OriginatorId, list[ClaimId]] = {}
    for claim in voices:
        held = echoes if claim in echo_of else own
        held.setdefault(voices[echo_of.get(claim, claim)].id, []).append(claim)
    named = {v.id: v for v in sorted(voices.values(), key=lambda v: (len(v.name), v.name), reverse=True)}
    found = [Originator(o, named[o].name, named[o].kind, tuple(own[o]), tuple(echoes.get(o, ()))) for o in own]
    return tuple(sorted(found, key=lambda o: (o.kind, o.name, o.id)))


def _is_instrument(source: Source) -> bool:
    """True for "satellite images", "AIS data": they do not speak, whoever shows them does."""
    words = source.text
    nameless = source.kind in ("unnamed", "person") and not source.institution and not source.country
    return nameless and bool(_INSTRUMENT.search(words)) and not _PRESENTED.search(words)


def _own_voice(claim: Claim, publication: Publication, outlet: str | None) -> Voice:
    row = publication.row_at(claim.hull.start)
    cell = row.cell("outlet") if row else None
    name = cell.text if cell else outlet
    if not name:
        return Voice("unnamed", f"unnamed outlet ({publication.path})")
    party = parties().named(name, publication.published)
    return _state_voice(party) or Voice("outlet", name)


def _speaker(source: Source, publication: Publication) -> Voice:
    body = source.institution or (source.name if source.kind in ("government", "organisation", "outlet") else None)
    party = _known(body or source.name, publication.published)
    return (
        _state_voice(party)
        or (None if party else _officials(source, body))
        or _body(source, party.name if party else body)
        or _nobody_known(source, publication)
    )


def _known(name: str | None, on: date | None) -> Party | None:
    """The body of that name, or the one that a person of that name speaks for."""
    party = parties().named(name, on) if name else None
    if party and party.type == "person":
        return parties().named(party.institution, on) if party.institution else None
    return party


def _state_voice(party: Party | None) -> Voice | None:
    """The government that a body of a state speaks for."""
    if not party or party.type not in _OF_STATE or not party.country:
        return None
    return _government(party.country)


def _officials(source: Source, body: str | None) -> Voice | None:
    """The government of officials whose body is of a state by its words, or by what the claim's reader found."""
    official = source.kind == "government" or (not body and source.kind in ("person", "unnamed"))
    if official or (body and _STATE_BODY.search(body)):
        return _government(source.country) if source.country else None
    return None


def _government(country: str) -> Voice:
    known = parties().named(country)
    return Voice("government", known.institution if known and known.institution else f"government of {country}")


def _body(source: Source, body: str | None) -> Voice | None:
    if not body:
        return None
    kinds: dict[str, VoiceKind] = {"government": "government", "outlet": "outlet"}
    return Voice(kinds.get(source.kind, "organisation"), body)


def _nobody_known(source: Source, publication: Publication) -> Voice:
    if source.kind == "person" and source.name:
        return Voice("person", source.name)
    kind: VoiceKind = "crowd" if source.kind == "crowd" else "unnamed"
    return Voice(kind, f"{source.name or source.text} ({publication.path})")
