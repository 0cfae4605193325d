"""The labels and ids of the account last shown."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from waybill.ledger.extractions import BATCH
from waybill.ledger.records import names_bytes, names_of
from waybill.ledger.schema import shown
from waybill.model.account import Exhibit
from waybill.model.claim import ClaimId

_COLUMNS = (shown.c.label, shown.c.id, shown.c.words, shown.c.claims)


def every(connection: Connection) -> tuple[Exhibit, ...]:
    """All that was shown, in order."""
    return tuple(_exhibit(*row) for row in connection.execute(select(*_COLUMNS).order_by(shown.c.position)))


def put(connection: Connection, exhibits: Sequence[Exhibit]) -> None:
    """These in place of those held."""
    connection.execute(delete(shown))
    rows = [
        {"position": n, "label": e.label, "id": e.id, "words": e.words, "claims": names_bytes(e.claims)}
        for n, e in enumerate(exhibits)
    ]
    if rows:
        connection.execute(insert(shown), rows)


def labelled(connection: Connection, label: str) -> tuple[Exhibit, ...]:
    """What bears this label."""
    return _found(connection, shown.c.label == label)


def begin_so(connection: Connection, beginning: str) -> tuple[Exhibit, ...]:
    """What has an id that begins so, in order, at most ten; a delivery bears the id of its first claim."""
    return _found(connection, (shown.c.id >= beginning) & (shown.c.id <= f"{beginning}\U0010ffff"))


def labels(connection: Connection, ids: Sequence[ClaimId]) -> dict[ClaimId, str]:
    """The labels of claims, by id; those that were not shown are left out."""
    found: dict[ClaimId, str] = {}
    for start in range(0, len(ids), BATCH):
        some = shown.c.id.in_(ids[start : start + BATCH]) & (shown.c.label != "")
        found |= {ClaimId(ident): label for ident, label in connection.execute(select(shown.c.id, shown.c.label).where(some))}
    return found


def _found(connection: Connection, which: ColumnElement[bool]) -> tuple[Exhibit, ...]:
    found = select(*_COLUMNS).where(which).order_by(shown.c.position).limit(10)
    return tuple(_exhibit(*row) for row in connection.execute(found))


def _exhibit(label: str, ident: str, words: str, claims: bytes) -> Exhibit:
    return Exhibit(label, ident, words, tuple(map(ClaimId, names_of(claims))))
