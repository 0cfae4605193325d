"""Texts to claims with every room before extract at work, for tests."""

from datetime import date
from functools import cache
from hashlib import sha256

from waybill.extract.claims import extract
from waybill.model.claim import Claim
from waybill.model.document import Document, DocumentId, Publication
from waybill.parse.english import parse
from waybill.reference.gazetteer import open_gazetteer
from waybill.resolve.mentions import resolve
from waybill.settings import Settings


@cache
def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a text that was put out on 20 June 2024."""
    digest = sha256(text.encode()).hexdigest()
    publication = Publication(DocumentId(digest[:12]), Document(text, digest, digest), "a.txt", published=date(2024, 6, 20))
    read = next(parse([text], Settings()))
    return extract(read, resolve(read, publication.published, open_gazetteer(Settings())), publication)
