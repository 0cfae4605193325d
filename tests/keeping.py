"""A ledger filled by hand, and the hand that tampers with it, for tests of the ledger."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsroom import say, write
from waybill.ledger.custody import Acquired
from waybill.ledger.ledger import Ledger
from waybill.model.claim import Claim
from waybill.model.document import Publication, Read
from waybill.model.judgement import Anchor, Judgement, JudgementNumber

TEXT = "US officials said 300 containers of shells left Najin on 7 September.\n"
OTHER = TEXT.replace("7 September", "8 September")
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
EXTRACTOR = "0123456789ab"
READER = "ba9876543210"


def opened(file: Path | str) -> Ledger:
    """A ledger in this file, in which I. Sato works, always at noon."""
    return Ledger(str(file), "I. Sato", lambda: NOON)


def report(path: str, text: str = TEXT) -> tuple[Acquired, Read]:
    """A report as it was read."""
    return Acquired(path, text.encode(), sha256(f"key {text}".encode()).hexdigest(), READER), Read(write(path, text))


def told_by(publication: Publication) -> Claim:
    """The claim in such a report."""
    return say(publication, "300 containers of shells left Najin", supplier="North Korea")


def finish(ledger: Ledger, path: str, text: str = TEXT) -> Claim:
    """Keeps a report with its claim."""
    acquired, read = report(path, text)
    ledger.keep((acquired, read))
    claim = told_by(read.publication)
    ledger.keep_claims(read.publication, path, EXTRACTOR, [claim])
    return claim


def accepted(claim: Claim, path: str, text: str = TEXT) -> Judgement:
    """An acceptance of that claim."""
    digest = sha256(text.encode()).hexdigest()
    anchor = Anchor(path, digest, digest, "300 containers of shells left Najin", claim)
    return Judgement(JudgementNumber(0), "accept", "I. Sato", NOON, "seen on the image", (anchor,))


def fill(file: Path) -> None:
    """Three reports, the last two of the same bytes, with their claims, and two judgements: nine entries of the log.

    1 and 2 are first.txt, acquired and read; 3 and 4 second.txt; 5 and 6 copy.txt; 7 and 8 the judgements; 9 a documents.csv.
    """
    ledger = opened(file)
    claim = finish(ledger, "first.txt")
    finish(ledger, "second.txt", OTHER)
    finish(ledger, "copy.txt", OTHER)
    ledger.judge([accepted(claim, "first.txt")])
    ledger.judge([accepted(claim, "first.txt")])
    ledger.acquire("documents.csv", b"path,publisher\nfirst.txt,Harbour Post\n")
    ledger.close()


def tamper(file: Path, *statements: str | tuple[str, Any]) -> None:
    """Changes a ledger behind its back, as one who owns the file can: what guards it is dropped first."""
    with closing(sqlite3.connect(file)) as connection, connection:
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (guard,) in guards:
            connection.execute(f"DROP TRIGGER {guard}")
        for statement in statements:
            words, values = (statement, ()) if isinstance(statement, str) else statement
            assert connection.execute(words, values).rowcount, words


def ask(file: Path, query: str) -> list[Any]:
    """The rows that a query gives."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()
