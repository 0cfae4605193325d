"""A claim at the moment it is told: when, where, by whom, in which words."""

import re
from datetime import date

from msgspec import Struct

from waybill.model.claim import Claim, Kind, Slot
from waybill.model.document import Publication
from waybill.model.quantity import Quantity
from waybill.model.things import Party
from waybill.model.time import Window
from waybill.model.trace import OriginatorId
from waybill.reference.sides import side_of
from waybill.trace.precedence import surely_before
from waybill.trace.voices import Voice
from waybill.trace.wording import content_words

Edition = tuple[str, ...]

_DIRECTED = frozenset[Kind]({"transfer", "purchase", "aid"})


class Telling(Struct, frozen=True):
    """A claim with its publication, the day it was put out, who stands behind it, and whose outlet put it out.

    `edition` tells publications apart; each row of a table of claims that names an outlet and a day reports another one.
    `sides` are the supplier and the recipient as sides of a line, None where one is open; stocks and the like have no
    direction. `relays` are the outlets that its words were passed on by, as the claim or a credit of its publication says.
    """

    claim: Claim
    publication: Publication
    day: date | None
    voice: Voice
    outlet: Voice
    edition: Edition
    text: str
    content: frozenset[str]
    sides: tuple[str | None, str | None]
    relays: tuple[Voice, ...] = ()

    @property
    def quantity(self) -> Quantity | None:
        """What it counts, or None."""
        slot = self.claim.frame.quantity
        return slot.value if slot else None

    @property
    def vague(self) -> bool:
        """True where what it counts is said without a figure."""
        return self.quantity is not None and self.quantity.vague

    @property
    def window(self) -> Window | None:
        """When it says it happened, or None."""
        slot = self.claim.frame.window
        return slot.value if slot else None

    @property
    def own_voice(self) -> bool:
        """True where the outlet itself speaks."""
        return self.claim.source is None and self.claim.cue is None

    @property
    def houses(self) -> tuple[OriginatorId, ...]:
        """Who put these words out: its outlet, and those that passed them on to it."""
        return (self.outlet.id, *(relay.id for relay in self.relays))


def telling(claim: Claim, publication: Publication, voice: Voice, outlet: Voice, relays: tuple[Voice, ...] = ()) -> Telling:
    """The claim as a telling."""
    text = " ".join(span.text_of(publication.document.text) for span in claim.content)
    day = publication.published_at(claim.hull.start)
    edition = publication.edition_at(claim.hull.start)
    words = content_words(_with_names(text, claim))
    return Telling(claim, publication, day, voice, outlet, edition, text, words, _sides(claim), relays)


def _with_names(text: str, claim: Claim) -> str:
    """The text with its parties under their names, so that "Pyongyang" and "North Korean" are alike."""
    names = {s.text: s.value.name for s in (claim.frame.supplier, claim.frame.recipient) if s and s.span and s.value}
    if not names:
        return text
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, names))})\b", lambda found: names[found[0]], text)


def told_before(first: Telling, later: Telling) -> bool:
    """True where dates, or failing these a credit, say that one telling came first; never by the order of paths."""
    if first.day and later.day and first.day != later.day:
        return first.day < later.day
    return first.publication is not later.publication and surely_before(first.publication, later.publication)


def _sides(claim: Claim) -> tuple[str | None, str | None]:
    return (_side(claim.frame.supplier), _side(claim.frame.recipient)) if claim.kind in _DIRECTED else (None, None)


def _side(slot: Slot[Party] | None) -> str | None:
    return side_of(slot.value) if slot and slot.value else None
