"""Which of two publications came first, as far as anything says."""

from msgspec import Struct
from msgspec.structs import replace

from waybill.model.document import Publication
from waybill.trace.houses import credits_house, house, owning_credit


class Precedence(Struct, frozen=True):
    """Two publications in order, and what the order rests on."""

    first: Publication
    later: Publication
    why: str


def precedence(a: Publication, b: Publication) -> Precedence:
    """Which of two publications of a text the other one owes it to.

    Who credits whom settles it, whatever the days say: a text may be put on a page anew. Failing that, published dates do. The
    order of paths is no evidence: where nothing settles it, one stands for both by a fixed rule (dated, crediting nobody, with
    a publisher, longer, lower hash), and `why` says that the order is unknown. `why` also says whom both
    credit.
    """
    if known := _by_credit(a, b):
        return known
    known, both = _by_date(a, b) or _unknown(a, b), _credited_by_both(a, b)
    return replace(known, why=f"{known.why}; both credit {both}") if both else known


def surely_before(a: Publication, b: Publication) -> bool:
    """True where a credit or a date says that `a` came before `b`."""
    known = _by_credit(a, b) or _by_date(a, b)
    return known is not None and known.first is a


def _by_credit(a: Publication, b: Publication) -> Precedence | None:
    of_a, of_b = credits_house(b, a), credits_house(a, b)
    if of_a == of_b:
        return None
    first, later = (a, b) if of_a else (b, a)
    apart = _apart(first, later)
    return Precedence(first, later, f"credits {first.publisher}{f'; published {apart}' if apart else ''}")


def _by_date(a: Publication, b: Publication) -> Precedence | None:
    if not a.published or not b.published or a.published == b.published:
        return None
    first, later = (a, b) if a.published < b.published else (b, a)
    return Precedence(first, later, f"published {_apart(first, later)}")


def _apart(first: Publication, later: Publication) -> str:
    """How long after the first the later one was put out; nothing where a day is unknown or both are the same."""
    if not first.published or not later.published or first.published == later.published:
        return ""
    days = (later.published - first.published).days
    return f"{abs(days)} day{'s' if abs(days) > 1 else ''} {'later' if days > 0 else 'before it'}"


def _credited_by_both(a: Publication, b: Publication) -> str | None:
    """Whom both name as the owner of their text."""
    mine, yours = owning_credit(a), owning_credit(b)
    return mine.name if mine and yours and house(mine.name) == house(yours.name) else None


def _unknown(a: Publication, b: Publication) -> Precedence:
    first, later = sorted((a, b), key=stands_for_both)
    return Precedence(first, later, f"unknown which came first; {first.publisher or first.path} stands for both")


def stands_for_both(publication: Publication) -> tuple[bool, bool, bool, int, str, str]:
    """The less, the sooner it stands for the texts of which nothing says which came first."""
    document = publication.document
    crediting = owning_credit(publication) is not None
    nameless = publication.publisher is None
    return (publication.published is None, crediting, nameless, -len(document.text), document.text_sha256, publication.id)
