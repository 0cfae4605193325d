"""What labels and ids mean in a ledger; it imports nothing that only writing to one needs."""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec.structs import replace

from waybill.errors import UnknownIdError
from waybill.model.account import Exhibit
from waybill.model.claim import Claim, ClaimId
from waybill.model.document import Publication
from waybill.model.judgement import Judgement

Held = tuple[Claim, Publication, str]
"""A claim, its publication, and the location where that lies, or lay."""

_LABEL = re.compile(r"[A-Za-z]\d+")
_FIRST_DOCUMENT = "D1"
"""A label that every account of any document has."""


class Asked(Protocol):
    """What of a ledger is asked."""

    name: str

    def exhibits(self, wanted: str) -> tuple[Exhibit, ...]:
        """What the account last shown labels so, else what has an id that begins so."""

    def named(self, ids: Sequence[ClaimId]) -> Sequence[Held]:
        """The claims of these ids with their publications, and where these lie."""

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in order."""

    def earlier_originals(self, locations: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """For each location the sha256 (hex) of every original that ever lay there."""

    def texts_beside(self, originals: Sequence[str]) -> frozenset[str]:
        """The sha256 (hex) of every text that was ever read where one of these originals lay."""


def exhibits_of(ledger: Asked, wanted: str) -> tuple[Exhibit, ...]:
    """What the account last shown labels so, else what in it or among all claims has an id that begins so.

    Raises UnknownIdError where nothing does.
    """
    if found := ledger.exhibits(wanted):
        return found
    if not _LABEL.fullmatch(wanted):
        raise UnknownIdError(f"id '{wanted}': nothing in {ledger.name} has this id; give a label or id that the account shows")
    if not ledger.exhibits(_FIRST_DOCUMENT):
        raise UnknownIdError(
            f"label '{wanted}': no account was shown from {ledger.name} yet; run `waybill account PATH...` first"
        )
    raise UnknownIdError(f"label '{wanted}': the account last shown has no such label; give one of its labels, or an id")


def claims_held(ledger: Asked, ids: Sequence[ClaimId]) -> list[Held]:
    """The claims of these ids, each with its publication by the id that the claim knows it by, which tells copies of one text
    apart; unknown ones are left out."""
    return [(claim, replace(publication, id=claim.document), location) for claim, publication, location in ledger.named(ids)]
