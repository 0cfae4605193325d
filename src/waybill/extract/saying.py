"""The words of an analyst's cells for how something is said: by whom, how firmly, of what kind, on what basis."""

import re
from datetime import date
from typing import cast, get_args

from waybill.extract.basis import basis_of
from waybill.extract.stance import ORDER
from waybill.model.claim import Basis, Kind, Source, SourceKind, Stance
from waybill.model.span import Span
from waybill.reference.parties import parties
from waybill.reference.reporting import speaking_bodies
from waybill.reference.transfer_verbs import transfer_words

_KINDS: dict[str, SourceKind] = {
    "state": "government",
    "government": "government",
    "military": "government",
    "outlet": "outlet",
    "person": "person",
}
"""What a party's type makes of it as a source; every other type is an organisation."""

_OFFICIALS = re.compile(r"\b(officials?|sources?|people)\b", re.IGNORECASE)
_CROWD = re.compile(r"\b(analysts|experts|observers)\b", re.IGNORECASE)


def source_said(words: str, span: Span, day: date | None) -> Source:
    """Whom the words name on that day; without a name we know, the words themselves. `span` is kept as the source's.

    Such a name is a body's if it ends or begins as those do ("Tarn Institute"), else a person's.
    """
    party = parties().named(words, day)
    if party is None:
        if _CROWD.search(words) or _OFFICIALS.search(words):
            return Source(span, words, words, None, kind="crowd" if _CROWD.search(words) else "unnamed")
        ends = (words.split()[-1:] + words.split()[:1]) if words.istitle() or " " in words else []
        body = next((k for w in ends if (k := speaking_bodies().get(w.lower()))), None)
        return Source(span, words, words, words if body else None, kind=body or "person")
    spoken_for = parties().named(party.institution) if party.type == "person" and party.institution else None
    kind: SourceKind = _KINDS.get((spoken_for or party).type, "organisation")
    return Source(span, words, party.name, party.institution or party.name, party.country, kind)


def stance_said(words: str) -> Stance | None:
    """The stance of that name; None where there is none."""
    word = words.strip().lower()
    return next((stance for stance in ORDER if stance == word), None)


def kind_said(words: str) -> Kind | None:
    """The kind of that name, or that prose would read in a noun ("shipment"); None where there is none."""
    word = words.strip().lower()
    if word in get_args(Kind):
        return cast(Kind, word)
    return next((w.kind for w in transfer_words().get((word, "noun"), ())), None)


def basis_said(words: str) -> Basis:
    """The basis of that name, or that the words tell as they would in prose; `none` where they tell none."""
    word = words.strip().lower()
    return cast(Basis, word) if word in get_args(Basis) else basis_of(word)
