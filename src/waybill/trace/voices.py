"""Whose word a claim is."""

import re
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from waybill.model.claim import Claim, Source
from waybill.model.document import Publication
from waybill.model.things import Party
from waybill.model.trace import OriginatorId
from waybill.reference.parties import parties
from waybill.trace.houses import house, owning_credit
from waybill.trace.shelf import Shelf

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

_SOMEBODY = re.compile(
    r"(an?|one|two|three|several|some|senior|unnamed)\b.*\b(official|officer|diplomat|source)s?\b", re.IGNORECASE
)
"""Somebody without a name ("a senior NATO official"), who is not the body itself."""


class Voice(Struct, frozen=True):
    """An originator as one claim shows it.

    `apart` is the sha256 of the only text in which it is known to be the same, empty where its name is enough.
    """

    kind: VoiceKind
    name: str
    apart: str = ""

    @property
    def id(self) -> OriginatorId:
        """The first 12 hex digits of a hash over kind, name and text; names are compared without case and "the"."""
        return _id(self.kind, self.name, self.apart)


@cache
def _id(kind: VoiceKind, name: str, apart: str) -> OriginatorId:
    plain = house(name) if kind == "outlet" else " ".join(name.casefold().removeprefix("the ").split())
    return OriginatorId(sha256(f"{kind}\n{plain}\n{apart}".encode()).hexdigest()[:12])


def voice(claim: Claim, publication: Publication, outlet: str | None, held: Shelf) -> Voice:
    """The originator that a claim names.

    A government counts as one whoever of it speaks: an official, an agency, its military. Any other institution stands
    for those who speak for it; a publisher on the shelf is one, whether its own text speaks or another cites it. Images and
    data speak with the voice of the text that shows them. `outlet` is whose words the publication's own voice speaks.
    Unnamed officials and crowds of no named institution, and officials of an international body who give no name, are of
    unknown independence: kept apart for every document, as are outlets nobody names. A row of a table stands for the
    publication it was taken from.
    """
    home = held.reported_at(publication, claim.hull.start)
    if claim.source and not _is_instrument(claim.source):
        return _publisher(claim.source, home, held) or _speaker(claim.source, home)
    if claim.cue and not claim.source:
        return Voice("unnamed", "nobody named", home.document.text_sha256)
    return outlet_voice(claim, publication, outlet, held)


def outlet_voice(claim: Claim, publication: Publication, outlet: str | None, held: Shelf) -> Voice:
    """The voice of whoever put the claim's words out: `outlet`, for a row of a table the outlet it names."""
    row = publication.row_at(claim.hull.start)
    cell = row.cell("outlet") if row else None
    name = cell.text if cell else outlet
    if not name:
        home = held.reported_at(publication, claim.hull.start)
        return Voice("unnamed", "unnamed outlet", home.document.text_sha256)
    return _house(held.publisher(name, publication) or name, publication.published)


def relay_voices(claim: Claim, publication: Publication, held: Shelf) -> tuple[Voice, ...]:
    """The outlets that passed a claim's words on, as it says itself or a credit of its publication does."""
    credit = owning_credit(publication)
    names = [*(relay.name for relay in claim.relays), *([credit.name] if credit else [])]
    return tuple(_house(held.publisher(name, publication) or name, publication.published) for name in names)


def _is_instrument(source: Source) -> bool:
    """True for "satellite images", "AIS data": they do not speak, whoever shows them does."""
    words = source.text
    nameless = source.kind in ("unnamed", "person") and not source.institution and not source.country
    return nameless and bool(_INSTRUMENT.search(words)) and not _PRESENTED.search(words)


@cache
def _house(name: str, on: date | None) -> Voice:
    """An outlet; what publishes for a state speaks as its government, an institute as itself."""
    party = parties().named(name, on)
    known = _state_voice(party)
    if known or not party:
        return known or Voice("outlet", name)
    return Voice("organisation" if party.type in ("organisation", "international") else "outlet", name)


def _publisher(source: Source, home: Publication, held: Shelf) -> Voice | None:
    """The publisher on the shelf that a source is, or speaks for."""
    if source.kind in ("government", "crowd"):
        return None
    name = held.publisher(source.institution or source.name or source.text, home)
    return _house(name, home.published) if name else None


def _speaker(source: Source, publication: Publication) -> Voice:
    body = source.institution or (source.name if source.kind in ("government", "organisation", "outlet") else None)
    party = _known(body or source.name, publication.published)
    if party and party.type == "international" and _SOMEBODY.match(source.name or source.text):
        return Voice("unnamed", source.name or source.text, publication.document.text_sha256)
    return (
        _state_voice(party)
        or (None if party else _officials(source, body))
        or _body(source, party.name if party else body)
        or _nobody_known(source, publication)
    )


@cache
def _known(name: str | None, on: date | None) -> Party | None:
    """The body of that name, or the one that a person of that name speaks for."""
    party = parties().named(name, on) if name else None
    if party and party.type == "person":
        return parties().named(party.institution, on) if party.institution else None
    return party


def _state_voice(party: Party | None) -> Voice | None:
    """The government that a body of a state, or an outlet that the state runs, speaks for."""
    if not party or not party.country:
        return None
    government = _government(party.country)
    return government if party.type in _OF_STATE or party.institution == government.name else None


def _officials(source: Source, body: str | None) -> Voice | None:
    """The government of officials whose body is of a state by its words, or by what the claim's reader found."""
    official = source.kind == "government" or (not body and source.kind in ("person", "unnamed"))
    if official or (body and _STATE_BODY.search(body)):
        return _government(source.country) if source.country else None
    return None


@cache
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
    return Voice(kind, source.name or source.text, publication.document.text_sha256)
