"""What analysts decided: added in order, sealed in the log, never changed."""

from collections.abc import Sequence

from msgspec.structs import replace
from sqlalchemy import Connection, func, insert, select

from waybill.ledger.chain import Scribe
from waybill.ledger.records import judgement_bytes, judgement_of
from waybill.ledger.schema import judgements
from waybill.model.judgement import Judgement, JudgementNumber


def add(connection: Connection, scribe: Scribe, made: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Keeps judgements with the numbers that are next; the numbers they come with say nothing."""
    numbered = tuple(replace(j, number=JudgementNumber(n)) for n, j in enumerate(made, start=last(connection) + 1))
    for judgement in numbered:
        record = judgement_bytes(judgement)
        entry = scribe.enter(connection, "judged", f"judgement {judgement.number}", record)
        connection.execute(insert(judgements).values(number=judgement.number, entry=entry.number, record=record))
    return numbered


def last(connection: Connection) -> int:
    """The number of the last judgement, which is how many there are."""
    return connection.scalar(select(func.max(judgements.c.number))) or 0


def every(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements, those taken back among them, in order."""
    return tuple(map(judgement_of, connection.scalars(select(judgements.c.record).order_by(judgements.c.number))))
