"""A ledger looked at for one question, by SQLite's own driver: importing SQLAlchemy takes longer than all of the answer.

It reads the tables of `schema` as `Ledger` does, and changes nothing. Whatever is not plain (a URL, a file that cannot be
written, another version, a refusal, damage) it leaves to `Ledger`, which says what is wrong.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from waybill.ledger.alteration import AlteredError
from waybill.ledger.edition import APPLICATION, VERSION
from waybill.ledger.records import claims_of, judgement_of, names_of, read_of
from waybill.model.account import Exhibit
from waybill.model.claim import Claim, ClaimId
from waybill.model.document import Publication
from waybill.model.judgement import Judgement

WAIT_S = 60.0
"""As long as `Ledger` waits."""

_SHOWN = "SELECT label, id, words, claims FROM shown WHERE {} ORDER BY position LIMIT 10"
_IDS = "SELECT DISTINCT id FROM claims WHERE id >= ? AND id <= ? ORDER BY id LIMIT 10"
_CLAIMS = """SELECT e.record, e.reading FROM claims c JOIN extractions e ON e.number = c.extraction
WHERE c.id = ? ORDER BY e.number DESC"""
_READING = "SELECT r.record, t.data, r.location FROM readings r JOIN texts t ON t.sha256 = r.text_sha256 WHERE r.number = ?"
_BESIDE = """SELECT b.text_sha256 FROM readings r JOIN readings b ON b.location = r.location
WHERE r.original_sha256 IN (SELECT value FROM json_each(?))"""
_LAY = "SELECT location, original_sha256 FROM readings WHERE location IN (SELECT value FROM json_each(?))"


class NotPlainError(Exception):
    """To be asked of `Ledger` instead."""


class Glance:
    """What can be asked at a glance; the answers are those of `Ledger`."""

    def __init__(self, name: str, connection: sqlite3.Connection) -> None:
        self.name, self._connection = name, connection

    def exhibits(self, wanted: str) -> tuple[Exhibit, ...]:
        """As `Ledger.exhibits`."""
        if not wanted:
            return ()
        beginning = wanted.lower(), f"{wanted.lower()}\U0010ffff"
        found = self._shown("label = ?", wanted.upper()) or self._shown("id >= ? AND id <= ?", *beginning)
        if found:
            return found
        return tuple(Exhibit("", i, "claim", (ClaimId(i),)) for (i,) in self._connection.execute(_IDS, beginning))

    def named(self, ids: Sequence[ClaimId]) -> list[tuple[Claim, Publication, str]]:
        """As `Ledger.named`."""
        latest = [(ident, self._latest(ident)) for ident in ids]
        numbers = dict.fromkeys(found[1] for _, found in latest if found)
        publications = {number: self._publication(number) for number in numbers}
        return [(found[0], *publications[found[1]]) for _, found in latest if found]

    def judgements(self) -> tuple[Judgement, ...]:
        """As `Ledger.judgements`."""
        rows = self._connection.execute("SELECT record FROM judgements ORDER BY number")
        return tuple(judgement_of(record) for (record,) in rows)

    def earlier_originals(self, locations: Sequence[str]) -> dict[str, frozenset[str]]:
        """As `Ledger.earlier_originals`."""
        found: dict[str, set[str]] = {location: set() for location in locations}
        for location, original in self._connection.execute(_LAY, (json.dumps(locations),)):
            found[location].add(original)
        return {location: frozenset(lay) for location, lay in found.items()}

    def texts_beside(self, originals: Sequence[str]) -> frozenset[str]:
        """As `Ledger.texts_beside`."""
        return frozenset(text for (text,) in self._connection.execute(_BESIDE, (json.dumps(originals),)))

    def _shown(self, where: str, *words: str) -> tuple[Exhibit, ...]:
        rows = self._connection.execute(_SHOWN.format(where), words)
        return tuple(Exhibit(label, i, told, tuple(map(ClaimId, names_of(claims)))) for label, i, told, claims in rows)

    def _latest(self, ident: ClaimId) -> tuple[Claim, int] | None:
        """The claim as the latest extraction has it, with the number of its reading."""
        for record, reading in self._connection.execute(_CLAIMS, (ident,)):
            for claim in claims_of(record):
                if claim.id == ident:
                    return claim, reading
        return None

    def _publication(self, number: int) -> tuple[Publication, str]:
        row = self._connection.execute(_READING, (number,)).fetchone()
        if row is None:
            raise NotPlainError
        record, text, location = row
        return read_of(record, text).publication, location


@contextmanager
def glance(named: str) -> Iterator[Glance]:
    """One state of the ledger that a path names. Raises NotPlainError, before or meanwhile, where `Ledger` is to be asked."""
    file = Path(named)
    if "://" in named or named.startswith("~") or not file.is_file():
        raise NotPlainError
    try:
        with closing(
            sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", WAIT_S, isolation_level=None, uri=True)
        ) as connection:
            yield Glance(named, _set_up(connection))
    except (sqlite3.Error, msgspec.DecodeError, AlteredError, UnicodeError) as error:
        raise NotPlainError from error


def _set_up(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Whoever closes a ledger last carries its journal over, so that what `Ledger` sets for the disk is set here, too."""
    for setting in ("query_only", "fullfsync", "checkpoint_fullfsync"):
        connection.execute(f"PRAGMA {setting} = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("BEGIN")
    application = connection.execute("PRAGMA application_id").fetchone()
    version = connection.execute("SELECT version FROM ledger").fetchone()
    if application != (APPLICATION,) or version != (VERSION,):
        raise NotPlainError
    return connection
