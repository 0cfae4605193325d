"""Which of two publications came first, as far as anything says."""

from msgspec import Struct

from waybill.model.document import Publication
from waybill.trace.houses import credits_house, owning_credit


class Precedence(Struct, frozen=True):
    """Two publications in order, and what the order rests on."""

    first: Publication
    later: Publication
    why: str


def precedence(a: Publication, b: Publication) -> Precedence:
    """The order of two publications of a text.

    Published dates settle it; failing these, who credits whom. The order of paths is no evidence: where nothing settles it, one
    stands for both by a fixed rule (dated, crediting nobody, with a publisher, longer, lower hash), and `why` says that the
    order is unknown.
    """
    return _by_date(a, b) or _by_credit(a, b) or _unknown(a, b)


def surely_before(a: Publication, b: Publication) -> bool:
    """True where a date or a credit says that `a` came before `b`."""
    known = _by_date(a, b) or _by_credit(a, b)
    return known is not None and known.first is a


def _by_date(a: Publication, b: Publication) -> Precedence | None:
    if not a.published or not b.published or a.published == b.published:
        return None
    first, later = (a, b) if a.published < b.published else (b, a)
    return Precedence(first, later, f"published {_days(first, later)} later")


def _days(first: Publication, later: Publication) -> str:
    assert first.published and later.published
    days = (later.published - first.published).days
    return "1 day" if days == 1 else f"{days} days"


def _by_credit(a: Publication, b: Publication) -> Precedence | None:
    of_a, of_b = credits_house(b, a), credits_house(a, b)
    if of_a == of_b:
        return None
    first, later = (a, b) if of_a else (b, a)
    return Precedence(first, later, f"credits {first.publisher}")


def _unknown(a: Publication, b: Publication) -> Precedence:
    first, later = sorted((a, b), key=_stands_for_both)
    return Precedence(first, later, f"unknown which came first; {first.publisher or first.path} stands for both")


def _stands_for_both(publication: Publication) -> tuple[bool, bool, bool, int, str, str]:
    document = publication.document
    crediting = owning_credit(publication) is not None
    nameless = publication.publisher is None
    return (publication.published is None, crediting, nameless, -len(document.text), document.text_sha256, publication.id)
