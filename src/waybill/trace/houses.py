"""Whose text a publication is: its outlet, or the one it credits."""

import re
from functools import lru_cache

from waybill.model.document import Credit, Publication

_OWNERS = ("republished", "agency", "via")
"""Kinds of credit that name another owner of the text, strongest first; an author is a person of the outlet."""

_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|co|info|uk|de|fr|ru|kr|jp|ua|gov|mil|int|eu)\b.*$")
_EMPTY = re.compile(r"^the\s+|[\s,]+(?:news|news agency|agency|newspaper|online|website)$")


@lru_cache(4_096)
def house(name: str) -> str:
    """The name of an outlet as it is compared: "The BBC", "BBC News" and "www.bbc.com" are one house, "bbc"."""
    plain = _DOMAIN.sub("", " ".join(name.casefold().split()))
    return _EMPTY.sub("", _EMPTY.sub("", plain)) or plain or name


def owner(publication: Publication) -> str | None:
    """Whose words the publication's own voice speaks: the outlet it credits for the text, else its publisher, else None."""
    credit = owning_credit(publication)
    return credit.name if credit else publication.publisher


def owning_credit(publication: Publication) -> Credit | None:
    """The credit that says most plainly that the text is another's, or None."""
    found = [c for kind in _OWNERS for c in publication.credits if c.kind == kind]
    return found[0] if found else None


def credits_house(publication: Publication, other: Publication) -> bool:
    """True where the publication says that its text comes from the other's publisher."""
    if not other.publisher:
        return False
    named = {house(c.name) for c in publication.credits if c.kind in _OWNERS}
    return house(other.publisher) in named
